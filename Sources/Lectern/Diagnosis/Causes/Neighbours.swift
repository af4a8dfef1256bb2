import Claims
import Exhibits

/// Another number of the lesson stands where this one belongs.
extension Diagnosis {
    func neighbours() -> [Explanation] {
        let digits = mismatch.telltaleDigits
        guard digits >= 2 else { return [] }
        var fitting: [Evidence.Known] = []
        for known in evidence.numbers where !Mismatch.same(known.value, mismatch.value) && mismatch.fits(known.value) {
            if !fitting.contains(where: { Mismatch.same($0.value, known.value) }) { fitting.append(known) }
        }
        let family = Set(evidence.numbers.filter { Mismatch.same($0.value, mismatch.value) }.map(\.family))
        // Numbers that the reader sees are taken for each other, and those of one list or one kind.
        let relatives = fitting.filter { family.contains($0.family) || !claims.about($0.value).isEmpty }
        guard let best = relatives.first ?? fitting.first else { return scaled() }
        // With few digits many numbers fit by chance.
        let rivals = relatives.isEmpty ? fitting.count : relatives.count
        let usual = digits >= 5 ? 0.93 : digits == 4 ? 0.89 : digits == 3 ? 0.84 : 0.76
        let crowd = Double(evidence.numbers.count) * mismatch.window / max(abs(mismatch.written.value), mismatch.window)
        // The same digits as just before, rightly of another number: written twice.
        let isRepeated = claims.last.map {
            $0.holds && $0.text == mismatch.written.text && Mismatch.same($0.computed, best.value)
        }
        let plausibility =
            usual + (relatives.isEmpty ? 0 : 0.03) + (isRepeated == true ? 0.04 : 0) - min(0.3, crowd * 0.05)
            - (rivals > 1 && digits <= 3 ? 0.4 : 0)
            - (best.name.hasPrefix(Evidence.insideOf) ? min(0.5, 5 * chanceOfNameless) : 0)
        return [Explanation(.neighbour, "this is \(best.name)", best.value, plausibility: plausibility)]
    }

    /// How many of the numbers without a name of their own fit by chance: those of about this size, spread evenly. Nobody writes
    /// down a pixel, and of thousands of them one always fits.
    private var chanceOfNameless: Double {
        let size = abs(mismatch.written.value)
        guard size > 0 else { return 1 }
        let near = evidence.numbers.count {
            $0.name.hasPrefix(Evidence.insideOf) && (size / 2...size * 2).contains(abs($0.value))
        }
        return Double(near) * mismatch.window / (1.5 * size)
    }

    /// A percentage made of another share.
    private func scaled() -> [Explanation] {
        guard mismatch.written.place >= -3 else { return [] }
        let fitting = evidence.numbers.filter {
            abs($0.value) <= 1 && mismatch.fits(100 * $0.value) && !Mismatch.same(100 * $0.value, mismatch.value)
        }
        guard let first = fitting.first, fitting.allSatisfy({ Mismatch.same($0.value, first.value) }) else { return [] }
        return [Explanation(.neighbour, "this is \(first.name) in percent", 100 * first.value, plausibility: 0.7)]
    }

    /// The value after another step of the same run, nearest first.
    func step() -> [Explanation] {
        guard mismatch.telltaleDigits >= 3 else { return [] }
        for (name, losses) in evidence.histories {
            guard let index = losses.lastIndex(where: { Mismatch.same($0, mismatch.value) }) else { continue }
            for distance in 1...50 {
                for other in [index - distance, index + distance] where losses.indices.contains(other) {
                    guard mismatch.fits(losses[other]) else { continue }
                    let change = abs(losses[other] - mismatch.value) / mismatch.window
                    // Where the loss hardly moves, some step always fits.
                    let plausibility = (distance == 1 ? 0.94 : 0.88) - min(0.4, Double(distance) / max(1, change) * 0.3)
                    let message = "value after step \(grouped(other)), not \(grouped(index)) (\(name))"
                    return [Explanation(.step, message, losses[other], plausibility: plausibility)]
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

extension Evidence.Known {
    /// The name without its index: numbers of one list, or gradients of one loss, are taken for each other most often.
    fileprivate var family: Substring {
        if let bracket = name.lastIndex(of: "[") { return name[..<bracket] }
        if let slash = name.lastIndex(of: "/") { return name[...slash] }
        let stem = name.reversed().drop { $0.isNumber || $0 == "_" }
        return name[..<stem.startIndex.base]
    }
}
