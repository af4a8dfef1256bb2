import Claims
import Derivations
import Exhibits

/// The same quantity computed from other parameters, with a term forgotten, or in single precision.
extension Diagnosis {
    /// With the parameters after the update where those before it belong, or the other way round.
    func updatedWeights() -> [Hint] {
        guard mismatch.significantDigits >= 3 else { return [] }
        for quantity in quantities {
            for other in evidence.graphs where other.graph.count == quantity.graph.count {
                let isSame = other.graph.namedPlaces.allSatisfy { other.graph.value(at: $0) == quantity.graph.value(at: $0) }
                if isSame { continue }
                var mixed = Variation()
                mixed.forward = { place, value in
                    quantity.graph.role(at: place) == .parameter ? other.graph.value(at: place) : value
                }
                let whole = quantity.value(under: mixed)
                if mismatch.fits(whole) { return [weights(of: other.name, whole)] }
                // Forward with the old weights, backward with the new ones.
                if case .derivative(let top, let by) = quantity.kind {
                    var values = quantity.graph.values(under: Variation())
                    for place in values.indices where quantity.graph.role(at: place) == .parameter {
                        values[place] = other.graph.value(at: place)
                    }
                    let back = quantity.graph.gradients(of: top, at: values)[by]
                    if mismatch.fits(back) { return [weights(of: other.name, back)] }
                }
            }
        }
        return []
    }

    private func weights(of name: String, _ value: Double) -> Hint {
        hint("updated-weights", "computed with the weights of \(name)", value)
    }

    /// A sum with one of its terms left out, the bias for example.
    func forgottenTerm() -> [Hint] {
        guard mismatch.significantDigits >= 3 else { return [] }
        for quantity in quantities where quantity.graph.count <= 400 {
            for dropped in quantity.graph.droppedTerms() {
                guard let value = quantity.value(in: dropped.graph), !Mismatch.same(value, mismatch.value), mismatch.fits(value)
                else { continue }
                let term = dropped.term.hasPrefix("b") ? "the bias \(dropped.term)" : dropped.term
                return [hint("missing-term", "one term left out: \(term) in \(dropped.sum)", value)]
            }
        }
        return []
    }

    /// As computed with 24 bits: every step rounded to single precision, or only the result.
    func singlePrecision() -> [Hint] {
        guard mismatch.significantDigits >= 5 else { return [] }
        var values = [Double(Float(mismatch.value))]
        for quantity in quantities {
            var variation = Variation()
            variation.forward = { Double(Float($1)) }
            variation.backward = { Double(Float($1)) }
            values.append(quantity.value(under: variation))
        }
        if let value = values.first(where: mismatch.fits) {
            return [hint("single-precision", "fits single precision", value)]
        }
        // Another order of the same operations moves a result by a few steps of single precision.
        let step = Double(Float(abs(mismatch.value)).ulp)
        guard mismatch.significantDigits >= 7, abs(mismatch.written.value - mismatch.value) <= 4 * step else { return [] }
        return [hint("single-precision", "as near as single precision comes", mismatch.written.value)]
    }
}
