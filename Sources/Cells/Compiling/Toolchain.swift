import Foundation

/// Where the Swift compiler and Lectern's runtime library are.
public struct Toolchain: Hashable, Sendable {
    public let compiler: String
    /// The folder with `libLecternRuntime`.
    public let libraries: String
    /// The folder with the Swift modules a lesson imports.
    public let modules: String
    /// The C module that `Networks` uses; the compiler wants to know it even though a lesson never sees it.
    public let moduleMap: String

    /// A tool that isn't there, and what to do about it.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// Looks beside the running program, as a build leaves things, then in `../lib/lectern`, as an installation does.
    public static func located(
        executable: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Toolchain {
        let files = FileManager.default
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        guard let compiler = folders.map({ $0 + "/swiftc" }).first(where: { files.isExecutableFile(atPath: $0) }) else {
            throw Missing(description: "swiftc was not found in PATH; install Swift 6.3 from swift.org")
        }
        let here = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent().path()
        let beside = here.hasSuffix("/") ? String(here.dropLast()) : here
        let candidates = [
            Toolchain(
                compiler: compiler, libraries: beside, modules: beside + "/Modules",
                moduleMap: beside + "/CArithmetic.build/module.modulemap"),
            Toolchain(
                compiler: compiler, libraries: beside + "/../lib/lectern", modules: beside + "/../lib/lectern/Modules",
                moduleMap: beside + "/../lib/lectern/CArithmetic/module.modulemap"),
        ]
        guard let found = candidates.first(where: { files.fileExists(atPath: $0.modules + "/Lectern.swiftmodule") }) else {
            throw Missing(
                description: "the runtime library was not found beside \(executable); build it with 'make build'")
        }
        return found
    }

    /// The library a lesson links, whose content decides whether a kept result still holds.
    public var runtime: String { libraries + "/libLecternRuntime." + Platform.libraryEnding }

    /// What `swiftc` is called with for one program. All files go through one process at once: reading the interfaces of the
    /// runtime takes longer than compiling a lesson.
    public func arguments(compiling sources: [String], to executable: String, moduleCache: String) -> [String] {
        ["-wmo", "-L", libraries, "-lLecternRuntime", "-Xlinker", "-rpath", "-Xlinker", libraries, "-o", executable]
            + ["-Xfrontend", Self.expressionLimit] + languageArguments(moduleCache: moduleCache) + sources
    }

    /// Of one expression the compiler finds the types in so many seconds of its own work or says at its line that it is too
    /// complex. Otherwise it tries on until its time for the whole lesson is up, and nobody learns where it was.
    static let expressionLimit = "-solver-expression-time-threshold=10"

    /// What compiler and driver both understand.
    func languageArguments(moduleCache: String) -> [String] {
        [
            "-Onone", "-gline-tables-only", "-swift-version", "5", "-enable-bare-slash-regex", "-module-name", "lesson",
            "-I", modules, "-Xcc", "-fmodule-map-file=\(moduleMap)", "-module-cache-path", moduleCache,
            "-diagnostic-style", "llvm",
        ]
    }
}
