/// Convolution of sequences: each filter slides along time and adds up what lies under it.
///
///     y[t, f] = Σ_k Σ_m w[f][k, m] · x[t s − p + k d, m] + b[f]
///
/// with stride s, dilation d and p zeros before the first step. Input `[time, channels]`, as in Keras (PyTorch puts the channels
/// first); output `[time, filters]`, for whose length see `Padding`.
///
/// Weights have one row for each filter; a row holds the kernel step by step, and at each step one number for each channel:
/// w[f][k · channels + m]. Weights that are not given are drawn from the uniform Glorot distribution; biases start at 0.
///
/// - SeeAlso: Keras `layers.Conv1D`, PyTorch `nn.Conv1d`
/// - Example: `Network(inputs: [steps + 2, inputs]) { Conv1D(units, kernel: 2) }`
public struct Conv1D: ConvolutionLayer {
    static let axes = 1
    var convolution: Convolution

    /// How many kernels there are, and so how many channels come out.
    public var filters: Int { convolution.filters }
    /// How many steps a kernel takes.
    public var kernel: Int { convolution.sizes.kernel.features }
    /// How far the window moves from one place to the next.
    public var stride: Int { convolution.sizes.stride.features }
    /// Whether places are added round the input, so that windows reach over its edge.
    public var padding: Padding { convolution.sizes.padding }
    /// How far the steps under a kernel are apart.
    public var dilation: Int { convolution.sizes.dilation.features }

    /// Drawn kernels.
    public init(
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .valid, dilation: Int = 1, usesBias: Bool = true,
        initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        let sizes = WindowSizes(
            axes: Self.axes, kernel: Shape(kernel), stride: Shape(stride), dilation: Shape(dilation), padding: padding)
        convolution = Convolution(
            filters: filters, sizes: sizes, usesBias: usesBias, initializer: initializer, biasInitializer: biasInitializer)
    }

    /// Given kernels, one row for each filter, and biases; without biases when these are left out.
    public init(
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .valid, dilation: Int = 1, weights: [[Double]],
        biases: [Double]? = nil
    ) {
        let sizes = WindowSizes(
            axes: Self.axes, kernel: Shape(kernel), stride: Shape(stride), dilation: Shape(dilation), padding: padding)
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
