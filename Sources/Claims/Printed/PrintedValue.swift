/// What a printed calculation comes to: a number, a vector or a matrix of intervals.
public struct PrintedValue: Hashable, Sendable {
    public var rows: Int
    public var columns: Int
    /// Row by row.
    public var entries: [Interval]
    /// Whether it is a number, not a matrix of one.
    public var isNumber: Bool

    public init(_ number: Interval) {
        rows = 1
        columns = 1
        entries = [number]
        isNumber = true
    }

    public init(rows: Int, columns: Int, entries: [Interval]) {
        self.rows = rows
        self.columns = columns
        self.entries = entries
        isNumber = false
    }

    public var number: Interval? { isNumber || entries.count == 1 ? entries[0] : nil }
    public var isVector: Bool { !isNumber && (rows == 1 || columns == 1) }
    public var isFinite: Bool { entries.allSatisfy(\.isFinite) }

    /// Whether both have the same form; a vector may stand as a row or as a column.
    public func matches(_ other: PrintedValue) -> Bool {
        guard entries.count == other.entries.count else { return false }
        return (rows == other.rows && columns == other.columns) || (isVector && other.isVector)
    }

    var transposed: PrintedValue {
        guard !isNumber else { return self }
        let flipped = (0..<columns).flatMap { column in (0..<rows).map { entries[$0 * columns + column] } }
        return PrintedValue(rows: columns, columns: rows, entries: flipped)
    }

    func map(_ change: (Interval) -> Interval?) -> PrintedValue? {
        let changed = entries.compactMap(change)
        guard changed.count == entries.count else { return nil }
        var result = self
        result.entries = changed
        return result
    }

    /// Entry by entry; a number goes with every entry where `spreads` allows it.
    func combined(_ other: PrintedValue, spreads: Bool, _ operation: (Interval, Interval) -> Interval?) -> PrintedValue? {
        if isNumber, other.isNumber { return operation(entries[0], other.entries[0]).map { PrintedValue($0) } }
        if spreads, isNumber { return other.map { operation(entries[0], $0) } }
        if spreads, other.isNumber { return map { operation($0, other.entries[0]) } }
        guard !isNumber, !other.isNumber, matches(other) else { return nil }
        let results = zip(entries, other.entries).compactMap { operation($0, $1) }
        guard results.count == entries.count else { return nil }
        return PrintedValue(rows: rows, columns: columns, entries: results)
    }

    /// The product of matrices; of two vectors of one length the sum of products, a vector behind a matrix is a column.
    func product(_ other: PrintedValue) -> PrintedValue? {
        if isNumber || other.isNumber { return combined(other, spreads: true, *) }
        var (left, right) = (self, other)
        if left.columns != right.rows {
            if left.isVector, right.isVector, left.entries.count == right.entries.count {
                return PrintedValue(Self.sum(left.entries, right.entries))
            }
            if right.isVector, right.entries.count == left.columns { right = right.transposed }
            if left.isVector, left.entries.count == right.rows, left.columns != right.rows { left = left.transposed }
        }
        guard left.columns == right.rows, left.rows * right.columns <= 10_000 else { return nil }
        var entries: [Interval] = []
        for row in 0..<left.rows {
            for column in 0..<right.columns {
                entries.append(
                    Self.sum(
                        (0..<left.columns).map { left.entries[row * left.columns + $0] },
                        (0..<right.rows).map { right.entries[$0 * right.columns + column] }))
            }
        }
        return left.rows == 1 && right.columns == 1
            ? PrintedValue(entries[0]) : PrintedValue(rows: left.rows, columns: right.columns, entries: entries)
    }

    private static func sum(_ a: [Interval], _ b: [Interval]) -> Interval {
        zip(a, b).reduce(Interval(0, 0)) { $0 + $1.0 * $1.1 }
    }
}
