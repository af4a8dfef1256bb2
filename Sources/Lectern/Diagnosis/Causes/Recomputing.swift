import Claims
import Derivations
import Exhibits

/// The same quantity computed from other parameters, or in single precision.
extension Diagnosis {
    /// With the parameters after the update where those before it belong, or the other way round.
    func updatedWeights(_ quantities: [GraphQuantity]) -> [Explanation] {
        let digits = mismatch.significantDigits
        guard digits >= 3 else { return [] }
        var trials = Trials(mismatch)
        for quantity in quantities {
            for other in evidence.graphs where other.graph.count == quantity.graph.count {
                // Numbers in the same places, but from another computation, have nothing to do with each other.
                if !other.graph.resembles(quantity.graph) || other.graph.hasNumbers(of: quantity.graph) { continue }
                for value in mixtures(of: quantity, with: other.graph) where trials.fits(value) {
                    return [
                        Explanation(
                            .updatedWeights, "computed with the weights of \(other.name)", value,
                            plausibility: trials.worth(digits >= 4 ? 0.92 : 0.82))
                    ]
                }
            }
        }
        return []
    }

    private func mixtures(of quantity: GraphQuantity, with other: ScalarGraph) -> [Double] {
        let graph = quantity.graph
        var mixed = Variation()
        mixed.forward = { place, value in graph.role(at: place) == .parameter ? other.value(at: place) : value }
        var mixtures = [quantity.value(under: mixed)]
        // Forward with the old weights, backward with the new ones.
        if let top = quantity.top {
            var values = graph.values(under: Variation())
            for place in values.indices where graph.role(at: place) == .parameter { values[place] = other.value(at: place) }
            let back = graph.gradients(of: top, at: values)[quantity.place]
            if case .updated(let place, let rate) = quantity.kind {
                mixtures.append(graph.value(at: place) - rate * back)
            } else {
                mixtures.append(back)
            }
        }
        return mixtures
    }

    /// As computed with 24 bits: every step rounded to single precision, or only the result.
    func singlePrecision(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.significantDigits >= 5 else { return [] }
        let values = [Double(Float(mismatch.value))] + values(of: quantities, roundedBy: { Double(Float($0)) })
        var trials = Trials(mismatch)
        if let value = values.first(where: { trials.fits($0) }) {
            return [Explanation(.singlePrecision, "fits single precision", value, plausibility: trials.worth(0.875))]
        }
        if isNearSinglePrecision {
            // Eight digits are near some number of single precision too often to tell it from rounding.
            return [
                Explanation(
                    .singlePrecision, "as near as single precision comes", mismatch.written.value,
                    plausibility: mismatch.significantDigits >= 9 ? 0.86 : 0.55)
            ]
        }
        let difference = abs(mismatch.written.value - mismatch.value)
        let noise = Precision.double.step(at: mismatch.value)
        guard mismatch.significantDigits >= 14, difference <= 64 * noise else { return [] }
        return [
            Explanation(
                .doublePrecision, "as near as double precision comes in another order of operations; fewer digits are sure",
                mismatch.written.value, plausibility: 0.86)
        ]
    }

    /// The number with every step on the way to it rounded.
    private func values(of quantities: [GraphQuantity], roundedBy rule: @escaping (Double) -> Double) -> [Double] {
        var variation = Variation()
        variation.forward = { rule($1) }
        variation.backward = { rule($1) }
        return quantities.map { $0.value(under: variation) }
    }

    /// As computed with 11 or 8 bits, as accelerators do: more digits were printed than the format carries.
    func shortPrecision(_ quantities: [GraphQuantity]) -> [Explanation] {
        guard mismatch.significantDigits >= 5, mismatch.units >= 2 else { return [] }
        var trials = Trials(mismatch)
        for (precision, words) in [(Precision.half, "half precision"), (.bfloat16, "bfloat16")] {
            let steps = values(of: quantities, roundedBy: precision.nearest).map(precision.nearest)
            if let value = ([precision.nearest(to: mismatch.value)] + steps).first(where: { trials.fits($0) }) {
                return [Explanation(.halfPrecision, "fits \(words)", value, plausibility: trials.worth(0.9))]
            }
        }
        return []
    }

    /// Another order of the same operations moves a result by a few steps of single precision; what is written is then a number
    /// of single precision itself, to its digits, and off by steps of that size, not of a smaller one.
    var isNearSinglePrecision: Bool {
        let difference = abs(mismatch.written.value - mismatch.value)
        let step = Precision.single.step(at: mismatch.value)
        let isSingle = abs(Double(Float(mismatch.written.value)) - mismatch.written.value) <= mismatch.written.unit / 2
        return mismatch.significantDigits >= 7 && isSingle && difference >= step / 4
            && difference <= Precision.steps * step
    }
}

extension ScalarGraph {
    /// Whether two graphs are the same computation, as far as names tell.
    func resembles(_ other: ScalarGraph) -> Bool {
        let (own, others) = (namedPlaces, other.namedPlaces)
        return own == others && own.allSatisfy { name(at: $0) == other.name(at: $0) && role(at: $0) == other.role(at: $0) }
    }

    /// Whether the named numbers are the same ones.
    func hasNumbers(of other: ScalarGraph) -> Bool { namedPlaces.allSatisfy { value(at: $0) == other.value(at: $0) } }
}

extension Precision {
    /// The number of the format nearest to `value`, of two the one whose last bit is 0.
    fileprivate func nearest(to value: Double) -> Double {
        let step = step(at: value)
        return step.isFinite ? (value / step).rounded(.toNearestOrEven) * step : value
    }
}
