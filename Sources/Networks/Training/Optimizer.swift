/// How gradients become new parameters. A value: whatever state a method needs lives in the run that uses it.
///
/// Every method takes all gradients at the old parameters. `g` is ∂L/∂w, `η` the rate.
public struct Optimizer: Hashable, Sendable {
    /// Which parameters change.
    public enum Scope: String, Hashable, Sendable { case all, weights }

    public enum Method: Hashable, Sendable {
        case gradientDescent
        case momentum(beta: Double, nesterov: Bool)
        case adaGrad(epsilon: Double)
        case rmsProp(rho: Double, epsilon: Double)
        case adam(beta1: Double, beta2: Double, epsilon: Double)
    }

    public let method: Method
    public let rate: Double
    public let scope: Scope
    /// λ of the decay that shrinks every weight (not biases) by η λ w in each step, apart from the gradient.
    public let decay: Double
    /// How the rate changes over the steps.
    public let schedule: Schedule
    /// The largest Euclidean norm of all gradients together; longer ones are scaled down to it.
    public let clipNorm: Double?

    init(
        _ method: Method, rate: Double, scope: Scope, decay: Double = 0, schedule: Schedule = .constant,
        clipNorm: Double? = nil
    ) {
        self.method = method
        self.rate = rate
        self.scope = scope
        self.decay = decay
        self.schedule = schedule
        self.clipNorm = clipNorm
    }

    /// w⁺ = w − η g.
    public static func gradientDescent(rate: Double, updating scope: Scope = .all) -> Optimizer {
        Optimizer(.gradientDescent, rate: rate, scope: scope)
    }

    /// v⁺ = β v + g, w⁺ = w − η v⁺ (B. Polyak, 1964), as PyTorch and Keras have it; some texts put 1 − β before g.
    ///
    /// With `nesterov`, w⁺ = w − η (β v⁺ + g): I. Sutskever et al., 2013, in the form of PyTorch and Keras, which keeps the
    /// parameters at the point where the gradient is taken.
    public static func momentum(
        rate: Double, beta: Double = 0.9, nesterov: Bool = false, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.momentum(beta: beta, nesterov: nesterov), rate: rate, scope: scope)
    }

    /// s⁺ = s + g², w⁺ = w − η g / (√s⁺ + ε). J. Duchi, E. Hazan and Y. Singer, 2011.
    public static func adaGrad(rate: Double, epsilon: Double = 1e-8, updating scope: Scope = .all) -> Optimizer {
        Optimizer(.adaGrad(epsilon: epsilon), rate: rate, scope: scope)
    }

    /// s⁺ = ρ s + (1 − ρ) g², w⁺ = w − η g / (√s⁺ + ε). T. Tieleman and G. Hinton, 2012.
    public static func rmsProp(
        rate: Double, rho: Double = 0.9, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.rmsProp(rho: rho, epsilon: epsilon), rate: rate, scope: scope)
    }

    /// m⁺ = β₁ m + (1 − β₁) g, v⁺ = β₂ v + (1 − β₂) g², w⁺ = w − η m̂ / (√v̂ + ε) with m̂ = m⁺/(1 − β₁ᵗ), v̂ = v⁺/(1 − β₂ᵗ).
    ///
    /// D. Kingma and J. Ba, 2015. ε stands outside the root of the corrected v; Keras' default for it is 1e-7.
    public static func adam(
        rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.adam(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, scope: scope)
    }

    /// Adam with decoupled weight decay: in each step weights also shrink by η λ w, undivided by √v̂.
    ///
    /// I. Loshchilov and F. Hutter, 2019.
    public static func adamW(
        rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, decay: Double = 0.01
    ) -> Optimizer {
        Optimizer(.adam(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, scope: .all, decay: decay)
    }

    /// The same method with a rate that changes over the steps.
    public func scheduled(_ schedule: Schedule) -> Optimizer {
        Optimizer(method, rate: rate, scope: scope, decay: decay, schedule: schedule, clipNorm: clipNorm)
    }

    /// The same method with gradients scaled down to the Euclidean norm `norm` where they are longer.
    public func clipped(toNorm norm: Double) -> Optimizer {
        Optimizer(method, rate: rate, scope: scope, decay: decay, schedule: schedule, clipNorm: norm)
    }

    /// w⁺ = w − η g and nothing else.
    var isPlainDescent: Bool { method == .gradientDescent && clipNorm == nil && decay == 0 }

    func updates(_ parameter: Parameter) -> Bool { scope == .all || parameter.kind == .weight }
}
