import Claims
import Derivations
import Exhibits

/// The number follows when somebody rounds intermediate results that the lesson doesn't show, or doesn't round those it shows.
extension Diagnosis {
    /// On with intermediate results rounded to as many digits as were written here, or a few more or less. Results that the
    /// lesson states are taken as it states them.
    func roundedSteps(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.significantDigits >= 3 else { return [] }
        var trials = Trials(mismatch)
        let isNear = mismatch.units < 1.6
        func found(_ condition: String, _ value: Double) -> [Explanation] {
            // Less than two units off: hardly anything but rounding does that, where five digits say how far.
            let plausibility = isNear ? (mismatch.significantDigits >= 5 ? 0.87 : 0.84) : trials.worth(0.82)
            return [Explanation(.roundingPath, "true if \(condition)", value, plausibility: plausibility)]
        }
        for quantity in quantities {
            let stated = StatedNumbers(claims, in: quantity)
            let open = quantity.graph.namedPlaces.filter {
                quantity.graph.role(at: $0) == .result && $0 != quantity.place && stated.forward[$0] == nil
            }
            for rounding in roundings {
                for isNamed in [true, false] {
                    let variation = stated.variation(rounding: rounding.rule, only: isNamed ? Set(open) : nil)
                    let value = quantity.value(under: variation)
                    if trials.fits(value) { return found("every step is rounded to \(rounding.words)", value) }
                }
                guard open.count <= 100 else { continue }
                for place in open {
                    let value = quantity.value(under: stated.variation(rounding: rounding.rule, only: [place]))
                    if trials.fits(value) {
                        return found("\(quantity.name(of: place)) is first rounded to \(rounding.words)", value)
                    }
                }
            }
        }
        return []
    }

    /// On with exact numbers where the lesson writes rounded ones: the expression beside the number gives another result.
    func unrounded(_ quantities: [GraphQuantity]) -> [Explanation] {
        var trials = Trials(mismatch)
        for quantity in quantities {
            let graph = quantity.graph
            let places = (0..<graph.count).filter {
                graph.operands(at: $0).isEmpty && !claims.writing(graph.value(at: $0)).isEmpty
            }
            guard !places.isEmpty, places.count <= 8 else { continue }
            // Two numbers may have been written alike: 0.17 for 0.174 and for 0.169.
            var choices: [[Int: EarlierClaim]] = [[:]]
            for place in places {
                let candidates = claims.writing(graph.value(at: place)).prefix(2)
                choices = choices.flatMap { choice in candidates.map { choice.merging([place: $0]) { $1 } } }
                choices = Array(choices.prefix(64))
            }
            for exact in choices {
                var variation = Variation()
                variation.forward = { exact[$0]?.computed ?? $1 }
                let value = quantity.value(under: variation)
                guard trials.fits(value) else { continue }
                let names = exact.sorted { $0.key < $1.key }.prefix(4).map(\.value.text).joined(separator: ", ")
                let message = "fits the unrounded numbers, where the expression has \(names)"
                return [Explanation(.unrounded, message, value, plausibility: 0.9)]
            }
        }
        return []
    }

    /// As many digits as were written here first, then a few more or fewer.
    private var roundings: [(rule: Rounding, words: String)] {
        let decimals = -mismatch.written.place
        let digits = mismatch.significantDigits
        var rules: [(Rounding, String)] = []
        for shift in [0, 1, -1, 2, -2] {
            if (1...15).contains(decimals + shift) {
                rules.append(
                    (.decimals(decimals + shift), "\(decimals + shift) \(decimals + shift == 1 ? "decimal" : "decimals")"))
            }
            if (2...15).contains(digits + shift) {
                rules.append((.significant(digits + shift), "\(digits + shift) significant digits"))
            }
        }
        return rules
    }
}
