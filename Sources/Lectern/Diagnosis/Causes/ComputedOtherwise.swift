import Exhibits

/// The computation was done as others do it, or with one of its rules broken.
extension Diagnosis {
    func computedOtherwise() -> [Explanation] {
        let digits = mismatch.telltaleDigits
        guard digits >= 3, mismatch.units >= 1 else { return [] }
        var trials = Trials(mismatch)
        return evidence.otherWays(to: mismatch.value).compactMap { way in
            guard !Mismatch.same(way.value, mismatch.value), trials.fits(way.value) else { return nil }
            let usual = 0.92 - (digits == 3 ? 0.08 : 0) - (way.isWeak ? 0.1 : 0)
            return Explanation(way.cause, way.words, way.value, plausibility: trials.worth(usual))
        }
    }
}

extension Evidence {
    /// So improbable must it be that all numbers of a list fit by chance, over all ways that were tried.
    private static let mostChance = 1e-3

    /// The one way in which all wrong numbers of a list come out as they were written; nil where there is none, or several that
    /// lead to different numbers.
    func commonHint(for wrong: [Mismatch]) -> Hint? {
        var common: [String: (way: OtherWay, chance: Double, values: [Double])] = [:]
        for (index, mismatch) in wrong.enumerated() {
            let ways = otherWays(to: mismatch.value)
            var kept: [String: (way: OtherWay, chance: Double, values: [Double])] = [:]
            for way in ways where !Mismatch.same(way.value, mismatch.value) && mismatch.fits(way.value) {
                let key = "\(way.computation): \(way.words)"
                guard index == 0 || common[key] != nil else { continue }
                let before = common[key] ?? (way, Double(ways.count), [])
                kept[key] = (way, before.chance * mismatch.chance(of: way.value), before.values + [way.value])
            }
            common = kept
            if common.isEmpty { return nil }
        }
        let sure = common.sorted { $0.key < $1.key }.map(\.value).filter { $0.chance <= Self.mostChance }
        guard let best = sure.first,
            sure.allSatisfy({ zip($0.values, best.values).allSatisfy { Mismatch.same($0, $1) } })
        else { return nil }
        return Hint(
            cause: best.way.cause.rawValue, message: "all \(wrong.count) wrong numbers of the list: \(best.way.words)",
            value: best.values[0])
    }
}
