/// f(z) = z − tanh z, f′ = tanh² z. `nn.Tanhshrink` in PyTorch, `tanh_shrink` in Keras 3.
/// Number by number; the shape stays.
///
/// - Example: `Tanhshrink()`
/// - SeeAlso: Keras `activations.tanh_shrink`, PyTorch `nn.Tanhshrink`
public struct Tanhshrink: Activation {
    /// Tanhshrink, which has nothing to choose.
    public init() {}

    public func value(at z: Double) -> Double {
        guard abs(z) < 0.02 else { return z - tanh(z) }
        // The series, where the difference would lose its digits.
        let square = z * z
        return z * square * (1.0 / 3 - square * (2.0 / 15 - square * (17.0 / 315 - square * (62.0 / 2835))))
    }

    public func slope(at z: Double, output: Double) -> Double {
        let t = tanh(z)
        return t * t
    }
}

/// f(z) = z − λ for z > λ, z + λ for z < −λ, else 0; f′ = 1 outside and 0 between, at the two kinks too: what a step of a
/// method with an L1 penalty does to a weight.
///
/// `nn.Softshrink` in PyTorch, `soft_shrink` in Keras 3.
/// Number by number; the shape stays.
///
/// - Example: `Softshrink(lambda: 0.3)`
/// - SeeAlso: Keras `activations.soft_shrink`, PyTorch `nn.Softshrink`
public struct Softshrink: Activation {
    /// λ, half the width of the gap.
    public let lambda: Double

    /// A softshrink that is 0 within ±`lambda`.
    public init(lambda: Double = 0.5) {
        self.lambda = lambda
    }

    public func value(at z: Double) -> Double { z > lambda ? z - lambda : z < -lambda ? z + lambda : 0 }

    public func slope(at z: Double, output: Double) -> Double { abs(z) > lambda ? 1 : 0 }
}

extension Tanhshrink: PlainLayer {}

extension Softshrink: StorableLayer {
    public func stored() -> LayerDescription { .init(type: "Softshrink", options: ["lambda": .number(lambda)]) }

    public init(stored: LayerDescription, knowing types: StorableTypes) throws {
        self.init(lambda: try stored.number("lambda"))
    }
}
