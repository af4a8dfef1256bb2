/// One public declaration that a cell can use.
public struct Entry: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable {
        case type
        case initializer
        case function
        case property
        case enumCase
    }

    public var kind: Kind
    /// Its name with that of the types around it: `["Network", "training(_:on:…)"]`.
    public var path: [String]
    /// As one would read it in the source, without the arguments that only say where a call stands.
    public var declaration: String
    public var comment: DocComment
    public var topic: Topic
    /// What the compiler calls it; several where a protocol's requirement and what it is by default are told as one.
    public var identifiers: [String] = []
    /// The protocol that asks for a member of a type, by which the member is explained.
    public var fulfils: String?
    /// Whether it checks what it is given and ends the lesson at the author's line where it can't go on.
    public var endsLesson = false
    /// Whether a type of the lesson's own has to have it.
    public var isRequired = false

    /// Without the compiler's names, which are long and of use only where it is asked.
    private enum CodingKeys: String, CodingKey { case kind, path, declaration, comment, topic, fulfils, endsLesson, isRequired }

    /// The name without arguments: `training`; that of the type for its initialisers.
    public var name: String {
        kind == .initializer ? path.dropLast().last ?? "" : Self.base(of: path.last ?? "")
    }

    /// As one writes it: `Loss.huber`, `Network.training`, `LSTM`.
    public var title: String {
        (path.dropLast(kind == .initializer ? 2 : 1).map { $0 } + [name]).joined(separator: ".")
    }

    /// As one writes it: initialisers bear the name of their type.
    public var call: String {
        guard kind == .initializer, declaration.hasPrefix("init") else { return declaration }
        return path.dropLast().joined(separator: ".") + declaration.dropFirst("init".count)
    }

    /// As it stands where its type is known: `.meanSquaredError`, `ReLU()`.
    var written: String { path.count > 1 ? ".\(name)" : kind == .type ? "\(name)()" : name }

    /// Whether a call of it may have an argument of this label.
    func takes(_ label: String) -> Bool {
        let full = path.last ?? ""
        return full.contains("(\(label):") || full.contains(":\(label):")
    }

    /// The declaration, behind the type it belongs to.
    var heading: String {
        path.count == 1 ? declaration : "\(path.dropLast().joined(separator: ".")): \(call)"
    }

    static func base(of name: String) -> String { name.split(separator: "(", maxSplits: 1).first.map(String.init) ?? name }
}
