import Networks

extension UpdateRule {
    /// What an optimiser remembers of one number between steps.
    struct State {
        let rule: UpdateRule
        /// The names of the parameter before and after step t.
        let names: (Int) -> Symbol
        /// λ of a decay that shrinks the parameter by η λ θ in each step.
        var decay = 0.0
        /// η, or how it comes about.
        var rate: Scalar
        var parameter: Double
        var moments = Moments()

        init(rule: UpdateRule, name: String, value: Double) {
            self.init(rule: rule, names: { Symbol("\(name)_\($0)") }, value: value, decay: 0)
        }

        init(rule: UpdateRule, names: @escaping (Int) -> Symbol, value: Double, decay: Double) {
            self.rule = rule
            self.names = names
            self.decay = decay
            rate = Self.rate(rule.rate)
            parameter = value
            switch rule {
            case .adaGrad(_, _, let accumulator): moments.second = accumulator
            case .method(_, let method): moments = method.base.start
            default: break
            }
        }

        private var first: Double {
            get { moments.first }
            set { moments.first = newValue }
        }

        private var second: Double {
            get { moments.second }
            set { moments.second = newValue }
        }

        /// Where the next gradient is to be taken.
        var gradientPoint: Double {
            guard case .lookAhead(_, let coefficient) = rule else { return parameter }
            return parameter + coefficient * first
        }

        /// One step, as expressions with the names a textbook gives them.
        mutating func step(_ t: Int, along gradient: Double) -> ScalarGraph {
            step(t, along: Scalar(given: "g_\(t)", gradient))
        }

        mutating func step(_ t: Int, along g: Scalar) -> ScalarGraph {
            let result = Scalar(moved(t, along: g), as: names(t))
            parameter = result.value
            return result.graph
        }

        /// The parameter before step t.
        func old(_ t: Int) -> Scalar { Scalar(Scalar("theta", parameter), as: names(t - 1)) }

        /// The parameter after step t, without a name; what is remembered beside it moves on.
        mutating func moved(_ t: Int, along g: Scalar) -> Scalar {
            let old = old(t)
            let new: Scalar
            switch rule {
            case .gradientDescent:
                new = old - rate * g
            case .momentum(_, let coefficient, let averaging):
                let beta = Scalar("beta", coefficient)
                let before = beta * Scalar("v_\(t - 1)", first)
                let v = (averaging ? before + (1 - beta) * g : before + g).named("v_\(t)")
                first = v.value
                new = old - rate * v
            case .nesterov(_, let coefficient):
                let beta = Scalar("beta", coefficient)
                let v = (beta * Scalar("v_\(t - 1)", first) + g).named("v_\(t)")
                first = v.value
                new = old - rate * (beta * v + g)
            case .adaGrad(_, let epsilon, _):
                let s = (Scalar("s_\(t - 1)", second) + pow(g, 2)).named("s_\(t)")
                second = s.value
                new = old - rate * g / (sqrt(s) + Self.epsilon(epsilon))
            case .rmsProp(_, let decay, let epsilon):
                let rho = Scalar("rho", decay)
                let s = (rho * Scalar("s_\(t - 1)", second) + (1 - rho) * pow(g, 2)).named("s_\(t)")
                second = s.value
                new = old - rate * g / (sqrt(s) + Self.epsilon(epsilon))
            case .adam(_, let decay1, let decay2, let epsilon):
                let (beta1, beta2) = (Scalar("beta_1", decay1), Scalar("beta_2", decay2))
                let m = (beta1 * Scalar("m_\(t - 1)", first) + (1 - beta1) * g).named("m_\(t)")
                let v = (beta2 * Scalar("v_\(t - 1)", second) + (1 - beta2) * pow(g, 2)).named("v_\(t)")
                (first, second) = (m.value, v.value)
                let mHat = Scalar(m / (1 - pow(beta1, Double(t))), as: Self.corrected("m", t))
                let vHat = Scalar(v / (1 - pow(beta2, Double(t))), as: Self.corrected("v", t))
                new = old - rate * mHat / (sqrt(vHat) + Self.epsilon(epsilon))
            case .lookAhead(_, let coefficient):
                let v = (Scalar("beta", coefficient) * Scalar("v_\(t - 1)", first) - rate * g).named("v_\(t)")
                first = v.value
                new = old + v
            case .method(_, let method):
                new = Self.moved(old, along: g, by: method.base, &moments, step: t, rate: rate)
            }
            return decay == 0 ? new : new - rate * Scalar("lambda", decay) * old
        }

        static func rate(_ value: Double) -> Scalar {
            Scalar(Scalar("eta", value), as: Symbol("eta", "\\eta", indexed: "alpha", "\\alpha"))
        }

        private static func epsilon(_ value: Double) -> Scalar {
            Scalar(Scalar("epsilon", value), as: Symbol("epsilon", "\\epsilon", indexed: "epsilon", "\\epsilon"))
        }

        /// m̂ or v̂: an average corrected for starting at 0.
        private static func corrected(_ letter: String, _ t: Int) -> Symbol {
            let (key, tex) = ("\(letter)_hat_\(t)", "\\hat{\(letter)}_{\(t)}")
            return Symbol(key, TeXName(tex), indexed: key, TeXName(tex))
        }
    }

    /// The learning rate.
    public var rate: Double {
        switch self {
        case .gradientDescent(let rate), .momentum(let rate, _, _), .nesterov(let rate, _), .adaGrad(let rate, _, _),
            .rmsProp(let rate, _, _), .lookAhead(let rate, _), .method(let rate, _),
            .adam(let rate, _, _, _):
            rate
        }
    }
}
