import Exhibits

/// Names of a lesson's own types as the author wrote them.
///
/// A type inside a function or private to its file prints as `lesson.(unknown context at $55d0c8a01234).Point` when it stands in
/// a list: an address that changes from run to run, and a module that no author has named.
enum TypeNames {
    private static let context = Pattern(/(?:lesson\.)?\(unknown context at \$[0-9a-f]+\)\./)

    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.holds("(unknown context at $") else { return bytes }
        return Array(text.replacing(Self.context.regex, with: "").utf8)
    }
}
