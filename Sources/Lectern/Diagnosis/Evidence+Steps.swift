import Derivations
import Exhibits

/// A number that is a parameter after a step of gradient descent.
extension Evidence {
    /// When two graphs of one network show such a step.
    func stepsBetweenGraphs(to value: Double) -> [GraphQuantity] {
        var found: [GraphQuantity] = []
        for after in graphs {
            let places = after.graph.namedPlaces.filter { after.graph.role(at: $0) == .parameter }
            guard let place = places.first(where: { Mismatch.same(after.graph.value(at: $0), value) }) else { continue }
            for before in graphs where before.name != after.name && before.graph.count == after.graph.count {
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

    /// When the number is w − η·∂E/∂w for a parameter of a graph and a rate of one or two digits, as rates are.
    func plainSteps(to value: Double) -> [GraphQuantity] {
        var found: [GraphQuantity] = []
        for known in graphs.reversed() {
            let graph = known.graph
            let gradients = graph.gradients(of: graph.resultPlace, at: graph.values(under: Variation()))
            for place in graph.namedPlaces where graph.role(at: place) == .parameter && gradients[place] != 0 {
                let rate = (graph.value(at: place) - value) / gradients[place]
                guard rate > 1e-6, rate < 100, let round = Double(NumberFormat.scientific(1).text(rate)) else { continue }
                let noise = 4 * max(abs(graph.value(at: place)), abs(value)).ulp / abs(gradients[place])
                if abs(rate - round) <= noise + 1e-9 * round {
                    found.append(GraphQuantity(.updated(place, rate: round), in: graph))
                }
            }
            if found.count >= 2 { break }
        }
        return found
    }
}
