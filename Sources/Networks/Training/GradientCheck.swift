extension Network {
    /// ∂loss/∂parameter by central differences, (L(w + ε) − L(w − ε)) / 2ε: it uses nothing but the forward pass.
    ///
    /// The nudge is ε = `step` · max(1, |w|). Shaped like the parameters.
    public func centralDifferences(
        of input: [Double], toward target: [Double], minimizing loss: Loss, step: Double = 1e-6
    ) -> [[[Double]]] {
        let parameters = layers.map { $0.parameters.map(\.values) }
        func lossAfterNudging(_ layer: Int, _ parameter: Int, _ index: Int, to value: Double) -> Double {
            var nudged = parameters
            nudged[layer][parameter][index] = value
            return loss.value(replacing(parameters: nudged).activations(for: input)[layers.count], target)
        }
        return parameters.indices.map { layer in
            parameters[layer].indices.map { parameter in
                parameters[layer][parameter].indices.map { index in
                    let value = parameters[layer][parameter][index]
                    let nudge = step * max(1, abs(value))
                    let (up, down) = (value + nudge, value - nudge)
                    return
                        (lossAfterNudging(layer, parameter, index, to: up)
                        - lossAfterNudging(layer, parameter, index, to: down)) / (up - down)
                }
            }
        }
    }
}
