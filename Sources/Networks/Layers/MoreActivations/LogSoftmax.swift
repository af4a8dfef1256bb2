/// f(z)_i = ln softmax(z)_i = z_i − ln Σ_j e^{z_j} along the last dimension, computed without overflow;
/// ∂f_i/∂z_j = δ_ij − softmax(z)_j.
///
/// The shape stays. `nn.LogSoftmax(-1)` in PyTorch, where the negative log-likelihood loss comes after it, `log_softmax` in Keras.
///
/// - Example: `Network(inputs: inputs) { LogSoftmax() }`
/// - SeeAlso: Keras `activations.log_softmax`, PyTorch `nn.LogSoftmax`
public struct LogSoftmax: Layer {
    /// How many numbers share one sum; all of them until the layer is connected.
    public private(set) var width: Int?

    /// The logarithm of the softmax, which has nothing to choose.
    public init() {}

    public var name: String { "LogSoftmax" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> LogSoftmax {
        var layer = self
        layer.width = inputs.features
        return layer
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        input.rows(of: width ?? input.count).flatMap { row in
            let largest = row.max() ?? 0
            let first = row.firstIndex(of: largest)
            var rest = 0.0
            for (index, z) in row.enumerated() where index != first { rest += exp(z - largest) }
            let logSum = log1p(rest)
            return row.map { ($0 - largest) - logSum }
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let width = width ?? input.count
        let slopes = zip(output.rows(of: width), gradient.rows(of: width)).flatMap { output, gradient in
            let sum = gradient.reduce(0, +)
            return zip(output, gradient).map { $1 - exp($0) * sum }
        }
        return (slopes, [])
    }
}

extension LogSoftmax: PlainLayer {}
