/// One encoder block of the Transformer: attention, then two dense layers at each position, each with a way around it and a
/// normalisation.
///
///     x₁ = LayerNorm(x + Attention(x)),  y = LayerNorm(x₁ + W₂ f(W₁ x₁ + b₁) + b₂)          normalised after, as published
///     x₁ = x + Attention(LayerNorm(x)),  y = x₁ + W₂ f(W₁ LayerNorm(x₁) + b₁) + b₂          normalised before
///
/// Input and output `[time, features]`; W₁ has shape hidden×features, W₂ features×hidden. f is ReLU unless another activation is given.
/// It stands for the layers it is made of, `Residual`, `SelfAttention`, `LayerNorm` and `Dense`, which the network then has.
/// With a `dropout` both branches drop so many of their results before they are added, as in the paper.
///
/// PyTorch has biases in the attention (`usesBias: true` here), Keras too; the paper has none. Normalised before, a stack of
/// blocks ends with a `LayerNorm()` of its own.
///
/// A. Vaswani et al., *Attention is all you need*, 2017; R. Xiong et al., *On layer normalization in the Transformer
/// architecture*, 2020, compares the two places.
///
/// - SeeAlso: PyTorch `nn.TransformerEncoderLayer`, Keras `keras_hub.layers.TransformerEncoder`
/// - Example: `Network(inputs: [steps, inputs]) { TransformerEncoder(features: inputs, hidden: units) }`
public struct TransformerEncoder: Sendable {
    /// Where a block normalises.
    public enum Normalization: String, Hashable, Sendable, CaseIterable {
        /// After the sum, as published; PyTorch's `norm_first=False`.
        case after
        /// Before attention and before the dense layers; PyTorch's `norm_first=True`.
        case before
    }

    /// The layers of the block, the first one next to the input.
    public let layers: Sequential

    /// A block for positions of so many features (d_model), with `heads` heads and `hidden` units between its dense layers. A
    /// mask, or `isCausal`, says what a position sees; 10⁻⁵ is PyTorch's ε, Keras has 10⁻³.
    public init(
        features: Int, heads: Int = 1, hidden: Int, normalizes: Normalization = .after, activation: any Activation = ReLU(),
        isCausal: Bool = false, mask: [[Bool]]? = nil, usesBias: Bool = false, dropout: Double = 0, epsilon: Double = 1e-5,
        initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        let before: [any Layer] = normalizes == .before ? [LayerNorm(epsilon: epsilon)] : []
        let after: [any Layer] = normalizes == .after ? [LayerNorm(epsilon: epsilon)] : []
        let dropping: [any Layer] = dropout == 0 ? [] : [Dropout(dropout)]
        let attention = SelfAttention(
            heads: heads, isCausal: isCausal, mask: mask, usesBias: usesBias, initializer: initializer,
            biasInitializer: biasInitializer)
        let widening = Dense(hidden, initializer: initializer, biasInitializer: biasInitializer)
        let narrowing = Dense(features, initializer: initializer, biasInitializer: biasInitializer)
        layers = Sequential(
            [Residual { before + [attention] + dropping }] + after
                + [Residual { before + [widening, activation, narrowing] + dropping }] + after)
    }
}
