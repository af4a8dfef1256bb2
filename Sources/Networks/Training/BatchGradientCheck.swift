extension Network {
    /// ∂(mean loss)/∂parameter of a batch in training by central differences, as for one sample: it uses nothing but the forward
    /// pass. Shaped like the parameters. The same `dropoutSeed` drops the same numbers every time.
    public func centralDifferences(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, step: Double = 1e-6
    ) -> [[[Double]]] {
        let parameters = layers.map { $0.parameters.map(\.values) }
        func lossAfterNudging(_ layer: Int, _ parameter: Int, _ index: Int, to value: Double) -> Double {
            var nudged = parameters
            nudged[layer][parameter][index] = value
            return replacing(parameters: nudged).trainingLoss(on: data, loss, dropoutSeed: dropoutSeed)
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

    /// The mean loss of a batch as training sees it, each sample's times its weight: batch normalisation by the batch, dropout with drawn masks.
    public func trainingLoss(on data: Dataset, _ loss: Loss, dropoutSeed: UInt64 = 1) -> Double {
        var generator = SplitMix64(seed: dropoutSeed)
        var passed = data.samples.map(\.input)
        for layer in layers { passed = layer.passInTraining(over: passed, drawingFrom: &generator).outputs }
        var total = 0.0
        for (output, sample) in zip(passed, data.samples) { total += sample.weight * loss.value(output, sample.target) }
        return total / Double(max(1, data.count))
    }

    /// All gradients of a batch's mean loss in training, by backpropagation and by central differences.
    public func gradientCheck(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> GradientCheck {
        let pass = backpropagate(
            data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
        let numeric = centralDifferences(on: data, minimizing: loss, dropoutSeed: dropoutSeed, step: step)
        let entries = numeric.indices.flatMap { layer in
            zip(pass.gradients[layer].joined(), numeric[layer].joined()).enumerated().map { index, pair in
                GradientCheck.Entry(layer: layer + 1, index: index + 1, computed: pair.0, numeric: pair.1)
            }
        }
        return GradientCheck(entries: entries, step: step)
    }
}
