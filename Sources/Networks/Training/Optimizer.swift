/// How gradients become new parameters. A value: whatever state a method needs lives in the run that uses it.
///
/// Every method takes all gradients at the old parameters. `g` is ∂L/∂w, `η` the rate.
public struct Optimizer: Hashable, Sendable {
    /// Which parameters change.
    public enum Scope: String, Hashable, Sendable {
        /// Every parameter.
        case all
        /// Weights alone: biases and scales stay.
        case weights
    }

    /// The rule by which a gradient changes a parameter.
    public enum Method: Hashable, Sendable {
        /// See the optimiser of this name.
        case gradientDescent
        /// See the optimiser of this name.
        case momentum(beta: Double, nesterov: Bool)
        /// See the optimiser of this name.
        case adaGrad(epsilon: Double, accumulator: Double)
        /// See the optimiser of this name.
        case rmsProp(rho: Double, epsilon: Double)
        /// See the optimiser of this name.
        case adam(beta1: Double, beta2: Double, epsilon: Double)
        /// Any other.
        case method(AnyUpdateMethod)
    }

    /// The rule.
    public private(set) var method: Method
    /// η, before a schedule changes it.
    public private(set) var rate: Double
    /// Which parameters are changed.
    public let scope: Scope
    /// λ of the decay that shrinks every weight (not biases, nor a normalisation's scales) by η λ w in each step, apart from the gradient.
    public let decay: Double
    /// How the rate changes over the steps.
    public private(set) var schedule = Schedule.constant
    /// The largest Euclidean norm of all gradients together; longer ones are scaled down to it.
    public private(set) var clipNorm: Double?
    /// The largest size of a single gradient, after `clipNorm`; larger ones are cut to it.
    public private(set) var clipValue: Double?
    /// λ₁ of the penalty λ₁ Σ|w| over all weights (not biases).
    public private(set) var l1 = 0.0
    /// λ₂ of the penalty ½ λ₂ Σ w² over all weights (not biases).
    public private(set) var l2 = 0.0
    /// The largest Euclidean norm of the weights that lead into a unit; longer rows are scaled down to it after each step.
    public private(set) var maxNorm: Double?

    init(_ method: Method, rate: Double, scope: Scope, decay: Double = 0) {
        self.method = method
        self.rate = rate
        self.scope = scope
        self.decay = decay
    }

    /// w⁺ = w − η g.
    ///
    /// - SeeAlso: Keras `optimizers.SGD`, PyTorch `optim.SGD`
    /// - Example: `.gradientDescent(rate: 0.1)`
    public static func gradientDescent(rate: Double, updating scope: Scope = .all) -> Optimizer {
        Optimizer(.gradientDescent, rate: rate, scope: scope)
    }

