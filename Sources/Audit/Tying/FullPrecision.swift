import Claims
import Exhibits

/// Does a calculation again at full precision, where its result is known to be a quantity: a number put in by mistake is the one with
/// another value in whose place the quantity comes out to nine digits.
///
/// Printed numbers are short, so a slip in one often stays within what rounding allows. But each operand is a number as it is
/// written, or a quantity that is printed with these digits; among these, some choice has to give the quantity itself.
struct FullPrecision {
    /// A number put in by mistake, and what was meant.
    struct Misprint {
        var operand: PrintedExpression.Operand
        var meant: Double
        /// What else could have been meant elsewhere in the calculation.
        var others = 0
    }

    private let values: [Double]
    /// How often a number stands in the notes, without its sign.
    private let printed: [Double: Int]

    private static let mostOperands = 14
    private static let mostAlternatives = 4
    private static let mostChoices = 256

    init(_ numbers: [NamedNumber], printed: [Double: Int]) {
        values = Array(Set(numbers.map { abs($0.value) }.filter { $0.isFinite && $0 != 0 })).sorted()
        self.printed = printed
    }

    /// - Parameters:
    ///   - number: the printed result, whose quantity is `target`.
    ///   - position: which entry of the calculation's value it is.
    func misprint(in expression: PrintedExpression, for number: WrittenNumber, at position: Int, target: Double) -> Misprint? {
        let operands = expression.operands
        guard operands.count <= Self.mostOperands else { return nil }
        var alternatives: [[Double]] = []
        var choices = 1
        for operand in operands {
            guard let own = self.alternatives(of: operand.number) else { return nil }
            alternatives.append(own)
            choices *= own.count
        }
        guard choices <= Self.mostChoices else { return nil }
        func value(_ chosen: [Double]) -> Double? { self.value(of: expression, operands, chosen, at: position) }
        let noise = Self.noise(of: target, from: operands)
        // Where nothing was rounded, nothing follows by rounding.
        let isExact = choices == 1 && operands.allSatisfy { $0.number.place >= 0 || isGiven($0.number.value) }
        var follows = false
        for chosen in Self.choices(alternatives) {
            guard let own = value(chosen) else { continue }
            if abs(own - target) <= noise { return nil }
            if !(isExact && target.isShortDecimal(within: noise)), number.verdict(for: own).isTrue { follows = true }
        }
        let ways = choices * operands.count
        var found: [Misprint] = []
        for (place, operand) in operands.enumerated() {
            var rest = alternatives
            rest[place] = [operand.number.value]
            for chosen in Self.choices(rest) {
                guard
                    let meant = Self.solution(
                        from: operand.number.value,
                        {
                            var own = chosen
                            own[place] = $0
                            return value(own).map { $0 - target }
                        })
                else { continue }
                if operand.number.verdict(for: meant).isTrue {
                    // Steps that the lesson doesn't list may have been rounded; what was chosen, or is listed, wasn't.
                    if operand.number.place < 0, !isGiven(operand.number.value), alternatives[place].count == 1 { return nil }
                    continue
                }
                if isKnown(meant, like: operand.number), isLikely(operand, meant, follows: follows, ways: ways) {
                    if !found.contains(where: { $0.operand.index == operand.index }) {
                        found.append(Misprint(operand: operand, meant: meant))
                    }
                }
            }
        }
        guard var best = found.first(where: { Self.isSlip($0) }) ?? found.first else { return nil }
        best.others = found.count - 1
        return best
    }

    /// Whether the numbers as they are printed give a quantity to its last digit: then what is printed as their result is to be it.
    func gives(_ target: Double, _ expression: PrintedExpression, at position: Int) -> Bool {
        let operands = expression.operands
        guard operands.count <= Self.mostOperands, operands.allSatisfy({ $0.number.place >= 0 || isGiven($0.number.value) }),
            let own = value(of: expression, operands, operands.map(\.number.value), at: position)
        else { return false }
        return abs(own - target) <= Self.noise(of: target, from: operands)
    }

    /// By how much a calculation in double precision may miss a quantity that it gives.
    private static func noise(of target: Double, from operands: [PrintedExpression.Operand]) -> Double {
        1e-9 * abs(target) + 1e-13 * (operands.map { abs($0.number.value) }.max() ?? 0)
    }

    private func value(
        of expression: PrintedExpression, _ operands: [PrintedExpression.Operand], _ chosen: [Double], at position: Int
    ) -> Double? {
        let byIndex = Dictionary(zip(operands.map(\.index), chosen)) { first, _ in first }
        let reckoning = Reckoning(number: { operand in
            let own = byIndex[operand.index] ?? operand.number.value
            return Interval(own, own)
        })
        guard let value = reckoning.value(of: expression), value.entries.indices.contains(position) else { return nil }
        return value.entries[position].middle
    }

    /// The number as it is written, and the quantities that are written so; nil where these are too many.
    private func alternatives(of number: WrittenNumber) -> [Double]? {
        guard number.place < 0, !isGiven(number.value) else { return [number.value] }
        let found = near(abs(number.value), within: number.unit).filter { value in
            value != number.value && number.verdict(for: value).isTrue && !value.isSame(as: number.value)
        }
        return found.count <= Self.mostAlternatives ? [number.value] + found : nil
    }

