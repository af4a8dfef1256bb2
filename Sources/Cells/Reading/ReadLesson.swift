import Exhibits
import Lessons
import SwiftSyntax

/// The code of a lesson as Swift's parser reads it, once: the cells that run, and the expressions of its text.
struct ReadLesson: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case cell(ReadCell)
        case slot(ReadSlot)

        var facts: CodeFacts {
            switch self {
            case .cell(let cell): cell.facts
            case .slot(let slot): slot.facts
            }
        }
    }

    let steps: [Step]

    init(_ lesson: Lesson, within time: ParsingTime = ParsingTime()) {
        var time = time
        var table: ReadSlot?
        steps = lesson.steps.compactMap { step in
            switch step {
            case .cell(let cell): return cell.options.eval ? .cell(ReadCell(cell, within: &time)) : nil
            case .slot(let slot):
                // All numbers of a table have one expression.
                let read = table?.again(for: slot) ?? ReadSlot(slot, within: &time)
                table = read
                return .slot(read)
            }
        }
    }

    var cells: [ReadCell] { steps.compactMap { if case .cell(let cell) = $0 { cell } else { nil } } }

    var slots: [ReadSlot] { steps.compactMap { if case .slot(let slot) = $0 { slot } else { nil } } }
}

/// What is known of a cell or an expression as a whole.
struct CodeFacts: Hashable, Sendable {
    /// What opens in it and doesn't close, or closes and wasn't opened; or that it can't be read in time.
    let imbalance: Finding?
    /// Where it says that its lines are others.
    let movedPlace: Finding?
    let confusedMembers: Finding?
    /// Whether the parser understood all of it.
    let isCertain: Bool
    let uses: CodeUses

    /// What is known of an expression that has one name and nothing else of what stands elsewhere.
    init(naming name: String) {
        var uses = CodeUses()
        uses.names = [name]
        self.init(isCertain: true, uses: uses)
    }

    /// What is known of code that the parser didn't come to the end of: nothing, and the first such is a finding.
    init(unreadAt place: Place, isFirst: Bool) {
        imbalance =
            isFirst
            ? Finding(
                .error, code: "parsing-limit", at: place,
                "Swift's parser comes to no end here: brackets in brackets in brackets take it twice as long with each level; give "
                    + "a part a name of its own (`let row = …`)") : nil
        movedPlace = nil
        confusedMembers = nil
        isCertain = false
        uses = CodeUses()
    }

    /// The same without what is to be said of it, which is said once.
    var told: CodeFacts { CodeFacts(isCertain: isCertain, uses: uses) }

    private init(isCertain: Bool, uses: CodeUses) {
        imbalance = nil
        movedPlace = nil
        confusedMembers = nil
        self.isCertain = isCertain
        self.uses = uses
    }

    init(_ text: SwiftText, _ uses: CodeUses) {
        imbalance = text.imbalance
        movedPlace = text.movedPlace
        confusedMembers = text.confusedMembers
        isCertain = text.isCertain
        self.uses = uses
    }
}

struct ReadCell: Hashable, Sendable {
    let cell: Cell
    let items: [CellItem]
    let facts: CodeFacts

    var index: Int { cell.index }

    init(_ cell: Cell, within time: inout ParsingTime) {
        self.cell = cell
        let isFirst = !time.isOver
        guard let text = SwiftText(cell.code, at: cell.place, within: &time) else {
            items = []
            facts = CodeFacts(unreadAt: cell.place, isFirst: isFirst)
            return
        }
        items = ItemReader.items(of: text)
        facts = CodeFacts(text, items.reduce(into: CodeUses()) { $0.add($1.uses) })
    }
}

/// A claim or an inline value.
struct ReadSlot: Hashable, Sendable {
    let slot: Slot
    /// What it says, if it is plain.
    let plain: PlainExpression?
    /// Why it is no expression, if it is none.
    let fault: String?
    let facts: CodeFacts

    init(_ slot: Slot, within time: inout ParsingTime) {
        if let chain = PlainChain(slot.expression) {
            self.init(slot: slot, plain: chain.expression, fault: nil, facts: CodeFacts(naming: chain.root))
        } else {
            self.init(parsing: slot, within: &time)
        }
    }

    private init(slot: Slot, plain: PlainExpression?, fault: String?, facts: CodeFacts) {
        self.slot = slot
        self.plain = plain
        self.fault = fault
        self.facts = facts
    }

    /// The same for any expression, read by Swift's parser.
    init(parsing slot: Slot, within time: inout ParsingTime) {
        self.slot = slot
        let isFirst = !time.isOver
        guard
            let text = SwiftText(expression: slot.expression, at: slot.expressionPlace, within: &time)
                ?? SwiftText(slot.expression, at: slot.expressionPlace, within: &time)
        else {
            facts = CodeFacts(unreadAt: slot.expressionPlace, isFirst: isFirst)
            plain = nil
            fault = nil
            return
        }
        facts = CodeFacts(text, CodeUses(of: text.tree))
        plain = text.tree.as(ExprSyntax.self).flatMap { PlainExpression($0) }
        fault = text.statements.flatMap(Self.fault)
    }

    /// The same for another number of the same table; `nil` where `slot` is none.
    func again(for slot: Slot) -> ReadSlot? {
        guard case .claim(let claim) = slot, case .claim(let mine) = self.slot, claim.entry != nil, let table = mine.table,
            claim.table == table, claim.expression == mine.expression
        else { return nil }
        return ReadSlot(slot: slot, plain: plain, fault: nil, facts: facts.told)
    }

    private static func fault(of nodes: CodeBlockItemListSyntax) -> String? {
        guard let first = nodes.first else { return nil }
        let isExpression = first.item.is(ExpressionStmtSyntax.self) || first.item.is(ExprSyntax.self)
        if !isExpression, let word = first.firstToken(viewMode: .sourceAccurate)?.text,
            !first.item.is(UnexpectedCodeDeclSyntax.self)
        {
            return "'\(word)' begins a statement, which has no value"
        }
        return nodes.count > 1 && first.semicolon != nil ? "there is a second statement after ';'" : nil
    }
}
