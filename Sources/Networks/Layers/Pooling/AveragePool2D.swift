/// The mean of the numbers under a window that slides over the picture, each channel by itself: `AveragePooling2D` in Keras, `AvgPool2d` in PyTorch.
///
///     y[r, c, m] = (1/n) Σ_j Σ_k x[r s − p + j, c s − p + k, m]
///
/// with stride s, which is the window's size unless given, and p places of padding before the first. Input `[height, width, channels]`;
/// output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
///
/// Backwards the n numbers under a window share the slope equally. Padding is never counted: n is smaller at the edge, as in
/// Keras; PyTorch counts it unless `count_include_pad=False`.
///
/// - SeeAlso: Keras `layers.AveragePooling2D`, PyTorch `nn.AvgPool2d`
/// - Example: `Network(inputs: [4, 4, 1]) { AveragePool2D(2) }`
public struct AveragePool2D: PoolingLayer {
    static let kind = Pooling.Kind.mean
    static let axes = 2
    var pooling: Pooling

    /// Height and width of a window; one number for both.
    public var size: Shape { pooling.sizes.kernel }
    /// How far the window moves from one place to the next.
    public var stride: Shape { pooling.sizes.stride }
    /// Whether places are added round the input, so that windows reach over its edge.
    public var padding: Padding { pooling.sizes.padding }

    /// A window of `size`, moved by `stride`, which is the size unless given.
    public init(_ size: Shape = 2, stride: Shape? = nil, padding: Padding = .valid) {
        self.init(
            Pooling(
                Self.kind, WindowSizes(axes: Self.axes, kernel: size, stride: stride ?? size, padding: padding)))
    }

    init(_ pooling: Pooling) {
        self.pooling = pooling
    }
}
