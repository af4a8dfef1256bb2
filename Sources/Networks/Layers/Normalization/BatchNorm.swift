/// Batch normalisation: each feature brought to mean 0 and variance 1 over the batch, then scaled and shifted.
///
///     in training   μ = Σ x / n,  σ² = Σ (x − μ)² / n,  x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///     afterwards    x̂ = (x − μ_run) / √(σ²_run + ε)
///     averages      μ_run ← m μ_run + (1 − m) μ,  σ²_run ← m σ²_run + (1 − m) σ²
///     way back      ∂L/∂γ = Σ g x̂,  ∂L/∂β = Σ g,  ∂L/∂x = γ (n g − Σ g − x̂ Σ g x̂) / (n √(σ² + ε)), with g = ∂L/∂y
///
/// Features are the last dimension (channels of a picture); n counts the samples of the batch times the places in each. The
/// shape stays. γ starts at 1, β at 0, the averages at 0 and 1. Parameters: γ, one number for each feature, then β.
///
/// Defaults are Keras': momentum m = 0.99 and ε = 10⁻³. PyTorch's are ε = 10⁻⁵ and a momentum of 0.1 that weighs the new
/// value, so `momentum: 0.9` here; it also puts n − 1 instead of n below its running variance.
///
/// S. Ioffe and C. Szegedy, *Batch normalization*, 2015.
///
/// - SeeAlso: Keras `layers.BatchNormalization`, PyTorch `nn.BatchNorm1d`, `nn.BatchNorm2d`
/// - Example: `Network(inputs: inputs) { BatchNorm() }`
public struct BatchNorm: BatchLayer {
    /// m: how much of the running averages stays with each step.
    public let momentum: Double
    /// ε, which keeps the square root away from 0.
    public let epsilon: Double
    private var affine: Affine
    /// γ; empty until the layer is connected, when none was given.
    public var scale: [Double] { affine.scale }
    /// β.
    public var shift: [Double] { affine.shift }
    /// μ_run: what stands for the batch's mean after training.
    public var runningMean: [Double] = []
    /// σ²_run: what stands for the batch's variance after training.
    public var runningVariance: [Double] = []

    /// A normalisation over the batch.
    ///
    /// - Parameters:
    ///   - scale: γ, one number for each feature; ones when left out.
    ///   - shift: β; zeros when left out.
    public init(momentum: Double = 0.99, epsilon: Double = 1e-3, scale: [Double] = [], shift: [Double] = []) {
        self.momentum = momentum
        self.epsilon = epsilon
        affine = Affine(scale: scale, shift: shift)
    }

    public var name: String { "BatchNorm" }

    public var parameters: [Parameter] {
        get { affine.parameters }
        set { affine.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> BatchNorm {
        try check(epsilon: epsilon)
        guard (0...1).contains(momentum) else {
            throw ShapeError("BatchNorm has a momentum of \(momentum); give a share of the old averages from 0 to 1")
        }
        var layer = self
        layer.affine = try affine.connected(name, to: inputs)
        if runningMean.count != inputs.features {
            layer.runningMean = Array(repeating: 0, count: inputs.features)
            layer.runningVariance = Array(repeating: 1, count: inputs.features)
        }
        return layer
    }

    public func parameterCount(for inputs: Shape) -> Int { inputs.features.times(2) }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (scale, shift, width) = (scale, shift, scale.count)
        guard width > 0 else { return [] }
        return input.indices.map { i in
            let k = i % width
            return scale[k] * ((input[i] - runningMean[k]) / (runningVariance[k] + epsilon).squareRoot()) + shift[k]
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let (scale, width) = (scale, scale.count)
        guard width > 0 else { return (gradient, []) }
        var (back, scales, shifts) = (input, scale.map { _ in 0.0 }, shift.map { _ in 0.0 })
        for i in input.indices {
            let k = i % width
            let deviation = (runningVariance[k] + epsilon).squareRoot()
            back[i] = gradient[i] * scale[k] / deviation
            scales[k] += gradient[i] * (input[i] - runningMean[k]) / deviation
            shifts[k] += gradient[i]
        }
        return (back, [scales, shifts])
    }

    public func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        let (width, scale, shift) = (scale.count, scale, shift)
        let sizes = batch.map(\.count)
        let rows = sizes.reduce(0, +) / max(1, width)
        var hats = batch.flatMap { $0 }
        let (means, variances) = Self.moments(hats, width: width)
        let deviations = variances.map { ($0 + epsilon).squareRoot() }
        for row in 0..<rows {
            for k in 0..<width { hats[row * width + k] = (hats[row * width + k] - means[k]) / deviations[k] }
        }
        var outputs = hats
        for i in outputs.indices { outputs[i] = scale[i % width] * hats[i] + shift[i % width] }
        var layer = self
        for k in 0..<width {
            layer.runningMean[k] = momentum * runningMean[k] + (1 - momentum) * means[k]
            layer.runningVariance[k] = momentum * runningVariance[k] + (1 - momentum) * variances[k]
        }
        let normalized = hats
        return LayerPass(outputs: Self.split(outputs, sizes), layer: layer) { gradients in
            let g = gradients.flatMap { $0 }
            var (scales, shifts) = (scale.map { _ in 0.0 }, scale.map { _ in 0.0 })
            for i in g.indices {
                scales[i % width] += g[i] * normalized[i]
                shifts[i % width] += g[i]
            }
            let n = Double(rows)
            let back = g.indices.map { i in
                let k = i % width
                return scale[k] * (n * g[i] - shifts[k] - normalized[i] * scales[k]) / (n * deviations[k])
            }
            return (Self.split(back, sizes), [scales, shifts])
        }
    }

    /// Mean and biased variance of each column.
    private static func moments(_ numbers: [Double], width: Int) -> (means: [Double], variances: [Double]) {
        let count = Double(numbers.count / max(1, width))
        var means = [Double](repeating: 0, count: width)
        var variances = means
        for i in numbers.indices { means[i % width] += numbers[i] }
        for k in means.indices { means[k] /= count }
        for i in numbers.indices {
            let distance = numbers[i] - means[i % width]
            variances[i % width] += distance * distance
        }
        return (means, variances.map { $0 / count })
    }

    private static func split(_ numbers: [Double], _ sizes: [Int]) -> [[Double]] {
        var start = 0
        return sizes.map { size in
            defer { start += size }
            return Array(numbers[start..<start + size])
        }
    }
}
