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

    /// Compiles all sources into one object file.
    func compilation(of sources: [String], to object: String, moduleCache: String, seconds: Double) -> CompilerCall {
        let arguments =
            // Where the modules' declarations stand in their sources is nothing that a lesson's messages say.
            ["-frontend", "-c", "-disable-objc-interop", "-debug-info-format=dwarf", "-empty-abi-descriptor"]
            + ["-ignore-module-source-info", Toolchain.expressionLimit]
            + toolchain.languageArguments(moduleCache: moduleCache) + ["-o", object] + sources
        return CompilerCall(compiler: frontend, arguments: arguments, seconds: seconds)
    }

    /// Links the object file with the runtime.
    func linking(_ object: String, to executable: String, seconds: Double) -> CompilerCall {
        let usual = [
            "swiftCore", "swiftSwiftOnoneSupport", "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser",
            "swiftSynchronization", "swiftGlibc", "BlocksRuntime", "dispatch", "swiftDispatch", "Foundation",
            "FoundationEssentials", "FoundationInternationalization", "m", "dl",
        ]
        let paths = [libraries, toolchain.libraries]
        return CompilerCall(
            compiler: clang,
            arguments: ["-pie", "-fuse-ld=lld", start, object, "-Xlinker", "--as-needed"]
                + paths.flatMap { ["-L", $0, "-Xlinker", "-rpath", "-Xlinker", $0] }
                + ["-lLecternRuntime"] + usual.map { "-l\($0)" } + ["-o", executable],
            seconds: seconds)
    }
}
