/// Transposed convolution of sequences: every step of the input spreads a kernel over the output, places a stride apart, and
/// what falls on one step adds up.
///
///     y[u, f] = Σ w[f][k, m] · x[t, m] + b[f]   over all with  t s − p + k d = u
///
/// Input `[time, channels]`; output `[time', filters]` with n' = (n − 1) s − 2p + d (k − 1) + o + 1, where p is `padding`, which
/// cuts off, and o `outputPadding`, steps added at the end: PyTorch's definitions. Weights have one row for each filter, in the
/// order of `Conv1D`: w[f][k · channels + m]. Weights that are not given are drawn from the uniform Glorot distribution; biases
/// start at 0. See `ConvTranspose2D`.
///
/// - SeeAlso: Keras `layers.Conv1DTranspose`, PyTorch `nn.ConvTranspose1d`
/// - Example: `Network(inputs: [steps, 1]) { ConvTranspose1D(1, kernel: 3, stride: 2) }`
public struct ConvTranspose1D: TransposedConvolutionLayer {
    static let axes = 1
    var convolution: TransposedConvolution

    /// How many kernels there are, and so how many channels come out.
    public var filters: Int { convolution.filters }
    /// How many steps a kernel takes.
    public var kernel: Int { convolution.sizes.kernel.features }
    /// How far apart the places of the output lie on which neighbours of the input spread their kernels.
    public var stride: Int { convolution.sizes.stride.features }
    /// How many places are cut off on every side.
    public var padding: Int { convolution.sizes.padding.features }
    /// How many places are added at the end.
    public var outputPadding: Int { convolution.sizes.outputPadding.features }
    /// How far apart the numbers of a kernel lie in the output.
    public var dilation: Int { convolution.sizes.dilation.features }

    /// Drawn kernels.
    public init(
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0, dilation: Int = 1,
        usesBias: Bool = true, initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        convolution = TransposedConvolution(
            filters: filters,
            sizes: TransposedSizes(
                axes: Self.axes, kernel: Shape(kernel), stride: Shape(stride), padding: Shape(padding),
                outputPadding: Shape(outputPadding), dilation: Shape(dilation)),
            usesBias: usesBias, initializer: initializer, biasInitializer: biasInitializer)
    }

    /// Given kernels, one row for each filter, and biases; without biases when these are left out.
    public init(
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Int = 0, outputPadding: Int = 0, dilation: Int = 1,
        weights: [[Double]], biases: [Double]? = nil
    ) {
        convolution = TransposedConvolution(
            filters: filters,
            sizes: TransposedSizes(
                axes: Self.axes, kernel: Shape(kernel), stride: Shape(stride), padding: Shape(padding),
                outputPadding: Shape(outputPadding), dilation: Shape(dilation)),
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
