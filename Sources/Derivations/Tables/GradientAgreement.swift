import Networks

/// How well three independent ways to a network's gradients agree: the largest relative difference over all parameters.
public struct GradientAgreement: Hashable, Sendable {
    /// Between the engine and the scalar graph.
    public var engineAndGraph: Double
    /// Between the scalar graph and central differences.
    public var graphAndDifferences: Double
    /// The parameter for which differences fit worst.
    public var worst: String
}

extension BackpropagationPass {
    /// The agreement over all parameters, |a − b| / max(|a|, |b|), where two zeros agree.
    ///
    /// Costs six forward passes for each parameter.
    public var gradientAgreement: GradientAgreement {
        let own = place.stopping { try agreed() }
        let (unrolling, walked) = (own.unrolling, own.rule.gradients)
        let differences = Differences(self)
        var agreement = GradientAgreement(engineAndGraph: 0, graphAndDifferences: 0, worst: "")
        func relative(_ a: Double, _ b: Double) -> Double { a == b ? 0 : abs(a - b) / max(abs(a), abs(b)) }
        for (layer, arrays) in unrolling.parameters.enumerated() {
            for (index, nodes) in arrays.enumerated() {
                for (place, node) in nodes.enumerated() {
                    agreement.engineAndGraph = max(
                        agreement.engineAndGraph, relative(gradients[layer][index][place], walked[node]))
                    let difference = relative(differences.slope(layer, index, place), walked[node])
                    guard difference > agreement.graphAndDifferences || agreement.worst.isEmpty else { continue }
                    agreement.graphAndDifferences = difference
                    agreement.worst = unrolling.graph.symbol(of: node)?.key ?? ""
                }
            }
        }
        return agreement
    }
}
