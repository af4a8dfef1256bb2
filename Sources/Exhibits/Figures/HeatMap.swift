/// A matrix whose entries are shown by colour and, where there is room, in figures: weights, attention, a confusion matrix.
public struct HeatMap: Codable, Hashable, Sendable {
    public var title: String?
    /// What the rows are, written beside them, and what the columns are, written above.
    public var rowTitle: String
    public var columnTitle: String
    public var rowNames: [String]
    public var columnNames: [String]
    public var values: [[Double]]
    /// How entries are written; `nil` leaves them out.
    public var format: NumberFormat?

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
