import Exhibits

/// The folder `.lectern` beside the lessons: what earlier builds found out, by content. It may be deleted at any time.
public struct ResultStore: Sendable {
    /// nil keeps nothing: every question is answered with "not known".
    package let folder: String?
    /// How entries are sealed.
    private let seal: Seal

    /// The store of a course, made when first written to.
    ///
    /// A link in its place leads to somebody else's folder: then nothing is kept.
    package init(course: String) {
        let folder = Files.join(course, ".lectern")
        self.folder = Files.isLink(folder) ? nil : folder
        seal = .own
    }

    /// A store in a folder of its own, which machines share.
    package init(folder: String) {
        self.folder = folder
        seal = .shared
    }

    private init() {
        folder = nil
        seal = .own
    }

    /// A store that knows and keeps nothing (`--no-cache`).
    package static let none = ResultStore()

    /// The folder, ready for use: git and backup programs pass over it.
    package func prepare() {
        guard let folder, !Files.exists(Files.join(folder, ".gitignore")) else { return }
        _ = try? Files.write("*\n".utf8, to: Files.join(folder, ".gitignore"))
        // https://bford.info/cachedir/
        _ = try? Files.write(
            "Signature: 8a477f597d28d172789f06886806bc55\n# Made by lectern; may be deleted.\n".utf8,
            to: Files.join(folder, "CACHEDIR.TAG"))
    }

    package func path(_ name: String) -> String? { folder.map { Files.join($0, name) } }

    /// What is kept under a name; nil when there is nothing, or nothing that can be read: a damaged entry is as good as none.
    package func value<Value: Decodable>(_ type: Value.Type, at name: String) -> Value? {
        guard let bytes = bytes(at: name) else { return nil }
        return try? Packed.value(type, from: bytes)
    }

    /// Keeps a value; failing to is no error, only slower next time.
    package func keep(_ value: some Encodable, at name: String) {
        guard folder != nil else { return }
        if let bytes = try? Packed.bytes(of: value) { keep(bytes: bytes, at: name) }
    }

    /// The bytes kept under a name, if they are what was kept there.
    package func bytes(at name: String) -> [UInt8]? {
        door?.contents(of: name).flatMap { seal.opened($0, name: name) }
    }

    package func keep(bytes: some Collection<UInt8>, at name: String) {
        guard let door else { return }
        prepare()
        _ = try? door.write(seal.closed(bytes, name: name), to: name)
    }

    /// Leaves at most `limit` files in a folder of the store, the ones written last.
    package func prune(_ name: String, keeping limit: Int) { door?.prune(name, keeping: limit) }

    /// The course may come from anybody, and this folder with it: nothing in it is followed.
    package var door: OutputDoor? { folder.map(OutputDoor.init) }
}
