import Claims
import Exhibits

/// Another number of the lesson stands where this one belongs.
extension Diagnosis {
    func neighbours() -> [Hint] {
        let digits = mismatch.significantDigits
        guard digits >= 2 else { return [] }
        var fitting: [Evidence.Known] = []
        for known in evidence.numbers where !Mismatch.same(known.value, mismatch.value) && mismatch.fits(known.value) {
            if !fitting.contains(where: { Mismatch.same($0.value, known.value) }) { fitting.append(known) }
        }
        // With few digits many numbers fit by chance: then only a single one counts.
        if digits <= 3, fitting.count > 1 { return [] }
        if let best = fitting.first { return [hint("neighbour", "this is \(best.name)", best.value)] }
        return scaled()
    }

    /// A percentage made of another share.
    private func scaled() -> [Hint] {
        guard mismatch.significantDigits >= 2, mismatch.written.place >= -3 else { return [] }
        let fitting = evidence.numbers.filter {
            abs($0.value) <= 1 && mismatch.fits(100 * $0.value) && !Mismatch.same(100 * $0.value, mismatch.value)
        }
        guard let first = fitting.first, fitting.allSatisfy({ Mismatch.same($0.value, first.value) }) else { return [] }
        return [hint("neighbour", "this is \(first.name) in percent", 100 * first.value)]
    }

    /// The value after another step of the same run, nearest first.
    func step() -> [Hint] {
        guard mismatch.significantDigits >= 3 else { return [] }
        for (name, losses) in evidence.histories {
            guard let index = losses.lastIndex(where: { Mismatch.same($0, mismatch.value) }) else { continue }
            for distance in 1...50 {
                for other in [index - distance, index + distance] where losses.indices.contains(other) {
                    if mismatch.fits(losses[other]) {
                        return [
                            hint("step", "value after step \(grouped(other)), not \(grouped(index)) (\(name))", losses[other])
                        ]
                    }
                }
            }
        }
        return []
    }

    private func grouped(_ number: Int) -> String {
        let digits = Array("\(number)")
        return String(
            digits.enumerated().flatMap { index, digit -> [Character] in
                index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
            })
    }
}
