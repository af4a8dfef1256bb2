/// What became of a claim.
public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
    /// The computed value rounds to the digits written.
    case exact
    /// The digits are right but cut off where they should have been rounded.
    case truncated
    /// So loose that it could hardly fail: `0` for 1e-9.
    case vague
    /// False from exact values, true if intermediate results are first rounded to the digits the notes show.
    case roundingPath = "rounding path"
    case wrong
    /// The expression failed, or its value is not a number.
    case notComputed = "not computed"

    /// Reads a verdict as an author states it in a link's title: `wrong`, `rounding-path`, `Not computed`.
    public init?(stated text: String) {
        let word = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
        guard let verdict = Verdict(rawValue: word) else { return nil }
        self = verdict
    }

    /// The verdict as a word for readers: a number that was rounded is right, and seldom exact.
    public var word: String { self == .exact ? "right" : rawValue }

    /// Whether the number stands as written: it is right, or right by intent.
    public var isTrue: Bool { self == .exact || self == .truncated || self == .vague }

    /// Whether this is what an author expects who states `expected`; a rounding path is one way of being wrong.
    func meets(_ expected: Verdict) -> Bool {
        self == expected || (expected == .wrong && self == .roundingPath)
    }

    /// From harmless to grave: a list is judged by its worst number.
    var gravity: Int {
        switch self {
        case .exact: 0
        case .vague: 1
        case .truncated: 2
        case .roundingPath: 3
        case .wrong: 4
        case .notComputed: 5
        }
    }
}