    private func near(_ value: Double, within distance: Double) -> ArraySlice<Double> {
        values.near(value, within: distance, by: \.self)
    }

    /// Whether a lesson has this number as one that was chosen.
    private func isGiven(_ value: Double) -> Bool {
        abs(value).isShortDecimal && near(abs(value), within: 1e-12).contains { $0.isSame(as: abs(value)) }
    }

    /// Whether a number is a quantity, or one with as few digits as stand there.
    private func isKnown(_ value: Double, like number: WrittenNumber) -> Bool {
        if near(abs(value), within: 1e-8 * abs(value)).first != nil { return true }
        guard number.exponent == .none, !number.isPercent, number.place >= -4, number.place <= 0 else { return false }
        let unit = number.unit
        let rounded = (value / unit).rounded() * unit
        return rounded != 0 && rounded.isSame(as: value, within: 1e-9)
    }

    /// Where the calculation as it stands contradicts its result, any repair shows the misprint; where rounding hides it, only a slip of
    /// the finger does, with as many digits as say something.
    private func isLikely(_ operand: PrintedExpression.Operand, _ meant: Double, follows: Bool, ways: Int) -> Bool {
        let number = operand.number
        let steps = abs(number.value - meant) / number.unit
        // What was chosen isn't rounded.
        if isChosen(meant, like: number) { return true }
        let isCertain = isCertain(meant, like: number, ways: ways)
        if steps <= 5, number.digitsThatSay >= (isCertain ? 2 : 3) {
            // A last digit is a slip where the right one stands elsewhere, and this one doesn't.
            guard let right = number.correction(for: abs(meant)).flatMap({ WrittenNumber(parsing: $0) }) else { return false }
            if printed[abs(right.value), default: 0] > 0, printed[abs(number.value), default: 0] <= 1 { return true }
            if !isCertain || steps <= 2 { return false }
        }
        if !follows || isCertain { return true }
        return number.digitsThatSay >= 3 && !isGiven(number.value) && Self.isSlip(.init(operand: operand, meant: meant))
    }

    /// Whether the number that gives the quantity to nine digits is one that was chosen, with no more digits than are printed.
    private func isChosen(_ meant: Double, like number: WrittenNumber) -> Bool {
        guard number.place < 0, number.place >= -4, number.exponent == .none, !number.isPercent else { return false }
        let rounded = (meant / number.unit).rounded() * number.unit
        return rounded != 0 && rounded.isSame(as: meant, within: 1e-9) && isGiven(rounded)
    }

    /// Whether it is one of so few quantities that hardly any would lie so near by chance.
    private func isCertain(_ meant: Double, like number: WrittenNumber, ways: Int) -> Bool {
        guard number.place < 0, number.exponent == .none, !number.isPercent, meant != 0,
            near(abs(meant), within: 1e-9 * abs(meant)).first != nil
        else { return false }
        return Double(values.count) * Double(ways) * 2e-9 < Self.chance
    }

    private static let chance = 1e-4

    private static func isSlip(_ misprint: Misprint) -> Bool {
        guard let slip = Slip(printed: misprint.operand.number, right: misprint.meant) else { return false }
        return slip.isTyping || slip == .sign
    }

    private static func choices(_ alternatives: [[Double]]) -> [[Double]] {
        alternatives.reduce([[]]) { all, own in all.flatMap { start in own.map { start + [$0] } } }
    }

    /// Where a function is 0, by secants; nil where it isn't found, or the function hardly depends on its argument.
    private static func solution(from start: Double, _ function: (Double) -> Double?) -> Double? {
        for first in [start, -start] {
            var (a, b) = (first, first == 0 ? 0.01 : first * 1.01)
            guard var left = function(a), var right = function(b) else { continue }
            for _ in 0..<30 {
                guard right != left else { break }
                let next = b - right * (b - a) / (right - left)
                guard next.isFinite, let value = function(next) else { break }
                (a, left, b, right) = (b, right, next, value)
                if abs(b - a) <= 1e-13 * max(abs(a), abs(b)) || right == 0 { break }
            }
            // Where it is exactly 0 the last step may have been a long one.
            guard right == 0 || abs(b - a) <= 1e-9 * abs(b), b != 0, let off = function(b * (1 + 1e-5)), let at = function(b),
                abs(off) > 100 * abs(at), abs(off) > 1e-12
            else { continue }
            return b
        }
        return nil
    }
}

extension AuditedNumber {
    var isWrong: Bool { if case .checked(let judged) = status { judged.verdict == .wrong } else { false } }

    /// The number as one that its own calculation doesn't give, which gives the quantity to the last digit.
    mutating func contradict(_ tie: Tie, _ number: WrittenNumber) {
        var tie = tie
        tie.isGiven = true
        status = .checked(Judged(number, tie))
    }

    /// The number as one that was put in by mistake.
    mutating func blame(_ misprint: FullPrecision.Misprint, in calculation: String, for result: WrittenNumber) {
        let number = misprint.operand.number
        guard let right = number.correction(for: misprint.meant) else { return }
        var wrong = Judged(
            verdict: .wrong, written: number.text, calculation: calculation, computed: number.computedText(misprint.meant),
            correction: right)
        wrong.slip = Slip(printed: number, right: misprint.meant)
        wrong.meant = (right, result.text)
        wrong.meantElsewhere = misprint.others
        status = .checked(wrong)
    }
}
