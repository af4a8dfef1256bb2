/// Transposed convolution of pictures: what a convolution does on its way back, with weights of its own. Every number of the
/// input spreads a kernel over the output, places a stride apart, and what falls on one place adds up.
///
///     y[r, c, f] = Σ w[f][j, k, m] · x[i, l, m] + b[f]   over all with  i s − p + j d = r  and  l s − p + k d = c
///
/// Input `[height, width, channels]`; output `[height', width', filters]` with n' = (n − 1) s − 2p + d (k − 1) + o + 1 for each
/// axis, where p is `padding`, which cuts off, and o `outputPadding`, places at the end that tell apart the sizes a stride rounds
/// to one. These are PyTorch's definitions; Keras' `padding="same"` makes n' = n s. Some call it deconvolution, which it isn't.
///
/// Weights have one row for each filter, in the order of `Conv2D`: w[f][(j · width + k) · channels + m]. PyTorch's
/// `weight[m, f, j, k]` and Keras' `kernel[j, k, f, m]` hold the same numbers in other orders. Weights that are not given are
/// drawn from the uniform Glorot distribution; biases start at 0.
///
/// V. Dumoulin and F. Visin, *A guide to convolution arithmetic for deep learning*, 2016.
///
/// - SeeAlso: Keras `layers.Conv2DTranspose`, PyTorch `nn.ConvTranspose2d`
/// - Example: `Network(inputs: [2, 2, 1]) { ConvTranspose2D(1, kernel: 2, stride: 2) }`
public struct ConvTranspose2D: TransposedConvolutionLayer {
    static let axes = 2
    var convolution: TransposedConvolution

    /// How many kernels there are, and so how many channels come out.
    public var filters: Int { convolution.filters }
    /// Height and width of a kernel; one number for both.
    public var kernel: Shape { convolution.sizes.kernel }
    /// How far apart the places of the output lie on which neighbours of the input spread their kernels.
    public var stride: Shape { convolution.sizes.stride }
    /// How many places are cut off on every side.
    public var padding: Shape { convolution.sizes.padding }
    /// How many places are added at the end.
    public var outputPadding: Shape { convolution.sizes.outputPadding }
    /// How far apart the numbers of a kernel lie in the output.
    public var dilation: Shape { convolution.sizes.dilation }

    /// Drawn kernels: `ConvTranspose2D(8, kernel: 3, stride: 2)` for 8 filters of 3×3; a list of two for height and width.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Shape = 0, outputPadding: Shape = 0, dilation: Shape = 1,
        usesBias: Bool = true, initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        convolution = TransposedConvolution(
            filters: filters,
            sizes: TransposedSizes(
                axes: Self.axes, kernel: kernel, stride: stride, padding: padding, outputPadding: outputPadding,
                dilation: dilation),
            usesBias: usesBias, initializer: initializer, biasInitializer: biasInitializer)
    }

    /// Given kernels, one row for each filter, and biases; without biases when these are left out.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Shape = 0, outputPadding: Shape = 0, dilation: Shape = 1,
        weights: [[Double]], biases: [Double]? = nil
    ) {
        convolution = TransposedConvolution(
            filters: filters,
            sizes: TransposedSizes(
                axes: Self.axes, kernel: kernel, stride: stride, padding: padding, outputPadding: outputPadding,
                dilation: dilation),
            weights: weights, biases: biases)
    }

    init(_ convolution: TransposedConvolution) {
        self.convolution = convolution
    }

    /// One row for each filter; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { convolution.rows }
    /// One for each filter; empty where there are none.
    public var biases: [Double] { convolution.biases }
}
