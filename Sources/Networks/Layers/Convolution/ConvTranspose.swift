/// A layer that is a transposed convolution along one axis or two.
protocol TransposedConvolutionLayer: KernelLayer where Kernels == TransposedConvolution {}

/// What `ConvTranspose1D` and `ConvTranspose2D` share: each number of the input spreads a kernel over the output.
struct TransposedConvolution: KernelBank {
    let filters: Int
    let sizes: TransposedSizes
    let usesBias: Bool
    let initializer: Initializer
    let biasInitializer: Initializer
    var weights: [Double] = []
    var biases: [Double] = []
    private(set) var spread: Spread?
    /// As given, so that a wrong shape can be named.
    private let given: (weights: [[Double]], biases: [Double]?)?

    /// Drawn kernels.
    init(
        filters: Int, sizes: TransposedSizes, usesBias: Bool, initializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros
    ) {
        self.filters = filters
        self.sizes = sizes
        self.usesBias = usesBias
        self.initializer = initializer
        self.biasInitializer = biasInitializer
        given = nil
    }

    /// Given kernels, one row for each filter, and biases.
    init(filters: Int, sizes: TransposedSizes, weights: [[Double]], biases: [Double]?) {
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

    func connected(
        to inputs: Shape, layer: String, drawingFrom generator: inout SplitMix64
    ) throws -> TransposedConvolution {
        try checkFilters(of: layer)
        let spread = try sizes.spread(layer, over: inputs)
        var convolution = self
        convolution.spread = spread
        let size = (sizes.axes == 1 ? [] : [spread.rows.kernel]) + [spread.columns.kernel]
        if let given { try check(given, kernel: size, channels: spread.channels, layer) }
        try convolution.draw(area: spread.area, channels: spread.channels, layer: layer, from: &generator)
        return convolution
    }

    func forward(_ input: [Double]) -> [Double] {
        guard let spread else { return [] }
        let (channels, taps) = (spread.channels, taps)
        var output = (0..<spread.places * filters).map { usesBias ? biases[$0 % filters] : 0 }
        spread.each { place, tap, target in
            for f in 0..<filters {
                var sum = output[target * filters + f]
                for m in 0..<channels {
                    sum = fused(weights[f * taps + tap * channels + m], input[place * channels + m], sum)
                }
                output[target * filters + f] = sum
            }
        }
        return output
    }

    func backward(input: [Double], gradient: [Double]) -> (input: [Double], parameters: [[Double]]) {
        guard let spread else { return (input, []) }
        let (channels, taps) = (spread.channels, taps)
        var back = [Double](repeating: 0, count: input.count)
        var kernels = [Double](repeating: 0, count: weights.count)
        spread.each { place, tap, target in
            for f in 0..<filters {
                let slope = gradient[target * filters + f]
                for m in 0..<channels {
                    let (weight, number) = (f * taps + tap * channels + m, place * channels + m)
                    back[number] = fused(weights[weight], slope, back[number])
                    kernels[weight] = fused(input[number], slope, kernels[weight])
                }
            }
        }
        guard usesBias else { return (back, [kernels]) }
        var sums = [Double](repeating: 0, count: filters)
        for (index, slope) in gradient.enumerated() { sums[index % filters] += slope }
        return (back, [kernels, sums])
    }
}
