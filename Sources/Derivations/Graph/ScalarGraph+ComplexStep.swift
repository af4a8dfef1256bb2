import Foundation
import Networks

extension ScalarGraph {
    /// ∂root/∂node as Im f(x + ih) / h with h = 10⁻²⁰: nothing is subtracted, so nothing cancels, and all digits are right.
    ///
    /// After W. Squire and G. Trapp, "Using Complex Variables to Estimate Derivatives of Real Functions", SIAM Review 40
    /// (1998) 110–112. A function with a kink is taken on the side on which the number lies. The result is nil where some
    /// function on the way has no complex value: a layer, loss or activation of the lesson's own, and the exact GELU.
    func complexStep(of root: Int? = nil, by node: Int) -> Double? {
        let root = root ?? self.root
        guard nodes.indices.contains(node), nodes.indices.contains(root) else { return nil }
        let step = 1e-20
        // Only what depends on the node leaves the real line; nil stands for the rest.
        var moved = [ComplexNumber?](repeating: nil, count: nodes.count)
        moved[node] = ComplexNumber(values[node], step)
        for place in nodes.indices where place > node && place <= root {
            let operands = nodes[place].operands
            guard operands.contains(where: { moved[$0] != nil }) else { continue }
            guard let value = nodes[place].operation.value(operands.map { moved[$0] ?? ComplexNumber(values[$0]) }) else {
                return nil
            }
            moved[place] = value
        }
        return (moved[root]?.imaginary ?? 0) / step
    }
}

extension Operation {
    /// The value for complex operands; nil where the function has none.
    func value(_ x: [ComplexNumber]) -> ComplexNumber? {
        switch self {
        case .given, .custom, .opaque: nil
        case .sum: x.reduce(ComplexNumber(0), +)
        case .difference: x[0] - x[1]
        case .product: x.reduce(ComplexNumber(1), *)
        case .quotient: x[0] / x[1]
        case .negation: -x[0]
        case .power(let exponent): x[0].power(exponent)
        case .function(let function): function(x[0])
        // Of several equal operands the first, as in the engine's pooling.
        case .maximum: x.dropFirst().reduce(x[0]) { $1.real > $0.real ? $1 : $0 }
        case .minimum: x.dropFirst().reduce(x[0]) { $1.real < $0.real ? $1 : $0 }
        case .weightedSum(let pairs): weightedSum(pairs, x)
        case .softmax(let index, _): softmax(index, x)
        // Its real part says nothing; the imaginary one has the slopes.
        case .known(let slopes): zip(slopes, x).reduce(ComplexNumber(0)) { $0 + ComplexNumber($1.0) * $1.1 }
        }
    }

    private func weightedSum(_ pairs: Int, _ x: [ComplexNumber]) -> ComplexNumber {
        var sum = ComplexNumber(0)
        for k in 0..<pairs { sum = sum + x[2 * k] * x[2 * k + 1] }
        for k in (2 * pairs)..<x.count { sum = sum + x[k] }
        return sum
    }

    private func softmax(_ index: Int, _ x: [ComplexNumber]) -> ComplexNumber {
        let top = ComplexNumber(x.map(\.real).max() ?? 0)
        return (x[index] - top).exponential / x.reduce(ComplexNumber(0)) { $0 + ($1 - top).exponential }
    }
}

extension ScalarFunction {
    /// The value at a complex number; of a function with a kink that of its branch there. Nil for the exact GELU, whose error
    /// function isn't at hand for complex numbers.
    func callAsFunction(_ x: ComplexNumber) -> ComplexNumber? {
        let one = ComplexNumber(1)
        func softplus(_ x: ComplexNumber) -> ComplexNumber {
            let near = (one + (x.real > 0 ? -x : x).exponential).logarithm
            return x.real > 0 ? x + near : near
        }
        switch self {
        case .exp: return x.exponential
        case .log: return x.logarithm
        case .sin: return x.sine
        case .cos: return x.cosine
        case .tanh: return x.hyperbolicTangent
        case .sqrt: return x.power(0.5)
        case .abs: return x.real > 0 ? x : x.real < 0 ? -x : ComplexNumber(0)
        case .sigmoid: return x.logistic
        case .relu: return x.real > 0 ? x : ComplexNumber(0)
        case .softplus: return softplus(x)
        case .softsign: return x / (one + (x.real < 0 ? -x : x))
        case .silu: return x * x.logistic
        case .gelu: return nil
        case .geluTanh:
            let inner = ComplexNumber((2 / Double.pi).squareRoot()) * (x + ComplexNumber(0.044715) * x.power(3))
            return ComplexNumber(0.5) * x * (one + inner.hyperbolicTangent)
        case .mish: return x * softplus(x).hyperbolicTangent
        case .hardSigmoid(let slope):
            return Swift.abs(slope * x.real) < 0.5
                ? ComplexNumber(slope) * x + ComplexNumber(0.5) : ComplexNumber(x.real > 0 ? 1 : 0)
        case .leakyReLU(let slope): return x.real > 0 ? x : ComplexNumber(slope) * x
        case .elu(let alpha): return x.real > 0 ? x : ComplexNumber(alpha) * (x.exponential - one)
        case .selu:
            let scale = ComplexNumber(Self.seluScale)
            return scale * (x.real > 0 ? x : ComplexNumber(Self.seluAlpha) * (x.exponential - one))
        case .step, .stepPretending(.zero): return ComplexNumber(x.real >= 0 ? 1 : 0)
        // A pretended slope is no derivative, so no step finds it.
        case .stepPretending: return nil
        case .identity: return x
        }
    }
}
