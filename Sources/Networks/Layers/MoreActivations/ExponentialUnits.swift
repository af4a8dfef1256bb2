/// f(z) = λ z for z > 0, else λ α (eᶻ − 1), with λ ≈ 1.0507 and α ≈ 1.6733, for which means near 0 and variances near 1 stay
/// so from layer to layer; the derivative at 0 is λ α.
///
/// G. Klambauer et al., *Self-Normalizing Neural Networks*, 2017; `nn.SELU` in PyTorch, `selu` in Keras. Meant for weights
/// drawn by `.lecunNormal`.
/// Number by number; the shape stays.
///
/// - Example: `SELU()`
/// - SeeAlso: Keras `activations.selu`, PyTorch `nn.SELU`
public struct SELU: Activation {
    /// λ
    public static let scale = 1.0507009873554804934193349852946
    /// α
    public static let alpha = 1.6732632423543772848170429916717

    /// SELU, whose two constants are fixed.
    public init() {}

    public func value(at z: Double) -> Double { Self.scale * (z > 0 ? z : Self.alpha * expm1(z)) }

    public func slope(at z: Double, output: Double) -> Double {
        z > 0 ? Self.scale : Self.scale * Self.alpha * exp(z)
    }
}

/// f(z) = z for z > 0, else α (e^(z/α) − 1): an ELU without a kink, whatever α; f′ = 1 for z > 0, else e^(z/α).
///
/// J. Barron, 2017; `nn.CELU` in PyTorch, `celu` in Keras 3.
/// Number by number; the shape stays.
///
/// - Example: `CELU(alpha: 2)`
/// - SeeAlso: Keras `activations.celu`, PyTorch `nn.CELU`
public struct CELU: Activation {
    /// α, the limit on the left with its sign turned.
    public let alpha: Double

    /// A CELU that tends to −`alpha` on the left.
    public init(alpha: Double = 1) {
        self.alpha = alpha
    }

    public func value(at z: Double) -> Double { z > 0 ? z : alpha * expm1(z / alpha) }

    public func slope(at z: Double, output: Double) -> Double { z > 0 ? 1 : exp(z / alpha) }
}

extension SELU: PlainLayer {}

extension CELU: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "CELU", options: ["alpha": .number(alpha)]) }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(alpha: try stored.number("alpha"))
    }
}
