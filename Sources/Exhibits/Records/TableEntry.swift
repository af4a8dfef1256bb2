/// Which number of a table that is claimed whole.
@_documentation(visibility: internal)
public struct TableEntry: Codable, Hashable, Sendable {
    /// The expression that gives the whole table.
    public var table: String
    /// Among the claimed rows and columns, from 0.
    public var row, column: Int
    /// How many claimed rows and columns there are.
    public var rows, columns: Int

    public init(of table: String, row: Int, column: Int, rows: Int, columns: Int) {
        self.table = table
        self.row = row
        self.column = column
        self.rows = rows
        self.columns = columns
    }

    /// The call that gives it, for a program that is read.
    public var call: String { "_entry(of: \(table), row: \(row), column: \(column), rows: \(rows), columns: \(columns))" }

    /// For findings and reports: `losses, row 3, column 1`.
    public var words: String { "\(table), row \(row + 1), column \(column + 1)" }
}
