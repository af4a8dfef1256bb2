import Foundation

/// How a scalar comes out of its operands.
enum Operation: Hashable, Sendable {
    /// A given number: input, parameter, target, constant.
    case given
    case sum
    case difference
    case product
    case quotient
    case negation
    /// The operand to a fixed power.
    case power(Double)
    case function(ScalarFunction)
    /// A function that a lesson defined itself.
    case custom(CustomFunction)
    /// A layer or a loss that a lesson defined itself.
    case opaque(OpaqueFunction)
    case maximum
    case minimum
    /// Σ wₖxₖ over `pairs` operand pairs w₁, x₁, w₂, x₂, …, plus whatever operands follow (biases): one neuron's sum.
    case weightedSum(pairs: Int)
    /// e^{zᵢ} / Σ e^{zⱼ} over all operands z; the results of one softmax stand in the graph side by side from node `first`.
    case softmax(index: Int, first: Int)
    /// A result of which nothing but its slopes by the operands is known.
    case known(slopes: [Double])

    /// The value for the given operands, summed from the first to the last.
    func value(_ x: [Double]) -> Double {
        switch self {
        case .given, .known: return .nan
        case .sum: return x.reduce(0, +)
        case .difference: return x[0] - x[1]
        case .product: return x.dropFirst().reduce(x[0], *)
        case .quotient: return x[0] / x[1]
        case .negation: return -x[0]
        case .power(let exponent): return exponent == 2 ? x[0] * x[0] : pow(x[0], exponent)
        case .function(let function): return function(x[0])
        case .custom(let function): return function.value(x[0])
        case .opaque(let function): return function.value(x)
        case .maximum: return x.max() ?? .nan
        case .minimum: return x.min() ?? .nan
        case .weightedSum(let pairs):
            var sum = 0.0
            for k in 0..<pairs { sum += x[2 * k] * x[2 * k + 1] }
            for k in (2 * pairs)..<x.count { sum += x[k] }
            return sum
        case .softmax(let index, _):
            let top = x.max() ?? 0
            return exp(x[index] - top) / x.reduce(0) { $0 + exp($1 - top) }
        }
    }

    /// The partial derivatives with respect to each operand, where the result is `y`.
    func partials(_ x: [Double], value y: Double) -> [Double] {
        switch self {
        case .given: return []
        case .sum: return x.map { _ in 1 }
        case .difference: return [1, -1]
        case .product:
            return x.indices.map { k in x.indices.reduce(1.0) { $1 == k ? $0 : $0 * x[$1] } }
        case .quotient: return [1 / x[1], -x[0] / (x[1] * x[1])]
        case .negation: return [-1]
        case .power(let exponent): return [exponent == 2 ? 2 * x[0] : exponent * pow(x[0], exponent - 1)]
        case .function(let function): return [function.derivative(at: x[0], value: y)]
        case .custom(let function): return [function.slope(x[0], y)]
        case .opaque(let function): return x.indices.map { function.slope($0, at: x) }
        case .maximum, .minimum:
            // Of several equal operands the first takes it all, as in the engine's pooling.
            let chosen = x.firstIndex(of: y)
            return x.indices.map { $0 == chosen ? 1 : 0 }
        case .weightedSum(let pairs):
            return x.indices.map { k in k >= 2 * pairs ? 1 : k.isMultiple(of: 2) ? x[k + 1] : x[k - 1] }
        case .softmax(let index, _):
            let top = x.max() ?? 0
            let total = x.reduce(0) { $0 + exp($1 - top) }
            // 1 − y as what all others have: near 1 the difference would lose its digits.
            let others = x.indices.reduce(0.0) { $1 == index ? $0 : $0 + exp(x[$1] - top) }
            return x.indices.map { k in k == index ? y * (others / total) : -y * exp(x[k] - top) / total }
        case .known(let slopes): return slopes
        }
    }
}
