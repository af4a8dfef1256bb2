import Claims
import Derivations
import Exhibits

/// The search for what would have made a false claim true.
///
/// Each cause tries a few numbers only, and a claim of few digits is left alone where many numbers would fit: a wrong
/// explanation is worse than none.
struct Diagnosis {
    let mismatch: Mismatch
    let evidence: Evidence
    let claims: [EarlierClaim]

    /// At most three explanations, best first.
    var hints: [Hint] {
        var found: [Hint] = []
        for cause in causes {
            for hint in cause(self) where !found.contains(where: { $0.cause == hint.cause }) { found.append(hint) }
            if found.count >= 3 { break }
        }
        return Array(found.prefix(3))
    }

    /// From the most to the least telling. A number that is nearly right was rounded on the way, one that is far off was mixed up.
    private var causes: [(Diagnosis) -> [Hint]] {
        let isNear = mismatch.units < 5
        var order: [(Diagnosis) -> [Hint]] = [{ $0.sign() }, { $0.followsFromMistake() }, { $0.writtenBefore() }]
        if isNear { order.append { $0.roundedSteps() } }
        order.append { $0.swappedDigits() }
        order.append { $0.neighbours() }
        if !isNear { order.append { $0.roundedSteps() } }
        order += [
            { $0.factor() }, { $0.step() }, { $0.updatedWeights() }, { $0.forgottenTerm() }, { $0.mistyped() }, { $0.means() },
            { $0.singlePrecision() },
        ]
        return order
    }

    /// The computed number where it occurs in the lesson's graphs.
    var quantities: [GraphQuantity] {
        var found: [GraphQuantity] = []
        if let graph = mismatch.graph { found.append(GraphQuantity(.value(graph.resultPlace), in: graph)) }
        for known in evidence.graphs.reversed() {
            if let quantity = GraphQuantity(mismatch.value, in: known.graph) { found.append(quantity) }
            if found.count >= 3 { break }
        }
        return found + updates.prefix(2)
    }

    /// The computed number as a parameter after a step of gradient descent, when two graphs of one network show such a step.
    private var updates: [GraphQuantity] {
        var found: [GraphQuantity] = []
        for after in evidence.graphs {
            let places = after.graph.namedPlaces.filter { after.graph.role(at: $0) == .parameter }
            guard let place = places.first(where: { Mismatch.same(after.graph.value(at: $0), mismatch.value) }) else {
                continue
            }
            for before in evidence.graphs where before.name != after.name && before.graph.count == after.graph.count {
                let gradients = before.graph.gradients(
                    of: before.graph.resultPlace, at: before.graph.values(under: Variation()))
                func rate(_ place: Int) -> Double {
                    (before.graph.value(at: place) - after.graph.value(at: place)) / gradients[place]
                }
                let own = rate(place)
                let moved = places.filter { gradients[$0] != 0 && rate($0) != 0 }
                guard own.isFinite, own > 0, moved.allSatisfy({ abs(rate($0) - own) < 1e-6 * own }) else { continue }
                found.append(GraphQuantity(.updated(place, rate: own), in: before.graph))
            }
        }
        return found
    }

    func hint(_ cause: String, _ message: String, _ value: Double) -> Hint {
        Hint(cause: cause, message: message, value: value)
    }
}
