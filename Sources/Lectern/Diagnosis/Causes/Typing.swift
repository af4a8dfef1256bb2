import Claims
import Exhibits

/// Slips of the fingers: the right digits in the wrong order, one too many, one too few, one another.
///
/// What counts is what stands right behind the slip: a number that is wrong only in its last digits says nothing about fingers.
extension Diagnosis {
    /// The same quantity stands elsewhere in the lesson, one keystroke away.
    func copied() -> [Explanation] {
        // A power of ten is no slip of one key: zeros in front are not copied.
        guard ![10, 0.1].contains(where: { mismatch.fits($0 * mismatch.value) }) else { return [] }
        for claim in claims.about(mismatch.value).reversed() where claim.holds && claim.text != mismatch.written.text {
            // What is right only within a tolerance stated for it is no number to be copied.
            guard var number = WrittenNumber(parsing: claim.text), number.value != mismatch.written.value else { continue }
            number.tolerance = .digits
            guard number.verdict(for: mismatch.value) == .exact,
                let slip = Keystroke(from: digits(of: number), to: typed, places: (number.place, mismatch.written.place))
            else { continue }
            return [
                Explanation(
                    .typo, "typing slip: \(slip.words), the same number stands elsewhere as \(claim.text)", number.value,
                    plausibility: 0.97)
            ]
        }
        return []
    }

    /// Two neighbouring digits changed places.
    func swappedDigits() -> [Explanation] {
        guard mismatch.telltaleDigits >= 3 else { return [] }
        var digits = typed
        for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
            digits.swapAt(index, index + 1)
            defer { digits.swapAt(index, index + 1) }
            if let value = value(of: digits, place: mismatch.written.place),
                mismatch.resembles(value, place: mismatch.written.place)
            {
                let pair = "\(typed[index])\(typed[index + 1])"
                let plausibility = typed.count - index - 2 >= 1 ? 0.92 : typed.count >= 5 ? 0.86 : 0.8
                return [
                    Explanation(
                        .typo, "digits swapped: \(pair) for \(String(pair.reversed()))", value, plausibility: plausibility)
                ]
            }
        }
        return []
    }

    /// One digit too many, too few, or another one than meant. What single precision moves as far says nothing of fingers.
    func mistyped() -> [Explanation] {
        guard mismatch.telltaleDigits >= 4, mismatch.units >= 5, !isNearSinglePrecision else { return [] }
        let place = mismatch.written.place
        var found: [Explanation] = []
        func add(_ digits: [Int], place: Int, following: Int, _ words: String) {
            guard following >= 1, let value = value(of: digits, place: place), mismatch.resembles(value, place: place) else {
                return
            }
            let plausibility = following >= 3 ? 0.89 : following == 2 ? (typed.count >= 6 ? 0.86 : 0.8) : 0.6
            found.append(Explanation(.typo, "typing slip: \(words)", value, plausibility: plausibility))
        }
        for index in typed.indices {
            let following = typed.count - 1 - index
            var shorter = typed
            let removed = shorter.remove(at: index)
            add(shorter, place: place + 1, following: following, "one digit \(removed) too many")
            for digit in 0...9 {
                // A zero in front moves the point and nothing else.
                if digit > 0 || index > 0 {
                    add(
                        typed[..<index] + [digit] + typed[index...], place: place - 1, following: following + 1,
                        "a digit \(digit) is missing")
                }
                var other = typed
                other[index] = digit
                if digit != typed[index] { add(other, place: place, following: following, "\(typed[index]) for \(digit)") }
            }
        }
        return found.max { $0.plausibility < $1.plausibility }.map { [$0] } ?? []
    }

    /// The digits written, without leading zeros.
    private var typed: [Int] { digits(of: mismatch.written) }

    private func digits(of number: WrittenNumber) -> [Int] {
        let scaled = (abs(number.value) / number.unit).rounded()
        guard scaled < 1e15 else { return [] }
        return "\(Int(scaled))".compactMap(\.wholeNumberValue)
    }

    private func value(of digits: some Sequence<Int>, place: Int) -> Double? {
        let text = digits.map(String.init).joined()
        return Double("\(mismatch.written.value < 0 ? "-" : "")\(text)e\(place)")
    }
}

/// The one key that makes a number of another.
private struct Keystroke {
    var words: String

    /// `places` are the powers of ten of the last digits: a digit too many or too few moves them by one.
    init?(from right: [Int], to wrong: [Int], places: (Int, Int)) {
        guard right.count >= 3, wrong.count >= 3 else { return nil }
        let same = zip(right, wrong).prefix { $0 == $1 }.count
        let tail = zip(right.reversed(), wrong.reversed()).prefix { $0 == $1 }.count
        switch (wrong.count - right.count, places.0 - places.1) {
        case (1, 1) where same + tail >= right.count && same < wrong.count: words = "one digit \(wrong[same]) too many"
        case (-1, -1) where same + tail >= wrong.count && same < right.count: words = "a digit \(right[same]) is missing"
        case (0, 0) where same + tail == right.count - 1 && tail >= 1: words = "\(wrong[same]) for \(right[same])"
        case (0, 0)
        where same + tail == right.count - 2 && right[same] == wrong[same + 1] && right[same + 1] == wrong[same]:
            words = "digits swapped, \(wrong[same])\(wrong[same + 1]) for \(right[same])\(right[same + 1])"
        default: return nil
        }
    }
}

extension Mismatch {
    /// Whether the computed value, written to this place, is this number, give or take a unit that rounding may have moved.
    func resembles(_ number: Double, place: Int) -> Bool {
        guard let unit = Double("1e\(place)") else { return false }
        let slack = significantDigits >= 6 ? 1.2 : 0.5
        return abs(number - value) <= slack * unit * (1 + 1e-9)
    }
}
