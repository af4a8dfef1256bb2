import Exhibits
import Lessons

/// The claims and inline values of a lesson's text.
extension ProgramWriter {
    /// A claim or inline value that is followed, not compiled.
    mutating func ask(_ question: Question) {
        tabulate()
        questions.append(question)
    }

    /// Writes what has waited for its like.
    mutating func answer() {
        tabulate()
        guard !questions.isEmpty else { return }
        let asked = literal(Handed.text(questions))
        questions = []
        generated("LessonRun.answer(\(asked))")
    }

    /// An inline value or claim: its expression stands in its own column, so an error names line and column.
    mutating func expression(of slot: ReadSlot) {
        switch form {
        case .run: run(slot)
        case .read: read(slot)
        }
    }

    private mutating func run(_ read: ReadSlot) {
        let slot = read.slot
        if case .claim(let claim) = slot, claim.entry != nil {
            if table.isEmpty || table.first?.again(for: slot) == nil { answer() }
            return table.append(read)
        }
        value(slot.expression, at: slot.expressionPlace, read.facts)
        var claimed = ""
        if case .claim(let claim) = slot {
            claimed = ", written: \(literal(claim.written))"
            if let plain = read.plain { claimed += ", of: \(literal(Handed.text(plain)))" }
        }
        generated("LessonRun.outcome(\(slot.number), _v\(claimed)) }")
    }

    /// A claimed table's expression is compiled and computed once, for all its numbers: the compiler takes a minute for two
    /// thousand claims of their own.
    private mutating func tabulate() {
        guard let first = table.first, case .claim(let claim) = first.slot, let entry = claim.entry else { return }
        let questions = table.compactMap { read -> TableQuestion? in
            guard case .claim(let claim) = read.slot, let entry = claim.entry else { return nil }
            return TableQuestion(
                slot: claim.slot, row: entry.row, column: entry.column, written: claim.written,
                expression: read.plain.map(entry.of))
        }
        table = []
        value(claim.expression, at: claim.expressionPlace, first.facts)
        let asked = literal(Handed.text(questions))
        generated("LessonRun.table(_v, rows: \(entry.rows), columns: \(entry.columns), \(asked)) }")
    }

    /// Opens a scope in which `_v` is what an expression of the text comes to.
    private mutating func value(_ expression: String, at place: Place, _ facts: CodeFacts) {
        // A scope of its own: with a thousand constants in one scope the compiler takes twice as long.
        generated("do {")
        if facts.uses.throwing != nil { generated("LessonRun.reach(\(literal("\(place)")))") }
        // What is missing from an unfinished expression is then missed on its own line.
        let code =
            String(repeating: " ", count: max(0, place.column - 1)) + expression + (expression.holds("//") ? "" : " ;")
        if place.line > 1 {
            locate(place.file, line: place.line - 1)
            line("let _v: Any =")
            line(code)
        } else {
            // No line comes before the first, and between an equals sign and its value no place can be given: a branch takes one.
            line("let _v: Any = if true {")
            locate(place.file, line: place.line)
            line(code)
            generated("} else { () }")
        }
    }

    private mutating func read(_ read: ReadSlot) {
        let uses = read.facts.uses
        let waits = (uses.throwing != nil ? "try " : "") + (uses.waits ? "await " : "")
        let expression = read.slot.expression
        guard case .claim(let claim) = read.slot else {
            return line("\(waits)LessonRun.tell(\(literal(expression)), \(expression))")
        }
        let name = literal(claim.entry?.words ?? expression)
        line("\(waits)LessonRun.tell(\(name), \(claim.entry?.call ?? expression), written: \(literal(claim.written)))")
    }
}

extension TableEntry {
    /// The entry as a call, of the table as it is said plainly.
    fileprivate func of(_ table: PlainExpression) -> PlainExpression {
        let places = [("row", row), ("column", column), ("rows", rows), ("columns", columns)]
        return .function(
            "_entry",
            [.init(label: "of", value: table)] + places.map { .init(label: $0.0, value: .integer($0.1)) })
    }
}
