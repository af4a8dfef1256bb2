import Exhibits

/// A claim with its verdict and everything a report or a message says about it.
public struct Judgement: Codable, Hashable, Sendable {
    public var verdict: Verdict
    /// As the author wrote it.
    public var written: String
    /// The computed value with a few digits more than were written; nil when there is none.
    public var computed: String?
    /// Written minus computed in units of the last digit written; nil where that has no meaning.
    public var difference: Double?
    /// The verdict the author stated, if any.
    public var expected: Verdict?
    /// Why the expression gave no value, or why the claim can't be compared with it.
    public var reason: String?
    /// How the number was read, where other languages read another one: `read as 1982, since …`.
    public var reading: String?
    /// What is allowed beyond the digits written: `± 0.01`, `single precision`.
    public var allowed: String?
    /// Whether a statement was judged: it holds if what was computed is true.
    public var isStatement = false
    /// Possible causes of a mistake, best first.
    public var hints: [Hint]
    /// The number as it should have been written, with the same number of digits and in the same form.
    public var correction: String?
    /// For a vector, a matrix or a table: each number on its own, in reading order.
    public var entries: [Entry]

    /// One number of a list.
    public struct Entry: Codable, Hashable, Sendable {
        public var judgement: Judgement
        /// Bytes from the beginning of the claim's text to the number.
        public var offset: Int
        /// What the number is called in messages: `[1, 0]`.
        public var label: String
    }

    public init(
        _ verdict: Verdict, written: String, computed: String? = nil, difference: Double? = nil, expected: Verdict? = nil,
        reason: String? = nil, hints: [Hint] = [], correction: String? = nil, entries: [Entry] = []
    ) {
        self.verdict = verdict
        self.written = written
        self.computed = computed
        self.difference = difference
        self.expected = expected
        self.reason = reason
        self.hints = hints
        self.correction = correction
        self.entries = entries
    }

    /// How many numbers it judges.
    public var count: Int { max(1, entries.count) }

    /// Whether its author says what it is, and is right: there is nothing to correct.
    public var isMeant: Bool { expected != nil && holds }

    /// Whether the claim passes: the number is true, or its verdict is the one the author stated.
    public var holds: Bool {
        guard let expected else { return verdict.isTrue }
        return verdict.meets(expected)
    }
}
