/// A fully connected layer: z_j = Σ_i w_ji · x_i + b_j, with one row of weights for each unit.
///
/// A sample of more than one dimension is taken row by row along its last one, every row with the same weights, as Keras and
/// PyTorch do: `[10, 4]` becomes `[10, units]`. `Flatten()` before it connects every number to every unit.
///
/// Weights that are not given are drawn, from the uniform Glorot distribution, ±√(6 / (inputs + units)), unless another
/// initialiser is named, and biases start at 0. PyTorch draws both from ±1/√inputs.
/// X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
///
/// - SeeAlso: Keras `layers.Dense`, PyTorch `nn.Linear`
/// - Example: `Network(inputs: inputs) { Dense(units) }`
public struct Dense: FullyConnected {
    /// How the units of a layer are biased.
    public enum Bias: Hashable, Sendable {
        /// No bias.
        case none
        /// One number for all units, as on the slides: its gradient is the sum over the units.
        case shared(Double)
        /// One number for each unit.
        case perUnit([Double])
    }

    /// How many numbers come out.
    public let units: Int
    /// Biases that are drawn are there once the layer is connected.
    public private(set) var bias: Bias
    /// What weights that were not given are drawn from.
    public let initializer: Initializer
    /// Row by row, one row for each unit; empty until the layer is connected, when none were given.
    private var values: [Double]
    private var inputs: Int
    /// What biases that were not given are drawn from; nil where they were.
    private let biasInitializer: Initializer?
    /// As given, so that a wrong shape can be named.
    private let given: [[Double]]?

    /// `units` units with drawn weights and, unless `usesBias` is false, a bias for each: `Dense(8, initializer: .heNormal)`.
    public init(
        _ units: Int, usesBias: Bool = true, initializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros
    ) {
        guard usesBias else {
            self.init(units, nil, .none, initializer, biasInitializer: nil)
            return
        }
        self.init(units, nil, .perUnit([]), initializer, biasInitializer: biasInitializer)
    }

    /// Given weights, one row for each unit, and one bias shared by all units.
    public init(_ units: Int, weights: [[Double]]? = nil, bias: Double) {
        self.init(units, weights: weights, bias: .shared(bias))
    }

    /// Given weights, one row for each unit, and a bias for each unit.
    public init(_ units: Int, weights: [[Double]]? = nil, biases: [Double]) {
        self.init(units, weights: weights, bias: .perUnit(biases))
    }

    /// The general form; `bias: .none` leaves the bias out.
    public init(_ units: Int, weights: [[Double]]? = nil, bias: Bias, initializer: Initializer = .glorotUniform) {
        self.init(units, weights, bias, initializer, biasInitializer: nil)
    }

    private init(
        _ units: Int, _ weights: [[Double]]?, _ bias: Bias, _ initializer: Initializer, biasInitializer: Initializer?
    ) {
        self.units = units
        self.bias = bias
        self.initializer = initializer
        self.biasInitializer = biasInitializer
        given = weights
        values = weights?.flatMap { $0 } ?? []
        inputs = weights?.first?.count ?? 0
    }

    public var name: String { "Dense" }

    /// One row for each unit; empty until the layer is connected, when none were given.
    public var weights: [[Double]] { values.rows(of: inputs) }

    public var parameters: [Parameter] {
        get {
            let weight = Parameter(.weight, values, rows: units, columns: inputs)
            return switch bias {
            case .none: [weight]
            case .shared(let value): [weight, Parameter(.bias, [value], rows: 1, columns: 1)]
            case .perUnit(let values): [weight, Parameter(.bias, values, rows: units, columns: 1)]
            }
        }
        set {
            guard let first = newValue.first, first.columns > 0 else { return }
            values = first.values
            inputs = first.columns
            guard newValue.count > 1 else { return }
            if case .shared = bias, let value = newValue[1].values.first {
                bias = .shared(value)
            } else {
                bias = .perUnit(newValue[1].values)
            }
        }
    }

