import Claims
import Exhibits

/// Slips of the fingers: the right digits in the wrong order, one too many, one too few, one another.
extension Diagnosis {
    /// Two neighbouring digits changed places.
    func swappedDigits() -> [Hint] {
        guard mismatch.significantDigits >= 3 else { return [] }
        var digits = typedDigits
        for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
            digits.swapAt(index, index + 1)
            defer { digits.swapAt(index, index + 1) }
            if let value = value(of: digits, place: mismatch.written.place),
                mismatch.resembles(value, place: mismatch.written.place)
            {
                let pair = "\(typedDigits[index])\(typedDigits[index + 1])"
                return [hint("typo", "digits swapped: \(pair) for \(String(pair.reversed()))", value)]
            }
        }
        return []
    }

    /// One digit too many, too few, or another one than meant; the last digits don't count, they may have been rounded.
    func mistyped() -> [Hint] {
        guard mismatch.significantDigits >= 5 else { return [] }
        let digits = typedDigits
        let place = mismatch.written.place
        for index in digits.indices {
            var shorter = digits
            let removed = shorter.remove(at: index)
            if let value = value(of: shorter, place: place + 1), mismatch.resembles(value, place: place + 1) {
                return [hint("typo", "typing slip: one digit \(removed) too many", value)]
            }
        }
        for index in 0..<digits.count {
            for digit in 0...9 {
                if let value = value(of: digits[..<index] + [digit] + digits[index...], place: place - 1),
                    mismatch.resembles(value, place: place - 1)
                {
                    return [hint("typo", "typing slip: a digit \(digit) is missing", value)]
                }
                var other = digits
                other[index] = digit
                if index < digits.count - 1, let value = value(of: other, place: place), mismatch.fits(value, computed: true) {
                    return [hint("typo", "typing slip: \(digits[index]) for \(digit)", value)]
                }
            }
        }
        return []
    }

    /// The digits written, without leading zeros.
    private var typedDigits: [Int] {
        let scaled = (abs(mismatch.written.value) / mismatch.written.unit).rounded()
        guard scaled < 1e15 else { return [] }
        return "\(Int(scaled))".compactMap(\.wholeNumberValue)
    }

    private func value(of digits: some Sequence<Int>, place: Int) -> Double? {
        let text = digits.map(String.init).joined()
        return Double("\(mismatch.written.value < 0 ? "-" : "")\(text)e\(place)")
    }
}

extension Mismatch {
    /// Whether the computed value, written to this place, is this number, give or take one unit that rounding may have moved.
    func resembles(_ number: Double, place: Int) -> Bool {
        guard let unit = Double("1e\(place)") else { return false }
        let slack = significantDigits >= 6 ? 1.5 : 0.5
        return abs(number - value) <= slack * unit * (1 + 1e-9)
    }

    /// Whether the value computed would round to this number.
    func fits(_ number: Double, computed: Bool) -> Bool {
        abs(number - value) <= 0.5 * written.unit * (1 + 1e-9)
    }
}
