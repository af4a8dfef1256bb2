/// Which items of the cells stand at file scope. All others stand in order in one function, where a cell that uses a later
/// cell's constant is an error instead of a silent zero.
///
/// Types and functions go to file scope, where they see each other and may be extended. What they use goes with them: also
/// constants, for a type in a function sees none of its constants. A constant at file scope is computed when it is first asked
/// for, so the function asks for it where it stood. A constant that can't go there, as one that is computed by `try`, keeps the
/// functions that use it in the function.
struct Placement: Hashable, Sendable {
    /// By the index of the cell: positions in its items.
    private(set) var atFileScope: [Int: Set<Int>] = [:]

    init(_ steps: [ReadLesson.Step]) {
        let dependencies = Dependencies(steps)
        let leaving = dependencies.entries.indices.reduce(into: Set<Int>()) {
            $0.formUnion(Self.whatLeaves(with: $1, dependencies))
        }
        for entry in leaving.map({ dependencies.entries[$0] }) { atFileScope[entry.cell, default: []].insert(entry.position) }
    }

    /// What goes to file scope because of an item, itself included.
    private static func whatLeaves(with index: Int, _ dependencies: Dependencies) -> Set<Int> {
        let entry = dependencies.entries[index]
        if entry.item.kind == .variable || entry.item.kind == .statement { return [] }
        let needs = dependencies.needs(of: index)
        switch entry.item.kind {
        case .outermost: return needs.held.isEmpty ? needs.all : [index]
        case .function:
            // In a function, too, it may use what stands before it.
            let usesOnlyEarlier = needs.values.allSatisfy { dependencies.entries[$0].order < entry.order }
            return needs.held.isEmpty && (needs.values.isEmpty || !usesOnlyEarlier) ? needs.all : []
        case .type, .variable, .statement: return needs.held.isEmpty ? needs.all : []
        }
    }
}
