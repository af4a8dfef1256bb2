/// A layer that in training works on a batch as a whole or draws at random: batch normalisation, dropout.
///
/// `forward` and `backward` of `Layer` say what it does afterwards, sample by sample, when the network is used: batch
/// normalisation by its running averages, dropout not at all. Training goes through `trainingPass`. A lesson may define its own.
public protocol BatchLayer: Layer {
    /// One forward pass over the samples of a batch, with the way back.
    ///
    /// - Parameter generator: For layers that draw at random; those that don't leave it alone.
    func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass
}

/// What one layer made of a batch in training.
public struct LayerPass: Sendable {
    /// One array for each sample.
    public let outputs: [[Double]]
    /// ∂loss/∂input of each sample and ∂loss/∂parameter summed over the samples (one array for each parameter), given
    /// ∂loss/∂output of each sample.
    public let backward: @Sendable (_ gradients: [[Double]]) -> (inputs: [[Double]], parameters: [[Double]])
    /// The layer as it is once it has seen the batch: with running averages moved on, say.
    public let layer: any Layer

    /// What came out for each sample, the layer as it is afterwards, and the way back.
    public init(
        outputs: [[Double]], layer: any Layer,
        backward: @escaping @Sendable (_ gradients: [[Double]]) -> (inputs: [[Double]], parameters: [[Double]])
    ) {
        self.outputs = outputs
        self.layer = layer
        self.backward = backward
    }
}

extension Layer {
    /// A training pass of any layer: sample by sample where it isn't a batch layer.
    func passInTraining(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        if let layer = self as? any BatchLayer { return layer.trainingPass(over: batch, drawingFrom: &generator) }
        let outputs = batch.map(forward)
        return LayerPass(outputs: outputs, layer: self) { gradients in
            var inputs: [[Double]] = []
            var sums: [[Double]] = []
            inputs.reserveCapacity(batch.count)
            for sample in batch.indices {
                inputs.append(
                    backward(batch[sample], outputs[sample], gradient: gradients[sample], addingTo: &sums))
            }
            return (inputs, sums)
        }
    }
}

extension Array where Element == [Double] {
    /// Adds arrays of the same shape, number by number; nothing counts as zeros.
    mutating func add(_ others: [[Double]]) {
        guard !isEmpty else {
            self = others
            return
        }
        for index in indices {
            let count = Swift.min(self[index].count, others[index].count)
            self[index].withUnsafeMutableBufferPointer { sums in
                others[index].withUnsafeBufferPointer { terms in
                    for k in 0..<count { sums[k] += terms[k] }
                }
            }
        }
    }
}
