/// v⁺ = β v + (1 − β) g, w⁺ = w − η v⁺
public struct AveragedMomentum: UpdateMethod {
    /// β, the share of v that is kept.
    public let beta: Double

    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        moments.first = fused(beta, moments.first, (1 - beta) * g)
        return fused(-rate, moments.first, w)
    }
}

/// v⁺ = β v − η g, w⁺ = w + β v⁺ − η g
public struct NesterovVelocity: UpdateMethod {
    /// β, the share of v that is kept.
    public let beta: Double

    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        moments.first = fused(beta, moments.first, -rate * g)
        return fused(beta, moments.first, fused(-rate, g, w))
    }
}

/// w⁺ = w − η sign(g)
public struct SignDescent: UpdateMethod {
    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        g > 0 ? w - rate : g < 0 ? w + rate : w
    }
}

/// w⁺ = w − η sign(β₁ m + (1 − β₁) g), m⁺ = β₂ m + (1 − β₂) g
public struct Lion: UpdateMethod {
    /// β₁, the share of m in the direction.
    public let beta1: Double
    /// β₂, the share of m that is kept.
    public let beta2: Double

    public func updated(_ w: Double, along g: Double, moments: inout Moments, step t: Int, rate: Double) -> Double {
        let direction = fused(beta1, moments.first, (1 - beta1) * g)
        moments.first = fused(beta2, moments.first, (1 - beta2) * g)
        return direction > 0 ? w - rate : direction < 0 ? w + rate : w
    }
}

extension Optimizer {
    /// v⁺ = β v + (1 − β) g, w⁺ = w − η v⁺: momentum as an average of gradients, as A. Ng's courses and *Deep Learning with Python*
    /// have it. With the rate η / (1 − β) it is `momentum` but for its first steps.
    /// PyTorch's `SGD` with `dampening` = β is the same but for its first velocity, which is g itself; Keras has none.
    ///
    /// - Example: `.averagedMomentum(rate: 0.1)`
    public static func averagedMomentum(rate: Double, beta: Double = 0.9, updating scope: Scope = .all) -> Optimizer {
        Optimizer(AveragedMomentum(beta: beta), rate: rate, updating: scope)
    }

    /// v⁺ = β v − η g, w⁺ = w + β v⁺ − η g: Y. Nesterov's momentum with the rate inside the velocity (I. Sutskever et al., 2013,
    /// rewritten by Y. Bengio, N. Boulanger-Lewandowski and R. Pascanu, 2013), as Keras and CS231n compute it.
    ///
    /// w is the point that looks ahead, where the gradient is taken. `momentum(rate:nesterov:)` is PyTorch's form with the rate
    /// outside (`SGD(nesterov=True)`); the two agree while the rate stays the same. For the first form, with θ itself and gradients at θ + β v, see
    /// `UpdateRule.lookAhead`.
    ///
    /// - Example: `.nesterov(rate: 0.1)`
    /// - SeeAlso: Keras `optimizers.SGD(nesterov=True)`
    public static func nesterov(rate: Double, beta: Double = 0.9, updating scope: Scope = .all) -> Optimizer {
        Optimizer(NesterovVelocity(beta: beta), rate: rate, updating: scope)
    }

    /// w⁺ = w − η sign(g). J. Bernstein et al., *signSGD*, 2018. Neither Keras nor PyTorch has it.
    ///
    /// - Example: `.signDescent(rate: 0.1)`
    public static func signDescent(rate: Double, updating scope: Scope = .all) -> Optimizer {
        Optimizer(SignDescent(), rate: rate, updating: scope)
    }

    /// w⁺ = w − η sign(β₁ m + (1 − β₁) g), m⁺ = β₂ m + (1 − β₂) g; `decay` shrinks weights by η λ w besides.
    ///
    /// X. Chen et al., *Symbolic Discovery of Optimization Algorithms*, 2023; Keras 3's `Lion`. PyTorch has none.
    ///
    /// - Example: `.lion(rate: 0.1)`
    /// - SeeAlso: Keras `optimizers.Lion`
    public static func lion(
        rate: Double = 0.0001, beta1: Double = 0.9, beta2: Double = 0.99, decay: Double = 0, updating scope: Scope = .all
    ) -> Optimizer {
        Optimizer(Lion(beta1: beta1, beta2: beta2), rate: rate, updating: scope, decay: decay)
    }
}
