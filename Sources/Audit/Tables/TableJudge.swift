import Claims

/// Does a table's columns again that are a formula of others, and its totals.
///
/// A heading may be meant otherwise than it reads, so a column says something only where most of its rows bear it out: then the others
/// are wrong.
struct TableJudge {
    let table: ReadTable
    let judge: ResultJudge
    let text: FlatText
    private(set) var statuses: [Int: AuditedNumber.Status] = [:]

    init(_ table: ReadTable, sources: NumberSources, isSinglePrecision: Bool, text: FlatText) {
        self.table = table
        self.text = text
        judge = ResultJudge(sources: sources, symbols: { _ in nil }, isSinglePrecision: isSinglePrecision)
        for column in table.header.indices { judgeFormula(column) }
        judgeTotals()
    }

    private struct Row {
        var entry: Literal.Entry
        var outcome: ResultJudge.Outcome
        var value: Interval
    }

    // MARK: - Formulas

    private mutating func judgeFormula(_ column: Int) {
        guard let formula = formula(of: column) else { return }
        let rows = table.body.compactMap { row -> (Row, [Literal.Entry])? in
            var inputs: [Literal.Entry] = []
            let filled = filling(formula, from: row, &inputs)
            guard let filled, let literal = row[column].literal, literal.isNumber, let entry = literal.entries.first,
                let outcome = judge.judge(literal, as: filled, isAbout: false)?.first,
                let value = judge.value(of: filled, .results)?.number
            else { return nil }
            return (Row(entry: entry, outcome: outcome, value: value), inputs)
        }
        guard report(rows.map(\.0), as: text.line(table.header[column].range)) else { return }
        for entry in rows.flatMap(\.1) where statuses[entry.operand.index] == nil { statuses[entry.operand.index] = .operand }
    }

    /// The calculation that a heading states: all of it, or what stands behind or before its `=`.
    private func formula(of column: Int) -> PrintedExpression? {
        let halves = table.header[column].tokens.split { $0.isMark("=") }.map(Array.init)
        for tokens in halves.isEmpty ? [] : halves {
            var parser = ExpressionParser(tokens, isKnown: { name in columns(of: name) != nil })
            guard let expression = parser.whole(), !expression.symbols.isEmpty else { continue }
            if case .symbol = expression { continue }
            if expression.symbols.allSatisfy({ columns(of: $0).map { $0 != column } ?? false }) { return expression }
        }
        return nil
    }

    /// The column that a name heads, alone or before `=`.
    private func columns(of name: String) -> Int? {
        table.header.firstIndex { cell in
            if case .symbol(name)? = cell.expression { return true }
            guard let equal = cell.tokens.firstIndex(where: { $0.isMark("=") }), equal > 0 else { return false }
            var parser = ExpressionParser(Array(cell.tokens[..<equal]), isKnown: { _ in false })
            if case .symbol(name)? = parser.whole() { return true }
            return false
        }
    }

    private func filling(_ expression: PrintedExpression, from row: [ReadTable.Cell], _ inputs: inout [Literal.Entry])
        -> PrintedExpression?
    {
        var used: [Literal.Entry] = []
        let filled = expression.replacingSymbols { name in
            guard let column = columns(of: name), let entry = row[column].literal?.entries.first, row[column].number != nil
            else {
                return nil
            }
            used.append(entry)
            let number = PrintedExpression.number(entry.operand)
            return entry.isNegative ? .negated(number) : number
        }
        inputs += used
        return filled
    }

    // MARK: - Totals

    private static let totals: Set<String> = ["total", "sum", "totals", "gesamt", "summe", "somme", "suma", "σ", "sigma", "Σ"]
    private static let means: Set<String> = [
        "mean", "average", "avg", "mittel", "mittelwert", "durchschnitt", "moyenne", "media",
    ]

