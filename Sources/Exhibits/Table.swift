/// A table as data: the page decides how it looks, and its numbers keep their full precision.
///
/// - Example: `show(Table(["epoch", "loss"], rows: [[1, 0.5], [2, 0.25]]))`
public struct Table: Codable, Hashable, Sendable {
    /// What stands in a cell.
    public enum Cell: Codable, Hashable, Sendable {
        /// Words.
        case text(String)
        /// TeX without delimiters, typeset as inline mathematics.
        case tex(String)
        /// A number and its format; `nil` means the page's digits.
        case number(Double, NumberFormat?)
        /// Nothing.
        case empty
    }

    /// At the side where reading ends.
    public enum Alignment: String, Codable, Sendable {
        /// At the side where reading begins.
        case leading
        /// In the middle.
        case center
        /// At the side where reading ends.
        case trailing
    }

    /// A column.
    public struct Column: Codable, Hashable, Sendable {
        /// What stands above.
        public var title: Cell
        /// Where its text stands.
        public var alignment: Alignment

        /// A column with its heading.
        public init(_ title: Cell, _ alignment: Alignment = .leading) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// What stands below; nil for nothing.
    public var caption: String?
    /// The columns from left to right.
    public var columns: [Column]
    /// The rows from top to bottom, as many cells in each as there are columns.
    public var rows: [[Cell]]

    /// A table of columns and rows.
    public init(caption: String? = nil, columns: [Column], rows: [[Cell]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
