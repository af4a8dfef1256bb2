/// Instance normalisation: each channel of one sample brought to mean 0 and variance 1 over its places, then scaled and shifted.
///
///     μ = Σ x / n,  σ² = Σ (x − μ)² / n,  x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///
/// with n places; gradients as for `GroupNorm`, of which it is the case of one group for each channel. Input
/// `[time, channels]` or `[height, width, channels]`; the shape stays. A sample of one place becomes β alone. Parameters: γ,
/// one number for each channel, starting at 1, then β, starting at 0. ε is 10⁻³ as in the other layers here; PyTorch's
/// `InstanceNorm2d` has 10⁻⁵, and γ and β only with `affine=True`. Keras has it as `GroupNormalization(groups=-1)`.
///
/// D. Ulyanov, A. Vedaldi and V. Lempitsky, *Instance normalization*, 2016.
///
/// - SeeAlso: PyTorch `nn.InstanceNorm1d`, `nn.InstanceNorm2d`
/// - Example: `Network(inputs: [steps + 1, units]) { InstanceNorm() }`
public struct InstanceNorm: SampleNormalizing {
    package var normalization: SampleNormalization

    /// ε, which keeps the square root away from 0.
    public var epsilon: Double { normalization.epsilon }
    /// γ; empty until the layer is connected, when none was given.
    public var scale: [Double] { normalization.affine.scale }
    /// β.
    public var shift: [Double] { normalization.affine.shift }

    /// A normalisation of each channel.
    ///
    /// - Parameters:
    ///   - scale: γ, one number for each channel; ones when left out.
    ///   - shift: β; zeros when left out.
    public init(epsilon: Double = 1e-3, scale: [Double] = [], shift: [Double] = []) {
        normalization = SampleNormalization(.eachFeature, epsilon: epsilon, scale: scale, shift: shift)
    }
}

extension InstanceNorm: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "InstanceNorm", options: ["epsilon": .number(epsilon)]) }

    @_documentation(visibility: internal)
    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(epsilon: try stored.number("epsilon"))
    }
}
