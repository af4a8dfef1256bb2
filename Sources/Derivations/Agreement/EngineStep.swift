import Networks

/// What the engine's first step makes of all parameters.
struct EngineStep {
    let optimizer: Optimizer
    /// The network before the step.
    let network: Network
    /// The parameters after it, shaped like the network's.
    let parameters: [[[Double]]]
}

extension Network {
    /// The engine's own step along its own gradients; nil without an optimiser.
    func engineStep(along gradients: [[[Double]]], by optimizer: Optimizer?) -> EngineStep? {
        guard let optimizer else { return nil }
        let next = updated(along: gradients, by: optimizer)
        return EngineStep(
            optimizer: optimizer, network: self, parameters: next.layers.map { $0.parameters.map(\.values) })
    }
}

extension AgreedPass {
    /// Throws where a parameter of the graph moves elsewhere than the engine's.
    ///
    /// Beside 10⁻¹¹ of its own size a new value may be off by what the gradients' own errors make of it: a rule that divides by
    /// the gradient's size blows these up.
    func checkUpdates(_ step: EngineStep) throws {
        let own = GraphStep(step.optimizer, on: step.network, of: self).newValues()
        // What errors of the gradients do is only asked where something differs.
        var moved: (up: [[[Double]]], down: [[[Double]]])?
        for (layer, arrays) in own.enumerated() {
            for (array, values) in arrays.enumerated() {
                for (index, value) in values.enumerated() {
                    let old = step.network.layers[layer].parameters[array].values[index]
                    let engine = step.parameters[layer][array][index]
                    let tolerance = AgreementCheck.unit * (abs(old) + abs(value) + abs(value - old))
                    if AgreementCheck.agree(engine, value, within: tolerance) { continue }
                    let (up, down) = moved ?? (shifted(step, by: 1), shifted(step, by: -1))
                    moved = (up, down)
                    let (a, b) = (up[layer][array][index], down[layer][array][index])
                    if AgreementCheck.agree(engine, value, within: tolerance + abs(a - b) + abs(a - value)) { continue }
                    let name = graph.symbol(of: unrolling.parameters[layer][array][index])?.key ?? "?"
                    throw Disagreement(quantity: "\(name) after a step", engine: engine, graph: value, ownParts: [])
                }
            }
        }
    }

    /// The new values where every gradient is off by as much as it may be, to one side.
    private func shifted(_ step: EngineStep, by sign: Double) -> [[[Double]]] {
        GraphStep(step.optimizer, on: step.network, of: self, shift: sign * AgreementCheck.unit).newValues()
    }

    /// The update of one parameter, once all of them agree with the engine's; nil for what the optimiser leaves as it is.
    func update(of node: Int, agreeingWith step: EngineStep) throws -> Update? {
        try checkUpdates(step)
        return Update(of: node, GraphStep(step.optimizer, on: step.network, of: self), in: graph)
    }
}
