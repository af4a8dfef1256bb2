import Foundation

/// f(z) = 1 / (1 + e⁻ᶻ), f′ = f (1 − f).
public struct Sigmoid: Activation {
    public init() {}

    public func value(at z: Double) -> Double { 1 / (1 + exp(-z)) }

    public func slope(at z: Double, output: Double) -> Double { output * (1 - output) }
}

/// f(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), f′ = 1 − f².
public struct Tanh: Activation {
    public init() {}

    public func value(at z: Double) -> Double { tanh(z) }

    public func slope(at z: Double, output: Double) -> Double { 1 - output * output }
}

/// f(z) = max(0, z), f′ = 1 for z > 0, else 0; the derivative at 0 is taken as 0, as PyTorch and TensorFlow do.
public struct ReLU: Activation {
    public init() {}

    public func value(at z: Double) -> Double { max(0, z) }

    public func slope(at z: Double, output: Double) -> Double { z > 0 ? 1 : 0 }
}

/// f(z) = z.
public struct Linear: Activation {
    public init() {}

    public func value(at z: Double) -> Double { z }

    public func slope(at z: Double, output: Double) -> Double { 1 }
}
