/// The mean of the numbers under a window that slides over the picture, each channel by itself: `AveragePooling2D` in Keras, `AvgPool2d` in PyTorch.
///
///     y[r, c, m] = (1/n) Σ_j Σ_k x[r s − p + j d, c s − p + k d, m]
///
/// with stride s, which is the window's size unless given, dilation d and p places of padding before the first. Input
/// `[height, width, channels]`; output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
/// Neither Keras nor PyTorch has a `dilation` here.
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
    /// How far the numbers under a window are apart.
    public var dilation: Shape { pooling.sizes.dilation }

    /// A window of `size`, moved by `stride`, which is the size unless given; its numbers are `dilation` apart.
    public init(_ size: Shape = 2, stride: Shape? = nil, padding: Padding = .valid, dilation: Shape = 1) {
        self.init(
            Pooling(
                Self.kind,
                WindowSizes(axes: Self.axes, kernel: size, stride: stride ?? size, dilation: dilation, padding: padding)))
    }

    init(_ pooling: Pooling) {
        self.pooling = pooling
    }
}
