import Exhibits

/// The rule by which one number is held to its digits.
extension WrittenNumber {
    /// How many steps of double precision a computed value may be off by the noise of arithmetic alone.
    private static let noise = 4.0

    /// *exact* when |value − written| ≤ half a unit of the last digit (or the tolerance stated, where that is wider, with a few
    /// steps of the format when it isn't double precision), *truncated* when the value has all digits written and goes on above
    /// them, *vague* when no value of this size could fail, otherwise *wrong*.
    ///
    /// Values on the border between two roundings count as either where digits behind the point were written: nobody can see
    /// from 2.675 whether its author rounded the half up, to even, or rounded the binary number 2.67499999999999982. A whole
    /// number is a number of its own: there a half is rounded away from zero or to even, and −1 for −1.5 is cut off.
    ///
    /// - Parameters:
    ///   - convention: what the page says of all its numbers.
    ///   - scale: the size of the numbers that the value was computed from, where that is known and larger than the value.
    public func verdict(for computed: Double, under convention: Convention = Convention(), scale: Double = 0) -> Verdict {
        guard !computed.isNaN else { return .notComputed }
        guard computed.isFinite, value.isFinite else { return computed == value ? .exact : .wrong }
        let slack = Self.noise * max(abs(computed), abs(value)).ulp
        let allowance = allowance(for: computed, in: convention.precision, scale: scale)
        let sameSide = isZero || (value < 0) == (computed < 0)
        let excess = abs(computed) - abs(value)
        if abs(computed - value) <= allowance + slack, !isCutHalf(excess, slack) {
            return isVague(for: computed, allowance) ? .vague : .exact
        }
        // In less than double precision the value itself may lie on the other side of a digit.
        let reach = slack + max(0, allowance - unit / 2)
        // A tolerance widens what the digits allow; one that is narrower changes nothing, and where digits are cut it comes on top.
        let countsDigits =
            tolerance == .digits || (!isZero && (convention.cutsDigits || allowance <= unit / 2 * (1 + 1e-9)))
        guard !isFraction, sameSide, excess > 0 || (isContinued && excess > -reach), excess < unit - slack,
            isContinued || countsDigits
        else { return .wrong }
        return isContinued || convention.cutsDigits ? .exact : .truncated
    }

    /// Whether a whole number is what is left of a half by cutting it: no way of rounding gives it.
    private func isCutHalf(_ excess: Double, _ slack: Double) -> Bool {
        guard tolerance == .digits, place == 0, exponent == .none, !isPercent, !isFraction, !isZero else { return false }
        return abs(excess - 0.5) <= slack && value.truncatingRemainder(dividingBy: 2) != 0
    }

    /// Zero without digits behind it says nothing about a small number, a tolerance of half the number and more next to nothing, and
    /// so does one about zero that is wider than its digits.
    private func isVague(for computed: Double, _ allowance: Double) -> Bool {
        if !isZero, tolerance != .digits || allowance > unit { return allowance >= abs(value) / 2 }
        guard isZero else { return false }
        // A stated tolerance may be narrower than the zero's digits; where it is wider, 0.0 ± 5 would be right for 1.5.
        guard tolerance == .digits else { return abs(computed) > unit / 2 * (1 + 1e-9) }
        // Below 1e-12 a computed zero is as likely as a small number: 0.1 + 0.2 − 0.3 is 5.6e-17.
        guard abs(computed) > 1e-12 else { return false }
        return place >= 0 || (place >= -2 && abs(computed) * 1000 < unit)
    }
}
