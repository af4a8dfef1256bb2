/// Group normalisation: the channels of one sample in groups of neighbours, each group brought to mean 0 and variance 1 over all
/// places of its channels, then scaled and shifted.
///
///     μ = Σ x / n,  σ² = Σ (x − μ)² / n,  x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///     ∂L/∂γ = Σ g x̂,  ∂L/∂β = Σ g,  ∂L/∂x = (n h − Σ h − x̂ Σ h x̂) / (n √(σ² + ε)), with g = ∂L/∂y and h = γ g
///
/// A sample has its channels last, `[28, 28, 8]`; with p places, C channels and G groups the sums run over n = p C / G numbers.
/// The shape stays, and it makes no difference how large the batch is or whether the network is being trained. Parameters:
/// γ, one number for each channel, starting at 1, then β, starting at 0. ε is 10⁻³ as in Keras' `GroupNormalization`;
/// PyTorch's `GroupNorm` has 10⁻⁵. A number of groups that doesn't divide the channels is a `ShapeError`.
///
/// Y. Wu and K. He, *Group normalization*, ECCV 2018.
///
/// - SeeAlso: Keras `layers.GroupNormalization`, PyTorch `nn.GroupNorm`
/// - Example: `Network(inputs: [steps, 4]) { GroupNorm(2) }`
public struct GroupNorm: SampleNormalizing {
    package var normalization: SampleNormalization

    /// G: how many groups the channels are shared among.
    public let groups: Int
    /// ε, which keeps the square root away from 0.
    public var epsilon: Double { normalization.epsilon }
    /// γ; empty until the layer is connected, when none was given.
    public var scale: [Double] { normalization.affine.scale }
    /// β.
    public var shift: [Double] { normalization.affine.shift }

    /// A normalisation in so many groups of channels.
    ///
    /// - Parameters:
    ///   - scale: γ, one number for each channel; ones when left out.
    ///   - shift: β; zeros when left out.
    public init(_ groups: Int, epsilon: Double = 1e-3, scale: [Double] = [], shift: [Double] = []) {
        self.groups = groups
        normalization = SampleNormalization(.groups(groups), epsilon: epsilon, scale: scale, shift: shift)
    }
}

extension GroupNorm: StorableLayer {
    public func stored() -> LayerDescription {
        .init(type: "GroupNorm", options: ["groups": .integer(groups), "epsilon": .number(epsilon)])
    }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(try stored.integer("groups"), epsilon: try stored.number("epsilon"))
    }
}
