/// Everything one run of a lesson left behind, in the order it happened. A page is rendered from the lesson and this alone.
@_documentation(visibility: internal)
public struct Transcript: Codable, Hashable, Sendable {
    /// One thing a cell produced.
    public enum Output: Codable, Hashable, Sendable {
        case printed(String)
        /// What the cell wrote to standard error.
        case warned(String)
        case exhibit(Exhibit)
        case claim(CellClaim)
        /// The cell failed, and its options ask for the failure to be shown.
        case failed(Finding)
    }

    /// Outputs by cell index; a cell without output has no entry.
    public var outputs: [Int: [Output]]
    /// Outcomes by slot.
    public var outcomes: [Int: Outcome]
    /// What went wrong in compiling or running, located in the lesson. Empty when it ran to its end.
    public var failures: [Finding]
    /// What the compiler warned of in cells whose options don't say that warnings are of no interest.
    public var warnings: [Finding]
    /// What its constants hold, when that was asked for.
    public var quantities: [NamedNumber]?
    /// What was in the way of draws that were drawn again, and how often; nil where none was.
    public var redrawn: [String: Int]?
    /// What the answers to its exercises are computed from; nil where it asks nothing.
    public var answers: AnswerSheet?
    /// How well the run was isolated; nil when nothing ran.
    public var isolation: IsolationLevel?

    public init(
        outputs: [Int: [Output]] = [:], outcomes: [Int: Outcome] = [:], failures: [Finding] = [], warnings: [Finding] = []
    ) {
        self.outputs = outputs
        self.outcomes = outcomes
        self.failures = failures
        self.warnings = warnings
    }
}
