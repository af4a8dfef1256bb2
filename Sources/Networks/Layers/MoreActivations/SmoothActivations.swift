/// f(z) = z tanh(ln(1 + eᶻ)); with t = tanh(ln(1 + eᶻ)), f′ = t + z (1 − t²) σ(z).
///
/// D. Misra, 2019; `nn.Mish` in PyTorch, `mish` in Keras.
/// Number by number; the shape stays.
///
/// - Example: `Mish()`
/// - SeeAlso: Keras `activations.mish`, PyTorch `nn.Mish`
public struct Mish: Activation {
    /// Mish, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { z * tanh(Softplus().value(at: z)) }

    public func slope(at z: Double, output: Double) -> Double {
        let t = tanh(Softplus().value(at: z))
        return t + z * fused(-t, t, 1) * sigmoid(z)
    }
}

/// f(z) = z / (1 + |z|), f′ = 1 / (1 + |z|)². `nn.Softsign` in PyTorch, `softsign` in Keras.
/// Number by number; the shape stays.
///
/// - Example: `Softsign()`
/// - SeeAlso: Keras `activations.softsign`, PyTorch `nn.Softsign`
public struct Softsign: Activation {
    /// Softsign, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { z / (1 + abs(z)) }

    public func slope(at z: Double, output: Double) -> Double { 1 / ((1 + abs(z)) * (1 + abs(z))) }
}

/// f(z) = ln σ(z) = −ln(1 + e⁻ᶻ), computed without overflow; f′ = σ(−z). `nn.LogSigmoid` in PyTorch, `log_sigmoid` in Keras 3.
/// Number by number; the shape stays.
///
/// - Example: `LogSigmoid()`
/// - SeeAlso: Keras `activations.log_sigmoid`, PyTorch `nn.LogSigmoid`
public struct LogSigmoid: Activation {
    /// The logarithm of the sigmoid, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double { -Softplus().value(at: -z) }

    public func slope(at z: Double, output: Double) -> Double { sigmoid(-z) }
}

/// f(z) = ½ (z + √(z² + b)): like softplus, without exponentials; f′ = ½ (1 + z / √(z² + b)).
///
/// J. Barron, *Squareplus: A Softplus-Like Algebraic Rectifier*, 2021; `squareplus` in Keras 3 (b = 4) and JAX; PyTorch has none.
/// Number by number; the shape stays.
///
/// - Example: `Squareplus()`
/// - SeeAlso: Keras `activations.squareplus`
public struct Squareplus: Activation {
    /// b, which rounds the kink off; f(0) = √b/2.
    public let b: Double

    /// A squareplus that is rounded off by `b`.
    public init(b: Double = 4) {
        self.b = b
    }

    public func value(at z: Double) -> Double {
        let root = fused(z, z, b).squareRoot()
        // Below 0 the two would cancel.
        return z >= 0 ? 0.5 * (z + root) : 0.5 * b / (root - z)
    }

    public func slope(at z: Double, output: Double) -> Double {
        let root = fused(z, z, b).squareRoot()
        return root == 0 ? 0.5 : output / root
    }
}

extension Mish: PlainLayer {}
extension Softsign: PlainLayer {}
extension LogSigmoid: PlainLayer {}

extension Squareplus: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "Squareplus", options: ["b": .number(b)]) }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(b: try stored.number("b"))
    }
}
