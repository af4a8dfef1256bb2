/// The mean of the numbers under a window that slides over the picture, each channel by itself: `AveragePooling2D` in Keras, `AvgPool2d` in PyTorch.
///
///     y[r, c, m] = (1/n) Σ_j Σ_k x[r s − p + j, c s − p + k, m]
///
/// with stride s, which is the window's size unless given, and p places of padding before the first. Input `[height, width, channels]`;
/// output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
///
/// Backwards the n numbers under a window share the slope equally. Padding is never counted: n is smaller at the edge, as in
/// Keras; PyTorch counts it unless `count_include_pad=False`.
public struct AveragePool2D: Layer {
    /// Height and width of a window; one number for both.
    public let size: Shape
    public let stride: Shape
    public let padding: Padding
    private(set) var pooling = PoolingWindows()

    public init(_ size: Shape = 2, stride: Shape? = nil, padding: Padding = .valid) {
        self.size = size
        self.stride = stride ?? size
        self.padding = padding
    }

    public var name: String { "AveragePool2D" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> AveragePool2D {
        var layer = self
        try layer.pooling.connect(
            "AveragePool2D(\(size))", to: inputs, axes: 2, size: size, stride: stride, padding: padding)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        pooling.windows?.shape(axes: 2, features: inputs.features) ?? inputs
    }

    public func forward(_ input: [Double]) -> [Double] { pooling.mean(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (pooling.meanBackward(input, gradient), [])
    }
}
