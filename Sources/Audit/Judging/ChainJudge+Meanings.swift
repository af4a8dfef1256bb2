import Claims
import Exhibits

/// What numbers mean to their authors that their digits alone don't say.
extension ChainJudge {
    /// Whether a result stands in brackets of its own.
    func isBracketed(_ entry: Literal.Entry) -> Bool {
        chain.sides.contains { side in
            side.tokens.count == 3 && side.tokens[0].isMark("(") && side.tokens[1].range.lowerBound == entry.operand.index
        }
    }

    /// Whether a number is what something is called: Ex 6.16 = 2/5, (13.16) = (13.19), and no result that is a little off.
    func isName(_ entry: Literal.Entry, _ side: ReadChain.Side) -> Bool {
        if side.literal?.isNumber == true, side.tokens.first?.isMark("(") == true, isBracketed(entry) { return true }
        guard chain.chain.isBehindWord, !chain.chain.isFormula, let first = chain.sides.first?.literal, first.isNumber,
            first.entries.first?.operand.index == entry.operand.index,
            let value = side.expression.flatMap({ judge.value(of: $0, .none)?.number?.middle })
        else { return false }
        return abs(value - entry.number.value) > 0.5 * max(abs(value), abs(entry.number.value))
    }

    /// Whether the paragraph says that a number is only near a root or a constant: by some terms of a series, or along a tangent.
    func isApproximation(_ side: ReadChain.Side) -> Bool {
        guard let position = position(of: side), position + 1 < chain.sides.count,
            chain.sides[position + 1].isAbout, !side.tokens.contains(where: \.kind.isOperation)
        else { return false }
        return text.paragraph(around: side.range, before: 600, behind: 200).contains { Self.approximating.contains($0) }
    }

    /// Whether it is said beside a calculation that only remainders count.
    func isModular(_ side: ReadChain.Side) -> Bool {
        let words = text.paragraph(around: side.range, before: 200, behind: 200)
        return words.contains { ["pmod", "bmod", "mod", "modulo", "módulo"].contains($0) }
    }

    private static let approximating: Set<String> = [
        "approximate", "approximates", "approximating", "approximation", "approximations", "series", "tangent", "linear",
        "newton",
        "taylor", "maclaurin", "iteration", "iterations", "differential", "differentials", "terms", "monte", "simulation",
        "polynomial", "polynomials",
    ]

    /// Whether a result follows where groups of three digits are decimals: `2{,}703 \times 1{,}8 \approx 4{,}865` in notes that write
    /// points elsewhere, and 10990/2800 = 3.925 in notes that write commas.
    func fitsWithGroupsAsDecimals(_ entry: Literal.Entry, _ expression: PrintedExpression) -> Bool {
        fits(entry, expression) { number in
            guard number.place >= 0, number.exponent == .none else { return nil }
            let mark: DecimalMark = number.text.contains(",") ? .comma : .point
            return number.text.contains(where: { $0 == "," || $0 == "." })
                ? WrittenNumber(parsing: number.text, mark: mark) : nil
        }
    }

    /// Whether a result follows where numbers of noughts and ones are binary: 1101 − 1011 = 10, or 0.111 · 2² = 7/2.
    func fitsInBinary(_ entry: Literal.Entry, _ expression: PrintedExpression) -> Bool {
        fits(entry, expression) { number in
            guard number.exponent == .none, number.text.utf8.count > 2, let value = Self.binary(number.text) else { return nil }
            var read = number
            read.value = number.value < 0 ? -value : value
            return read
        }
    }

    /// Whether a result follows where a point between whole numbers multiplies: 2.3 − 2² = 2.
    func fitsWithPointsAsTimes(_ entry: Literal.Entry, _ expression: PrintedExpression) -> Bool {
        fits(entry, expression) { number in
            let factors = number.text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
            guard factors.count == 2, number.exponent == .none, factors.allSatisfy({ $0.first != "0" }), number.value > 0,
                let a = Double(factors[0]), let b = Double(factors[1])
            else { return nil }
            var product = number
            (product.value, product.place) = (a * b, 0)
            return product
        }
    }

    private static func binary(_ text: String) -> Double? {
        let halves = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, halves.joined().allSatisfy({ $0 == "0" || $0 == "1" }), let whole = Int(halves[0], radix: 2),
            halves[0].count < 50
        else { return nil }
        guard halves.count == 2, !halves[1].isEmpty else { return Double(whole) }
        guard halves[1].count < 50, let fraction = Int(halves[1], radix: 2) else { return nil }
        return Double(whole) + Double(fraction) / Double(1 << halves[1].count)
    }

    /// Whether a result follows where numbers are read in another way; false where none can be.
    private func fits(
        _ entry: Literal.Entry, _ expression: PrintedExpression, readAs reading: (WrittenNumber) -> WrittenNumber?
    ) -> Bool {
        let operands = expression.operands.compactMap { operand in reading(operand.number).map { (operand.index, $0) } }
        let result = reading(entry.number)
        guard result != nil || !operands.isEmpty else { return false }
        let meant = operands.reduce(expression) { $0.replacing($1.0, with: $1.1) }
        guard let value = judge.value(of: meant, .everythingBroken)?.number else { return false }
        let number = result ?? entry.number
        return value.low <= number.value + number.unit && value.high >= number.value - number.unit
    }

    /// What else a number may mean that its calculation doesn't give.
    func meaning(of entry: Literal.Entry, _ side: ReadChain.Side, _ value: Double) -> AuditedNumber.Reason? {
        let number = entry.number
        // 73,728 and 60.000 in notes that write the other mark.
        let written = entry.operand.number.text
        let groups = written.split(whereSeparator: { $0 == "," || $0 == "." })
        if groups.count > 1, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), groups[0].utf8.count <= 3,
            let whole = Double(groups.joined()), abs(whole) == abs(value.rounded()), abs(value - value.rounded()) < 0.5
        {
            return .otherMeaning
        }
        // 57 % more is 157 %.
        if number.isPercent {
            let changes = [value - 1, value / 100 - 1, 1 - value].map { abs($0) }
            if changes.contains(where: { abs($0 - abs(number.value)) <= number.unit / 2 }) { return .otherMeaning }
        }
        // π is a probability as well, and a policy.
        if side.tokens.count == 1, side.tokens[0].kind == .command("pi") || side.tokens[0].kind == .letters("π"),
            abs(number.value - value) > 0.1
        {
            return .otherMeaning
        }
        if side.tokens.contains(where: { $0.kind == .command("pi") }), number.isPercent || side.meansShare || text.namesPi {
            return .otherMeaning
        }
        // 2¹⁰ ≈ 1000: zeros at the end of a round number are no digits.
        let zeros = written.reversed().prefix { $0 == "0" }.count
        if chain.sides.contains(where: \.isAbout), number.place >= 0, zeros >= 2, abs(value - number.value) <= 0.05 * abs(value)
        {
            return .otherMeaning
        }
        return nil
    }
}
