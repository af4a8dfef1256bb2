/// Dropout: in training each number is 0 with probability `rate`; the others are scaled so that the mean stays.
///
///     .inverted:   training y = m x / (1 − rate),  ∂y/∂x = m / (1 − rate);   use y = x
///     .classic:    training y = m x,               ∂y/∂x = m;                use y = (1 − rate) x
///
/// with m = 0 or 1 for every number of every sample. The shape stays. Masks that are not given are drawn from the seed of the
/// training run (`SplitMix64`), sample by sample in the order of the batch. N. Srivastava et al., *Dropout: a simple way to
/// prevent neural networks from overfitting*, 2014, scale in use (`.classic`); Keras and PyTorch divide in training
/// (`.inverted`).
///
/// Given `masks` are those of a published example, which can then be worked out by hand: one for each sample of the batch, or
/// one for all. Since dropout works in training alone, its pass is that of a data set, even of a single sample:
/// `net.backpropagate([[1, 2]: [1]], minimizing: .meanSquaredError)`.
///
/// - SeeAlso: Keras `layers.Dropout`, PyTorch `nn.Dropout`, `F.dropout`
/// - Example: `Network(inputs: inputs) { Dense(units); Dropout(0.5) }`
public struct Dropout: BatchLayer {
    /// Where the scaling takes place that keeps the mean of a number.
    public enum Scaling: String, Hashable, Sendable, CaseIterable {
        /// In training, by 1 / (1 − rate); the network in use is left alone. Keras and PyTorch.
        case inverted
        /// In use, by 1 − rate. Srivastava et al.
        case classic
    }

    /// The share of numbers that are dropped, from 0 up to, but not including, 1.
    public let rate: Double
    /// Whether training or use is scaled.
    public let scaling: Scaling
    /// Given zeros and ones, one array for each sample of a batch or a single one for all; nil where they are drawn.
    public let masks: [[Int]]?

    /// A layer that leaves out each number with probability `rate`, 0 ≤ rate < 1.
    public init(_ rate: Double, scaling: Scaling = .inverted) {
        self.rate = rate
        self.scaling = scaling
        masks = nil
    }

    /// A layer that leaves out what the masks say: 0 for what is dropped, 1 for what stays. `rate` still scales.
    public init(_ rate: Double, scaling: Scaling = .inverted, masks: [[Int]]) {
        self.rate = rate
        self.scaling = scaling
        self.masks = masks
    }

    public var name: String { "Dropout" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Dropout {
        guard rate >= 0, rate < 1 else {
            throw ShapeError("Dropout(\(rate)) leaves nothing to learn from; give a rate from 0 up to, but not including, 1")
        }
        guard let masks else { return self }
        guard !masks.isEmpty else {
            throw ShapeError(
                "Dropout(\(rate)) is given no masks; give one for each sample, or leave masks out to have them drawn")
        }
        for (index, mask) in masks.enumerated() {
            guard mask.count == inputs.count else {
                throw ShapeError(
                    "Dropout(\(rate)) is given \(inputs.count) number\(inputs.count == 1 ? "" : "s"), but mask \(index + 1) has "
                        + "\(mask.count); give a 0 or a 1 for each")
            }
            if let other = mask.first(where: { $0 != 0 && $0 != 1 }) {
                throw ShapeError(
                    "Dropout(\(rate)) has \(other) in mask \(index + 1); a mask has 0 for what is dropped and 1 for what stays")
            }
        }
        return self
    }

    /// What a number that stays is multiplied by, in training and in use.
    private var scales: (training: Double, use: Double) {
        scaling == .inverted ? (1 / (1 - rate), 1) : (1, 1 - rate)
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] { scaling == .inverted ? input : input.map { $0 * scales.use } }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (forward(gradient), [])
    }

    /// What each number of each sample is multiplied by in training: 0 or 1 / (1 − rate), and 0 or 1 where dropout is classic.
    public func masks(for batch: [[Double]], drawingFrom generator: inout SplitMix64) -> [[Double]] {
        let kept = scales.training
        guard let masks, !masks.isEmpty else {
            return batch.map { $0.map { _ in generator.uniform() < rate ? 0 : kept } }
        }
        return batch.indices.map { sample in masks[sample % masks.count].map { $0 == 0 ? 0 : kept } }
    }

    public func trainingPass(over batch: [[Double]], drawingFrom generator: inout SplitMix64) -> LayerPass {
        let masks = masks(for: batch, drawingFrom: &generator)
        return LayerPass(outputs: Self.product(batch, masks), layer: self) { (Self.product($0, masks), []) }
    }

    private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        zip(a, b).map { zip($0, $1).map { $0 * $1 } }
    }
}

extension Dropout: BatchSizeChecking {
    func check(batchOf count: Int) throws {
        guard let masks, masks.count > 1, masks.count != count else { return }
        throw ShapeError(
            "Dropout(\(rate)) has \(masks.count) masks, but a batch has \(count) sample\(count == 1 ? "" : "s"); give one mask "
                + "for each sample of a batch, or one for all")
    }
}

/// A layer that fits batches of some sizes alone.
protocol BatchSizeChecking: Layer {
    func check(batchOf count: Int) throws
}

extension Network {
    /// Throws where a layer can't train on a batch of so many samples.
    func check(batchOf count: Int) throws {
        for layer in allLayers { try (layer as? any BatchSizeChecking)?.check(batchOf: count) }
    }
}
