/// A number of a claimed table, which a running lesson holds to the value of the table's expression.
package struct TableQuestion: Codable, Hashable, Sendable {
    package var slot: Int
    /// Among the claimed rows and columns, from 0.
    package var row, column: Int
    /// What the author claims.
    package var written: String
    /// What of, where that can be said plainly.
    package var expression: PlainExpression?

    package init(slot: Int, row: Int, column: Int, written: String, expression: PlainExpression?) {
        self.slot = slot
        self.row = row
        self.column = column
        self.written = written
        self.expression = expression
    }
}
