import Exhibits
import Lessons

/// Which claims and inline values the running lesson can follow without their being compiled, given what stands before them.
struct FollowedSlots {
    /// Whether members and operators mean what the library says: not where the lesson extends or redefines something.
    private let trusts: Bool
    private var constants: Set<String> = []

    init(_ lesson: ReadLesson) { trusts = !lesson.cells.contains { $0.facts.uses.redefines } }

    /// What stands after a cell may speak of its constants.
    mutating func pass(_ values: [NamedValue]) { constants.formUnion(values.filter(\.isConstant).map(\.name)) }

    /// What to ask the running lesson; nil for what has to be compiled.
    func question(_ slot: ReadSlot) -> Question? {
        // The numbers of a claimed table share what is computed once.
        if case .claim(let claim) = slot.slot, claim.entry != nil { return nil }
        guard let expression = slot.plain else { return nil }
        let roots = expression.roots
        guard !roots.isEmpty, roots.isSubset(of: constants) else { return nil }
        guard expression.isName || (trusts && expression.isKnown) else { return nil }
        let written: String? = if case .claim(let claim) = slot.slot { claim.written } else { nil }
        return Question(slot: slot.slot.number, expression: expression, written: written)
    }
}
