import Foundation
import Networks

/// A function of one number, with its derivative: what stands between two scalars of a graph.
///
/// The formulas are written here once more, apart from the engine's, so that a slip in one is seen against the other.
public enum ScalarFunction: Hashable, Sendable {
    /// eˣ
    case exp
    /// ln x
    case log
    /// sin x, of radians.
    case sin
    /// cos x, of radians.
    case cos
    /// tanh x
    case tanh
    /// √x
    case sqrt
    /// |x|; the derivative at 0 is taken as 0.
    case abs
    /// 1 / (1 + e⁻ˣ)
    case sigmoid
    /// max(0, x); the derivative at 0 is taken as 0.
    case relu
    /// ln(1 + eˣ)
    case softplus
    /// x / (1 + |x|)
    case softsign
    /// x / (1 + e⁻ˣ)
    case silu
    /// ½ x (1 + erf(x/√2))
    case gelu
    /// ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
    case geluTanh
    /// x tanh(ln(1 + eˣ))
    case mish
    /// max(0, min(1, slope·x + ½)): slope is 1/6 or 0.2, depending on the author.
    case hardSigmoid(slope: Double)
    /// x for x > 0, slope·x otherwise.
    case leakyReLU(slope: Double)
    /// x for x > 0, α(eˣ − 1) otherwise.
    case elu(alpha: Double)
    /// λx for x > 0, λα(eˣ − 1) otherwise.
    case selu
    /// 1 for x ≥ 0, otherwise 0; its derivative is taken as 0 everywhere.
    case step
    /// The same with the slope that backpropagation pretends.
    case stepPretending(Heaviside.Slope)
    /// x itself: the activation of a linear layer.
    case identity

    static let seluScale = 1.0507009873554804934193349852946
    static let seluAlpha = 1.6732632423543772848170429916717

    /// The function's value.
    public func callAsFunction(_ x: Double) -> Double {
        switch self {
        case .exp: Foundation.exp(x)
        case .log: Foundation.log(x)
        case .sin: Foundation.sin(x)
        case .cos: Foundation.cos(x)
        case .tanh: Foundation.tanh(x)
        case .sqrt: x.squareRoot()
        case .abs: Swift.abs(x)
        case .sigmoid: Self.logistic(x)
        case .relu: Swift.max(0, x)
        case .softplus: Swift.max(x, 0) + Foundation.log1p(Foundation.exp(-Swift.abs(x)))
        case .softsign: x / (1 + Swift.abs(x))
        case .silu: x * Self.logistic(x)
        case .gelu: x * Self.normal(x)
        case .geluTanh: 0.5 * x * (1 + Foundation.tanh(Self.geluArgument(x)))
        case .mish: x * Foundation.tanh(Self.softplus(x))
        case .hardSigmoid(let slope): Swift.min(1, Swift.max(0, slope * x + 0.5))
        case .leakyReLU(let slope): x > 0 ? x : slope * x
        case .elu(let alpha): x > 0 ? x : alpha * Foundation.expm1(x)
        case .selu: Self.seluScale * (x > 0 ? x : Self.seluAlpha * Foundation.expm1(x))
        case .step, .stepPretending: x >= 0 ? 1 : 0
        case .identity: x
        }
    }

    /// The derivative at `x`, where the function's value is `y`. At a kink it is the left one: ReLU′(0) = 0.
    func derivative(at x: Double, value y: Double) -> Double {
        switch self {
        case .exp: return y
        case .log: return 1 / x
        case .sin: return Foundation.cos(x)
        case .cos: return -Foundation.sin(x)
        case .tanh: return 1 - y * y
        case .sqrt: return 1 / (2 * y)
        case .abs: return x > 0 ? 1 : x < 0 ? -1 : 0
        case .sigmoid:
            // 1 − σ(x) is σ(−x), which keeps its digits; a rounded y is gone on with as it is written.
            return y * (y == Self.logistic(x) ? Self.logistic(-x) : 1 - y)
        case .relu: return x > 0 ? 1 : 0
        case .softplus: return Self.logistic(x)
        case .softsign: return 1 / ((1 + Swift.abs(x)) * (1 + Swift.abs(x)))
        case .silu:
            let s = Self.logistic(x)
            return s + x * s * (1 - s)
        case .gelu: return Self.normal(x) + x * Foundation.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
        case .geluTanh:
            let t = Foundation.tanh(Self.geluArgument(x))
            return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * x * x)
        case .mish:
            let t = Foundation.tanh(Self.softplus(x))
            return t + x * (1 - t * t) * Self.logistic(x)
        case .hardSigmoid(let slope): return Swift.abs(slope * x) < 0.5 ? slope : 0
        case .leakyReLU(let slope): return x > 0 ? 1 : slope
        case .elu(let alpha): return x > 0 ? 1 : alpha * Foundation.exp(x)
        case .selu: return x > 0 ? Self.seluScale : Self.seluScale * Self.seluAlpha * Foundation.exp(x)
        case .step, .stepPretending(.zero): return 0
        case .stepPretending(.straightThrough): return 1
        case .stepPretending(.window(let limit)): return Swift.abs(x) <= limit ? 1 : 0
        case .stepPretending(.sigmoid(let k)): return k * Self.logistic(k * x) * Self.logistic(-k * x)
        case .identity: return 1
        }
    }

    /// 1/(1 + e⁻ˣ), written so that the exponential never overflows.
    private static func logistic(_ x: Double) -> Double {
        if x >= 0 { return 1 / (1 + Foundation.exp(-x)) }
        let e = Foundation.exp(x)
        return e / (1 + e)
    }

    private static func softplus(_ x: Double) -> Double {
        Swift.max(x, 0) + Foundation.log1p(Foundation.exp(-Swift.abs(x)))
    }

    /// Φ(x), the distribution function of the standard normal.
    private static func normal(_ x: Double) -> Double { 0.5 * Foundation.erfc(-x / 2.0.squareRoot()) }

    private static func geluArgument(_ x: Double) -> Double {
        (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
    }
}
