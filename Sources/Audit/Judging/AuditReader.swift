import Claims
import Exhibits

/// Goes through notes twice: first for what they state, then to do their calculations again.
struct AuditReader {
    private let notes: Notes
    let isSinglePrecision: Bool
    private let mark: DecimalMark
    private var chains: [(chain: Chain, section: Int)] = []
    private var symbols = SymbolTable()
    private var sources = NumberSources()
    private var ranges: [Int: Range<Int>] = [:]
    /// The chains as calculations, once all that the notes define is known.
    private var read: [ReadChain] = []
    private var tables: [ReadTable] = []
    /// The numbers of tables.
    private var cells: Set<Int> = []

    init(_ notes: Notes) {
        self.notes = notes
        isSinglePrecision = notes.files.contains { file in
            ["float32", "torch", "tensorflow", "jax", "keras", "Keras", "TensorFlow", "PyTorch"].contains {
                file.bytes.holds(Array($0.utf8))
            }
        }
        mark = notes.text.decimalMark
        readChains()
        readDefinitions()
        readTables()
        read = chains.map { [symbols] in ReadChain($0.chain, section: $0.section, isKnown: { symbols.holds($0) }) }
    }

    /// What became of every number, in the order of the text.
    mutating func statuses() -> [(range: Range<Int>, status: AuditedNumber.Status)] {
        findSources(in: read)
        var found: [Int: AuditedNumber.Status] = [:]
        for chain in read {
            let judge = ChainJudge(
                chain, sources: sources, symbols: symbols, isSinglePrecision: isSinglePrecision, text: notes.text)
            found.merge(judge.statuses) { $1 }
        }
        for table in tables {
            let judge = TableJudge(table, sources: sources, isSinglePrecision: isSinglePrecision, text: notes.text)
            // What a calculation in the cell itself says counts before its column.
            found.merge(judge.statuses) { own, column in if case .checked = own { own } else { column } }
        }
        for position in cells where found[position] == nil { found[position] = .unchecked(.noCalculation) }
        return ranges.keys.sorted().compactMap { position in
            guard let range = ranges[position], let status = found[position] else { return nil }
            return (range, status)
        }
    }

    /// The numbers that have a name beside them.
    func namedLiterals() -> [NamedLiteral] {
        let inTables = tables.flatMap { $0.namedLiterals(in: notes.text) }
        let positions = Set(inTables.map(\.position))
        let others = read.flatMap { $0.namedLiterals(in: notes.text) }.map { literal in
            var literal = literal
            if !literal.names.isEmpty, let step = notes.text.step(of: literal.position) { literal.rowNumbers = [step] }
            return literal
        }
        // A cell's own name counts before its column's, its column's before the words beside it.
        return others.filter { !$0.names.isEmpty || !positions.contains($0.position) } + inTables
    }

    /// A printed result and a calculation in numbers alone that stands before it.
    struct StatedResult {
        var literal: Literal
        var calculation: PrintedExpression
        var range: Range<Int>
    }

    /// All results with the calculations before them.
    func statedResults() -> [StatedResult] {
        read.flatMap { chain -> [StatedResult] in
            chain.sides.indices.dropFirst().flatMap { index -> [StatedResult] in
                guard let literal = chain.sides[index].literal else { return [] }
                return chain.sides[..<index].reversed().prefix { $0.literal == nil }.compactMap { side in
                    guard side.isCalculation, let expression = side.expression, expression.symbols.isEmpty else { return nil }
                    return StatedResult(literal: literal, calculation: expression, range: side.range)
                }
            }
        }
    }

    /// The numbers of tables are data, whole ones too where their column measures something.
    private mutating func readTables() {
        tables = notes.text.tables().map { ReadTable($0, in: notes.text, mark: mark) }
        for table in tables {
            for column in table.columnsOfNumbers {
                for cell in table.body.lazy.map({ $0[column] }) {
                    for entry in cell.literal?.entries ?? [] {
                        ranges[entry.operand.index] = cell.tokens.first { $0.range.lowerBound == entry.operand.index }?.range
                        cells.insert(entry.operand.index)
                    }
                }
            }
        }
    }

    private mutating func readChains() {
        let isStrict = NoteKind(of: notes.files[0].name) != .latex
        for passage in notes.text.passages(isStrict: isStrict) {
            let tokens = MathTokenizer.tokens(of: passage, in: notes.text, mark: mark)
            var chains = Chain.chains(of: tokens, isFormula: passage.isFormula)
            if passage.isFormula, !chains.isEmpty {
                if let word = notes.text.scale(behind: passage.range.upperBound) { chains[chains.count - 1].wordBehind = word }
                // sd/$\sqrt{40}$: the formula is the rest of a calculation.
                if notes.text.isBehindOperation(passage.range.lowerBound) { chains[0].isFragment = true }
            }
            for chain in chains {
                let numbers = chain.parts.flatMap(\.tokens).filter(\.isNumber)
                // Running text is full of numbers that name and count; quantities have a decimal mark, or a relation beside them.
                if !passage.isFormula, chain.parts.count < 2 {
                    guard numbers.contains(where: { Self.isQuantity($0) }) else { continue }
                }
                if numbers.isEmpty, chain.parts.count < 2 { continue }
                for token in numbers where passage.isFormula || chain.parts.count > 1 || Self.isQuantity(token) {
                    ranges[token.range.lowerBound] = token.range
                }
                self.chains.append((chain, notes.text.section(of: chain.start)))
            }
        }
    }

