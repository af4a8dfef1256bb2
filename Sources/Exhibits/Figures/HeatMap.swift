/// A matrix whose entries are shown by colour and, where there is room, in figures: weights, attention, a confusion matrix.
public struct HeatMap: Codable, Hashable, Sendable {
    /// What stands above.
    public var title: String?
    /// What the rows are, written beside them, and what the columns are, written above.
    public var rowTitle: String
    /// What the columns are.
    public var columnTitle: String
    /// What stands before the rows; empty for nothing.
    public var rowNames: [String]
    /// What stands above the columns; empty for nothing.
    public var columnNames: [String]
    /// The matrix, row by row.
    public var values: [[Double]]
    /// How entries are written; `nil` leaves them out.
    public var format: NumberFormat?

    /// A matrix with names of rows and columns; `format` writes its numbers.
    public init(
        title: String? = nil, rows rowTitle: String = "", columns columnTitle: String = "", rowNames: [String],
        columnNames: [String], values: [[Double]], format: NumberFormat?
    ) {
        self.title = title
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        self.rowNames = rowNames
        self.columnNames = columnNames
        self.values = values
        self.format = format
    }

    /// The largest magnitude: the colour of full strength.
    public var largest: Double { values.joined().filter(\.isFinite).reduce(0) { max($0, abs($1)) } }
}
