/// Layer normalisation: the features of each place of one sample brought to mean 0 and variance 1, then scaled and shifted.
///
///     μ = Σ x / n,  σ² = Σ (x − μ)² / n,  x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///     ∂L/∂γ = Σ g x̂,  ∂L/∂β = Σ g,  ∂L/∂x = (n h − Σ h − x̂ Σ h x̂) / (n √(σ² + ε)), with g = ∂L/∂y and h = γ g
///
/// The sums run along the last dimension, n numbers, so it makes no difference how large the batch is or whether the network
/// is being trained. The shape stays. Parameters: γ, one number for each feature, starting at 1, then β, starting at 0.
/// ε is 10⁻³ as in Keras; PyTorch has 10⁻⁵.
///
/// J. Ba, J. Kiros and G. Hinton, *Layer normalization*, 2016.
public struct LayerNorm: Layer {
    public let epsilon: Double
    /// γ; empty until the layer is connected, when none was given.
    public private(set) var scale: [Double]
    /// β.
    public private(set) var shift: [Double]

    public init(epsilon: Double = 1e-3, scale: [Double] = [], shift: [Double] = []) {
        self.epsilon = epsilon
        self.scale = scale
        self.shift = shift
    }

    public var name: String { "LayerNorm" }

    public var parameters: [Parameter] {
        get { Normalization.parameters(scale, shift) }
        set { Normalization.take(newValue, &scale, &shift) }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> LayerNorm {
        var layer = self
        (layer.scale, layer.shift) = try Normalization.connected(name, scale, shift, to: inputs)
        return layer
    }

    public func forward(_ input: [Double]) -> [Double] {
        var output = input
        let width = scale.count
        for start in stride(from: 0, to: input.count, by: max(1, width)) {
            let (mean, deviation) = moments(input, start)
            for k in 0..<width { output[start + k] = scale[k] * ((input[start + k] - mean) / deviation) + shift[k] }
        }
        return output
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        var back = input
        let width = scale.count
        var (scales, shifts) = (scale.map { _ in 0.0 }, shift.map { _ in 0.0 })
        for start in stride(from: 0, to: input.count, by: max(1, width)) {
            let (mean, deviation) = moments(input, start)
            var (sum, product) = (0.0, 0.0)
            for k in 0..<width {
                let hat = (input[start + k] - mean) / deviation
                let slope = scale[k] * gradient[start + k]
                sum += slope
                product += slope * hat
                scales[k] += gradient[start + k] * hat
                shifts[k] += gradient[start + k]
            }
            let n = Double(width)
            for k in 0..<width {
                let hat = (input[start + k] - mean) / deviation
                back[start + k] = (n * scale[k] * gradient[start + k] - sum - hat * product) / (n * deviation)
            }
        }
        return (back, [scales, shifts])
    }

    /// μ and √(σ² + ε) of the features that begin at `start`.
    private func moments(_ input: [Double], _ start: Int) -> (mean: Double, deviation: Double) {
        let count = Double(scale.count)
        var (mean, variance) = (0.0, 0.0)
        for k in scale.indices { mean += input[start + k] }
        mean /= count
        for k in scale.indices { variance += (input[start + k] - mean) * (input[start + k] - mean) }
        return (mean, (variance / count + epsilon).squareRoot())
    }
}
