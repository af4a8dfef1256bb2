/// A way back that begins with given slopes instead of a loss: one link of a longer chain, as a worked example shows it.
extension Network {
    /// The gradients of one sample where ∂E/∂output is given, the upstream gradient, and nobody says what the error E is.
    ///
    ///     ∂E/∂θ = Σ_k u_k ∂y_k/∂θ,  with u_k = ∂E/∂y_k given for every output y_k
    ///
    /// That is the product of a vector with the Jacobian matrix. The pass has gradients, derivations and named numbers as any
    /// other, but no loss and no target.
    ///
    /// - Throws: `ShapeError` when sample or gradients don't fit the network, `ArgumentError` for gradients that are no finite
    ///   numbers.
    public func backpropagation(
        of input: [Double], from upstream: [Double], file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) throws -> BackpropagationPass {
        try checkInput(input)
        try check(upstream: upstream)
        let passed = self.passed(input)
        let found = walkBack(passed, upstream)
        return BackpropagationPass(
            network: self, input: input, start: .given([upstream]), activations: passed, activationGradients: found.slopes,
            gradients: found.gradients, place: CallPlace(file: file, line: line, column: column))
    }

    /// The gradients of one sample where ∂E/∂output is given, the upstream gradient, and nobody says what the error E is: for
    /// lessons, where a sample or gradients that don't fit end the lesson at the line of this call.
    ///
    ///     ∂E/∂θ = Σ_k u_k ∂y_k/∂θ,  with u_k = ∂E/∂y_k given for every output y_k
    ///
    /// The pass has gradients, derivations and named numbers as any other, but no loss and no target. PyTorch's `y.backward(gradient=u)`, TensorFlow's `output_gradients`, JAX' `vjp`.
    ///
    /// - SeeAlso: PyTorch `torch.autograd.grad`, `grad_outputs`, JAX `jax.vjp`
    /// - Example: `let network = Network(inputs: 2, seed: 1) { Dense(2); Sigmoid() }`
    ///   `let pass = network.backpropagate([0.5, -1], from: [1, -0.25])` `show(pass.gradientTable())`
    public func backpropagate(
        _ input: [Double], from upstream: [Double], file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> BackpropagationPass {
        stopping(file: file, line: line, column: column) {
            try backpropagation(of: input, from: upstream, file: file, line: line, column: column)
        }
    }

    /// The gradients of a batch in training where ∂E/∂output of every sample is given, and nobody says what the error E is:
    /// ∂E/∂θ = Σ_s Σ_k u_sk ∂y_sk/∂θ, a sum over the samples, no mean.
    ///
    /// - Parameter dropoutSeed: What the masks of `Dropout` are drawn from.
    /// - Throws: `ShapeError` when samples or gradients don't fit the network or there are none, `ArgumentError` for gradients that
    ///   are no finite numbers.
    public func backpropagation(
        of inputs: [[Double]], from upstream: [[Double]], dropoutSeed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) throws -> BatchBackpropagationPass {
        guard !inputs.isEmpty else { throw ShapeError("a batch needs at least 1 sample") }
        guard inputs.count == upstream.count else {
            throw ShapeError("\(inputs.count) samples need as many arrays of upstream gradients, but got \(upstream.count)")
        }
        for (input, slopes) in zip(inputs, upstream) {
            try checkInput(input)
            try check(upstream: slopes)
        }
        try check(batchOf: inputs.count)
        var generator = SplitMix64(seed: dropoutSeed)
        let (passed, passes) = trainingPasses(over: inputs, drawingFrom: &generator)
        let found = Sequential.walkBack(passes, upstream)
        return BatchBackpropagationPass(
            network: self, data: Dataset(inputs.map { Dataset.Sample(input: $0, target: []) }), start: .given(upstream),
            dropoutSeed: dropoutSeed, activations: inputs.indices.map { sample in passed.map { $0[sample] } },
            activationGradients: inputs.indices.map { sample in found.slopes.map { $0[sample] } },
            gradients: found.gradients, networkAfterwards: replacing(layers: passes.map(\.layer)),
            place: CallPlace(file: file, line: line, column: column))
    }

    /// The gradients of a batch in training where ∂E/∂output of every sample is given, ∂E/∂θ = Σ_s Σ_k u_sk ∂y_sk/∂θ: a sum over
    /// the samples, no mean. For lessons, where samples or gradients that don't fit end the lesson at the line of this call.
    ///
    /// - SeeAlso: PyTorch `torch.autograd.grad`, `grad_outputs`, JAX `jax.vjp`
    public func backpropagate(
        _ inputs: [[Double]], from upstream: [[Double]], dropoutSeed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> BatchBackpropagationPass {
        stopping(file: file, line: line, column: column) {
            try backpropagation(
                of: inputs, from: upstream, dropoutSeed: dropoutSeed, file: file, line: line, column: column)
        }
    }
}

extension BackpropagationPass {
    /// What is differentiated, as another network of these shapes makes it of the same sample: the loss, or Σ u y, which has
    /// the given slopes u by the outputs y.
    package func objective(of other: Network) -> Double {
        switch start {
        case .loss(let loss, let targets, _): other.loss(of: input, toward: targets[0], loss)
        case .given(let slopes): other.weighted(other.passed(input)[other.layers.count], by: slopes[0])
        }
    }

    /// A pass of another network over the same sample, begun in the same way.
    package func repeated(by other: Network) throws -> BackpropagationPass {
        switch start {
        case .loss(let loss, let targets, _):
            try other.backpropagation(of: input, toward: targets[0], minimizing: loss)
        case .given(let slopes): try other.backpropagation(of: input, from: slopes[0])
        }
    }
}
