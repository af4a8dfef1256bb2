import Foundation

/// f(z)_i = e^{z_i} / Σ_j e^{z_j} along the last dimension; the largest z is subtracted first, which changes nothing but keeps
/// e^z finite. ∂f_i/∂z_j = f_i (δ_ij − f_j).
///
/// - SeeAlso: Keras `layers.Softmax`, PyTorch `nn.Softmax`
/// - Example: `Network(inputs: inputs) { Softmax() }`
public struct Softmax: Layer {
    /// How many numbers share one sum; all of them until the layer is connected.
    public private(set) var width: Int?

    /// Softmax, which has nothing to choose.
    public init() {}

    public var name: String { "Softmax" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Softmax {
        var layer = self
        layer.width = inputs.features
        return layer
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        rows(input).flatMap { row in
            let largest = row.max() ?? 0
            let powers = row.map { exp($0 - largest) }
            let sum = powers.reduce(0, +)
            return powers.map { $0 / sum }
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let slopes = zip(rows(output), rows(gradient)).flatMap { output, gradient in
            var mean = 0.0
            for (value, slope) in zip(output, gradient) { mean = fused(value, slope, mean) }
            return zip(output, gradient).map { $0 * ($1 - mean) }
        }
        return (slopes, [])
    }

    private func rows(_ numbers: [Double]) -> [ArraySlice<Double>] {
        let width = max(1, self.width ?? numbers.count)
        return stride(from: 0, to: numbers.count, by: width).map { numbers[$0..<min($0 + width, numbers.count)] }
    }
}
