import Lessons

/// How all that a lesson declares at file scope is kept to its own file, so that lessons with types of the same name compile in
/// one module.
struct PrivateDeclarations: Hashable {
    /// The lines of each cell before which `fileprivate` goes, by the cell's index.
    let lines: [Int: [Int]]

    /// nil when something can't be kept to a file, such as an operator, or the conformance of a type that isn't the lesson's.
    init?(_ cells: [Cell]) {
        let all = cells.map { Declarations($0.code) }
        let types = all.reduce(into: Set()) { $0.formUnion($1.types) }
        guard all.allSatisfy({ !$0.reachesOut && $0.conforming.isSubset(of: types) }) else { return nil }
        lines = Dictionary(zip(cells.map(\.index), all.map(\.lines))) { first, _ in first }
    }
}
