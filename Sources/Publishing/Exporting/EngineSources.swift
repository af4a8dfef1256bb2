import Foundation
import Storage

/// The sources that a lesson's program needs, as a package of its own holds them.
struct EngineSources {
    /// By path below `Sources`.
    let files: [String: [UInt8]]

    /// The modules, in the order in which they build upon each other.
    private static let modules = ["CArithmetic", "Exhibits", "Networks", "Claims", "Derivations", "Lectern"]
    /// The name of the program in the package.
    static let target = "Lesson"

    /// Looks in the checkout that the running program was built in, then where an installation puts them.
    static func located(executable: String? = Files.executable) -> EngineSources? {
        guard let executable else { return nil }
        let here = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        let above = (0...4).map { count in (0..<count).reduce(here) { folder, _ in folder.deletingLastPathComponent() } }
        let candidates = above.map { $0.path() + "/Sources" } + [here.path() + "/../lib/lectern/Sources"]
        guard let root = candidates.first(where: { Files.isFolder(Files.join($0, "Lectern")) }) else { return nil }
        var files: [String: [UInt8]] = [:]
        for module in modules {
            for path in Files.tree(below: Files.join(root, module)) {
                files["\(module)/\(path)"] = Files.contents(of: Files.join(root, "\(module)/\(path)"))
            }
        }
        return EngineSources(files: files)
    }

    static func manifest(for lesson: String) -> String {
        // What a file may be called isn't what Swift may be told between quotation marks.
        let name = String(lesson.map { $0.isLetter || $0.isNumber || "-_. ".contains($0) ? $0 : "-" })
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            // The lesson \(name): `swift run -c release` prints its numbers.
            let settings: [SwiftSetting] = [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]

            let package = Package(
                name: "\(name)",
                platforms: [.macOS(.v15)],
                dependencies: [.package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0")],
                targets: [
                    .target(name: "CArithmetic", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
                    .target(name: "Exhibits", swiftSettings: settings),
                    .target(
                        name: "Networks", dependencies: ["CArithmetic", .product(name: "SwiftCSV", package: "SwiftCSV")],
                        swiftSettings: settings),
                    .target(name: "Claims", dependencies: ["Exhibits"], swiftSettings: settings),
                    .target(name: "Derivations", dependencies: ["Exhibits", "Networks"], swiftSettings: settings),
                    .target(
                        name: "Lectern", dependencies: ["Claims", "Derivations", "Exhibits", "Networks"],
                        swiftSettings: settings),
                    .executableTarget(
                        name: "\(target)", dependencies: ["Lectern"],
                        swiftSettings: [.swiftLanguageMode(.v5), .enableUpcomingFeature("BareSlashRegexLiterals")]),
                ]
            )

            """
    }
}
