/// How all that a lesson declares at file scope is kept to its own file, so that lessons with types of the same name compile in
/// one module.
struct Hiding: Hashable, Sendable {
    /// Where `fileprivate` goes in each cell, by the cell's index.
    let modifiers: [Int: [Range<Int>]]

    /// nil when something can't be kept to a file, such as an operator, or the conformance of a type that isn't the lesson's.
    init?(_ cells: [ReadCell], _ placement: Placement) {
        // A type that stays in the function is none of those that an extension outside it means.
        let own = Set(
            cells.flatMap { cell in (placement.atFileScope[cell.index] ?? []).compactMap { cell.items[$0].type } })
        var modifiers: [Int: [Range<Int>]] = [:]
        for cell in cells {
            for position in placement.atFileScope[cell.index] ?? [] {
                switch cell.items[position].privacy {
                case .modifier(behind: let places): modifiers[cell.index, default: []] += places
                case .own(conforming: let type): if let type, !own.contains(type) { return nil }
                case .none, .statement: return nil
                }
            }
        }
        self.modifiers = modifiers
    }
}
