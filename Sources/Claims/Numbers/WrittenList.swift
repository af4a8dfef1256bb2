/// A vector or a matrix as written, each number with its own place in the text.
///
/// `[1, 2]`, `(1, 2)`, `[1 2]`, `[[1, 2], [3, 4]]`, `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}` and its kin, `(1, 2)^T`.
public struct WrittenList: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var number: WrittenNumber
        /// Bytes from the beginning of the claim's text to the number.
        public var offset: Int
    }

    public var rows: [[Entry]]
    public var entries: [Entry] { rows.flatMap(\.self) }

    /// Reads a list, or returns nil when the text isn't one; rows of unequal length aren't one either.
    public init?(parsing text: String, mark: DecimalMark = .point) {
        var reader = ListReader(text, mark: mark)
        guard let rows = reader.readAll(), let width = rows.first?.count, width > 0, rows.allSatisfy({ $0.count == width })
        else { return nil }
        self.rows = rows
    }
}