    private static func isQuantity(_ token: MathToken) -> Bool {
        guard case .number(let number) = token.kind else { return false }
        return number.place < 0 || number.isPercent
    }

    private mutating func readDefinitions() {
        for (chain, section) in chains where chain.parts.count > 1 {
            let read = ReadChain(chain, section: section, isKnown: { _ in false })
            guard let name = read.assigned else { continue }
            let literals = read.sides.dropFirst().compactMap(\.literal)
            // With the most digits: the other ones are it, rounded.
            guard let best = literals.min(by: { ($0.entries.first?.number.place ?? 0) < ($1.entries.first?.number.place ?? 0) })
            else {
                continue
            }
            symbols.define(name, best, section: section)
            if SymbolTable.isParameter(name), read.sides.allSatisfy({ $0.name != nil || $0.literal != nil }) {
                for literal in literals { for entry in literal.entries { sources.addGiven(entry.number) } }
            }
        }
    }

    /// A result with the calculation before it.
    private struct Result {
        var number: WrittenNumber
        var chain: ReadChain
        var expression: PrintedExpression?
        /// Which of how many entries it is.
        var position, count: Int
        /// Whether the printed operands give it to the last digit.
        var isEven = false
    }

    /// Results that aren't exactly what their calculation gives were rounded; so were those of calculations that aren't read, and
    /// those that exact steps have made of rounded numbers.
    private mutating func findSources(in read: [ReadChain]) {
        let results = read.filter { $0.sides.count > 1 }.flatMap(self.results)
        for result in results {
            let number = result.number
            let distance = value(of: result, .none).map { abs($0.middle - number.value) }
            sources.addRounded(number, isPlain: distance.map { $0 <= number.unit / 2 } ?? false, unless: result.isEven)
        }
        for result in results {
            let value = value(of: result, .results)
            if result.isEven, let value, value.high - value.low <= 16 * value.middle.ulp {
                sources.addGiven(result.number)
            } else {
                sources.addRounded(result.number, isPlain: false)
                sources.narrow(result.number, to: value)
            }
        }
    }

    private func results(of chain: ReadChain) -> [Result] {
        chain.sides.indices.dropFirst().flatMap { index -> [Result] in
            guard let literal = chain.sides[index].literal,
                let before = chain.sides[..<index].last(where: { $0.literal == nil && $0.name == nil })
            else { return [] }
            let entries = literal.entries
            return entries.indices.compactMap { position in
                let number = entries[position].number
                if number.place >= 0, number.exponent == .none { return nil }
                // 0.45 + 0.11 is 0.56 to the last digit, and rounded all the same where a calculation before it says so.
                let calculations: [ReadChain.Side] = chain.sides[..<index].reversed().prefix { $0.literal == nil }.filter(
                    \.isCalculation
                )
                .reversed()
                for side in calculations.isEmpty ? [before] : calculations {
                    var result = Result(
                        number: number, chain: chain, expression: side.expression, position: position, count: entries.count)
                    guard let value = value(of: result, .none) else { continue }
                    result.isEven = abs(value.middle - number.value) <= 8 * max(abs(number.value), value.middle.magnitude).ulp
                    let isRounding = abs(value.middle - number.value) <= number.unit
                    if !result.isEven, isRounding || side.range == before.range { return result }
                    if side.range == before.range { return result }
                }
                return Result(
                    number: number, chain: chain, expression: before.expression, position: position, count: entries.count)
            }
        }
    }

    private func value(of result: Result, _ widening: Widening) -> Interval? {
        guard let expression = result.expression, let value = value(of: expression, widening, in: result.chain),
            value.entries.count == result.count
        else { return nil }
        return value.entries[result.position]
    }

    private func value(of expression: PrintedExpression, _ widening: Widening, in chain: ReadChain) -> PrintedValue? {
        Reckoning(
            number: { [sources] in sources.interval(of: $0.number, widening: widening) },
            symbol: { [sources, symbols] name in
                guard name != chain.assigned, let literal = symbols.literal(of: name, in: chain.section),
                    let width = literal.rows.first?.count
                else { return nil }
                let entries = literal.entries.map { sources.interval(of: $0.number, widening: widening) }
                return literal.isNumber
                    ? PrintedValue(entries[0]) : PrintedValue(rows: literal.rows.count, columns: width, entries: entries)
            }
        ).value(of: expression)
    }
}
