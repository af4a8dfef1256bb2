/// One forward and one backward pass of a batch in training: batch normalisation by the batch's own statistics, dropout with
/// drawn masks. Losses and gradients are those of the mean loss, Σ L_i / n.
public struct BatchBackpropagationPass: Sendable {
    /// The network that the batch went through.
    public let network: Network
    /// The samples of the batch.
    public let data: Dataset
    /// At which loss the way back began, or at which given slopes.
    package let start: WayBackStart
    /// What the masks of dropout were drawn from.
    public let dropoutSeed: UInt64
    /// For each sample the input and then every layer's output.
    public let activations: [[[Double]]]
    /// ∂loss/∂activation, parallel to `activations`.
    public let activationGradients: [[[Double]]]
    /// ∂loss/∂parameter: for each layer one array for each of its parameters.
    public let gradients: [[[Double]]]
    /// The same network once it has seen the batch: running averages have moved on, parameters have not.
    public let networkAfterwards: Network
    /// Where the lesson asked for it.
    public let place: CallPlace
    /// What derivations make of it.
    package let remembered = Remembered()

    /// The loss that was differentiated. A pass that began with given gradients has none: asking for it ends the lesson where
    /// the pass was made.
    public var lossFunction: Loss { place.stopping { try start.lossOrExplain().function } }
    /// The mean of the samples' losses. A pass that began with given gradients has none: asking for it ends the lesson where the
    /// pass was made.
    public var loss: Double { place.stopping { try start.lossOrExplain().value } }
    /// ∂E/∂output of each sample as it was given; nil where the way back began at a loss.
    public var upstream: [[Double]]? { start.upstream }
    /// The network's answers, one for each sample.
    public var outputs: [[Double]] { activations.map { $0[network.layers.count] } }
    /// ∂loss/∂input, one for each sample.
    public var inputGradients: [[Double]] { activationGradients.map { $0[0] } }
}

extension Network {
    /// The gradients of the mean loss of several samples, in training: layers such as `BatchNorm` see them together.
    ///
    /// - Parameter dropoutSeed: What the masks of `Dropout` are drawn from.
    /// - Throws: `ShapeError` when a sample doesn't fit the network or there are none, `ArgumentError` when the loss has no value
    ///   for one of the answers.
    public func backpropagation(
        of data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) throws -> BatchBackpropagationPass {
        try check(data, for: loss)
        try check(batchOf: data.count)
        var generator = SplitMix64(seed: dropoutSeed)
        let pass = summedPass(over: data.samples, minimizing: loss, drawingFrom: &generator)
        let count = loss.divisor(data.count)
        let samples = data.samples.indices
        for sample in samples where pass.loss.isNaN {
            try loss.check(pass.loss, of: pass.activations[layers.count][sample], "sample \(sample + 1)")
        }
        return BatchBackpropagationPass(
            network: self, data: data, start: .loss(loss, targets: data.samples.map(\.target), value: pass.loss / count),
            dropoutSeed: dropoutSeed,
            activations: samples.map { sample in pass.activations.map { $0[sample] } },
            activationGradients: samples.map { sample in pass.slopes.map { $0[sample].map { $0 / count } } },
            gradients: pass.gradients.map { $0.map { $0.map { $0 / count } } }, networkAfterwards: pass.network,
            place: CallPlace(file: file, line: line, column: column))
    }

    /// One pass forward and back over several samples in training: the mean of their losses, and its gradients.
    ///
    /// Samples that don't fit end the lesson at the line of this call.
    ///
    /// - SeeAlso: PyTorch `loss.backward`, TensorFlow `GradientTape`
    public func backpropagate(
        _ data: Dataset, minimizing loss: Loss, dropoutSeed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> BatchBackpropagationPass {
        stopping(file: file, line: line, column: column) {
            try backpropagation(
                of: data, minimizing: loss, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
        }
    }

    /// A batch forward and back, layer by layer: sums over the samples, arrays by layer and then by sample.
    func summedPass(
        over samples: [Dataset.Sample], minimizing loss: Loss, drawingFrom generator: inout SplitMix64
    ) -> SummedPass {
        let (passed, passes) = trainingPasses(over: samples.map(\.input), drawingFrom: &generator)
        let objective = objective(loss)
        let (outputs, logits) = (passed[layers.count], passed[max(0, layers.count - 1)])
        var total = 0.0
        for (index, sample) in samples.enumerated() {
            total += sample.weight * objective.value(outputs[index], logits[index], sample.target)
        }
        let slopes = samples.enumerated().map { index, sample in
            objective.slope(outputs[index], logits[index], sample.target).map { $0 * sample.weight }
        }
        let ofLogits = samples.enumerated().compactMap { index, sample in
            objective.slopeOfLogits(logits[index], sample.target)?.map { $0 * sample.weight }
        }
        let found = Sequential.walkBack(passes, slopes, insteadOfLast: ofLogits.isEmpty ? nil : ofLogits)
        return SummedPass(
            loss: total, activations: passed, slopes: found.slopes, gradients: found.gradients,
            network: replacing(layers: passes.map(\.layer)))
    }

    /// Whether training goes through batches as a whole, or draws at random.
    var hasBatchLayers: Bool { layers.contains { $0 is any BatchLayer } }
}

/// What a batch leaves behind, added up over its samples.
struct SummedPass {
    let loss: Double
    let activations: [[[Double]]]
    let slopes: [[[Double]]]
    let gradients: [[[Double]]]
    let network: Network
}