    /// v⁺ = β v + g, w⁺ = w − η v⁺ (B. Polyak, 1964), as PyTorch and Keras have it; some texts put 1 − β before g.
    ///
    /// With `nesterov`, w⁺ = w − η (β v⁺ + g): I. Sutskever et al., 2013, in the form of PyTorch and Keras, which keeps the
    /// parameters at the point where the gradient is taken.
    ///
    /// - SeeAlso: Keras `optimizers.SGD(momentum=0.9)`, PyTorch `optim.SGD(momentum=0.9)`, `nesterov`
    /// - Example: `.momentum(rate: 0.1)`
    public static func momentum(
        rate: Double, beta: Double = 0.9, nesterov: Bool = false, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.momentum(beta: beta, nesterov: nesterov), rate: rate, scope: scope)
    }

    /// s⁺ = s + g², w⁺ = w − η g / (√s⁺ + ε). J. Duchi, E. Hazan and Y. Singer, 2011.
    ///
    /// - Parameter accumulator: The first s; 0 in PyTorch (`initial_accumulator_value`), 0.1 in Keras.
    /// - SeeAlso: Keras `optimizers.Adagrad`, PyTorch `optim.Adagrad`
    /// - Example: `.adaGrad(rate: 0.1)`
    public static func adaGrad(
        rate: Double, epsilon: Double = 1e-8, accumulator: Double = 0, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.adaGrad(epsilon: epsilon, accumulator: accumulator), rate: rate, scope: scope)
    }

    /// s⁺ = ρ s + (1 − ρ) g², w⁺ = w − η g / (√s⁺ + ε). T. Tieleman and G. Hinton, 2012.
    ///
    /// - SeeAlso: Keras `optimizers.RMSprop`, PyTorch `optim.RMSprop`
    /// - Example: `.rmsProp(rate: 0.1)`
    public static func rmsProp(
        rate: Double, rho: Double = 0.9, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.rmsProp(rho: rho, epsilon: epsilon), rate: rate, scope: scope)
    }

    /// m⁺ = β₁ m + (1 − β₁) g, v⁺ = β₂ v + (1 − β₂) g², w⁺ = w − η m̂ / (√v̂ + ε) with m̂ = m⁺/(1 − β₁ᵗ), v̂ = v⁺/(1 − β₂ᵗ).
    ///
    /// D. Kingma and J. Ba, 2015. ε stands outside the root of the corrected v; Keras' default for it is 1e-7.
    ///
    /// - SeeAlso: Keras `optimizers.Adam`, PyTorch `optim.Adam`
    /// - Example: `.adam(rate: 0.1)`
    public static func adam(
        rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(.adam(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, scope: scope)
    }

    /// Adam with decoupled weight decay: in each step weights also shrink by η λ w, undivided by √v̂.
    ///
    /// I. Loshchilov and F. Hutter, 2019.
    ///
    /// - SeeAlso: Keras `optimizers.AdamW`, PyTorch `optim.AdamW`
    /// - Example: `.adamW(rate: 0.1, decay: 0.1)`
    public static func adamW(
        rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, decay: Double = 0.01
    ) -> Optimizer {
        Optimizer(.adam(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, scope: .all, decay: decay)
    }

    /// The same method with a rate that changes over the steps.
    ///
    /// - SeeAlso: Keras `optimizers.schedules.LearningRateSchedule`, PyTorch `optim.lr_scheduler.LambdaLR`
    /// - Example: `.gradientDescent(rate: 0.1).scheduled(.exponential(factor: 0.5, over: 2))`
    public func scheduled(_ schedule: Schedule) -> Optimizer { changed { $0.schedule = schedule } }

    /// The same method with gradients scaled down to the Euclidean norm `norm` where all together are longer.
    ///
    /// - SeeAlso: Keras `clipnorm`, `global_clipnorm`, PyTorch `clip_grad_norm_`
    /// - Example: `.gradientDescent(rate: 0.1).clipped(toNorm: 0.2)`
    public func clipped(toNorm norm: Double) -> Optimizer { changed { $0.clipNorm = norm } }

    /// The same method with every gradient cut to −value…value.
    ///
    /// - SeeAlso: Keras `clipvalue`, PyTorch `clip_grad_value_`
    /// - Example: `.gradientDescent(rate: 0.1).clipped(toValue: 0.2)`
    public func clipped(toValue value: Double) -> Optimizer { changed { $0.clipValue = value } }

    /// The same method with λ₁ sign(w) + λ₂ w added to the gradient of every weight (not bias), after clipping: the derivative of
    /// λ₁ Σ|w| + ½ λ₂ Σ w². The losses of a run leave the penalty out. L1 and L2 regularization is another word for it.
    ///
    /// PyTorch's `weight_decay` is λ₂, and takes biases in; Keras' `l2` is ½ λ₂.
    ///
    /// - SeeAlso: Keras `regularizers.L1L2`, `kernel_regularizer`, PyTorch `weight_decay`
    /// - Example: `.gradientDescent(rate: 0.1).penalized(l2: 0.5)`
    public func penalized(l1: Double = 0, l2: Double = 0) -> Optimizer {
        changed {
            $0.l1 = l1
            $0.l2 = l2
        }
    }

    /// The same method with every row of weights, those that lead into one unit, held to the Euclidean norm `norm`.
    /// N. Srivastava et al., 2014.
    ///
    /// - SeeAlso: Keras `constraints.MaxNorm`
    /// - Example: `.gradientDescent(rate: 0.1).constrained(toNorm: 1.5)`
    public func constrained(toNorm norm: Double) -> Optimizer { changed { $0.maxNorm = norm } }

    /// The same in all else, moving numbers by another method.
    package func replacing(_ method: some UpdateMethod) -> Optimizer {
        changed { $0.method = .method(AnyUpdateMethod(base: method)) }
    }

    /// The same in all else, at another rate.
    package func replacing(rate: Double) -> Optimizer { changed { $0.rate = rate } }

    private func changed(_ change: (inout Optimizer) -> Void) -> Optimizer {
        var optimizer = self
        change(&optimizer)
        return optimizer
    }

    /// w⁺ = w − η g and nothing else.
    var isPlainDescent: Bool {
        self == Optimizer(.gradientDescent, rate: rate, scope: scope).scheduled(schedule)
    }

    /// Whether parameters of this kind change at all.
    public func updates(_ kind: Parameter.Kind) -> Bool { scope == .all || kind == .weight }

    /// Whether penalties, decay and the limit of the norm mean parameters of this kind.
    public func regularizes(_ kind: Parameter.Kind) -> Bool { kind == .weight }
}
