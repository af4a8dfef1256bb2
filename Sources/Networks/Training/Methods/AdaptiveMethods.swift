/// s⁺ = ρ s + (1 − ρ) g², Δ = √(d + ε) / √(s⁺ + ε) g, d⁺ = ρ d + (1 − ρ) Δ², w⁺ = w − η Δ
public struct AdaDelta: UpdateMethod {
    /// ρ, the share of the old averages that is kept.
    public let rho: Double
    /// ε, inside both roots.
    public let epsilon: Double

    /// `first` is d, `second` is s.
    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        moments.second = fused(rho, moments.second, (1 - rho) * g * g)
        let change = ((moments.first + epsilon).squareRoot() / (moments.second + epsilon).squareRoot()) * g
        moments.first = fused(rho, moments.first, (1 - rho) * change * change)
        return fused(-rate, change, w)
    }
}

/// m⁺ = β₁ m + (1 − β₁) g, u⁺ = max(β₂ u, |g| + ε), w⁺ = w − η / (1 − β₁ᵗ) m⁺ / u⁺
public struct AdaMax: UpdateMethod {
    /// β₁, the share of m that is kept.
    public let beta1: Double
    /// β₂, by which u fades.
    public let beta2: Double
    /// ε, added to |g|.
    public let epsilon: Double

    /// `first` is m, `second` is u.
    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        moments.first = fused(beta1, moments.first, (1 - beta1) * g)
        moments.second = max(beta2 * moments.second, abs(g) + epsilon)
        return fused(-rate / (1 - power(beta1, t)), moments.first / moments.second, w)
    }
}

/// Adam with the largest v so far: v̂ = max(v₁, …, vₜ) / (1 − β₂ᵗ)
public struct AMSGrad: UpdateMethod {
    /// β₁, the share of m that is kept.
    public let beta1: Double
    /// β₂, the share of v that is kept.
    public let beta2: Double
    /// ε, added to the root.
    public let epsilon: Double

    /// `first` is m, `second` is v, `third` its largest.
    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        moments.first = fused(beta1, moments.first, (1 - beta1) * g)
        moments.second = fused(beta2, moments.second, (1 - beta2) * g * g)
        moments.third = max(moments.third, moments.second)
        let below = (moments.third / (1 - power(beta2, t))).squareRoot() + epsilon
        return fused(-rate / (1 - power(beta1, t)), moments.first / below, w)
    }
}

/// Adam with Nesterov's momentum: μₜ = β₁ (1 − ½ 0.96^(t ψ)), w⁺ = w − η [μₜ₊₁ m⁺ / (1 − Π μ₁…μₜ₊₁) + (1 − μₜ) g / (1 − Π μ₁…μₜ)] / (√v̂ + ε)
public struct NAdam: UpdateMethod {
    /// β₁, which the factors μ approach, and the share of m that is kept.
    public let beta1: Double
    /// β₂, the share of v that is kept.
    public let beta2: Double
    /// ε, added to the root.
    public let epsilon: Double
    /// ψ
    public let momentumDecay: Double

    public var start: Moments { Moments(third: 1) }

    /// μₜ
    package func coefficient(_ t: Int) -> Double { beta1 * (1 - 0.5 * pow(0.96, Double(t) * momentumDecay)) }

    /// `first` is m, `second` is v, `third` the product of the μ so far.
    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        let (now, next) = (coefficient(t), coefficient(t + 1))
        moments.first = fused(beta1, moments.first, (1 - beta1) * g)
        moments.second = fused(beta2, moments.second, (1 - beta2) * g * g)
        moments.third *= now
        let above = next * moments.first / (1 - moments.third * next) + (1 - now) * g / (1 - moments.third)
        let below = (moments.second / (1 - power(beta2, t))).squareRoot() + epsilon
        return fused(-rate, above / below, w)
    }
}

/// βᵗ by multiplication, the same on every machine.
private func power(_ base: Double, _ t: Int) -> Double {
    var (result, factor, rest) = (1.0, base, t)
    while rest > 0 {
        if rest & 1 == 1 { result *= factor }
        factor *= factor
        rest >>= 1
    }
    return result
}

extension Optimizer {
    /// s⁺ = ρ s + (1 − ρ) g², Δ = √(d + ε) / √(s⁺ + ε) g, d⁺ = ρ d + (1 − ρ) Δ², w⁺ = w − η Δ.
    ///
    /// M. Zeiler, *ADADELTA*, 2012, where η is 1; PyTorch's `Adadelta` with its defaults, Keras' `Adadelta` (ρ = 0.95, ε = 1e-7).
    ///
    /// - Example: `.adaDelta()`
    /// - SeeAlso: Keras `optimizers.Adadelta`, PyTorch `optim.Adadelta`
    public static func adaDelta(
        rate: Double = 1, rho: Double = 0.9, epsilon: Double = 1e-6, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(AdaDelta(rho: rho, epsilon: epsilon), rate: rate, updating: scope)
    }

    /// m⁺ = β₁ m + (1 − β₁) g, u⁺ = max(β₂ u, |g| + ε), w⁺ = w − η / (1 − β₁ᵗ) m⁺ / u⁺: Adam with the largest gradient.
    ///
    /// D. Kingma and J. Ba, 2015, without ε; PyTorch's `Adamax`. Keras' adds ε to u below instead.
    ///
    /// - Example: `.adaMax(rate: 0.1)`
    /// - SeeAlso: Keras `optimizers.Adamax`, PyTorch `optim.Adamax`
    public static func adaMax(
        rate: Double = 0.002, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(AdaMax(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, updating: scope)
    }

    /// Adam whose v̂ never falls: m⁺ and v⁺ as there, v̂ = max(v₁, …, vₜ) / (1 − β₂ᵗ).
    ///
    /// S. Reddi, S. Kale and S. Kumar, 2018; PyTorch's and Keras' `Adam(amsgrad=True)`.
    ///
    /// - Example: `.amsGrad(rate: 0.1)`
    /// - SeeAlso: Keras `optimizers.Adam(amsgrad=True)`, PyTorch `optim.Adam(amsgrad=True)`
    public static func amsGrad(
        rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(AMSGrad(beta1: beta1, beta2: beta2, epsilon: epsilon), rate: rate, updating: scope)
    }

    /// Adam with Nesterov's momentum: with μₜ = β₁ (1 − ½ 0.96^(t ψ)) and Π the product of all μ up to t,
    /// w⁺ = w − η [μₜ₊₁ m⁺ / (1 − Π μₜ₊₁) + (1 − μₜ) g / (1 − Π)] / (√v̂ + ε).
    ///
    /// T. Dozat, 2016; PyTorch's `NAdam` and Keras' `Nadam`, with their defaults.
    ///
    /// - Example: `.nadam(rate: 0.1)`
    /// - SeeAlso: Keras `optimizers.Nadam`, PyTorch `optim.NAdam`
    public static func nadam(
        rate: Double = 0.002, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, momentumDecay: Double = 0.004,
        updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(
            NAdam(beta1: beta1, beta2: beta2, epsilon: epsilon, momentumDecay: momentumDecay), rate: rate, updating: scope)
    }
}
