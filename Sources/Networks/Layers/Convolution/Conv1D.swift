/// Convolution of sequences: each filter slides along time and adds up what lies under it.
///
///     y[t, f] = Σ_k Σ_m w[f][k, m] · x[t s − p + k d, m] + b[f]
///
/// with stride s, dilation d and p zeros before the first step. Input `[time, channels]`, as in Keras (PyTorch puts the channels
/// first); output `[time, filters]`, for whose length see `Padding`.
///
/// Weights have one row for each filter; a row holds the kernel step by step, and at each step one number for each channel:
/// w[f][k · channels + m]. Weights that are not given are drawn from the uniform Glorot distribution; biases start at 0.
public struct Conv1D: Layer {
    public let filters: Int
    /// How many steps a kernel takes.
    public let kernel: Int
    public let stride: Int
    public let padding: Padding
    /// How far the steps under a kernel are apart.
    public let dilation: Int
    var convolution: Convolution

    /// Drawn kernels.
    public init(
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .valid, dilation: Int = 1, usesBias: Bool = true,
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
        _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .valid, dilation: Int = 1, weights: [[Double]],
        biases: [Double]? = nil
    ) {
        self.filters = filters
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        convolution = Convolution(filters: filters, weights: weights, biases: biases)
    }

    public var name: String { "Conv1D" }

    /// One row for each filter; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { convolution.rows }
    /// One for each filter; empty where there are none.
    public var biases: [Double] { convolution.biases }

    public var parameters: [Parameter] {
        get { convolution.parameters }
        set { convolution.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Conv1D {
        let title = "Conv1D(\(filters))"
        let windows = try Windows(
            title, over: inputs, axes: 1, kernel: Shape(kernel), stride: Shape(stride), dilation: Shape(dilation),
            padding: padding)
        var layer = self
        layer.convolution = try convolution.connected(to: windows, layer: title, drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape {
        guard let windows = convolution.windows else { return inputs }
        return [windows.columns.outputs, filters]
    }

    public func forward(_ input: [Double]) -> [Double] { convolution.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        convolution.backward(input: input, gradient: gradient)
    }
}
