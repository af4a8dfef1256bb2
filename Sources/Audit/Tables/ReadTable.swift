import Claims
import Exhibits

/// A table whose cells are read: its columns' names or formulas, and the numbers below them.
struct ReadTable {
    struct Cell {
        var range: Range<Int>
        var tokens: [MathToken]
        var expression: PrintedExpression?
        var literal: Literal? { expression.flatMap(Literal.init) }
        /// The one number it states.
        var number: WrittenNumber? {
            guard let literal, literal.isNumber else { return nil }
            return literal.entries.first?.number
        }
    }

    var header: [Cell]
    var body: [[Cell]]
    var section: Int

    init(_ table: NotedTable, in text: FlatText, mark: DecimalMark) {
        func cell(_ range: Range<Int>) -> Cell {
            let tokens = MathTokenizer.tokens(of: Passage(isFormula: true, range: range), in: text, mark: mark)
            var parser = ExpressionParser(tokens, isKnown: { _ in false })
            return Cell(range: range, tokens: tokens, expression: tokens.isEmpty ? nil : parser.whole())
        }
        header = table.header.map(cell)
        let width = header.count
        body = table.body.map { $0.map(cell) }.filter { $0.count == width }
        section = text.section(of: table.header.first?.lowerBound ?? 0)
    }

    /// The columns that don't only count, where any number of the table has a decimal mark.
    var columnsOfNumbers: [Int] {
        let isMeasured = body.contains { row in
            row.contains { $0.literal?.entries.contains { $0.number.place < 0 || $0.number.isPercent } == true }
        }
        return isMeasured ? header.indices.filter { !countingColumns.contains($0) } : []
    }

    /// The columns at the left that only count: steps, epochs, samples.
    var countingColumns: [Int] {
        let counting = header.indices.prefix { column in
            let numbers = body.compactMap { $0[column].number }
            guard column < header.count - 1, numbers.count == body.count, !numbers.isEmpty,
                numbers.allSatisfy({ $0.place >= 0 && $0.value >= 0 && $0.value < 1e6 && $0.exponent == .none })
            else { return false }
            // One by one, in groups, or of a name that counts.
            let isStepwise = zip(numbers, numbers.dropFirst()).allSatisfy { abs($0.value - $1.value) <= 1 || $1.value <= 1 }
            return isStepwise
                || header[column].tokens.contains { token in
                    if case .letters(let text) = token.kind { Self.counters.contains(text.lowercased()) } else { false }
                }
        }
        return Array(counting.prefix(2))
    }

    private static let counters: Set<String> = [
        "t", "n", "k", "i", "j", "step", "steps", "epoch", "epochs", "iteration", "iterations", "sample", "example", "layer",
        "schritt",
        "update", "updates",
    ]
}

extension ReadTable {
    /// The numbers of the table, each with what its column and row call it.
    func namedLiterals(in text: FlatText) -> [NamedLiteral] {
        let counting = countingColumns
        return body.enumerated().flatMap { ordinal, row -> [NamedLiteral] in
            let numbers = counting.compactMap { row[$0].number.map { Int($0.value) } }
            let label = header.indices.first { row[$0].literal == nil && !row[$0].tokens.isEmpty }
            return header.indices.filter { !counting.contains($0) && $0 != label }.flatMap { column -> [NamedLiteral] in
                guard let literal = row[column].literal else { return [] }
                let (names, spelling) = names(of: column, in: row, label: label, counted: numbers, text)
                let labels =
                    [header[column].range] + (label.map { [row[$0].range] } ?? [])
                    + (numbers.isEmpty ? [] : counting.map { header[$0].range })
                return literal.places.map { entry, place in
                    NamedLiteral(
                        position: entry.operand.index, number: entry.number, names: names, spelling: spelling, entry: place,
                        section: section, rowNumbers: numbers, ordinal: ordinal + 1, labels: labels,
                        place: .init(
                            list: literal.entries.first?.operand.index ?? entry.operand.index,
                            table: header.first?.range.lowerBound, column: column, heading: header[column].range,
                            rowLabel: label.map { row[$0].range }))
                }
            }
        }
    }

    private func names(of column: Int, in row: [Cell], label: Int?, counted: [Int], _ text: FlatText) -> ([NotedName], String) {
        let heading = name(of: header[column], text)
        let own = label.flatMap { name(of: row[$0], text) }
        if let label, let own {
            // A row that names a quantity: its column says what of it.
            let what = Aspect(text.line(header[column].range))
            let spelling = text.line(row[label].range)
            switch (what, own) {
            case (.gradient, .quantity(let letter)): return ([.derivative(nil, by: letter)], "gradient of " + spelling)
            case (.updated, .quantity(var letter)):
                letter.isUpdated = true
                return ([.quantity(letter)], "new " + spelling)
            case (.value, _): return ([own], spelling)
            default: break
            }
        }
        guard let heading else { return ([], "") }
        let spelling = text.line(header[column].range)
        let place = counted.map(String.init).joined(separator: ", ")
        // h_t below t = 2 is h_2.
        if case .quantity(var letter) = heading, let index = counted.last, let last = letter.lower.last, last.count == 1,
            last.allSatisfy(\.isLetter)
        {
            letter.lower[letter.lower.count - 1] = String(index)
            return ([.quantity(letter), heading], "\(spelling) at \(place)")
        }
        if case .derivative(let top, var letter) = heading, let index = counted.last, let last = letter.lower.last,
            last.count == 1,
            last.allSatisfy(\.isLetter)
        {
            letter.lower[letter.lower.count - 1] = String(index)
            return ([.derivative(top, by: letter)], "\(spelling) at \(place)")
        }
        if let index = counted.last, case .quantity(var letter) = heading, letter.lower.isEmpty {
            letter.lower = [String(index)]
            return ([heading, .quantity(letter)], "\(spelling) at \(place)")
        }
        return ([heading], spelling)
    }

    /// The name that a heading is, also one of letters and digits that no formula would hold: `w0x0`.
    private func name(of cell: Cell, _ text: FlatText) -> NotedName? {
        if let name = NotedNameReader.name(of: cell.tokens, isCall: true) { return name }
        let word = text.line(cell.range)
        guard (2...12).contains(word.count), word.allSatisfy({ $0.isLetter || $0.isNumber }), word.contains(where: \.isLetter)
        else {
            return nil
        }
        return .quantity(NotedLetter(base: word))
    }

    /// What a column holds of the quantities that its rows name.
    private enum Aspect {
        case value, gradient, updated, other

        init(_ heading: String) {
            let words = Set(heading.lowercased().split { !$0.isLetter }.map(String.init))
            if !words.isDisjoint(with: ["gradient", "gradients", "derivative", "slope", "grad", "partial"]) {
                self = .gradient
            } else if !words.isDisjoint(with: ["new", "updated", "after", "next"]) {
                self = .updated
            } else if words.isEmpty
                || !words.isDisjoint(with: ["value", "values", "forward", "old", "before", "printed", "result"])
            {
                self = .value
            } else {
                self = .other
            }
        }
    }
}
