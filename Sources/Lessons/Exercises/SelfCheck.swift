/// Which of their own numbers readers of a student's page can check there, and which of them only together.
///
/// What is checked together is guessed together: a program that tries numbers needs ten times as long for each further digit, so
/// a single number of four digits is found soon, three of them aren't.
public enum SelfCheck: String, CaseIterable, Hashable, Sendable {
    case off
    /// All numbers of an exercise at once.
    case together
    /// The numbers of each part at once, and those outside of parts.
    case parts
    /// Each blank by itself.
    case each

    /// `nil` for a word that is none of these; `true` and `false` are understood, too.
    public init?(name: String) {
        switch name {
        case "true": self = .together
        case "false": self = .off
        default: self.init(rawValue: name)
        }
    }

    /// What there is to choose from, in a sentence.
    static let names = "off, together, parts or each"
}
