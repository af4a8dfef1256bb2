/// A layer of kernels along one axis or two: a convolution, or a transposed one.
protocol KernelLayer: StorableLayer {
    associatedtype Kernels: KernelBank
    var convolution: Kernels { get set }
    init(_ convolution: Kernels)
    /// 1 for sequences, 2 for pictures.
    static var axes: Int { get }
}

extension KernelLayer {
    public var name: String { "\(Self.self)" }

    public var parameters: [Parameter] {
        get { convolution.parameters }
        set { convolution.parameters = newValue }
    }

    public func connected(to inputs: Shape, drawingFrom generator: inout SplitMix64) throws -> Self {
        var layer = self
        layer.convolution = try convolution.connected(
            to: inputs, layer: "\(name)(\(convolution.filters))", drawingFrom: &generator)
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { convolution.shape(over: inputs) }

    public func parameterCount(for inputs: Shape) -> Int {
        convolution.filters.times(convolution.area).times(inputs.features).plus(convolution.usesBias ? convolution.filters : 0)
    }

    public func forward(_ input: [Double]) -> [Double] { convolution.forward(input) }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        convolution.backward(input: input, gradient: gradient)
    }
}

/// Kernels and biases, one row of weights and one bias for each filter.
protocol KernelBank: Sendable {
    var filters: Int { get }
    var usesBias: Bool { get }
    var initializer: Initializer { get }
    var biasInitializer: Initializer { get }
    /// One row for each filter; empty until the layer is connected, when none were given.
    var weights: [Double] { get set }
    /// One for each filter; empty where there are none.
    var biases: [Double] { get set }
    /// How many numbers of one channel a kernel takes.
    var area: Int { get }

    /// What comes out of samples of this shape.
    func shape(over inputs: Shape) -> Shape
    /// Fitted to samples of this shape: what was not given is drawn.
    func connected(to inputs: Shape, layer: String, drawingFrom generator: inout SplitMix64) throws -> Self
    func forward(_ input: [Double]) -> [Double]
    func backward(input: [Double], gradient: [Double]) -> (input: [Double], parameters: [[Double]])
}

extension KernelBank {
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

    func checkFilters(of layer: String) throws {
        guard filters > 0 else { throw ShapeError("\(layer) has no filters; give it at least 1") }
    }

    /// Throws unless given kernels and biases have the shapes that samples of so many channels want.
    func check(
        _ given: (weights: [[Double]], biases: [Double]?), kernel: [Int], channels: Int, _ layer: String
    ) throws {
        let taps = kernel.reduce(channels, *)
        guard given.weights.count == filters else {
            throw ShapeError("\(layer) got \(given.weights.count) rows of weights; give one row for each filter")
        }
        if let row = given.weights.firstIndex(where: { $0.count != taps }) {
            throw ShapeError(
                "\(layer) is given \(channels) channels, but row \(row + 1) of its weights has "
                    + "\(given.weights[row].count) numbers; a kernel of \(Shape(kernel + [channels])) has \(taps), so the weights "
                    + "must have shape \(filters)×\(taps)")
        }
        if let biases = given.biases, biases.count != filters {
            throw ShapeError("\(layer) got \(biases.count) biases; give one for each of its \(filters) filters")
        }
    }

    /// Draws kernels of so many numbers for each of the channels, and biases, unless there are any.
    mutating func draw(
        area: Int, channels: Int, layer: String, from generator: inout SplitMix64
    ) throws {
        let (taps, fanOut) = (area * channels, area * filters)
        guard weights.isEmpty else {
            guard weights.count == filters * taps else {
                throw ShapeError("\(layer) is given \(channels) channels, but was connected to others before")
            }
            return
        }
        weights = initializer.drawn(rows: filters, columns: taps, fanIn: taps, fanOut: fanOut, from: &generator)
        if usesBias {
            biases = biasInitializer.drawn(rows: filters, columns: 1, fanIn: taps, fanOut: fanOut, from: &generator)
        }
    }
}
