/// Inverted dropout: in training each number is 0 with probability `rate` and otherwise divided by 1 − `rate`, so that its
/// mean stays; afterwards nothing is changed.
///
///     y = m x / (1 − rate),  ∂y/∂x = m / (1 − rate),  with m = 0 or 1 drawn for every number of every sample
///
/// The draws come from the seed of the training run (`SplitMix64`), sample by sample in the order of the batch.
/// N. Srivastava et al., *Dropout: a simple way to prevent neural networks from overfitting*, 2014, where the division comes
/// at test time instead; Keras and PyTorch divide in training, as here.
///
/// - SeeAlso: Keras `layers.Dropout`, PyTorch `nn.Dropout`
/// - Example: `Network(inputs: inputs) { Dense(units); Dropout(0.5) }`
public struct Dropout: BatchLayer {
    /// The share of numbers that are dropped, from 0 up to, but not including, 1.
    public let rate: Double

    /// A layer that leaves out each number with probability `rate`, 0 ≤ rate < 1.
    public init(_ rate: Double) {
        self.rate = rate
    }

    public var name: String { "Dropout" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Dropout {
        guard rate >= 0, rate < 1 else {
            throw ShapeError("Dropout(\(rate)) leaves nothing to learn from; give a rate from 0 up to, but not including, 1")
        }
        return self
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { input }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (gradient, [])
    }

    /// For each number of each sample 0 or 1 / (1 − rate).
    public func masks(for batch: [[Double]], drawingFrom generator: inout SplitMix64) -> [[Double]] {
        let kept = 1 / (1 - rate)
        return batch.map { $0.map { _ in generator.uniform() < rate ? 0 : kept } }
    }

    public func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        let masks = masks(for: batch, drawingFrom: &generator)
        return LayerPass(outputs: Self.product(batch, masks), layer: self) { (Self.product($0, masks), []) }
    }

    private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        zip(a, b).map { zip($0, $1).map { $0 * $1 } }
    }
}
