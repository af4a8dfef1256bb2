import Networks

extension AveragedMomentum: ScalarUpdateMethod {
    /// v⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let beta = Scalar("beta", beta)
        moments.first = (beta * moments.first + (1 - beta) * g).named("v_\(t)")
        return w - rate * moments.first
    }
}

extension NesterovVelocity: ScalarUpdateMethod {
    /// v⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let beta = Scalar("beta", beta)
        moments.first = (beta * moments.first - rate * g).named("v_\(t)")
        return w + beta * moments.first - rate * g
    }
}

extension SignDescent: ScalarUpdateMethod {
    /// w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        w - rate * sign(g)
    }
}

extension Lion: ScalarUpdateMethod {
    /// The direction, m⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let (beta1, beta2) = (Scalar("beta_1", beta1), Scalar("beta_2", beta2))
        let direction = (beta1 * moments.first + (1 - beta1) * g).named("c_\(t)")
        moments.first = (beta2 * moments.first + (1 - beta2) * g).named("m_\(t)")
        return w - rate * sign(direction)
    }
}

extension AdaDelta: ScalarUpdateMethod {
    /// s⁺, Δ, d⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let (rho, epsilon) = (Scalar("rho", rho), Scalar("epsilon", epsilon))
        moments.second = (rho * moments.second + (1 - rho) * pow(g, 2)).named("s_\(t)")
        let change = (sqrt(moments.first + epsilon) / sqrt(moments.second + epsilon) * g).named("Delta_\(t)")
        moments.first = (rho * moments.first + (1 - rho) * pow(change, 2)).named("d_\(t)")
        return w - rate * change
    }
}

extension AdaMax: ScalarUpdateMethod {
    /// m⁺, u⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let (beta1, beta2) = (Scalar("beta_1", beta1), Scalar("beta_2", beta2))
        moments.first = (beta1 * moments.first + (1 - beta1) * g).named("m_\(t)")
        moments.second = max(beta2 * moments.second, abs(g) + Scalar("epsilon", epsilon)).named("u_\(t)")
        return w - rate / (1 - pow(beta1, Double(t))) * (moments.first / moments.second)
    }
}

extension AMSGrad: ScalarUpdateMethod {
    /// m⁺, v⁺, its largest and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let (beta1, beta2) = (Scalar("beta_1", beta1), Scalar("beta_2", beta2))
        moments.first = (beta1 * moments.first + (1 - beta1) * g).named("m_\(t)")
        moments.second = (beta2 * moments.second + (1 - beta2) * pow(g, 2)).named("v_\(t)")
        moments.third = max(moments.third, moments.second).named("vmax_\(t)")
        let mHat = (moments.first / (1 - pow(beta1, Double(t)))).named("mhat_\(t)")
        let vHat = (moments.third / (1 - pow(beta2, Double(t)))).named("vhat_\(t)")
        return w - rate * mHat / (sqrt(vHat) + Scalar("epsilon", epsilon))
    }
}

extension NAdam: ScalarUpdateMethod {
    /// m⁺, v⁺ and w⁺ in scalars.
    public func unrolled(_ w: Scalar, along g: Scalar, moments: inout ScalarMoments, step t: Int, rate: Scalar) -> Scalar {
        let (beta1, beta2) = (Scalar("beta_1", beta1), Scalar("beta_2", beta2))
        let (now, next) = (Scalar("mu_\(t)", coefficient(t)), Scalar("mu_\(t + 1)", coefficient(t + 1)))
        moments.first = (beta1 * moments.first + (1 - beta1) * g).named("m_\(t)")
        moments.second = (beta2 * moments.second + (1 - beta2) * pow(g, 2)).named("v_\(t)")
        moments.third = (moments.third * now).named("Pi_\(t)")
        let above = next * moments.first / (1 - moments.third * next) + (1 - now) * g / (1 - moments.third)
        let mHat = above.named("mhat_\(t)")
        let vHat = (moments.second / (1 - pow(beta2, Double(t)))).named("vhat_\(t)")
        return w - rate * mHat / (sqrt(vHat) + Scalar("epsilon", epsilon))
    }
}

/// −1, 0 or 1.
private func sign(_ x: Scalar) -> Scalar {
    Scalar(.opaque(OpaqueFunction(name: "sgn") { $0[0] > 0 ? 1 : $0[0] < 0 ? -1 : 0 }), [x])
}
