import Exhibits

/// What computations of a lesson may have begun with: the numbers and lists that its code writes down, and the lists it has made.
struct Beginnings: Hashable {
    var numbers: [Double]
    /// Literal tables; a list by itself is a table of one row.
    var tables: [[[Double]]]
    var lists: [[Double]]
    /// The optimisers that the code calls by name, or whose steps it has.
    var families: Set<StepFormula.Family>

    private static let mostLists = 120
    private static let longestList = 256

    init(_ evidence: Evidence) {
        numbers = evidence.givens.numbers
        tables = evidence.givens.tables
        families = Set(evidence.givens.calls.compactMap(StepFormula.Family.init)).union(evidence.families)
        var seen: Set<[Double]> = []
        var lists: [[Double]] = []
        func add(_ list: [Double]) {
            guard list.count <= Self.longestList, lists.count < Self.mostLists, seen.insert(list).inserted else { return }
            lists.append(list)
        }
        for table in tables {
            table.forEach(add)
            if table.count > 1 {
                Self.columns(of: table).forEach(add)
                add(table.flatMap(\.self))
            }
        }
        for list in evidence.lists.reversed() { add(list.values) }
        self.lists = lists
    }

    private static func columns(of table: [[Double]]) -> [[Double]] {
        guard let width = table.first?.count, table.allSatisfy({ $0.count == width }) else { return [] }
        return (0..<width).map { column in table.map { $0[column] } }
    }
}
