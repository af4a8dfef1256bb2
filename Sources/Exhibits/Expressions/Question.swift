/// A claim or an inline value that the running lesson answers from what it remembers.
package struct Question: Codable, Hashable, Sendable {
    package var slot: Int
    package var expression: PlainExpression
    /// What the author claims, if it is a claim.
    package var written: String?

    package init(slot: Int, expression: PlainExpression, written: String? = nil) {
        self.slot = slot
        self.expression = expression
        self.written = written
    }
}
