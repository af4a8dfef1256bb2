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

    init(_ lesson: Lesson) {
        steps = lesson.steps.compactMap { step in
            switch step {
            case .cell(let cell): cell.options.eval ? .cell(ReadCell(cell)) : nil
            case .slot(let slot): .slot(ReadSlot(slot))
            }
        }
    }

    var cells: [ReadCell] { steps.compactMap { if case .cell(let cell) = $0 { cell } else { nil } } }

    var slots: [ReadSlot] { steps.compactMap { if case .slot(let slot) = $0 { slot } else { nil } } }
}

/// What is known of a cell or an expression as a whole.
struct CodeFacts: Hashable, Sendable {
    /// What opens in it and doesn't close, or closes and wasn't opened.
    let imbalance: Finding?
    /// Where it says that its lines are others.
    let movedPlace: Finding?
    let confusedMembers: Finding?
    /// Whether the parser understood all of it.
    let isCertain: Bool
    let uses: CodeUses

    /// What is known of an expression that has one name and nothing else of what stands elsewhere.
    init(naming name: String) {
        imbalance = nil
        movedPlace = nil
        confusedMembers = nil
        isCertain = true
        var uses = CodeUses()
        uses.names = [name]
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

    init(_ cell: Cell) {
        self.cell = cell
        let text = SwiftText(cell.code, at: cell.place)
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

    init(_ slot: Slot) {
        if let chain = PlainChain(slot.expression) {
            self.init(slot: slot, plain: chain.expression, fault: nil, facts: CodeFacts(naming: chain.root))
        } else {
            self.init(parsing: slot)
        }
    }

    private init(slot: Slot, plain: PlainExpression?, fault: String?, facts: CodeFacts) {
        self.slot = slot
        self.plain = plain
        self.fault = fault
        self.facts = facts
    }

    /// The same for any expression, read by Swift's parser.
    init(parsing slot: Slot) {
        self.slot = slot
        let text =
            SwiftText(expression: slot.expression, at: slot.expressionPlace)
            ?? SwiftText(slot.expression, at: slot.expressionPlace)
        facts = CodeFacts(text, CodeUses(of: text.tree))
        plain = text.tree.as(ExprSyntax.self).flatMap { PlainExpression($0) }
        fault = text.statements.flatMap(Self.fault)
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
