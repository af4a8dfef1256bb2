import Claims
import Derivations
import Exhibits

/// The number follows when somebody calculates on with rounded intermediate results.
extension Diagnosis {
    /// On with the very numbers that were written before in the lesson.
    func writtenBefore() -> [Hint] {
        for quantity in quantities {
            let used = substitutions(in: quantity, where: \.holds)
            guard !used.isEmpty, used.count <= 60 else { continue }
            for (place, claim) in used.sorted(by: { $0.key < $1.key }) {
                let value = quantity.value(under: substituting([place: claim]))
                if mismatch.fits(value) { return [path("\(name(place, quantity)) is first rounded to \(claim.text)", value)] }
            }
            let value = quantity.value(under: substituting(used))
            if mismatch.fits(value) {
                let names = used.keys.sorted().map { "\(name($0, quantity)) = \(used[$0]?.text ?? "")" }
                let list = names.count > 4 ? names.prefix(4).joined(separator: ", ") + ", …" : names.joined(separator: ", ")
                return [path("calculated on with the numbers written above: \(list)", value)]
            }
        }
        return []
    }

    /// On with a number written before that was wrong itself.
    func followsFromMistake() -> [Hint] {
        for quantity in quantities {
            let wrong = substitutions(in: quantity) { !$0.holds }
            for (place, claim) in wrong.sorted(by: { $0.key < $1.key }) {
                let value = quantity.value(under: substituting([place: claim]))
                // A mistake carried on is rounded on the way as well.
                let isCarried =
                    abs(value - mismatch.written.value) <= 1.1 * mismatch.written.unit
                    && abs(value - mismatch.written.value) < 0.2 * abs(mismatch.value - mismatch.written.value)
                if mismatch.fits(value) || isCarried {
                    let message = "follows from \(name(place, quantity)) = \(claim.text) as written above, which is wrong"
                    return [hint("wrong-input", message, value)]
                }
            }
        }
        return []
    }

    /// On with one intermediate result, or all of them, rounded to the same number of digits.
    func roundedSteps() -> [Hint] {
        guard mismatch.significantDigits >= 2 else { return [] }
        for quantity in quantities {
            for rounding in roundings {
                for place in intermediates(of: quantity) {
                    let single = Variation(rounding: rounding.rule, only: place)
                    let value = quantity.value(under: single)
                    if mismatch.fits(value) {
                        return [path("\(name(place, quantity)) is first rounded to \(rounding.words)", value)]
                    }
                }
                for named in [true, false] {
                    let value = quantity.value(under: Variation(rounding: rounding.rule, namedIn: named ? quantity.graph : nil))
                    if mismatch.fits(value) { return [path("every step is rounded to \(rounding.words)", value)] }
                }
            }
        }
        return []
    }

    private func path(_ condition: String, _ value: Double) -> Hint {
        let isSentence = condition.hasPrefix("calculated")
        return hint(Hint.roundingPath, isSentence ? condition : "true if \(condition)", value)
    }

    private func name(_ place: Int, _ quantity: GraphQuantity) -> String {
        quantity.graph.name(at: place) ?? "an intermediate result"
    }

    /// Earlier claims about numbers that this one is computed from.
    private func substitutions(
        in quantity: GraphQuantity, where counts: (EarlierClaim) -> Bool
    ) -> [Int: EarlierClaim] {
        var found: [Int: EarlierClaim] = [:]
        for place in 0..<quantity.graph.count where place != quantity.place && quantity.graph.role(at: place) != .constant {
            let value = quantity.graph.value(at: place)
            guard value != 0, let claim = claims.last(where: { Mismatch.same($0.computed, value) }), counts(claim),
                claim.written != value
            else { continue }
            found[place] = claim
        }
        return found
    }

    private func substituting(_ claims: [Int: EarlierClaim]) -> Variation {
        var variation = Variation()
        variation.forward = { claims[$0]?.written ?? $1 }
        return variation
    }

    private func intermediates(of quantity: GraphQuantity) -> [Int] {
        let named = quantity.graph.namedPlaces.filter { quantity.graph.role(at: $0) == .result && $0 != quantity.place }
        return named.count <= 200 ? named : []
    }

    /// As many digits as were written here first, then a few more or fewer.
    private var roundings: [(rule: Rounding, words: String)] {
        let decimals = -mismatch.written.place
        let digits = mismatch.significantDigits
        var rules: [(Rounding, String)] = []
        for shift in [0, 1, -1, 2, -2, -3] {
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

extension Variation {
    /// One number and what is passed back through it rounded.
    init(rounding rule: Rounding, only place: Int) {
        self.init()
        forward = { $0 == place ? rule($1) : $1 }
        backward = { $0 == place ? rule($1) : $1 }
    }

    /// All named numbers of a graph rounded, or, without a graph, every single step.
    init(rounding rule: Rounding, namedIn graph: ScalarGraph?) {
        self.init()
        let named = graph.map { Set($0.namedPlaces) }
        forward = { named?.contains($0) ?? true ? rule($1) : $1 }
        backward = { named?.contains($0) ?? true ? rule($1) : $1 }
        if named == nil { factor = { rule($0) } }
    }
}
