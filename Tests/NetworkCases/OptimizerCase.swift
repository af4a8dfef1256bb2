import Networks

/// Optimisers with each of their options, and with all of them.
package enum OptimizerCase {
    /// Every method by itself.
    package static let methods: [Optimizer] = [
        .gradientDescent(rate: 0.5), .momentum(rate: 0.1), .momentum(rate: 0.1, nesterov: true), .adaGrad(rate: 0.1),
        .rmsProp(rate: 0.01), .adam(rate: 0.01), .adamW(rate: 0.1, decay: 0.1),
        .adaGrad(rate: 0.1, accumulator: 0.1), .averagedMomentum(rate: 0.1), .nesterov(rate: 0.1), .signDescent(rate: 0.01),
        .lion(rate: 0.01, decay: 0.1), .adaDelta(), .adaMax(rate: 0.1), .amsGrad(rate: 0.1), .nadam(rate: 0.1),
    ]

    /// Every option by itself, and together.
    package static let options: [@Sendable (Optimizer) -> Optimizer] = [
        { $0 }, { $0.penalized(l2: 0.1) }, { $0.penalized(l1: 0.05) }, { $0.penalized(l1: 0.02, l2: 0.3) },
        { $0.clipped(toValue: 0.01) }, { $0.clipped(toValue: 100) }, { $0.clipped(toNorm: 0.01) }, { $0.clipped(toNorm: 1e3) },
        { $0.constrained(toNorm: 0.4) }, { $0.scheduled(.warmUp(over: 10)) },
        {
            $0.clipped(toNorm: 0.1).clipped(toValue: 0.02).penalized(l1: 0.1, l2: 0.2).constrained(toNorm: 0.3)
                .scheduled(.warmUp(over: 4))
        },
    ]

    /// Every method by itself and with all options, two of them with each, for all parameters and for weights alone.
    package static let all: [Optimizer] =
        methods.flatMap { [$0, options[options.count - 1]($0)] }
        + options.flatMap { [$0(.gradientDescent(rate: 0.5)), $0(.adamW(rate: 0.1, decay: 0.2))] }
        + [options[0], options[1], options[options.count - 1]].map { $0(.gradientDescent(rate: 0.5, updating: .weights)) }
        + [options[3](.adam(rate: 0.1, updating: .weights))]
}
