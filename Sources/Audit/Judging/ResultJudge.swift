import Claims
import Foundation

/// Holds one printed result to one calculation.
///
/// *exact* when the operands as printed give it, *truncated* when its digits are cut off, *rounding path* when operands that were
/// rounded themselves may give it, *wrong* when no choice of them does. Where anything else could be meant it isn't judged.
struct ResultJudge {
    enum Outcome {
        case judged(Verdict)
        /// What the operands as printed give, and all that they may stand for.
        case wrong(Interval, range: Interval)
        case unchecked(AuditedNumber.Reason)
        /// Nothing can be reckoned.
        case unknown
    }

    let sources: NumberSources
    let symbols: (String) -> Literal?
    /// The notes show numbers that were computed in single precision.
    let isSinglePrecision: Bool

    /// What a calculation may come to.
    func value(of expression: PrintedExpression, _ widening: Widening, _ reading: Reckoning.Reading = .init()) -> PrintedValue?
    {
        let reckoning = Reckoning(
            reading: reading, number: { sources.interval(of: $0.number, widening: widening) },
            symbol: { name in symbols(name).flatMap { value(of: $0, widening) } })
        return reckoning.value(of: expression)
    }

    private func value(of literal: Literal, _ widening: Widening) -> PrintedValue? {
        let entries = literal.entries.map { sources.interval(of: $0.number, widening: widening) }
        if literal.isNumber { return entries.first.map { PrintedValue($0) } }
        guard let width = literal.rows.first?.count, literal.rows.allSatisfy({ $0.count == width }) else { return nil }
        return PrintedValue(rows: literal.rows.count, columns: width, entries: entries)
    }

    /// Judges every entry of a literal; nil where the shapes differ or nothing can be reckoned.
    func judge(_ literal: Literal, as expression: PrintedExpression, isAbout: Bool) -> [Outcome]? {
        guard let point = value(of: expression, .none), fits(literal, point) else { return nil }
        let results = value(of: expression, .results)
        let all = value(of: expression, .everythingUnsure)
        return literal.entries.indices.map { index in
            let number = literal.entries[index].number
            let exact = point.entries[index]
            if let verdict = fit(number, exact) { return .judged(verdict) }
            if let results, fit(number, results.entries[index]) != nil { return .judged(.roundingPath) }
            if otherReadings(of: expression).contains(where: { reading in
                value(of: expression, .results, reading).map { fits(literal, $0) && fit(number, $0.entries[index]) != nil }
                    ?? false
            }) {
                return .judged(.exact)
            }
            // Where rounding may take an operand to a pole, nothing is certain.
            guard let results, let all else { return .unchecked(.roundedOperand) }
            if fit(number, all.entries[index]) != nil { return .unchecked(.roundedOperand) }
            if let reason = doubt(number, results.entries[index], isAbout: isAbout) { return .unchecked(reason) }
            return .wrong(exact, range: results.entries[index])
        }
    }

    /// Whether a number would follow if all operands with a decimal mark were rounded to their digits.
    func followsIfRounded(_ number: WrittenNumber, from expression: PrintedExpression) -> Bool {
        value(of: expression, .everythingBroken).map { $0.entries.contains { fit(number, $0) != nil } } ?? false
    }

    private func fits(_ literal: Literal, _ value: PrintedValue) -> Bool {
        guard let width = literal.rows.first?.count, literal.entries.count == value.entries.count else { return false }
        if literal.isNumber || value.isNumber { return literal.isNumber && value.isNumber || literal.entries.count == 1 }
        return (literal.rows.count == value.rows && width == value.columns)
            || (value.isVector && (literal.rows.count == 1 || width == 1))
    }

    /// Whether some number of an interval rounds, or is cut, to the digits printed.
    private func fit(_ number: WrittenNumber, _ value: Interval) -> Verdict? {
        let slack = 4 * max(abs(value.low), abs(value.high), abs(number.value)).ulp
        let half = number.isFraction ? 0 : number.unit / 2
        if value.low <= number.value + half + slack, value.high >= number.value - half - slack { return .exact }
        // Cut off: the value goes on beyond the digits, away from zero.
        let size = abs(number.value)
        let (low, high) =
            number.value < 0 || (number.value == 0 && value.high < 0) ? (-value.high, -value.low) : (value.low, value.high)
        if number.place < 0 || number.isContinued, low < size + number.unit - slack, high >= size - slack {
            return number.isContinued ? .exact : .truncated
        }
        // 50 % may stand for 0.5 and for 50.
        if number.isPercent {
            let whole = Interval(value.low / 100, value.high / 100)
            if whole.low <= number.value + half + slack, whole.high >= number.value - half - slack { return .exact }
        }
        return nil
    }

    /// What else the marks of a calculation may mean to its author.
    private func otherReadings(of expression: PrintedExpression) -> [Reckoning.Reading] {
        var readings: [Reckoning.Reading] = []
        if expression.uses(.logarithm) {
            readings += [.init(logarithm: .binaryLogarithm), .init(logarithm: .decimalLogarithm)]
        }
        if expression.uses(.sigma) { readings += [.init(sigma: .hyperbolicTangent), .init(sigma: .rectifier)] }
        return readings
    }

    /// Why a number that doesn't fit isn't called wrong all the same.
    private func doubt(_ number: WrittenNumber, _ value: Interval, isAbout: Bool) -> AuditedNumber.Reason? {
        let distance = max(value.low - number.value, number.value - value.high, 0)
        let size = max(abs(value.low), abs(value.high))
        if number.place >= 0, number.exponent == .none, !number.isPercent,
            value.low != value.high || value.low != value.low.rounded()
        {
            if distance < 1 { return .whole }
        }
        var digits = number.digitsThatSay
        if isAbout {
            // The zeros at the end of ≈ 150 are no digits.
            if number.place >= 0 { digits -= number.text.reversed().prefix { $0 == "0" }.count }
            if digits <= 2, distance <= 0.1 * size || distance <= number.unit * 1.5 { return .rough }
            if digits <= 1, distance <= 0.5 * size { return .rough }
            if distance <= number.unit { return .rough }
        }
        // A sum that cancels leaves the noise of single precision, and its number has more digits than that format holds.
        if isSinglePrecision, digits >= 6, distance <= 1e-6 * max(size, abs(number.value)) { return .roundedOperand }
        return nil
    }
}
