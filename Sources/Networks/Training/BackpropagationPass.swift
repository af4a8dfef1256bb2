/// One forward and one backward pass over one sample: every value on the way and every gradient.
///
/// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid(); Dense(1); Sigmoid() }`
///   `let pass = network.backpropagate([0.5, -1], toward: [1], minimizing: .halfSquaredError)` `show(pass.gradientTable())`
public struct BackpropagationPass: Sendable {
    /// The network as it was before any update.
    public let network: Network
    /// The sample's input.
    public let input: [Double]
    /// At which loss the way back began, or at which given slopes.
    package let start: WayBackStart
    /// The input and then every layer's output.
    public let activations: [[Double]]
    /// ∂loss/∂activation, parallel to `activations`.
    public let activationGradients: [[Double]]
    /// ∂loss/∂parameter: for each layer one array for each of its parameters.
    public let gradients: [[[Double]]]
    /// Where the lesson asked for it.
    public let place: CallPlace
    /// What derivations make of it.
    package let remembered = Remembered()

    /// The sample's target. A pass that began with given gradients has none: asking for it ends the lesson where the pass was made.
    public var target: [Double] { place.stopping { try start.lossOrExplain().targets[0] } }
    /// The loss that was differentiated. A pass that began with given gradients has none: asking for it ends the lesson where
    /// the pass was made.
    public var lossFunction: Loss { place.stopping { try start.lossOrExplain().function } }
    /// The loss of the sample. A pass that began with given gradients has none: asking for it ends the lesson where the pass was
    /// made.
    public var loss: Double { place.stopping { try start.lossOrExplain().value } }
    /// ∂E/∂output as it was given; nil where the way back began at a loss.
    public var upstream: [Double]? { start.upstream?[0] }
    /// The network's answer.
    public var output: [Double] { activations[activations.count - 1] }
    /// ∂loss/∂input.
    public var inputGradient: [Double] { activationGradients[0] }
}

extension Network {
    /// The gradients of the loss of one sample with respect to every parameter, activation and input.
    ///
    /// - Throws: `ShapeError` when the sample doesn't fit the network, `ArgumentError` when the loss has no
    ///   value for such an answer.
    public func backpropagation(
        of input: [Double], toward target: [Double], minimizing loss: Loss, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) throws -> BackpropagationPass {
        try checkInput(input)
        try loss.check(target, outputs: outputShape)
        let place = CallPlace(file: file, line: line, column: column)
        let pass = pass(input, toward: target, minimizing: loss, objective(loss), at: place)
        try loss.check(pass.loss, of: pass.output, "this sample")
        return pass
    }

    /// The pass over a sample that is known to fit; its gradients are those of `weight` times the loss.
    func pass(
        _ input: [Double], toward target: [Double], minimizing loss: Loss, _ objective: Objective, weight: Double = 1,
        at place: CallPlace = CallPlace(file: #filePath, line: #line, column: #column)
    ) -> BackpropagationPass {
        let passed = self.passed(input)
        let logits = passed[max(0, layers.count - 1)]
        func weighed(_ slope: [Double]) -> [Double] { weight == 1 ? slope : slope.map { $0 * weight } }
        let found = walkBack(
            passed, weighed(objective.slope(passed[layers.count], logits, target)),
            insteadOfLast: objective.slopeOfLogits(logits, target).map(weighed))
        return BackpropagationPass(
            network: self, input: input,
            start: .loss(loss, targets: [target], value: objective.value(passed, target)),
            activations: passed, activationGradients: found.slopes, gradients: found.gradients, place: place)
    }

    /// One pass forward and back over one sample: the loss, and its gradients with respect to every parameter, activation and
    /// input.
    ///
    /// A sample that doesn't fit ends the lesson at the line of this call.
    ///
    /// - SeeAlso: PyTorch `loss.backward`, TensorFlow `GradientTape`
    public func backpropagate(
        _ input: [Double], toward target: [Double], minimizing loss: Loss, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> BackpropagationPass {
        stopping(file: file, line: line, column: column) {
            try backpropagation(of: input, toward: target, minimizing: loss, file: file, line: line, column: column)
        }
    }
}