    public func connected(to shape: Shape, drawingFrom generator: inout SplitMix64) throws -> Dense {
        let inputs = shape.features
        guard units > 0 else { throw ShapeError("Dense(\(units)) has no units; give it at least 1") }
        if case .perUnit(let values) = bias, biasInitializer == nil, values.count != units {
            throw ShapeError("Dense(\(units)) got \(values.count) biases; give one for each of its \(units) units")
        }
        if let given {
            guard given.count == units else {
                throw ShapeError("Dense(\(units)) got \(given.count) rows of weights; give one row for each unit")
            }
            if let row = given.firstIndex(where: { $0.count != inputs }) {
                throw ShapeError(
                    "Dense(\(units)) is given \(inputs) inputs, but row \(row + 1) of its weights has "
                        + "\(given[row].count) numbers; the weights must have shape \(units)×\(inputs)")
            }
        }
        guard values.isEmpty else {
            guard self.inputs == inputs else {
                throw ShapeError("Dense(\(units)) is given \(inputs) inputs, but was connected to \(self.inputs) before")
            }
            return self
        }
        var layer = self
        layer.inputs = inputs
        layer.values = initializer.drawn(rows: units, columns: inputs, from: &generator)
        if let biasInitializer {
            layer.bias = .perUnit(
                biasInitializer.drawn(rows: units, columns: 1, fanIn: inputs, fanOut: units, from: &generator))
        }
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { inputs.replacing(features: units) }

    public func parameterCount(for inputs: Shape) -> Int {
        let biases =
            switch bias {
            case .none: 0
            case .shared: 1
            case .perUnit: units
            }
        return units.times(inputs.features).plus(biases)
    }

    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (width, units) = (inputs, units)
        guard width > 0 else { return [] }
        let rows = input.count / width
        return .filled(rows * units) { output in
            if bias != .none { for index in 0..<rows * units { output[index] = bias.value(of: index % units) } }
            input.withUnsafeBufferPointer { input in
                guard let input = input.baseAddress else { return }
                for row in 0..<rows { Loops.addProduct(output + row * units, values, input + row * width, units, width, 1) }
            }
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        guard inputs > 0 else { return (input, [values]) }
        let rows = input.count / inputs
        let weightGradient = [Double].filled(units * inputs) {
            Loops.addTransposedProduct($0, gradient, input, rows, units, inputs)
        }
        var biasGradient = [Double](repeating: 0, count: units)
        for index in 0..<rows * units { biasGradient[index % units] += gradient[index] }
        let back = back(gradient, rows)
        return switch bias {
        case .none: (back, [weightGradient])
        case .shared: (back, [weightGradient, [biasGradient.reduce(0, +)]])
        case .perUnit: (back, [weightGradient, biasGradient])
        }
    }

    /// ∂loss/∂input.
    private func back(_ gradient: [Double], _ rows: Int) -> [Double] {
        .filled(rows * inputs) { Loops.addProduct($0, gradient, values, rows, units, inputs) }
    }
}

extension Dense: SummingLayer {
    func backward(
        input: [Double], output: [Double], gradient: [Double], addingTo sums: inout [[Double]]
    ) -> [Double] {
        guard input.count == inputs, sums.count == parameters.count else {
            return addOwnSums(input: input, output: output, gradient: gradient, to: &sums)
        }
        sums[0].withUnsafeMutableBufferPointer { sums in
            if let sums = sums.baseAddress { Loops.addTransposedProduct(sums, gradient, input, 1, units, inputs) }
        }
        switch bias {
        case .none: break
        case .shared: sums[1][0] += gradient.reduce(0, +)
        case .perUnit: for unit in 0..<units { sums[1][unit] += gradient[unit] }
        }
        return back(gradient, 1)
    }
}

extension Dense.Bias {
    func value(of unit: Int) -> Double {
        switch self {
        case .none: 0
        case .shared(let value): value
        case .perUnit(let values): values[unit]
        }
    }
}

/// A layer that computes z = W x + b, whose parameters are its weights, row by row, and its biases, if it has any: drawings give it
/// edges, and matrix forms a product. A lesson's own may say so too.
public protocol FullyConnected: Layer {
    /// One row for each unit.
    var weights: [[Double]] { get }
    /// The biases of the units, or none.
    var bias: Dense.Bias { get }
}
