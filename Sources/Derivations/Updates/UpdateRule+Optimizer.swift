import Networks

extension UpdateRule {
    /// The engine's method as a rule written out, at the rate of its step `t`, counted from 1.
    public init(_ optimizer: Optimizer, step t: Int = 1) {
        let rate = optimizer.rate * optimizer.schedule.factor(at: t - 1)
        self =
            switch optimizer.method {
            case .gradientDescent: .gradientDescent(rate: rate)
            case .momentum(let beta, false): .momentum(rate: rate, coefficient: beta)
            case .momentum(let beta, true): .nesterov(rate: rate, coefficient: beta)
            case .adaGrad(let epsilon, let accumulator):
                .adaGrad(rate: rate, epsilon: epsilon, accumulator: accumulator)
            case .rmsProp(let rho, let epsilon): .rmsProp(rate: rate, decay: rho, epsilon: epsilon)
            case .adam(let beta1, let beta2, let epsilon):
                .adam(rate: rate, first: beta1, second: beta2, epsilon: epsilon)
            case .method(let method): .method(rate: rate, method)
            }
    }
}
