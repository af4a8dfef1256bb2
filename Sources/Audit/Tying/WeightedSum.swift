import Claims
import Exhibits

/// Holds the factors beside a printed weighted sum to the network's weights and inputs, each in its place.
///
/// Of `0.1 · 1 + 0.2 · 0 + 0.1`, stated as the sum of the first unit, every factor has one quantity that it is. Where all but one
/// are that, the other one is a slip, though the result doesn't show it: a factor of 0 hides what stands beside it.
struct WeightedSum {
    private let index: QuantityIndex
    private let sums: [String: QuantityIdentity]

    private static let mostTerms = 64

    init(_ numbers: [NamedNumber]) {
        index = QuantityIndex(numbers)
        sums = Dictionary(
            numbers.compactMap { number -> (String, QuantityIdentity)? in
                guard case .value(let identity)? = number.meaning, identity.kinds.contains(.sum) else { return nil }
                return (number.expression, identity)
            }
        ) { first, _ in first }
    }

    /// The one factor that isn't what its place means; nil where the calculation isn't written so, or all are, or several aren't.
    ///
    /// - Parameter tie: what the calculation's result is.
    func misprint(in calculation: PrintedExpression, of tie: Tie) -> FullPrecision.Misprint? {
        guard let sum = sums[tie.expression], let level = sum.level, let unit = sum.unit, let width = index.units[level - 1],
            width > 1, width <= Self.mostTerms
        else { return nil }
        var (products, singles): ([Product], [Factor]) = ([], [])
        for term in calculation.terms {
            if let number = term.expression.plainNumber {
                singles.append(Factor(number.operand, isNegative: number.isNegative != term.isNegative))
            } else if let product = Product(term.expression, isNegative: term.isNegative) {
                products.append(product)
            } else {
                return nil
            }
        }
        guard products.count == width, singles.count < 2 else { return nil }
        let run = tie.expression.prefix { $0 != "." && $0 != "[" }
        let weights = (1...width).map { values(index.at(.weight, level: level, unit: unit, from: $0), String(run)) }
        let kinds: [QuantityIdentity.Kind] = level == 1 ? [.input, .output] : [.output]
        let inputs = (1...width).map { from in
            values(kinds.flatMap { index.at($0, level: level - 1, unit: from) }, String(run))
        }
        let shared = index.at(.bias, level: level)
        let own = index.at(.bias, level: level, unit: unit)
        let bias = values(own.isEmpty ? shared : own, String(run))
        guard !(weights + inputs).contains(where: \.isEmpty), singles.isEmpty || !bias.isEmpty else { return nil }
        for isTurned in [false, true] {
            let (left, right) = isTurned ? (inputs, weights) : (weights, inputs)
            var misfits = singles.filter { !$0.fits(bias) }.compactMap { $0.misprint(bias) }
            for (place, product) in products.enumerated() {
                misfits += product.misfits(left[place], right[place])
            }
            if misfits.isEmpty { return nil }
            if misfits.count == 1 { return misfits[0].isFar ? misfits[0].misprint : nil }
        }
        return nil
    }

    /// All that a quantity is in a lesson, in the run of the result first.
    private func values(_ identities: [QuantityIdentity], _ run: String) -> [Double] {
        let numbers = identities.flatMap(index.values)
        return (numbers.filter { $0.constant == run } + numbers.filter { $0.constant != run }).map(\.value)
    }

    private struct Misfit {
        var misprint: FullPrecision.Misprint

        /// What was chosen is written as it is; what was computed may have been rounded on the way.
        var isFar: Bool {
            let (number, meant) = (misprint.operand.number, misprint.meant)
            let distance = abs(number.value - meant)
            return meant.isShortDecimal(within: 1e-12) || distance > max(5 * number.unit, 0.02 * abs(meant))
        }
    }

    private struct Factor {
        var operand: PrintedExpression.Operand
        var isNegative: Bool

        init(_ operand: PrintedExpression.Operand, isNegative: Bool) {
            self.operand = operand
            self.isNegative = isNegative
        }

        var sign: Double { isNegative ? -1 : 1 }

        func fits(_ values: [Double]) -> Bool { values.contains { operand.number.verdict(for: sign * $0).isTrue } }

        func misprint(_ values: [Double]) -> Misfit? {
            values.first.map { Misfit(misprint: .init(operand: operand, meant: sign * $0)) }
        }
    }

    private struct Product {
        var left: PrintedExpression.Operand
        var right: PrintedExpression.Operand
        var isLeftNegative: Bool
        var isRightNegative: Bool
        var isNegative: Bool

        init?(_ expression: PrintedExpression, isNegative: Bool) {
            switch expression {
            case .negated(let inner):
                guard let product = Product(inner, isNegative: !isNegative) else { return nil }
                self = product
            case .binary(.times, let a, let b):
                guard let left = a.plainNumber, let right = b.plainNumber else { return nil }
                (self.left, isLeftNegative) = (left.operand, left.isNegative)
                (self.right, isRightNegative) = (right.operand, right.isNegative)
                self.isNegative = isNegative
            default: return nil
            }
        }

        /// The factors that aren't what they should be, with the sign before the product given to the one or to the other.
        func misfits(_ first: [Double], _ second: [Double]) -> [Misfit] {
            // What is 0 has no sign.
            let (isLeftZero, isRightZero) = (first.allSatisfy { $0 == 0 }, second.allSatisfy { $0 == 0 })
            let signs = isNegative ? (isRightZero ? [true] : isLeftZero ? [false] : [true, false]) : [false]
            let ways = signs.map { takesLeft -> [Misfit] in
                let factors = [
                    (Factor(left, isNegative: isLeftNegative != takesLeft), first),
                    (Factor(right, isNegative: isRightNegative != (isNegative && !takesLeft)), second),
                ]
                return factors.filter { !$0.0.fits($0.1) }.compactMap { $0.0.misprint($0.1) }
            }
            return ways.min { $0.count < $1.count } ?? []
        }
    }
}
