/// A layer that uses a weight once for a sample, so that the gradients of a batch are one sum over its samples: a chain of fused
/// steps with nothing rounded in between.
///
/// Of any other layer each sample's gradients are complete sums, which are then added.
protocol SummingLayer: Layer {
    /// ∂loss/∂input, with ∂loss/∂parameter added to `sums`, which are empty before the first sample.
    func backward(
        input: [Double], output: [Double], gradient: [Double], addingTo sums: inout [[Double]]
    ) -> [Double]
}

extension Layer {
    /// The same of any layer.
    func backward(
        _ input: [Double], _ output: [Double], gradient: [Double], addingTo sums: inout [[Double]]
    ) -> [Double] {
        guard let layer = self as? any SummingLayer else {
            return addOwnSums(input: input, output: output, gradient: gradient, to: &sums)
        }
        return layer.backward(input: input, output: output, gradient: gradient, addingTo: &sums)
    }

    func addOwnSums(input: [Double], output: [Double], gradient: [Double], to sums: inout [[Double]]) -> [Double] {
        let found = backward(input: input, output: output, gradient: gradient)
        sums.add(found.parameters)
        return found.input
    }
}

extension Network {
    /// The loss of one sample, its gradients added to those of the samples before: one entry of `sums` for each layer.
    func addGradients(of sample: Dataset.Sample, minimizing objective: Objective, to sums: inout [[[Double]]]) -> Double {
        let passed = self.passed(sample.input)
        let logits = passed[max(0, layers.count - 1)]
        func weighed(_ slope: [Double]) -> [Double] { sample.weight == 1 ? slope : slope.map { $0 * sample.weight } }
        var slope = weighed(objective.slope(passed[layers.count], logits, sample.target))
        for (index, layer) in layers.enumerated().reversed() {
            if index == layers.count - 1, let ofLogits = objective.slopeOfLogits(logits, sample.target) {
                slope = weighed(ofLogits)
                continue
            }
            slope = layer.backward(passed[index], passed[index + 1], gradient: slope, addingTo: &sums[index])
        }
        return objective.value(passed, sample.target)
    }
}
