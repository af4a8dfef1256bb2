import Claims

/// A chain with its sides read as calculations.
struct ReadChain {
    struct Side {
        var expression: PrintedExpression?
        /// The mark at which reading ended, where it isn't read.
        var refused: String?
        var isAbout: Bool
        var range: Range<Int>
        var tokens: [MathToken]

        /// The number, or the numbers of a vector or matrix, that it states.
        var literal: Literal? { expression.flatMap(Literal.init) }
        /// The name that it consists of.
        var name: String? { if case .symbol(let name)? = expression { name } else { nil } }
        /// Whether the letter e stands in it, which may be the base of logarithms or a quantity.
        var usesLetterE: Bool { tokens.contains { $0.kind == .letters("e") } }

        /// Whether another calculation is the same with a number for e.
        func isE(replacedIn other: Side) -> Bool {
            usesLetterE && tokens.count == other.tokens.count
                && zip(tokens, other.tokens).allSatisfy { $0.kind == $1.kind || ($0.kind == .letters("e") && $1.isNumber) }
        }

        /// Something to reckon with: more than a number or a name.
        var isCalculation: Bool { expression != nil && literal == nil && name == nil }
    }

    var sides: [Side]
    var chain: Chain
    var section: Int

    init(_ chain: Chain, section: Int, isKnown: @escaping (String) -> Bool) {
        self.chain = chain
        self.section = section
        sides = chain.parts.enumerated().map { position, part in
            var parser = ExpressionParser(part.tokens, isKnown: isKnown)
            let isFragment = position == 0 && chain.isFragment
            let expression = part.tokens.isEmpty || isFragment ? nil : parser.whole()
            let start = part.tokens.first?.range.lowerBound ?? chain.start
            return Side(
                expression: expression,
                refused: part.tokens.isEmpty ? nil : isFragment ? part.tokens.first?.kind.spelling : parser.refused,
                isAbout: part.isAbout,
                range: start..<max(start, part.tokens.last?.range.upperBound ?? start), tokens: part.tokens)
        }
    }

    /// The name that is given a value: the first side, where it is one.
    var assigned: String? { sides.count > 1 ? sides[0].name : nil }
}

/// Numbers stated as they are: one, or those of a vector or matrix.
struct Literal {
    var rows: [[Entry]]
    var isNumber: Bool

    struct Entry {
        var operand: PrintedExpression.Operand
        var isNegative: Bool

        /// The number with its sign.
        var number: WrittenNumber {
            var number = operand.number
            if isNegative {
                number.value = -number.value
                number.text = "-" + number.text
            }
            return number
        }
    }

    init?(_ expression: PrintedExpression) {
        var expression = expression
        while case .transposed(let inner) = expression { expression = inner }
        if let number = expression.plainNumber {
            rows = [[Entry(operand: number.operand, isNegative: number.isNegative)]]
            isNumber = true
            return
        }
        guard case .matrix(let inside) = expression else { return nil }
        isNumber = false
        // A list of lists is a matrix.
        let nested = inside.count == 1 ? inside[0].compactMap { part in Literal(part).flatMap { $0.isNumber ? nil : $0 } } : []
        if inside.count == 1, nested.count == inside[0].count, nested.allSatisfy({ $0.rows.count == 1 }) {
            rows = nested.map { $0.rows[0] }
            return
        }
        rows = []
        for row in inside {
            let entries = row.compactMap { $0.plainNumber.map { Entry(operand: $0.operand, isNegative: $0.isNegative) } }
            guard entries.count == row.count else { return nil }
            rows.append(entries)
        }
    }

    var entries: [Entry] { rows.flatMap { $0 } }
}
