/// What became of one inline value or claim.
@_documentation(visibility: internal)
public struct Outcome: Codable, Hashable, Sendable {
    /// `nil` when the expression threw: `failure` says what.
    public var value: Quantity?
    public var failure: String?
    /// For a claim that does not hold: explanations the run itself could find, best first.
    public var hints: [Hint]

    public init(_ value: Quantity?, failure: String? = nil, hints: [Hint] = []) {
        self.value = value
        self.failure = failure
        self.hints = hints
    }

    /// Takes a cause in the place of those that were found for the same number.
    public mutating func explain(by hint: Hint) {
        hints.removeAll { $0.entry == hint.entry }
        hints.insert(hint, at: 0)
    }
}

/// Where a lesson makes a claim.
@_documentation(visibility: internal)
public enum ClaimSite: Codable, Hashable, Sendable {
    /// In the text: a place among its claims and inline values.
    case slot(Int)
    /// By a call in a cell: which of the run's calls, from 0.
    case call(Int)
}

/// A claim made by a call inside a cell.
@_documentation(visibility: internal)
public struct CellClaim: Codable, Hashable, Sendable {
    public var written: String
    public var outcome: Outcome
    public var place: Place
    /// The verdict the author expects when it isn't that the number is right.
    public var expected: String?

    public init(written: String, outcome: Outcome, place: Place, expected: String? = nil) {
        self.written = written
        self.outcome = outcome
        self.place = place
        self.expected = expected
    }
}

/// A quantity that would have made a false claim true: a possible cause of the mistake.
@_documentation(visibility: internal)
public struct Hint: Codable, Hashable, Sendable {
    /// The kind of slip in kebab case: `neighbour`, `sign`, `factor`, `step`, `rounding-path`, `updated-weights`…
    public var cause: String
    /// In words, for the author: "this is ∂E/∂w6".
    public var message: String
    public var value: Double
    /// Which number of a list it was found for, in reading order from 0; nil where it is said of all that is claimed.
    public var entry: Int?

    public init(cause: String, message: String, value: Double) {
        self.cause = cause
        self.message = message
        self.value = value
    }
}
