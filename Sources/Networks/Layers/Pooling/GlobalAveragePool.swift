/// The mean of each channel over all places of a sample: y[m] = (1/n) Σ x[…, m].
///
/// Input of two dimensions or more, such as `[time, channels]` or `[height, width, channels]`; output `[channels]`. Backwards the
/// n places share the slope equally. `GlobalAveragePooling1D` and `2D` in Keras, `AdaptiveAvgPool2d(1)` in PyTorch.
/// M. Lin, Q. Chen and S. Yan, *Network in network*, 2014.
///
/// - SeeAlso: Keras `layers.GlobalAveragePooling1D`, `layers.GlobalAveragePooling2D`, PyTorch `nn.AdaptiveAvgPool2d`
/// - Example: `Network(inputs: [steps, units]) { GlobalAveragePool() }`
public struct GlobalAveragePool: Layer {
    /// How many channels there are, once connected.
    public private(set) var channels = 1

    /// The mean over all places, which has nothing to choose.
    public init() {}

    public var name: String { "GlobalAveragePool" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> GlobalAveragePool {
        guard inputs.rank > 1 else {
            throw ShapeError(
                "GlobalAveragePool takes places with channels, but is given samples of shape \(inputs); "
                    + "put Reshape([\(inputs.count), 1]) before it, or leave it out")
        }
        var layer = self
        layer.channels = inputs.features
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { Shape(inputs.features) }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: channels)
        for index in input.indices { sums[index % channels] += input[index] }
        let count = Double(input.count / channels)
        return sums.map { $0 / count }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let count = Double(input.count / channels)
        return (input.indices.map { gradient[$0 % channels] / count }, [])
    }
}
