import Foundation

/// f(z) = 1 / (1 + e⁻ᶻ), f′ = f (1 − f).
///
/// - SeeAlso: Keras `activations.sigmoid`, PyTorch `nn.Sigmoid`, `logistic`
/// - Example: `Sigmoid()`
public struct Sigmoid: Activation {
    /// The logistic function, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { sigmoid(z) }

    public func slope(at z: Double, output: Double) -> Double { fused(-output, output, output) }
}

/// f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), f′ = 1 − f².
///
/// - SeeAlso: Keras `activations.tanh`, PyTorch `nn.Tanh`
/// - Example: `Tanh()`
public struct Tanh: Activation {
    /// The hyperbolic tangent, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { tanh(z) }

    public func slope(at z: Double, output: Double) -> Double { fused(-output, output, 1) }
}

/// f(z) = max(0, z), f′ = 1 for z > 0, else 0; the derivative at 0 is taken as 0, as PyTorch and TensorFlow do.
///
/// - SeeAlso: Keras `activations.relu`, `layers.ReLU`, PyTorch `nn.ReLU`
/// - Example: `ReLU()`
public struct ReLU: Activation {
    /// A rectifier, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { max(0, z) }

    public func slope(at z: Double, output: Double) -> Double { z > 0 ? 1 : 0 }
}

/// f(z) = z.
///
/// - SeeAlso: Keras `activations.linear`, PyTorch `nn.Identity`
/// - Example: `Identity()`
public struct Identity: Activation {
    /// The identity.
    public init() {}

    public func value(at z: Double) -> Double { z }

    public func slope(at z: Double, output: Double) -> Double { 1 }
}

/// What `Identity` was called, which is a dense layer to users of PyTorch.
@available(*, deprecated, renamed: "Identity")
@_documentation(visibility: internal)
public typealias Linear = Identity

/// f(z) = z for z > 0, else `slope` · z; the derivative at 0 is `slope`.
///
/// - SeeAlso: Keras `layers.LeakyReLU`, PyTorch `nn.LeakyReLU`
/// - Example: `LeakyReLU(slope: 0.1)`
public struct LeakyReLU: Activation {
    /// The slope for z ≤ 0.
    public let slope: Double

    /// A ReLU that lets `slope` · z through on the left.
    public init(slope: Double = 0.01) {
        self.slope = slope
    }

    public func value(at z: Double) -> Double { z > 0 ? z : slope * z }

    public func slope(at z: Double, output: Double) -> Double { z > 0 ? 1 : slope }
}

/// f(z) = z for z > 0, else `alpha` (eᶻ − 1). D.-A. Clevert, T. Unterthiner and S. Hochreiter, 2016.
///
/// - SeeAlso: Keras `layers.ELU`, PyTorch `nn.ELU`
/// - Example: `ELU(alpha: 1)`
public struct ELU: Activation {
    /// α, the limit on the left with its sign turned.
    public let alpha: Double

    /// An ELU that tends to −`alpha` on the left.
    public init(alpha: Double = 1) {
        self.alpha = alpha
    }

    public func value(at z: Double) -> Double { z > 0 ? z : alpha * expm1(z) }

    public func slope(at z: Double, output: Double) -> Double { z > 0 ? 1 : output + alpha }
}

/// f(z) = z σ(z), also called swish; f′ = σ + z σ (1 − σ).
///
/// - SeeAlso: Keras `activations.silu`, `activations.swish`, PyTorch `nn.SiLU`
/// - Example: `SiLU()`
public struct SiLU: Activation {
    /// SiLU, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { z * sigmoid(z) }

    public func slope(at z: Double, output: Double) -> Double {
        let sigma = sigmoid(z)
        return sigma + z * sigma * (1 - sigma)
    }
}

/// f(z) = ln(1 + eᶻ), computed without overflow; f′ = σ(z).
///
/// - SeeAlso: Keras `activations.softplus`, PyTorch `nn.Softplus`
/// - Example: `Softplus()`
public struct Softplus: Activation {
    /// Softplus, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }

    public func slope(at z: Double, output: Double) -> Double { sigmoid(z) }
}
