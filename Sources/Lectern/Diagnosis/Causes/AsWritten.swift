import Claims
import Derivations
import Exhibits

/// The number follows from others as the lesson has written them: rounded, or wrong.
extension Diagnosis {
    func asWritten(_ quantities: [GraphQuantity]) -> [Explanation] {
        var found: [Explanation] = []
        for quantity in quantities {
            let trusting = StatedNumbers(claims, in: quantity)
            let last = StatedNumbers(claims, in: quantity, trusting: false)
            for stated in trusting == last ? [trusting] : [trusting, last] where !stated.isEmpty {
                found += asWritten(stated, in: quantity)
            }
        }
        return found
    }

    private func asWritten(_ stated: StatedNumbers, in quantity: GraphQuantity) -> [Explanation] {
        let each = stated.each
        guard each.count <= 150 else { return [] }
        let value = quantity.value(under: stated.variation)
        if mismatch.fits(value) {
            return [path(stated, in: quantity, plausibility: 0.93) { mismatch.fits($0) }]
        }
        let single = oneOf(each, in: quantity)
        guard single.isEmpty else { return single }
        if isCarried(value) {
            return [path(stated, in: quantity, plausibility: 0.86) { isCarried($0) }]
        }
        return sloppyEnd(value)
    }

    /// A wrong number that stands above and leads to just this one outweighs what else would fit, but not a neighbour with all its digits.
    private static let carried = 0.955

    /// Two digits fit some way of rounding by chance.
    private func of(rounding plausibility: Double) -> Double {
        mismatch.significantDigits >= 3 ? plausibility : min(plausibility, 0.6)
    }

    /// A mistake that was carried on is rounded on the way as well: the value is nearly the number written, and much nearer than
    /// the right one.
    private func isCarried(_ value: Double) -> Bool {
        let rest = abs(value - mismatch.written.value) / mismatch.window
        return rest <= 1.1 && rest < 0.2 * mismatch.units
    }

    /// All numbers as written lead here: which of them are needed?
    private func path(
        _ stated: StatedNumbers, in quantity: GraphQuantity, plausibility: Double, where leads: (Double) -> Bool
    ) -> Explanation {
        var needed = stated
        for one in stated.each {
            let rest = needed.without(one)
            if leads(quantity.value(under: rest.variation)) { needed = rest }
        }
        let value = quantity.value(under: needed.variation)
        let each = needed.each
        if let wrong = each.first(where: { !$0.claim.holds }) {
            let message = "follows from \(wrong.name) = \(wrong.claim.text) as written above, which is wrong"
            return Explanation(.wrongInput, message, value, plausibility: Self.carried)
        }
        if each.count == 1 {
            let name = each[0].name.contains(GraphQuantity.nameless) ? GraphQuantity.nameless : each[0].name
            let message = each[0].claim.condition(of: name)
            return Explanation(.roundingPath, message, value, plausibility: of(rounding: plausibility))
        }
        let names = each.prefix(3).map { "\($0.name) = \($0.claim.text)" }
        let list = names.joined(separator: ", ") + (each.count > 3 ? ", …" : "")
        return Explanation(
            .roundingPath, "true if one goes on with the numbers written above: \(list)", value,
            plausibility: of(rounding: plausibility))
    }

    /// Only one of the numbers was used as written.
    private func oneOf(_ each: [StatedNumbers.Stated], in quantity: GraphQuantity) -> [Explanation] {
        var trials = Trials(mismatch)
        let isNear = mismatch.units < 1.6
        for one in each {
            let value = quantity.value(under: one.alone.variation)
            guard trials.fits(value) || (!one.claim.holds && isCarried(value)) else { continue }
            if one.claim.holds {
                let plausibility = isNear ? 0.88 : trials.worth(0.86)
                return [
                    Explanation(
                        .roundingPath, one.claim.condition(of: one.name), value,
                        plausibility: of(rounding: plausibility))
                ]
            }
            return [
                Explanation(
                    .wrongInput, "follows from \(one.name) = \(one.claim.text) as written above, which is wrong", value,
                    plausibility: trials.worth(Self.carried))
            ]
        }
        return []
    }

    /// The numbers as written lead near, and the last step is cut off or rounded up.
    private func sloppyEnd(_ value: Double) -> [Explanation] {
        guard mismatch.written.tolerance == .digits, value.isFinite else { return [] }
        let text = NumberFormat.significant(max(2, mismatch.significantDigits + 1)).text(value)
        let plausibility = mismatch.significantDigits >= 3 && mismatch.units < 20 ? 0.86 : 0.6
        if mismatch.written.verdict(for: value) == .truncated {
            let message = "the numbers written above give \(text), cut off instead of rounded"
            return [Explanation(.roundingPath, message, value, plausibility: plausibility)]
        }
        let excess = (abs(mismatch.written.value) - abs(value)) / mismatch.window
        if mismatch.written.value * value > 0, excess > 0.5, excess < 1 {
            let message = "the numbers written above give \(text), rounded up instead of to the nearest"
            return [Explanation(.arithmetic, message, value, plausibility: plausibility)]
        }
        return []
    }
}

extension EarlierClaim {
    /// What must have been done with the number as it is written, in words that are true of it.
    fileprivate func condition(of name: String) -> String {
        switch number.verdict(for: computed) {
        case .exact: "true if \(name) is first rounded to \(text)"
        case .truncated: "true if \(name) is first cut off to \(text)"
        default: "true if one goes on with \(name) = \(text) as written above"
        }
    }
}
