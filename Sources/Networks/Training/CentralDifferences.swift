extension Network {
    /// The loss of one sample that fits, by the forward pass alone.
    package func loss(of input: [Double], toward target: [Double], _ loss: Loss) -> Double {
        objective(loss).value(passed(input), target)
    }

    /// ∂loss/∂parameter by central differences, (L(w + ε) − L(w − ε)) / 2ε: it uses nothing but the forward pass.
    ///
    /// The nudge is ε = `step` · max(1, |w|). Shaped like the parameters. A sample that doesn't fit, or a step that isn't
    /// positive, ends the lesson at this call.
    public func centralDifferences(
        of input: [Double], toward target: [Double], minimizing loss: Loss, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[[Double]]] {
        stopping(file: file, line: line, column: column) {
            try checkInput(input)
            try loss.check(target, outputs: outputShape)
            let objective = objective(loss)
            return try centralDifferences(step: step) { objective.value($0.passed(input), target) }
        }
    }

    /// ∂E/∂parameter where ∂E/∂output is given, by central differences of Σ u y, which has the given slopes u by the outputs y.
    ///
    /// What doesn't fit the network, or a step that isn't positive, ends the lesson at this call.
    public func centralDifferences(
        of input: [Double], from upstream: [Double], step: Double = 1e-6, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> [[[Double]]] {
        stopping(file: file, line: line, column: column) {
            try checkInput(input)
            try check(upstream: upstream)
            return try centralDifferences(step: step) { $0.weighted($0.passed(input)[layers.count], by: upstream) }
        }
    }

    /// ∂(mean loss)/∂parameter of a batch in training by central differences, as for one sample: it uses nothing but the forward
    /// pass. Shaped like the parameters. The same `dropoutSeed` drops the same numbers every time.
    public func centralDifferences(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, step: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[[Double]]] {
        stopping(file: file, line: line, column: column) {
            try check(data, for: loss)
            try check(batchOf: data.count)
            return try centralDifferences(step: step) { $0.meanTrainingLoss(onFitting: data, loss, dropoutSeed: dropoutSeed) }
        }
    }

    /// The mean loss of a batch as training sees it, each sample's times its weight: batch normalisation by the batch, dropout with drawn masks.
    ///
    /// No samples, or some that don't fit the network and the loss, end the lesson at this call.
    public func trainingLoss(
        on data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            try check(data, for: loss)
            try check(batchOf: data.count)
        }
        return meanTrainingLoss(onFitting: data, loss, dropoutSeed: dropoutSeed)
    }

    /// What `trainingLoss(on:minimizing:)` was called.
    @available(*, deprecated, renamed: "trainingLoss(on:minimizing:dropoutSeed:)")
    @_documentation(visibility: internal)
    public func trainingLoss(
        on data: Dataset, _ loss: Loss, dropoutSeed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Double {
        trainingLoss(on: data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
    }

    private func meanTrainingLoss(onFitting data: Dataset, _ loss: Loss, dropoutSeed: UInt64) -> Double {
        var generator = SplitMix64(seed: dropoutSeed)
        let passed = trainingPasses(over: data.samples.map(\.input), drawingFrom: &generator).passed
        let objective = objective(loss)
        let (outputs, logits) = (passed[layers.count], passed[max(0, layers.count - 1)])
        var total = 0.0
        for (index, sample) in data.samples.enumerated() {
            total += sample.weight * objective.value(outputs[index], logits[index], sample.target)
        }
        return total / loss.divisor(data.count)
    }

    /// The slope of `loss` along every parameter, each nudged by itself.
    private func centralDifferences(step: Double, of loss: (Network) -> Double) throws -> [[[Double]]] {
        guard step > 0, step.isFinite else {
            throw ArgumentError("a central difference can't have a step of \(step); give a small positive number, such as 1e-6")
        }
        var nudged = layers.map { $0.parameters.map(\.values) }
        func nudgedLoss(_ layer: Int, _ parameter: Int, _ index: Int, to value: Double) -> Double {
            let before = nudged[layer][parameter][index]
            defer { nudged[layer][parameter][index] = before }
            nudged[layer][parameter][index] = value
            return loss(replacing(fitting: nudged))
        }
        return nudged.indices.map { layer in
            nudged[layer].indices.map { parameter in
                nudged[layer][parameter].indices.map { index in
                    let value = nudged[layer][parameter][index]
                    let nudge = step * max(1, abs(value))
                    let (up, down) = (value + nudge, value - nudge)
                    return
                        (nudgedLoss(layer, parameter, index, to: up) - nudgedLoss(layer, parameter, index, to: down))
                        / (up - down)
                }
            }
        }
    }
}
