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
public func entry(of value: Any, row: Int, column: Int, rows: Int, columns: Int) -> Any {
    switch Quantity(describing: value) {
    case .matrix(let matrix):
        if matrix.indices.contains(row), matrix[row].indices.contains(column) { return matrix[row][column] }
        return "a matrix of \(matrix.count) by \(matrix.first?.count ?? 0), where the table has \(rows) by \(columns)"
    case .vector(let vector):
        guard rows == 1 || columns == 1 else { return "a vector, where the table has \(rows) by \(columns) numbers" }
        let index = columns == 1 ? row : column
        if vector.indices.contains(index) { return vector[index] }
        return "a vector of \(vector.count), where the table has \(max(rows, columns)) numbers"
    case .number(let number): return number
    case .integer(let number): return number
    case .boolean(let flag): return flag
    case .text(let text): return text
    }
}
