import Cells
import Reports
import Storage

/// The typesetter's scripts as duktape compiled them, kept for all courses of a user: KaTeX's text takes it a quarter of a second,
/// what it made of it a fiftieth.
///
/// Duktape believes what it made, so each is sealed, and stands under the digest of its text and the version of the engine.
struct CompiledScripts: Sendable {
    /// Asked for when a script is needed: most builds need none. nil where the user has no place for them.
    var folder: @Sendable () -> String? = { UserCache.folder("scripts") }
    let tools: Fingerprints

    func program(of file: String) -> [UInt8]? {
        guard let folder = folder(), let name = name(of: file) else { return nil }
        return Files.contents(of: Files.join(folder, name)).flatMap { Seal.own.opened($0, name: name) }
    }

    /// What can't be kept is compiled again.
    func keep(_ program: [UInt8], of file: String) {
        guard let folder = folder(), let name = name(of: file) else { return }
        _ = try? Files.write(Seal.own.closed(program, name: name), to: Files.join(folder, name))
    }

    private func name(of file: String) -> String? {
        tools.digest(of: file).map { "\($0.text)-\(TypesetterSources.engineVersion)-\(Platform.architecture)" }
    }
}
