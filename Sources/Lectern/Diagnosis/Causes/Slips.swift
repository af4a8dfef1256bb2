import Claims
import Exhibits

/// Slips that need nothing but the number itself.
extension Diagnosis {
    func sign() -> [Explanation] {
        guard mismatch.fits(-mismatch.value) else { return [] }
        let plausibility = mismatch.significantDigits >= 2 ? 0.95 : 0.6
        return [
            Explanation(.sign, "sign: fits the value with the opposite sign", -mismatch.value, plausibility: plausibility)
        ]
    }

    /// Twice, half, and a point in the wrong place. Two digits at least: among ten numbers one is always half of another.
    func factor() -> [Explanation] {
        let digits = mismatch.significantDigits
        guard digits >= 2 else { return [] }
        let isLoss = evidence.graphs.contains { Mismatch.same($0.graph.value(at: $0.graph.resultPlace), mismatch.value) }
        let double = isLoss ? "factor 2: fits Σ(t−o)² without ½" : "factor 2: fits twice the value"
        let half =
            isLoss ? "factor ½: fits half the value, as if ½ had been applied once more" : "factor ½: fits half the value"
        let tries = [
            (2, double), (0.5, half), (100, "factor 100: fits the value in percent"),
            (0.01, "factor 100: fits the value divided by 100; the expression gives the share, not the percentage"),
            (10, "factor 10: fits ten times the value, as with the decimal point too far right"),
            (0.1, "factor 10: fits a tenth of the value, as with the decimal point too far left, or 1 − β before a gradient"),
            (1000, "the power of ten: fits the value times 1000"), (0.001, "the power of ten: fits the value divided by 1000"),
        ]
        return tries.filter { mismatch.fits($0.0 * mismatch.value) }.prefix(1).map {
            // With three digits one number in fifty fits one of the eight, and one in two hundred the two that are usual.
            let isUsual = $0.0 == 2 || $0.0 == 0.5
            return Explanation(
                .factor, $0.1, $0.0 * mismatch.value,
                plausibility: digits >= 4 || digits == 3 && isUsual ? 0.86 : digits == 3 ? 0.78 : 0.5)
        }
    }

    /// A sum where a mean was meant, or the other way round, over some count that occurs in the lesson; ½Σ and a mean as well.
    func means() -> [Explanation] {
        let digits = mismatch.significantDigits
        guard digits >= 3 else { return [] }
        let counts = evidence.counts.filter { $0 > 2 && $0 <= 100_000 }.sorted()
        var trials = Trials(mismatch)
        var found: [Explanation] = []
        for count in counts {
            let n = Double(count)
            let tries = [
                (1 / n, "mean instead of sum: fits the value divided by \(count)"),
                (n, "sum instead of mean: fits the value times \(count)"),
                (2 / n, "a mean over \(count) instead of ½Σ: fits the value times 2/\(count)"),
                (n / 2, "½Σ instead of a mean over \(count): fits the value times \(count)/2"),
            ]
            for (factor, message) in tries where trials.fits(factor * mismatch.value) {
                let usual = digits >= 4 ? 0.9 : 0.8
                found.append(Explanation(.mean, message, factor * mismatch.value, plausibility: usual))
            }
        }
        return found.prefix(1).map { explanation in
            var explanation = explanation
            explanation.plausibility = trials.worth(explanation.plausibility)
            return explanation
        }
    }

    /// Rounded to a digit more first, and then once again: 0.56045 to 0.5605 to 0.561.
    func roundedTwice() -> [Explanation] {
        guard mismatch.units < 0.6, mismatch.written.tolerance == .digits, !mismatch.written.isFraction else { return [] }
        let unit = mismatch.written.unit
        for step in [10.0, 100] {
            let once = (mismatch.value / unit * step).rounded() / step
            guard abs(once.rounded() * unit - mismatch.written.value) < unit / 4 else { continue }
            let decimals = max(0, -mismatch.written.place + (step == 10 ? 1 : 2))
            let text = NumberFormat.decimals(decimals).text(once * unit)
            return [
                Explanation(
                    .roundingPath, "rounded twice: to \(text) first, and that once more", mismatch.value, plausibility: 0.85
                )
            ]
        }
        return []
    }
}
