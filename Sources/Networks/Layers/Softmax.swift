import Foundation

/// f(z)_i = e^{z_i} / Σ_j e^{z_j}, over all numbers of the layer; the largest z is subtracted first, which changes nothing
/// but keeps e^z finite. ∂f_i/∂z_j = f_i (δ_ij − f_j).
public struct Softmax: Layer {
    public init() {}

    public var name: String { "Softmax" }

    public func forward(_ input: [Double]) -> [Double] {
        let largest = input.max() ?? 0
        let powers = input.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        var mean = 0.0
        for (value, slope) in zip(output, gradient) { mean += value * slope }
        return (output.indices.map { output[$0] * (gradient[$0] - mean) }, [])
    }
}
