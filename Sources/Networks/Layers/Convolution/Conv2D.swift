/// Convolution of pictures, which as everywhere in deep learning is cross-correlation: each filter slides over the picture and
/// adds up what lies under it.
///
///     y[r, c, f] = Σ_j Σ_k Σ_m w[f][j, k, m] · x[r s − p + j d, c s − p + k d, m] + b[f]
///
/// with stride s, dilation d and p zeros around the picture. Input `[height, width, channels]`, as in Keras (PyTorch puts the
/// channels first); output `[height, width, filters]`, for whose sizes see `Padding`.
///
/// Weights have one row for each filter; a row holds its kernel row by row, and at each place one number for each channel:
/// w[f][(j · width + k) · channels + m]. PyTorch's `weight[f, m, j, k]` and Keras' `kernel[j, k, m, f]` hold the same numbers in
/// other orders. Weights that are not given are drawn from the uniform Glorot distribution, as in Keras; biases start at 0.
///
/// V. Dumoulin and F. Visin, *A guide to convolution arithmetic for deep learning*, 2016.
///
/// - SeeAlso: Keras `layers.Conv2D`, PyTorch `nn.Conv2d`
/// - Example: `Network(inputs: [3, 3, 1]) { Conv2D(units, kernel: 2) }`
public struct Conv2D: ConvolutionLayer {
    static let axes = 2
    var convolution: Convolution

    /// How many kernels there are, and so how many channels come out.
    public var filters: Int { convolution.filters }
    /// Height and width of a kernel; one number for both.
    public var kernel: Shape { convolution.sizes.kernel }
    /// How far the window moves from one place to the next.
    public var stride: Shape { convolution.sizes.stride }
    /// Whether places are added round the input, so that windows reach over its edge.
    public var padding: Padding { convolution.sizes.padding }
    /// How far the numbers under a kernel are apart.
    public var dilation: Shape { convolution.sizes.dilation }

    /// Drawn kernels: `Conv2D(8, kernel: 3)` for 8 filters of 3×3, `[3, 5]` for 3 rows and 5 columns.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Padding = .valid, dilation: Shape = 1, usesBias: Bool = true,
        initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        let sizes = WindowSizes(
            axes: Self.axes, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        convolution = Convolution(
            filters: filters, sizes: sizes, usesBias: usesBias, initializer: initializer, biasInitializer: biasInitializer)
    }

    /// Given kernels, one row for each filter, and biases; without biases when these are left out.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Padding = .valid, dilation: Shape = 1, weights: [[Double]],
        biases: [Double]? = nil
    ) {
        let sizes = WindowSizes(
            axes: Self.axes, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        convolution = Convolution(filters: filters, sizes: sizes, weights: weights, biases: biases)
    }

    init(_ convolution: Convolution) {
        self.convolution = convolution
    }

    /// One row for each filter; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { convolution.rows }
    /// One for each filter; empty where there are none.
    public var biases: [Double] { convolution.biases }
}
