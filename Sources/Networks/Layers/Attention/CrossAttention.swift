/// Attention of one sequence to another: the first positions of a sample ask, the others answer.
///
///     Q = X W_Q + b_Q    K = M W_K + b_K    V = M W_V + b_V      X the first `asking` rows of the sample, M the others
///     A = softmax(Q Kᵀ / √d_k),  Y = A V W_O + b_O
///
/// Input `[asking + memory, features]`, the decoder's positions before the encoder's; output `[asking, outputs]`. With
/// `valuesApart` the sample has three parts, and the values are computed from the third: `[asking + memory + memory, features]`.
/// So the gradients of all of them are the sample's own. Everything else is as in `SelfAttention`.
///
/// A. Vaswani et al., *Attention is all you need*, NeurIPS 2017, where a decoder attends to an encoder's output so.
///
/// - SeeAlso: Keras `layers.Attention`, PyTorch `F.scaled_dot_product_attention`, `nn.TransformerDecoderLayer`
/// - Example: `Network(inputs: [steps + 2, inputs]) { CrossAttention(asking: 2, keySize: units) }`
public struct CrossAttention: Layer {
    /// The attention itself, which knows who asks whom.
    package var core: SelfAttention
    /// How many positions ask.
    public var asking: Int { core.source.asking }
    /// Whether the values come from positions of their own.
    public var valuesApart: Bool { core.source.valuesApart }

    /// Drawn weights. `keySize` is d_k, and d_v too; features / heads when it is left out.
    public init(
        asking: Int, valuesApart: Bool = false, heads: Int = 1, keySize: Int? = nil, mask: [[Bool]]? = nil,
        isScaled: Bool = true, projectsOutput: Bool = true, usesBias: Bool = false,
        initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        self.init(
            core: SelfAttention(
                heads: heads, keySize: keySize, valueSize: keySize, outputs: nil, isCausal: false, mask: mask,
                isScaled: isScaled, projectsOutput: projectsOutput, usesBias: usesBias,
                source: .others(asking: asking, valuesApart: valuesApart), initializer: initializer,
                biasInitializer: biasInitializer))
    }

    /// Given W_Q, W_K, W_V, and W_O where the heads' outputs are to be projected; without biases when these are left out.
    public init(
        asking: Int, valuesApart: Bool = false, heads: Int = 1, queries: [[Double]], keys: [[Double]],
        values: [[Double]], output: [[Double]]? = nil, biases: AttentionBiases? = nil, mask: [[Bool]]? = nil,
        isScaled: Bool = true
    ) {
        self.init(
            core: SelfAttention(
                heads: heads, matrices: [queries, keys, values] + (output.map { [$0] } ?? []), biases: biases,
                isCausal: false, mask: mask, isScaled: isScaled,
                source: .others(asking: asking, valuesApart: valuesApart)))
    }

    /// - Parameter core: An attention of others, which says who asks.
    init(core: SelfAttention) {
        self.core = core
    }

    public var name: String { core.name }

    /// How many heads look at the sequence side by side.
    public var heads: Int { core.heads }

    /// W_Q, W_K, W_V and, with an output projection, W_O, each row by row, then as many biases, where there are any.
    public var parameters: [Parameter] {
        get { core.parameters }
        set { core.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> CrossAttention {
        CrossAttention(core: try core.connected(to: inputs, drawingFrom: &generator))
    }

    public func outputShape(for inputs: Shape) -> Shape { core.outputShape(for: inputs) }

    public func parameterCount(for inputs: Shape) -> Int { core.parameterCount(for: inputs) }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { core.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        core.backward(input: input, output: output, gradient: gradient)
    }

    /// Queries, keys, scores, weights and outputs of every head for one sample.
    public func attention(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [SelfAttention.Head] {
        core.attention(for: input, file: file, line: line, column: column)
    }
}
