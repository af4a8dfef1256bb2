import Foundation

/// The compiler and the linker of the toolchain called directly: the driver `swiftc` takes as long again to find out what to call.
///
/// It links what a lesson usually imports. A program that needs more doesn't link, and goes to the driver.
struct DirectCompiler: Sendable {
    let toolchain: Toolchain
    private let frontend: String
    private let clang: String
    /// What every program begins with: it registers the program's types.
    private let start: String
    private let libraries: String

    /// nil where the toolchain isn't laid out as on Linux, and there the driver knows better.
    init?(_ toolchain: Toolchain) {
        guard Platform.hasDirectCompiler else { return nil }
        let folder = URL(filePath: toolchain.compiler).resolvingSymlinksInPath().deletingLastPathComponent()
        self.toolchain = toolchain
        frontend = folder.appending(path: "swift-frontend").path()
        clang = folder.appending(path: "clang").path()
        let lib = folder.deletingLastPathComponent().appending(path: "lib/swift/linux")
        libraries = lib.path()
        start = lib.appending(path: "\(Platform.architecture)/swiftrt.o").path()
        let needed = [frontend, clang, start, folder.appending(path: "ld.lld").path()]
        guard needed.allSatisfy(FileManager.default.fileExists(atPath:)) else { return nil }
    }

    /// Compiles all sources into one object file and links that with the runtime; of the linker's words none is heard. One shell
    /// calls both, so that they need one jail.
    func call(
        compiling sources: [String], to object: String, linkedTo executable: String, moduleCache: String, seconds: Double
    ) -> CompilerCall {
        let compiling = compilation(of: sources, to: object, moduleCache: moduleCache).map(Self.quoted).joined(separator: " ")
        let linking = linking(object, to: executable).map(Self.quoted).joined(separator: " ")
        return CompilerCall(
            compiler: LimitedShell.program, arguments: ["-c", "\(compiling) && exec \(linking) >/dev/null 2>&1"],
            seconds: seconds)
    }

    private func compilation(of sources: [String], to object: String, moduleCache: String) -> [String] {
        // Where the modules' declarations stand in their sources is nothing that a lesson's messages say.
        [frontend, "-frontend", "-c", "-disable-objc-interop", "-debug-info-format=dwarf", "-empty-abi-descriptor"]
            + ["-ignore-module-source-info", Toolchain.expressionLimit]
            + toolchain.languageArguments(moduleCache: moduleCache) + ["-o", object] + sources
    }

    private func linking(_ object: String, to executable: String) -> [String] {
        let usual = [
            "swiftCore", "swiftSwiftOnoneSupport", "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser",
            "swiftSynchronization", "swiftGlibc", "BlocksRuntime", "dispatch", "swiftDispatch", "Foundation",
            "FoundationEssentials", "FoundationInternationalization", "m", "dl",
        ]
        let paths = [libraries, toolchain.libraries]
        return [clang, "-pie", "-fuse-ld=lld", start, object, "-Xlinker", "--as-needed"]
            + paths.flatMap { ["-L", $0, "-Xlinker", "-rpath", "-Xlinker", $0] }
            + ["-lLecternRuntime"] + usual.map { "-l\($0)" } + ["-o", executable]
    }

    /// One word for the shell, whatever stands in it.
    static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
