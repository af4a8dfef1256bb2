import Claims
import Derivations
import Exhibits

/// A claim that is false: what was written and what was computed.
struct Mismatch {
    var written: WrittenNumber
    var value: Double
    /// How the value was computed, when it is a scalar that remembers it, or when a formula or a relation tells. Several, where
    /// several relations hold.
    var graphs: [ScalarGraph] = []
    /// Whether they are only relations.
    var isGuessed = false

    /// Whether a value would have made the claim true.
    func fits(_ candidate: Double) -> Bool {
        candidate.isFinite && written.verdict(for: candidate) == .exact
    }

    /// How many digits were written from the first that isn't 0: how much a coincidence would have to explain.
    var significantDigits: Int {
        guard written.value != 0, written.value.isFinite else { return 0 }
        return max(0, Self.exponent(of: written.value) - written.place + 1)
    }

    /// The same without zeros at the end: what is made up is often round, so they tell nothing of where a number comes from. Four
    /// and more of them are a program's, which printed so many decimals of a number that has fewer.
    var telltaleDigits: Int { significantDigits - (closingZeros < 4 ? closingZeros : 0) }

    /// How many of the digits written are zeros at the end.
    private var closingZeros: Int {
        var (digits, count) = ((written.value / written.unit).rounded(), 0)
        while digits != 0, count < significantDigits, digits.truncatingRemainder(dividingBy: 10) == 0 {
            (digits, count) = (digits / 10, count + 1)
        }
        return count
    }

    /// How much of the number line a fitting value has: one unit of the last digit, or what a stated tolerance allows.
    var window: Double { max(2 * written.allowance, .leastNormalMagnitude) }

    /// Distance between written and computed, in such windows: below 1 only the rounding differs.
    var units: Double { abs(written.value - value) / window }

    /// How probable it is that a number about as far from the right one as this fits what was written by chance: one that moves
    /// about as far as it must had so many numbers to hit.
    func chance(of candidate: Double) -> Double { 1 / (1 + 2 * abs(candidate - value) / window) }

    /// Whether two computed numbers are the same up to the noise of arithmetic in another order.
    static func same(_ a: Double, _ b: Double) -> Bool { GraphQuantity.same(a, b) }

    static func exponent(of value: Double) -> Int {
        let text = NumberFormat.scientific(16).text(value)
        guard let mark = text.lastIndex(of: "e") else { return 0 }
        return Int(text[text.index(after: mark)...].drop { $0 == "+" }) ?? 0
    }
}
