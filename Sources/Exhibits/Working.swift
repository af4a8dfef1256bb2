/// Mathematics worked step by step: what a lecturer writes on the board for one derivation.
@_documentation(visibility: internal)
public struct Working: Codable, Hashable, Sendable {
    /// One step: a sentence of plain language and the formula it explains.
    public struct Step: Codable, Hashable, Sendable {
        public var explanation: String
        /// TeX lines of one chain of equalities, `left = right`, aligned at the first `&`.
        public var lines: [String]

        public init(_ explanation: String, _ lines: [String]) {
            self.explanation = explanation
            self.lines = lines
        }
    }

    /// What is derived, as TeX: `\frac{\partial E_{total}}{\partial w_5}`.
    public var subject: String
    /// The same in plain text, for alternative texts and the Markdown report's headings: `∂E_total/∂w5`.
    public var title: String
    public var steps: [Step]
    /// Whether a page may fold the steps behind the title and the result.
    public var folds: Bool

    public init(subject: String, title: String, steps: [Step], folds: Bool = false) {
        self.subject = subject
        self.title = title
        self.steps = steps
        self.folds = folds
    }
}
