/// What a training left behind: the trained network and the loss before every update, with the final loss last.
public struct TrainingRun: Sendable {
    public let network: Network
    /// `losses[k]` is the loss after k epochs, so there are `epochs + 1` of them.
    public let losses: [Double]

    public var epochs: Int { losses.count - 1 }
}

extension Network {
    /// The network after `epochs` passes over the data, each with one update along the mean gradient of all samples.
    ///
    /// Throws `ShapeError` when a sample doesn't fit, or the data are empty.
    public func training(
        on data: Dataset, minimizing loss: Loss, by optimizer: Optimizer, epochs: Int
    ) throws -> TrainingRun {
        guard data.count > 0 else { throw ShapeError("there is nothing to train on: the data set has no samples") }
        var network = self
        var losses: [Double] = []
        losses.reserveCapacity(epochs + 1)
        for epoch in 0...max(0, epochs) {
            let (mean, gradients) = try network.meanGradients(over: data, minimizing: loss)
            losses.append(mean)
            if epoch < epochs { network = network.updated(along: gradients, by: optimizer) }
        }
        return TrainingRun(network: network, losses: losses)
    }

    /// The same for lessons: data that don't fit end the lesson at the line of this call.
    public func trained(
        on data: Dataset, minimizing loss: Loss, by optimizer: Optimizer, epochs: Int, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> TrainingRun {
        stopping(file: file, line: line, column: column) {
            try training(on: data, minimizing: loss, by: optimizer, epochs: epochs)
        }
    }

    /// Mean loss and mean gradients over all samples.
    private func meanGradients(over data: Dataset, minimizing loss: Loss) throws -> (loss: Double, [[[Double]]]) {
        var total = 0.0
        var sums: [[[Double]]] = layers.map { $0.parameters.map { Array(repeating: 0, count: $0.values.count) } }
        for sample in data.samples {
            let pass = try backpropagation(of: sample.input, toward: sample.target, minimizing: loss)
            total += pass.loss
            for layer in sums.indices {
                for parameter in sums[layer].indices {
                    for index in sums[layer][parameter].indices {
                        sums[layer][parameter][index] += pass.gradients[layer][parameter][index]
                    }
                }
            }
        }
        let count = Double(data.count)
        return (total / count, sums.map { $0.map { $0.map { $0 / count } } })
    }
}
