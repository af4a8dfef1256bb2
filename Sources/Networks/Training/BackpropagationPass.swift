/// One forward and one backward pass over one sample: every value on the way and every gradient.
public struct BackpropagationPass: Sendable {
    public let network: Network
    public let input: [Double]
    public let target: [Double]
    public let lossFunction: Loss
    public let loss: Double
    /// The input and then every layer's output.
    public let activations: [[Double]]
    /// ∂loss/∂activation, parallel to `activations`.
    public let activationGradients: [[Double]]
    /// ∂loss/∂parameter: for each layer one array for each of its parameters.
    public let gradients: [[[Double]]]

    /// The network's answer.
    public var output: [Double] { activations[activations.count - 1] }
    /// ∂loss/∂input.
    public var inputGradient: [Double] { activationGradients[0] }
}

extension Network {
    /// The gradients of the loss of one sample with respect to every parameter, activation and input.
    ///
    /// Throws `ShapeError` when the sample doesn't fit the network.
    public func backpropagation(
        of input: [Double], toward target: [Double], minimizing loss: Loss
    ) throws -> BackpropagationPass {
        try checkInput(input)
        try loss.check(target, outputs: outputs)
        return pass(input, toward: target, minimizing: loss)
    }

    /// The pass over a sample that is known to fit; its gradients are those of `weight` times the loss.
    func pass(
        _ input: [Double], toward target: [Double], minimizing loss: Loss, weight: Double = 1
    ) -> BackpropagationPass {
        let passed = self.passed(input)
        var gradient = loss.gradient(passed[layers.count], target)
        if weight != 1 { gradient = gradient.map { $0 * weight } }
        let found = walkBack(passed, gradient)
        return BackpropagationPass(
            network: self, input: input, target: target, lossFunction: loss, loss: loss.value(passed[layers.count], target),
            activations: passed, activationGradients: found.slopes, gradients: found.gradients)
    }

    /// The same for lessons: a sample that doesn't fit ends the lesson at the line of this call.
    public func backpropagate(
        _ input: [Double], toward target: [Double], minimizing loss: Loss, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> BackpropagationPass {
        stopping(file: file, line: line, column: column) {
            try backpropagation(of: input, toward: target, minimizing: loss)
        }
    }
}
