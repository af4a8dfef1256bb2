/// A table as data: the page decides how it looks, and its numbers keep their full precision.
public struct Table: Codable, Hashable, Sendable {
    public enum Cell: Codable, Hashable, Sendable {
        case text(String)
        /// TeX without delimiters, typeset as inline mathematics.
        case tex(String)
        /// A number and its format; `nil` means the page's digits.
        case number(Double, NumberFormat?)
        case empty
    }

    public enum Alignment: String, Codable, Sendable { case leading, center, trailing }

    public struct Column: Codable, Hashable, Sendable {
        public var title: Cell
        public var alignment: Alignment

        public init(_ title: Cell, _ alignment: Alignment = .leading) {
            self.title = title
            self.alignment = alignment
        }
    }

    public var caption: String?
    public var columns: [Column]
    public var rows: [[Cell]]

    public init(caption: String? = nil, columns: [Column], rows: [[Cell]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
