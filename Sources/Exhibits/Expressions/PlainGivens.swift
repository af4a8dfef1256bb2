/// The numbers that the code of a cell writes down, and the methods that it calls by name: what a computation may have begun
/// with that left no trace of how it was done.
package struct PlainGivens: Codable, Hashable, Sendable {
    package private(set) var numbers: [Double] = []
    /// Lists of numbers as rows: a list by itself is one row, a list of lists has as many rows.
    package private(set) var tables: [[[Double]]] = []
    package private(set) var calls: [String] = []

    /// More than this in one lesson is data, in which anything can be found.
    private static let most = 200
    private static let longestRow = 64

    package init() {}

    package var isEmpty: Bool { numbers.isEmpty && tables.isEmpty && calls.isEmpty }

    package mutating func add(_ number: Double) {
        if numbers.count < Self.most, !numbers.contains(number) { numbers.append(number) }
    }

    package mutating func add(_ table: [[Double]]) {
        guard tables.count < Self.most, table.count <= Self.longestRow, !table.isEmpty,
            table.allSatisfy({ !$0.isEmpty && $0.count <= Self.longestRow }), !tables.contains(table)
        else { return }
        tables.append(table)
    }

    package mutating func add(call name: String) {
        if calls.count < Self.most, !calls.contains(name) { calls.append(name) }
    }

    package mutating func add(_ other: PlainGivens) {
        for number in other.numbers { add(number) }
        for table in other.tables { add(table) }
        for call in other.calls { add(call: call) }
    }
}
