import Claims
import Exhibits

/// A list whose numbers are right, but stand in other places.
extension Hint {
    /// Said once of the whole list, where every number fits its place in another arrangement of the same numbers.
    static func arrangement(of written: [WrittenNumber], computed: Quantity) -> Hint? {
        guard case .matrix(let rows) = computed, let width = rows.first?.count,
            rows.allSatisfy({ $0.count == width }), written.count == rows.count * width
        else {
            guard case .vector(let list) = computed else { return nil }
            return hint("the list is turned round", list.reversed(), written)
        }
        let columns = (0..<width).map { column in rows.map { $0[column] } }
        if let hint = hint("the list is transposed: rows stand where columns belong", columns.flatMap(\.self), written) {
            return hint
        }
        return swap("rows", of: rows, written) { $0.flatMap(\.self) }
            ?? swap("columns", of: columns, written) { columns in rows.indices.flatMap { row in columns.map { $0[row] } } }
    }

    private static func swap(
        _ word: String, of lines: [[Double]], _ written: [WrittenNumber], _ numbers: ([[Double]]) -> [Double]
    ) -> Hint? {
        guard lines.count <= 40 else { return nil }
        for first in lines.indices {
            for second in lines.indices where second > first && lines[first] != lines[second] {
                var other = lines
                other.swapAt(first, second)
                let words = "\(word) \(first + 1) and \(second + 1) of the list are exchanged"
                if let hint = hint(words, numbers(other), written) { return hint }
            }
        }
        return nil
    }

    /// - Returns: Nil where a number doesn't fit, or where so few digits are written that it might by chance.
    private static func hint(_ words: String, _ values: [Double], _ written: [WrittenNumber]) -> Hint? {
        guard values.count == written.count, values.count > 1,
            zip(written, values).allSatisfy({ $0.verdict(for: $1) == .exact }),
            zip(written, values).reduce(0, { $0 + Mismatch(written: $1.0, value: $1.1).telltaleDigits }) >= 4
        else { return nil }
        return Hint(cause: Cause.arrangement.rawValue, message: words, value: values[0])
    }
}
