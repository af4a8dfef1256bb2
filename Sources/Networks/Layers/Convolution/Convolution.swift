/// A layer that is a convolution along one axis or two.
protocol ConvolutionLayer: StorableLayer {
    var convolution: Convolution { get set }
    init(_ convolution: Convolution)
    /// 1 for sequences, 2 for pictures.
    static var axes: Int { get }
}

extension ConvolutionLayer {
    public var name: String { "\(Self.self)" }

    public var parameters: [Parameter] {
        get { convolution.parameters }
        set { convolution.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        let title = "\(name)(\(convolution.filters))"
        let windows = try convolution.sizes.windows(title, over: inputs)
        var layer = self
        layer.convolution = try convolution.connected(to: windows, layer: title, drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { convolution.sizes.shape(over: inputs, features: convolution.filters) }

    public func parameterCount(for inputs: Shape) -> Int {
        convolution.filters.times(convolution.sizes.area).times(inputs.features)
    }

    public func forward(_ input: [Double]) -> [Double] { convolution.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        convolution.backward(input: input, gradient: gradient)
    }
}

/// What `Conv1D` and `Conv2D` share: kernels, biases and the windows they slide over.
struct Convolution: Sendable {
    let filters: Int
    let sizes: WindowSizes
    let usesBias: Bool
    let initializer: Initializer
    let biasInitializer: Initializer
    /// One row for each filter; empty until the layer is connected, when none were given.
    var weights: [Double] = []
    /// One for each filter; empty where there are none.
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

    /// The kernels fitted to these windows: what was not given is drawn.
    func connected(to windows: Windows, layer: String, drawingFrom generator: inout SplitMix64) throws -> Convolution {
        guard filters > 0 else { throw ShapeError("\(layer) has no filters; give it at least 1") }
        var convolution = self
        convolution.windows = windows
        let size = windows.rows.kernel * windows.columns.kernel
        let taps = size * windows.channels
        if let given { try check(given, windows, layer) }
        guard weights.isEmpty else {
            guard weights.count == filters * taps else {
                throw ShapeError("\(layer) is given \(windows.channels) channels, but was connected to others before")
            }
            return convolution
        }
        convolution.weights = initializer.drawn(
            rows: filters, columns: taps, fanIn: taps, fanOut: size * filters, from: &generator)
        if usesBias {
            convolution.biases = biasInitializer.drawn(
                rows: filters, columns: 1, fanIn: taps, fanOut: size * filters, from: &generator)
        }
        return convolution
    }

    private func check(_ given: (weights: [[Double]], biases: [Double]?), _ windows: Windows, _ layer: String) throws {
        let kernel =
            (windows.rows.length == 1 && windows.rows.kernel == 1 ? "" : "\(windows.rows.kernel)×")
            + "\(windows.columns.kernel)×\(windows.channels)"
        let taps = windows.rows.kernel * windows.columns.kernel * windows.channels
        guard given.weights.count == filters else {
            throw ShapeError("\(layer) got \(given.weights.count) rows of weights; give one row for each filter")
        }
        if let row = given.weights.firstIndex(where: { $0.count != taps }) {
            throw ShapeError(
                "\(layer) is given \(windows.channels) channels, but row \(row + 1) of its weights has "
                    + "\(given.weights[row].count) numbers; a kernel of \(kernel) has \(taps), so the weights must have shape "
                    + "\(filters)×\(taps)")
        }
        if let biases = given.biases, biases.count != filters {
            throw ShapeError("\(layer) got \(biases.count) biases; give one for each of its \(filters) filters")
        }
    }
}
