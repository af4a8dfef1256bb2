import Exhibits
import Lessons

/// Which claims and inline values the running lesson can follow without their being compiled, given what stands before them.
struct FollowedSlots {
    /// Whether members and operators mean what the library says: not where the lesson extends or redefines something.
    private let trusts: Bool
    private var constants: Set<String> = []

    init(_ lesson: Lesson) {
        trusts = !lesson.cells.contains { cell in
            let code = cell.code
            return cell.options.eval
                && (code.holds("extension") || code.holds("operator")
                    || code.holds("func") && ["func +", "func -", "func *", "func /"].contains { code.contains($0) })
        }
    }

    /// What stands after a cell may speak of its constants.
    mutating func pass(_ cell: TopLevel) { constants.formUnion(cell.lasting.map(String.init)) }

    func follows(_ slot: Slot) -> Bool {
        guard let expression = PlainExpression(slot.expression) else { return false }
        let roots = expression.roots
        guard !roots.isEmpty, roots.isSubset(of: constants), Questions.carries(slot.expression) else { return false }
        return expression.isName || (trusts && expression.isKnown)
    }
}

extension Questions {
    init(slots: [Slot]) {
        self.init(
            slots.map { slot in
                var written: String?
                if case .claim(let claim) = slot { written = claim.written }
                return Question(slot: slot.number, expression: slot.expression, written: written)
            })
    }
}
