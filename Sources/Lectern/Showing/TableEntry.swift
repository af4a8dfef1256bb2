import Exhibits

/// The entry of a vector or matrix that a claimed table's cell is held to.
///
/// A table of one row or one column may be claimed with a vector. Where the value has no such entry, the answer says so
/// instead of being a number.
/// - Parameters:
///   - row: The cell's row among the rows that hold numbers, from 0.
///   - column: Its place among the numbers of the row, from 0.
///   - rows: How many rows of the table hold numbers.
///   - columns: How many numbers its longest row holds.
@_documentation(visibility: internal)
public func _entry(of value: Any, row: Int, column: Int, rows: Int, columns: Int) -> Any {
    TableEntries(of: Quantity(describing: value), rows: rows, columns: columns)[row, column]
}

/// The entries that the cells of a claimed table are held to.
struct TableEntries {
    private let value: Quantity
    private let rows, columns: Int

    init(of value: Quantity, rows: Int, columns: Int) {
        self.value = value
        self.rows = rows
        self.columns = columns
    }

    subscript(row: Int, column: Int) -> Any {
        switch value {
        case .matrix(let matrix):
            // A part of a matrix that happens to fit would be a claim about other numbers than the author means.
            let width = matrix.first?.count ?? 0
            if matrix.count == rows, width == columns { return matrix[row][column] }
            return "a matrix of \(matrix.count) by \(width), where the table has \(rows) by \(columns)"
        case .vector(let vector):
            guard rows == 1 || columns == 1 else {
                return "a vector of \(vector.count), where the table has \(rows) by \(columns) numbers: claim its rows"
            }
            if vector.count == max(rows, columns) { return vector[columns == 1 ? row : column] }
            return "a vector of \(vector.count), where the table has \(max(rows, columns)) numbers"
        case .nested(let tree): return "lists of \(tree.numbers.count) numbers that are no table: claim one level of them"
        case .number(let number):
            return rows * columns == 1 ? number as Any : "one number, where the table has \(rows) by \(columns)"
        case .integer(let number):
            return rows * columns == 1 ? number as Any : "one number, where the table has \(rows) by \(columns)"
        case .boolean(let flag): return flag
        case .text(let text): return text
        }
    }
}
