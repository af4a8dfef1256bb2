/// The largest number under a window that slides over the picture, each channel by itself: `MaxPooling2D` in Keras, `MaxPool2d` in PyTorch.
///
///     y[r, c, m] = max_{j, k} x[r s − p + j, c s − p + k, m]
///
/// with stride s, which is the window's size unless given, and p places of padding before the first. Input `[height, width, channels]`;
/// output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
///
/// Backwards the largest number takes the whole slope; of equal ones the first, as in PyTorch.
public struct MaxPool2D: Layer {
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

    public var name: String { "MaxPool2D" }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> MaxPool2D {
        var layer = self
        try layer.pooling.connect(
            "MaxPool2D(\(size))", to: inputs, axes: 2, size: size, stride: stride, padding: padding)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        pooling.windows?.shape(axes: 2, features: inputs.features) ?? inputs
    }

    public func forward(_ input: [Double]) -> [Double] { pooling.largest(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        (pooling.largestBackward(input, gradient), [])
    }
}
