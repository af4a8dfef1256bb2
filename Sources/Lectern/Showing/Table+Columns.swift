import Exhibits

/// What can stand in a table made in a cell.
public protocol TableCellConvertible {
    /// How it stands in a table.
    var tableCell: Table.Cell { get }
}

extension Double: TableCellConvertible {
    /// How it stands in a table.
    public var tableCell: Table.Cell { .number(self, nil) }
}

extension Int: TableCellConvertible {
    /// How it stands in a table.
    public var tableCell: Table.Cell { .number(Double(self), .decimals(0)) }
}

extension String: TableCellConvertible {
    /// How it stands in a table.
    public var tableCell: Table.Cell { .text(self) }
}

extension Bool: TableCellConvertible {
    /// How it stands in a table.
    public var tableCell: Table.Cell { .text(self ? LessonWords.current.yes : LessonWords.current.no) }
}

extension Table.Cell: TableCellConvertible {
    /// How it stands in a table.
    public var tableCell: Table.Cell { self }
}

extension Table {
    /// A table from titles and rows: `Table(["step", "loss"], rows: [[1, 0.298], [2, 0.291]])`.
    ///
    /// Columns of numbers are aligned at the right; one that holds only whole numbers shows no decimals.
    public init(_ titles: [String], rows: [[any TableCellConvertible]], caption: String? = nil) {
        var cells = rows.map { $0.map(\.tableCell) }
        let columns = titles.indices.map { index in
            let numbers = cells.compactMap { row -> Double? in
                guard row.indices.contains(index), case .number(let value, _) = row[index] else { return nil }
                return value
            }
            let isNumeric = !cells.isEmpty && numbers.count == cells.count
            if isNumeric, numbers.allSatisfy({ $0 == $0.rounded() && abs($0) < 1e15 }) {
                for row in cells.indices { cells[row][index] = .number(numbers[row], .decimals(0)) }
            }
            return Column(.text(titles[index]), isNumeric ? .trailing : .leading)
        }
        self.init(caption: caption, columns: columns, rows: cells)
    }
}
