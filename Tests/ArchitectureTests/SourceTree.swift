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
        text.split(separator: "\n").compactMap { line in
            guard let match = line.firstMatch(of: /^(?:@\w+(?:\([^)]*\))? +)*(?:public |package |internal |private |fileprivate )?import +(?:struct |func |enum |class |var )?(\w+)/)
            else { return nil }
            return String(match.1)
        }
    }
}
