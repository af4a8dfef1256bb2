/// A fully connected layer: z_j = Σ_i w_ji · x_i + b_j, with one row of weights for each unit.
///
/// A sample of more than one dimension is taken row by row along its last one, every row with the same weights, as Keras and
/// PyTorch do: `[10, 4]` becomes `[10, units]`. `Flatten()` before it connects every number to every unit.
///
/// Weights that are not given are drawn from the uniform Glorot distribution, ±√(6 / (inputs + units)), and biases start at 0.
/// X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, AISTATS 2010.
public struct Dense: Layer {
    /// How the units of a layer are biased.
    public enum Bias: Hashable, Sendable {
        /// No bias.
        case none
        /// One number for all units, as on the slides: its gradient is the sum over the units.
        case shared(Double)
        /// One number for each unit.
        case perUnit([Double])
    }

    public let units: Int
    /// One row for each unit; empty until the layer is connected, when none were given.
    public private(set) var weights: [[Double]]
    public private(set) var bias: Bias
    private let drawsWeights: Bool

    /// `units` units with drawn weights and a bias for each, starting at 0.
    public init(_ units: Int) {
        self.init(units, weights: nil, bias: .perUnit(Array(repeating: 0, count: max(0, units))))
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
    public init(_ units: Int, weights: [[Double]]? = nil, bias: Bias) {
        self.units = units
        self.weights = weights ?? []
        self.bias = bias
        drawsWeights = weights == nil
    }

    public var name: String { "Dense" }

    public var parameters: [Parameter] {
        get {
            let weight = Parameter(.weight, weights.flatMap { $0 }, rows: units, columns: weights.first?.count ?? 0)
            return switch bias {
            case .none: [weight]
            case .shared(let value): [weight, Parameter(.bias, [value], rows: 1, columns: 1)]
            case .perUnit(let values): [weight, Parameter(.bias, values, rows: units, columns: 1)]
            }
        }
        set {
            guard let first = newValue.first, first.columns > 0 else { return }
            weights = stride(from: 0, to: first.values.count, by: first.columns).map {
                Array(first.values[$0..<$0 + first.columns])
            }
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
        if case .perUnit(let values) = bias, values.count != units {
            throw ShapeError("Dense(\(units)) got \(values.count) biases; give one for each of its \(units) units")
        }
        guard drawsWeights, weights.isEmpty else {
            guard weights.count == units else {
                throw ShapeError("Dense(\(units)) got \(weights.count) rows of weights; give one row for each unit")
            }
            if let row = weights.firstIndex(where: { $0.count != inputs }) {
                throw ShapeError(
                    "Dense(\(units)) is given \(inputs) inputs, but row \(row + 1) of its weights has "
                        + "\(weights[row].count) numbers; the weights must have shape \(units)×\(inputs)")
            }
            return self
        }
        let limit = (6 / Double(inputs + units)).squareRoot()
        var layer = self
        layer.weights = (0..<units).map { _ in (0..<inputs).map { _ in (2 * generator.uniform() - 1) * limit } }
        return layer
    }

    public func outputShape(for inputs: Shape) -> Shape { inputs.replacing(features: units) }

    public func forward(_ input: [Double]) -> [Double] {
        var result: [Double] = []
        let width = weights.first?.count ?? 0
        guard width > 0 else { return result }
        result.reserveCapacity(input.count / width * units)
        for start in stride(from: 0, to: input.count, by: width) {
            for unit in weights.indices {
                var sum = 0.0
                for (weight, value) in zip(weights[unit], input[start..<start + width]) { sum += weight * value }
                switch bias {
                case .none: result.append(sum)
                case .shared(let value): result.append(sum + value)
                case .perUnit(let values): result.append(sum + values[unit])
                }
            }
        }
        return result
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let width = weights.first?.count ?? 0
        var back = [Double](repeating: 0, count: input.count)
        var weightGradient = [Double](repeating: 0, count: units * width)
        var biasGradient = [Double](repeating: 0, count: units)
        guard width > 0 else { return (back, [weightGradient]) }
        for row in 0..<input.count / width {
            for unit in 0..<units {
                let delta = gradient[row * units + unit]
                biasGradient[unit] += delta
                for i in 0..<width {
                    back[row * width + i] += weights[unit][i] * delta
                    weightGradient[unit * width + i] += delta * input[row * width + i]
                }
            }
        }
        return switch bias {
        case .none: (back, [weightGradient])
        case .shared: (back, [weightGradient, [biasGradient.reduce(0, +)]])
        case .perUnit: (back, [weightGradient, biasGradient])
        }
    }
}
