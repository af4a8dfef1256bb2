/// A layer that is a convolution along one axis or two.
protocol ConvolutionLayer: KernelLayer where Kernels == Convolution {}

/// What `Conv1D` and `Conv2D` share: kernels, biases and the windows they slide over.
struct Convolution: KernelBank {
    let filters: Int
    let sizes: WindowSizes
    let usesBias: Bool
    let initializer: Initializer
    let biasInitializer: Initializer
    var weights: [Double] = []
    var biases: [Double] = []
    private(set) var windows: Windows?
    /// As given, so that a wrong shape can be named.
    private let given: (weights: [[Double]], biases: [Double]?)?

    init(
        filters: Int, sizes: WindowSizes, usesBias: Bool, initializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros
    ) {
        self.filters = filters
        self.sizes = sizes
        self.usesBias = usesBias
        self.initializer = initializer
        self.biasInitializer = biasInitializer
        given = nil
    }

    init(filters: Int, sizes: WindowSizes, weights: [[Double]], biases: [Double]?) {
        self.filters = filters
        self.sizes = sizes
        usesBias = biases != nil
        initializer = .glorotUniform
        biasInitializer = .zeros
        given = (weights, biases)
        self.weights = weights.flatMap { $0 }
        self.biases = biases ?? []
    }

    var area: Int { sizes.area }

    func shape(over inputs: Shape) -> Shape { sizes.shape(over: inputs, features: filters) }

    func connected(to inputs: Shape, layer: String, drawingFrom generator: inout SplitMix64) throws -> Convolution {
        let windows = try sizes.windows(layer, over: inputs)
        try checkFilters(of: layer)
        var convolution = self
        convolution.windows = windows
        let size = (sizes.axes == 1 ? [] : [windows.rows.kernel]) + [windows.columns.kernel]
        if let given { try check(given, kernel: size, channels: windows.channels, layer) }
        try convolution.draw(
            area: windows.rows.kernel * windows.columns.kernel, channels: windows.channels, layer: layer, from: &generator)
        return convolution
    }
}
