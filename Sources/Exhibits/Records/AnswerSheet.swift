/// A wrong number that a known mistake leads to: the derivation with one rule broken, everything else being done right.
@_documentation(visibility: internal)
public struct Misconception: Codable, Hashable, Sendable {
    /// The kind of slip in kebab case, as causes of false claims are called: `missing-factor`, `updated-weights`.
    public var cause: String
    /// In words: “the slope σ′ left out everywhere”.
    public var words: String
    public var value: Double
    /// Whether it is one of the few that are made most; what is said of few digits is said of these alone.
    public var isCommon: Bool

    public init(_ cause: String, _ words: String, _ value: Double, isCommon: Bool) {
        self.cause = cause
        self.words = words
        self.value = value
        self.isCommon = isCommon
    }
}

/// What a lesson's answers are computed from, and what they come to with a rule broken.
@_documentation(visibility: internal)
public struct AnswerSheet: Codable, Hashable, Sendable {
    public struct Answer: Codable, Hashable, Sendable {
        /// Among the lesson's claims and inline values.
        public var slot: Int
        /// Which number of a list, in reading order from 0.
        public var entry: Int
        /// Where it was found in the lesson's computations; nil where none has it.
        public var graph: Int?
        public var quantity: RecordedQuantity?
        /// The commonest first, all different from the answer and from each other.
        public var misconceptions: [Misconception]

        public init(
            slot: Int, entry: Int, graph: Int? = nil, quantity: RecordedQuantity? = nil, misconceptions: [Misconception] = []
        ) {
            self.slot = slot
            self.entry = entry
            self.graph = graph
            self.quantity = quantity
            self.misconceptions = misconceptions
        }
    }

    public var graphs: [RecordedGraph]
    public var answers: [Answer]

    public init(graphs: [RecordedGraph] = [], answers: [Answer] = []) {
        self.graphs = graphs
        self.answers = answers
    }

    /// What is known of one number of an answer.
    public func answer(slot: Int, entry: Int) -> Answer? { answers.first { $0.slot == slot && $0.entry == entry } }
}
