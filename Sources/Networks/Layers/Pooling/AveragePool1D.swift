/// The mean of the numbers under a window that slides over the sequence, each channel by itself: `AveragePooling1D` in Keras, `AvgPool1d` in PyTorch.
///
///     y[t, m] = (1/n) Σ_k x[t s − p + k d, m]
///
/// with stride s, which is the window's size unless given, dilation d and p places of padding before the first. Input
/// `[time, channels]`; output of the same kind, for whose size see `Padding`. What doesn't fill a last window is left out.
/// Neither Keras nor PyTorch has a `dilation` here.
///
/// Backwards the n numbers under a window share the slope equally. Padding is never counted: n is smaller at the edge, as in
/// Keras; PyTorch counts it unless `count_include_pad=False`.
///
/// - SeeAlso: Keras `layers.AveragePooling1D`, PyTorch `nn.AvgPool1d`
/// - Example: `Network(inputs: [4, units]) { AveragePool1D(2) }`
public struct AveragePool1D: PoolingLayer {
    static let kind = Pooling.Kind.mean
    static let axes = 1
    var pooling: Pooling

    /// How many steps one window takes.
    public var size: Int { pooling.sizes.kernel.features }
    /// How far the window moves from one place to the next.
    public var stride: Int { pooling.sizes.stride.features }
    /// Whether places are added round the input, so that windows reach over its edge.
    public var padding: Padding { pooling.sizes.padding }
    /// How far the numbers under a window are apart.
    public var dilation: Int { pooling.sizes.dilation.features }

    /// A window of `size`, moved by `stride`, which is the size unless given; its numbers are `dilation` apart.
    public init(_ size: Int = 2, stride: Int? = nil, padding: Padding = .valid, dilation: Int = 1) {
        self.init(
            Pooling(
                Self.kind,
                WindowSizes(
                    axes: Self.axes, kernel: Shape(size), stride: Shape(stride ?? size), dilation: Shape(dilation),
                    padding: padding)))
    }

    init(_ pooling: Pooling) {
        self.pooling = pooling
    }
}
