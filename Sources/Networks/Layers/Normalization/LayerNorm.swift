/// Layer normalisation: the features of each place of one sample brought to mean 0 and variance 1, then scaled and shifted.
///
///     μ = Σ x / n,  σ² = Σ (x − μ)² / n,  x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///     ∂L/∂γ = Σ g x̂,  ∂L/∂β = Σ g,  ∂L/∂x = (n h − Σ h − x̂ Σ h x̂) / (n √(σ² + ε)), with g = ∂L/∂y and h = γ g
///
/// The sums run along the last dimension, n numbers, so it makes no difference how large the batch is or whether the network
/// is being trained. The shape stays. Parameters: γ, one number for each feature, starting at 1, then β, starting at 0.
/// ε is 10⁻³ as in Keras; PyTorch has 10⁻⁵.
///
/// J. Ba, J. Kiros and G. Hinton, *Layer normalization*, 2016.
///
/// - SeeAlso: Keras `layers.LayerNormalization`, PyTorch `nn.LayerNorm`
/// - Example: `Network(inputs: inputs) { LayerNorm() }`
public struct LayerNorm: SampleNormalizing {
    package var normalization: SampleNormalization

    /// ε, added to the variance under the root.
    public var epsilon: Double { normalization.epsilon }
    /// γ; empty until the layer is connected, when none was given.
    public var scale: [Double] { normalization.affine.scale }
    /// β.
    public var shift: [Double] { normalization.affine.shift }

    /// With scale 1 and shift 0 for each feature, unless given.
    public init(epsilon: Double = 1e-3, scale: [Double] = [], shift: [Double] = []) {
        normalization = SampleNormalization(.eachPlace, epsilon: epsilon, scale: scale, shift: shift)
    }
}
