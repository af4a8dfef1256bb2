/// The mean of the numbers under a window that slides over the sequence, each channel by itself: `AveragePooling1D` in Keras, `AvgPool1d` in PyTorch.
///
///     y[t, m] = (1/n) Σ_k x[t s − p + k, m]
///
/// with stride s, which is the window's size unless given, and p places of padding before the first. Input `[time, channels]`;
/// output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
///
/// Backwards the n numbers under a window share the slope equally. Padding is never counted: n is smaller at the edge, as in
/// Keras; PyTorch counts it unless `count_include_pad=False`.
public struct AveragePool1D: Layer {
    /// How many steps one window takes.
    public let size: Int
    public let stride: Int
    public let padding: Padding
    private(set) var pooling = PoolingWindows()

    public init(_ size: Int = 2, stride: Int? = nil, padding: Padding = .valid) {
        self.size = size
        self.stride = stride ?? size
        self.padding = padding
    }

    public var name: String { "AveragePool1D" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> AveragePool1D {
        var layer = self
        try layer.pooling.connect(
            "AveragePool1D(\(size))", to: inputs, axes: 1, size: Shape(size), stride: Shape(stride), padding: padding)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        pooling.windows?.shape(axes: 1, features: inputs.features) ?? inputs
    }

    public func forward(_ input: [Double]) -> [Double] { pooling.mean(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (pooling.meanBackward(input, gradient), [])
    }
}