    private mutating func judgeTotals() {
        guard let last = table.body.last, table.body.count > 2 else { return }
        let words = Set(text.line(last[0].range).lowercased().split { !$0.isLetter }.map(String.init))
        let isTotal = !words.isDisjoint(with: Self.totals) || text.line(last[0].range).contains("\\sum")
        guard isTotal || !words.isDisjoint(with: Self.means) else { return }
        var (rows, inputs): ([Row], [Literal.Entry]) = ([], [])
        for column in table.header.indices.dropFirst() {
            guard let literal = last[column].literal, literal.isNumber, let entry = literal.entries.first else { continue }
            let above = table.body.dropLast().compactMap { row in
                row[column].number == nil ? nil : row[column].literal?.entries.first
            }
            guard above.count == table.body.count - 1 else { continue }
            let terms = above.map { entry in
                entry.isNegative ? PrintedExpression.negated(.number(entry.operand)) : .number(entry.operand)
            }
            let all = PrintedExpression.applied(isTotal ? .total : .average, [.matrix([terms])])
            guard let outcome = judge.judge(literal, as: all, isAbout: false)?.first,
                let value = judge.value(of: all, .results)?.number
            else { continue }
            rows.append(Row(entry: entry, outcome: outcome, value: value))
            inputs += above
        }
        guard report(rows, as: (isTotal ? "the sum" : "the mean") + " of the column", isAlone: true) else { return }
        for entry in inputs where statuses[entry.operand.index] == nil { statuses[entry.operand.index] = .operand }
    }

    // MARK: - Verdicts

    /// Takes the verdicts over if enough of them are right, or what is wrong is a slip of the finger.
    private mutating func report(_ rows: [Row], as calculation: String, isAlone: Bool = false) -> Bool {
        let right = rows.count { if case .judged = $0.outcome { true } else { false } }
        let wrong = rows.filter { if case .wrong = $0.outcome { true } else { false } }
        let areSlips = wrong.allSatisfy {
            Slip(printed: $0.entry.number, right: $0.value.middle)?.isTyping == true && $0.entry.number.digitsThatSay >= 3
        }
        let isSure = right >= 2 && right > 2 * wrong.count || (isAlone && areSlips)
        guard isSure, right + wrong.count > 0 else { return false }
        for row in rows {
            let number = row.entry.number
            switch row.outcome {
            case .judged(let verdict):
                statuses[row.entry.operand.index] = .checked(
                    .init(
                        verdict: verdict, written: number.text, calculation: calculation,
                        computed: number.computedText(row.value.middle)))
            case .wrong(let value, _):
                var judged = AuditedNumber.Judged(
                    verdict: .wrong, written: number.text, calculation: calculation,
                    computed: number.computedText(value.middle),
                    correction: number.correction(for: value.middle))
                judged.slip = Slip(printed: number, right: value.middle)
                statuses[row.entry.operand.index] = .checked(judged)
            case .unchecked, .unknown: break
            }
        }
        return true
    }
}

extension PrintedExpression {
    /// With its names replaced; nil where one of them can't be.
    func replacingSymbols(_ value: (String) -> PrintedExpression?) -> PrintedExpression? {
        switch self {
        case .symbol(let name): return value(name)
        case .number, .constant: return self
        case .negated(let inner): return inner.replacingSymbols(value).map { .negated($0) }
        case .transposed(let inner): return inner.replacingSymbols(value).map { .transposed($0) }
        case .binary(let operation, let a, let b):
            guard let left = a.replacingSymbols(value), let right = b.replacingSymbols(value) else { return nil }
            return .binary(operation, left, right)
        case .applied(let function, let arguments):
            let replaced = arguments.compactMap { $0.replacingSymbols(value) }
            return replaced.count == arguments.count ? .applied(function, replaced) : nil
        case .matrix(let rows):
            let replaced = rows.map { $0.compactMap { $0.replacingSymbols(value) } }
            return zip(rows, replaced).allSatisfy { $0.count == $1.count } ? .matrix(replaced) : nil
        }
    }

    /// With another number in one place.
    func replacing(_ index: Int, with number: WrittenNumber) -> PrintedExpression {
        switch self {
        case .number(let operand): operand.index == index ? .number(Operand(number, index: index)) : self
        case .symbol, .constant: self
        case .negated(let inner): .negated(inner.replacing(index, with: number))
        case .transposed(let inner): .transposed(inner.replacing(index, with: number))
        case .binary(let operation, let a, let b):
            .binary(operation, a.replacing(index, with: number), b.replacing(index, with: number))
        case .applied(let function, let arguments): .applied(function, arguments.map { $0.replacing(index, with: number) })
        case .matrix(let rows): .matrix(rows.map { $0.map { $0.replacing(index, with: number) } })
        }
    }
}
