/// What an optimiser remembers between steps: up to two numbers for each parameter, and how many steps were taken.
struct OptimizerState {
    private var first: [[[Double]]]
    private var second: [[[Double]]]
    private(set) var steps = 0
    private let optimizer: Optimizer

    init(_ optimizer: Optimizer, for network: Network) {
        self.optimizer = optimizer
        let zeros = network.layers.map { $0.parameters.map { [Double](repeating: 0, count: $0.values.count) } }
        first = zeros
        second = zeros
    }

    /// The network after one step along gradients shaped like its parameters.
    mutating func step(_ network: Network, along gradients: [[[Double]]]) -> Network {
        let rate = optimizer.rate * optimizer.schedule.factor(at: steps)
        let scale = clipping(gradients)
        steps += 1
        let corrections = biasCorrections
        var parameters: [[[Double]]] = []
        for (layer, found) in network.layers.enumerated() {
            var values: [[Double]] = []
            for (index, parameter) in found.parameters.enumerated() {
                guard optimizer.updates(parameter) else {
                    values.append(parameter.values)
                    continue
                }
                var new = parameter.values
                let decay = parameter.kind == .weight ? rate * optimizer.decay : 0
                for k in new.indices {
                    let move = direction(
                        gradients[layer][index][k] * scale, &first[layer][index][k], &second[layer][index][k], corrections)
                    new[k] = parameter.values[k] - rate * move - decay * parameter.values[k]
                }
                values.append(new)
            }
            parameters.append(values)
        }
        return network.replacing(parameters: parameters)
    }

    /// What the rate multiplies, for one number with gradient `g`.
    private func direction(
        _ g: Double, _ first: inout Double, _ second: inout Double, _ corrections: (Double, Double)
    ) -> Double {
        switch optimizer.method {
        case .gradientDescent: return g
        case .momentum(let beta, let nesterov):
            first = beta * first + g
            return nesterov ? beta * first + g : first
        case .adaGrad(let epsilon):
            second += g * g
            return g / (second.squareRoot() + epsilon)
        case .rmsProp(let rho, let epsilon):
            second = rho * second + (1 - rho) * g * g
            return g / (second.squareRoot() + epsilon)
        case .adam(let beta1, let beta2, let epsilon):
            first = beta1 * first + (1 - beta1) * g
            second = beta2 * second + (1 - beta2) * g * g
            return first / corrections.0 / ((second / corrections.1).squareRoot() + epsilon)
        }
    }

    /// 1 − β₁ᵗ and 1 − β₂ᵗ.
    private var biasCorrections: (Double, Double) {
        guard case .adam(let beta1, let beta2, _) = optimizer.method else { return (1, 1) }
        var powers = (1.0, 1.0)
        for _ in 0..<steps { powers = (powers.0 * beta1, powers.1 * beta2) }
        return (1 - powers.0, 1 - powers.1)
    }

    private func clipping(_ gradients: [[[Double]]]) -> Double {
        guard let limit = optimizer.clipNorm else { return 1 }
        let norm = gradients.joined().joined().reduce(0) { $0 + $1 * $1 }.squareRoot()
        return norm > limit ? limit / norm : 1
    }
}

extension Network {
    /// The network after the first step of `optimizer` along gradients shaped like its parameters.
    public func updated(along gradients: [[[Double]]], by optimizer: Optimizer) -> Network {
        var state = OptimizerState(optimizer, for: self)
        return state.step(self, along: gradients)
    }

    /// The network after the first step of `optimizer` along the gradients of one sample.
    public func updated(along pass: BackpropagationPass, by optimizer: Optimizer) -> Network {
        updated(along: pass.gradients, by: optimizer)
    }
}
