import Foundation

/// The sources of this package as text.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path()

    static func swiftFiles(below folder: String) throws -> [(path: String, text: String)] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            ("\(folder)/\(path)", try String(contentsOfFile: "\(root)/\(folder)/\(path)", encoding: .utf8))
        }
    }

    /// The module names that follow `import`, whatever stands before or after them on the line.
    static func imports(in text: String) -> [String] {
        let pattern =
            /^(?:@\w+(?:\([^)]*\))? +)*(?:public |package |internal |private )?import +(?:struct |func |enum |class )?(\w+)/
        return text.split(separator: "\n").compactMap { line in line.firstMatch(of: pattern).map { String($0.1) } }
    }
}
