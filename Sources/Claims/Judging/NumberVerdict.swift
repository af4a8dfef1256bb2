/// The rule by which one number is held to its digits.
extension WrittenNumber {
    /// How many steps of double precision a computed value may be off by the noise of arithmetic alone.
    private static let noise = 4.0

    /// *exact* when |value − written| ≤ half a unit of the last digit (or the tolerance stated), *truncated* when the value has
    /// all digits written and goes on above them, *vague* when no value of this size could fail, otherwise *wrong*.
    ///
    /// Values on the border between two roundings count as either: nobody can see from 2.675 whether its author rounded the
    /// half up, to even, or rounded the binary number 2.67499999999999982.
    public func verdict(for computed: Double) -> Verdict {
        guard !computed.isNaN else { return .notComputed }
        guard computed.isFinite, value.isFinite else { return computed == value ? .exact : .wrong }
        let slack = Self.noise * max(abs(computed), abs(value)).ulp
        if abs(computed - value) <= allowance + slack {
            return isVague(for: computed) ? .vague : .exact
        }
        let sameSide = isZero || (value < 0) == (computed < 0)
        let excess = abs(computed) - abs(value)
        if tolerance == .digits, !isFraction, sameSide, excess > 0, excess < unit - slack { return .truncated }
        return .wrong
    }

    /// Zero without digits behind it says nothing about a small number, and a tolerance as wide as the number says nothing at all.
    private func isVague(for computed: Double) -> Bool {
        switch tolerance {
        case .digits:
            // Below 1e-12 a computed zero is as likely as a small number: 0.1 + 0.2 − 0.3 is 5.6e-17.
            guard isZero, abs(computed) > 1e-12 else { return false }
            return place >= 0 || (place >= -2 && abs(computed) * 1000 < unit)
        case .absolute, .relative, .ulps:
            return !isZero && allowance >= abs(value)
        }
    }
}
