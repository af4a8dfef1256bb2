import Foundation

/// Functions that notes about neural networks apply to printed numbers.
public enum PrintedFunction: Hashable, Sendable, CaseIterable {
    case squareRoot, exponential, hyperbolicTangent, sigmoid, rectifier, absolute
    case naturalLogarithm, binaryLogarithm, decimalLogarithm
    /// `\log`, of a base that the text doesn't say.
    case logarithm
    /// `\sigma`, mostly the sigmoid function, with some authors any activation.
    case sigma
    case softmax, maximum, minimum, total, average
    /// √Σx², Σ|x|, max|x|.
    case euclideanNorm, sumNorm, maximumNorm

    /// The names it goes by, in commands and in words.
    public init?(named name: String) {
        guard let function = Self.names[name] else { return nil }
        self = function
    }

    private static let names: [String: PrintedFunction] = [
        "sqrt": .squareRoot, "exp": .exponential, "tanh": .hyperbolicTangent, "sigmoid": .sigmoid, "Sigmoid": .sigmoid,
        "sigm": .sigmoid, "logistic": .sigmoid, "ReLU": .rectifier, "relu": .rectifier, "Relu": .rectifier, "RELU": .rectifier,
        "ln": .naturalLogarithm, "log": .logarithm, "lg": .logarithm, "sigma": .sigma, "softmax": .softmax,
        "Softmax": .softmax, "max": .maximum, "min": .minimum, "abs": .absolute, "mean": .average,
    ]

    /// Functions of one number that never fall.
    private var rising: ((Double) -> Double)? {
        switch self {
        case .exponential: { exp($0) }
        case .hyperbolicTangent: { tanh($0) }
        case .sigmoid: { 1 / (1 + exp(-$0)) }
        case .rectifier: { max(0, $0) }
        default: nil
        }
    }

    /// The function of one number; nil where it may not exist or takes several.
    func callAsFunction(_ x: Interval) -> Interval? {
        if let rising { return x.rising(rising) }
        switch self {
        case .squareRoot: return x.low >= 0 ? x.rising { $0.squareRoot() } : nil
        case .naturalLogarithm: return x.low > 0 ? x.rising { log($0) } : nil
        case .binaryLogarithm: return x.low > 0 ? x.rising { log2($0) } : nil
        case .decimalLogarithm: return x.low > 0 ? x.rising { log10($0) } : nil
        case .absolute:
            if x.low >= 0 { return x }
            return x.high <= 0 ? -x : Interval(0, max(-x.low, x.high))
        default: return nil
        }
    }

    /// A function of all the numbers together.
    func callAsFunction(of numbers: [Interval]) -> [Interval]? {
        guard let first = numbers.first else { return nil }
        let sizes = numbers.compactMap { PrintedFunction.absolute($0) }
        switch self {
        case .maximum:
            return [numbers.reduce(first) { Interval(max($0.low, $1.low), max($0.high, $1.high)) }]
        case .minimum:
            return [numbers.reduce(first) { Interval(min($0.low, $1.low), min($0.high, $1.high)) }]
        case .total: return [numbers.dropFirst().reduce(first, +)]
        case .average:
            let sum = numbers.dropFirst().reduce(first, +)
            return (sum / Interval(decimal: Double(numbers.count))).map { [$0] }
        case .euclideanNorm:
            let squares = numbers.compactMap { $0.power(Interval(2, 2)) }
            let sum = squares.reduce(Interval(0, 0), +)
            return PrintedFunction.squareRoot(Interval(max(0, sum.low), sum.high)).map { [$0] }
        case .sumNorm: return [sizes.reduce(Interval(0, 0), +)]
        case .maximumNorm: return PrintedFunction.maximum(of: sizes)
        case .softmax: return numbers.indices.map { Self.share(of: $0, among: numbers) }
        default: return nil
        }
    }

    /// 1 / Σ e^(zⱼ − zᵢ): it rises with zᵢ and falls with every other z.
    private static func share(of index: Int, among numbers: [Interval]) -> Interval {
        var (most, least) = (1.0, 1.0)
        for (other, z) in numbers.enumerated() where other != index {
            most += exp(z.high - numbers[index].low)
            least += exp(z.low - numbers[index].high)
        }
        return Interval(1 / most, 1 / least).widened(by: 8)
    }
}
