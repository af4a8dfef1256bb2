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
public struct Conv2D: Layer {
    public let filters: Int
    /// Height and width of a kernel; one number for both.
    public let kernel: Shape
    public let stride: Shape
    public let padding: Padding
    /// How far the numbers under a kernel are apart.
    public let dilation: Shape
    var convolution: Convolution

    /// Drawn kernels: `Conv2D(8, kernel: 3)` for 8 filters of 3×3, `[3, 5]` for 3 rows and 5 columns.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Padding = .valid, dilation: Shape = 1, usesBias: Bool = true,
        initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        self.filters = filters
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        convolution = Convolution(
            filters: filters, usesBias: usesBias, initializer: initializer, biasInitializer: biasInitializer)
    }

    /// Given kernels, one row for each filter, and biases; without biases when these are left out.
    public init(
        _ filters: Int, kernel: Shape, stride: Shape = 1, padding: Padding = .valid, dilation: Shape = 1, weights: [[Double]],
        biases: [Double]? = nil
    ) {
        self.filters = filters
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        convolution = Convolution(filters: filters, weights: weights, biases: biases)
    }

    public var name: String { "Conv2D" }

    /// One row for each filter; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { convolution.rows }
    /// One for each filter; empty where there are none.
    public var biases: [Double] { convolution.biases }

    public var parameters: [Parameter] {
        get { convolution.parameters }
        set { convolution.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Conv2D {
        let title = "Conv2D(\(filters))"
        let windows = try Windows(
            title, over: inputs, axes: 2, kernel: kernel, stride: stride, dilation: dilation, padding: padding)
        var layer = self
        layer.convolution = try convolution.connected(to: windows, layer: title, drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        guard let windows = convolution.windows else { return inputs }
        return [windows.rows.outputs, windows.columns.outputs, filters]
    }

    public func forward(_ input: [Double]) -> [Double] { convolution.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        convolution.backward(input: input, gradient: gradient)
    }
}
