import Claims
import Exhibits

/// Slips that need nothing but the number itself.
extension Diagnosis {
    func sign() -> [Hint] {
        mismatch.fits(-mismatch.value) ? [hint("sign", "sign: fits the value with the opposite sign", -mismatch.value)] : []
    }

    /// Twice, half, and a point in the wrong place. Two digits at least: among ten numbers one is always half of another.
    func factor() -> [Hint] {
        guard mismatch.significantDigits >= 2 else { return [] }
        let isLoss = evidence.graphs.contains { Mismatch.same($0.graph.value(at: $0.graph.resultPlace), mismatch.value) }
        let double = isLoss ? "factor 2: fits Σ(t−o)² without ½" : "factor 2: fits twice the value"
        let half =
            isLoss ? "factor ½: fits half the value, as if ½ had been applied once more" : "factor ½: fits half the value"
        let tries = [
            (2, double), (0.5, half), (100, "factor 100: fits the value in percent"),
            (0.01, "factor 100: fits the value divided by 100; the expression gives the share, not the percentage"),
            (10, "the decimal point is one place too far right"), (0.1, "the decimal point is one place too far left"),
        ]
        return tries.filter { mismatch.fits($0.0 * mismatch.value) }.prefix(1).map {
            hint("factor", $0.1, $0.0 * mismatch.value)
        }
    }

    /// A sum where a mean was meant, or the other way round, over some count that occurs in the lesson.
    func means() -> [Hint] {
        guard mismatch.significantDigits >= 3 else { return [] }
        for count in evidence.counts.sorted() where count > 2 && count <= 100_000 {
            let number = Double(count)
            if mismatch.fits(mismatch.value / number) {
                return [hint("mean", "mean instead of sum: fits the value divided by \(count)", mismatch.value / number)]
            }
            if mismatch.fits(mismatch.value * number) {
                return [hint("mean", "sum instead of mean: fits the value times \(count)", mismatch.value * number)]
            }
        }
        return []
    }
}
