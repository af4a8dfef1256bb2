/// What another library has a name for and Lectern another way: a name without a counterpart, which would lead nowhere.
public struct OtherWay: Sendable {
    /// What it is called elsewhere.
    public let names: [ForeignName]
    /// How it is here, without a full stop.
    public let text: String
    /// A use of it, as one writes it in a cell in which `net` is a network and `data` a data set; nil where there is none.
    public let example: String?
    /// The title in the reference that says more.
    public let title: String

    /// - Parameter names: As in `- SeeAlso:`: the library, then names in backquotes.
    init(_ names: String, _ text: String, _ example: String? = nil, see title: String) {
        self.names = ForeignName.all(in: names[...])
        self.text = text
        self.example = example
        self.title = title
    }

    /// What to write instead of `name`.
    public func sentence(for name: String) -> String {
        "`\(name)` is done in another way here: \(text)" + (example.map { ", as in `\($0)`" } ?? "")
            + "; `lectern help \(title)`"
    }

    /// The way of what a name means that another library has; nil where there is none.
    public static func meant(by name: String) -> OtherWay? {
        let plain = Reference.plain(name)
        guard !plain.isEmpty else { return nil }
        return all.first { way in way.names.contains { $0.isMeant(by: plain) } }
    }

    /// All of them, by what they are about.
    public static let all = layers + training + objects
}
