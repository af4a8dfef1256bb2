/// What `ConvTranspose1D` and `ConvTranspose2D` share: each number of the input spreads a kernel over the output.
struct TransposedConvolution: Sendable {
    let filters: Int
    let sizes: TransposedSizes
    let usesBias: Bool
    var initializer = Initializer.glorotUniform
    var biasInitializer = Initializer.zeros
    /// One row for each filter; empty until the layer is connected, when none were given.
    private(set) var weights: [Double] = []
    /// One for each filter; empty where there are none.
    private(set) var biases: [Double] = []
    private(set) var spread: Spread?
    /// As given, so that a wrong shape can be named.
    private var given: [[Double]]?

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
    }

    /// Given kernels, one row for each filter, and biases.
    init(filters: Int, sizes: TransposedSizes, weights: [[Double]], biases: [Double]?) {
        self.filters = filters
        self.sizes = sizes
        usesBias = biases != nil
        given = weights
        self.weights = weights.flatMap { $0 }
        self.biases = biases ?? []
    }

    /// How many weights one filter has.
    var taps: Int { filters > 0 ? weights.count / filters : 0 }

    var rows: [[Double]] { weights.rows(of: taps) }

    var parameters: [Parameter] {
        get {
            let kernels = Parameter(.weight, weights, rows: filters, columns: taps)
            return usesBias ? [kernels, Parameter(.bias, biases, rows: filters, columns: 1)] : [kernels]
        }
        set {
            guard newValue.count == (usesBias ? 2 : 1) else { return }
            weights = newValue[0].values
            if usesBias { biases = newValue[1].values }
        }
    }

    /// Fitted to samples of this shape: what was not given is drawn.
    func connected(
        to inputs: Shape, layer: String, drawingFrom generator: inout SplitMix64
    ) throws -> TransposedConvolution {
        guard filters > 0 else { throw ShapeError("\(layer) has no filters; give it at least 1") }
        let spread = try sizes.spread(layer, over: inputs)
        let taps = spread.area * spread.channels
        var convolution = self
        convolution.spread = spread
        if let given {
            guard given.count == filters, given.allSatisfy({ $0.count == taps }) else {
                throw ShapeError(
                    "\(layer) is given \(spread.channels) channels, so its weights must have shape \(filters)×\(taps), one row "
                        + "for each filter; it got rows of \(given.map { String($0.count) }.joined(separator: ", "))")
            }
            guard !usesBias || biases.count == filters else {
                throw ShapeError("\(layer) got \(biases.count) biases; give one for each of its \(filters) filters")
            }
        }
        guard weights.isEmpty else {
            guard weights.count == filters * taps else {
                throw ShapeError("\(layer) is given \(spread.channels) channels, but was connected to others before")
            }
            return convolution
        }
        let fanIn = spread.area * spread.channels
        convolution.weights = initializer.drawn(
            rows: filters, columns: taps, fanIn: fanIn, fanOut: spread.area * filters, from: &generator)
        if usesBias {
            convolution.biases = biasInitializer.drawn(
                rows: filters, columns: 1, fanIn: fanIn, fanOut: spread.area * filters, from: &generator)
        }
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
