import Foundation

/// The compiler and the linker of the toolchain called directly: the driver `swiftc` takes as long again to find out what to call,
/// and `clang` half as long as the linker.
///
/// It links what a lesson usually imports. A program that needs more doesn't link, and goes to the driver.
struct DirectCompiler: Sendable {
    let toolchain: Toolchain
    private let frontend: String
    private let linker: String
    /// What every program begins with: the C library's start, and what registers the program's types.
    private let start: [String]
    /// Where the C library is, as linkers see it.
    private let system: String
    private let libraries: String

    /// nil where the toolchain isn't laid out as on Linux, and there the driver knows better.
    init?(_ toolchain: Toolchain) {
        guard Platform.hasDirectCompiler else { return nil }
        let folder = URL(filePath: toolchain.compiler).resolvingSymlinksInPath().deletingLastPathComponent()
        self.toolchain = toolchain
        frontend = folder.appending(path: "swift-frontend").path()
        linker = folder.appending(path: "ld.lld").path()
        let lib = folder.deletingLastPathComponent().appending(path: "lib/swift/linux")
        libraries = lib.path()
        let exists = FileManager.default.fileExists(atPath:)
        let places = ["/usr/lib/\(Platform.architecture)-linux-gnu", "/usr/lib64", "/usr/lib"]
        guard let system = places.first(where: { exists($0 + "/Scrt1.o") }) else { return nil }
        self.system = system
        start = [system + "/Scrt1.o", lib.appending(path: "\(Platform.architecture)/swiftrt.o").path()]
        guard ([frontend, linker, Platform.loader] + start).allSatisfy(exists) else { return nil }
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
        return [linker, "-pie", "--eh-frame-hdr", "--hash-style=gnu", "-dynamic-linker", Platform.loader]
            + start + [object, "--as-needed"] + [libraries, toolchain.libraries].flatMap { ["-L", $0, "-rpath", $0] }
            + ["-L", system, "-lLecternRuntime"] + usual.map { "-l\($0)" } + ["-lc", "-o", executable]
    }

    /// One word for the shell, whatever stands in it.
    static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
