import CArithmetic

/// What an optimiser remembers between steps: up to two numbers for each parameter, and how many steps were taken.
///
/// Parameters and gradients are flat, layer after layer, as `ParameterLayout` orders them.
struct OptimizerState {
    private var first: [Double]
    private var second: [Double]
    /// Of methods that are types of their own.
    private var third: [Double] = []
    var steps = 0
    private var powers = (1.0, 1.0)
    private let optimizer: Optimizer
    private let layout: ParameterLayout
    private let kernels: arithmetic_kernels

    init(
        _ optimizer: Optimizer, for layout: ParameterLayout, kernels: arithmetic_kernels = arithmetic_best_kernels().pointee
    ) {
        self.optimizer = optimizer
        self.layout = layout
        self.kernels = kernels
        let zeros = [Double](repeating: 0, count: layout.count)
        switch optimizer.method {
        case .gradientDescent: (first, second) = ([], [])
        case .momentum: (first, second) = (zeros, [])
        case .adaGrad(_, let accumulator): (first, second) = ([], zeros.map { _ in accumulator })
        case .rmsProp: (first, second) = ([], zeros)
        case .adam: (first, second) = (zeros, zeros)
        case .method(let method):
            let start = method.base.start
            (first, second) = (zeros.map { _ in start.first }, zeros.map { _ in start.second })
            third = zeros.map { _ in start.third }
        }
    }

    /// What is remembered, with the numbers in the order of `Network.flatParameters`.
    struct Memory: Hashable, Sendable {
        var first: [Double]
        var second: [Double]
        var third: [Double] = []
        var steps: Int
        var powers: [Double]
        /// What dropout draws from next, in a training that draws.
        var generator: SplitMix64?
    }

    var memory: Memory {
        get {
            Memory(
                first: layout.inNetworkOrder(first), second: layout.inNetworkOrder(second),
                third: layout.inNetworkOrder(third), steps: steps,
                powers: [powers.0, powers.1])
        }
        set {
            (first, second) = (layout.inOwnOrder(newValue.first), layout.inOwnOrder(newValue.second))
            third = layout.inOwnOrder(newValue.third)
            (steps, powers) = (newValue.steps, (newValue.powers[0], newValue.powers[1]))
        }
    }

    /// One step: every parameter moves against its gradient.
    mutating func step(_ parameters: UnsafeMutablePointer<Double>, along gradients: UnsafePointer<Double>) {
        let rate = optimizer.rate * optimizer.schedule.factor(at: steps)
        var step = arithmetic_step()
        step.rate = rate
        step.scale = clipping(gradients)
        step.limit = optimizer.clipValue ?? .infinity
        switch optimizer.method {
        case .gradientDescent: step.method = arithmetic_gradient_descent
        case .momentum(let beta, let nesterov):
            step.method = nesterov ? arithmetic_nesterov : arithmetic_momentum
            step.beta1 = beta
        case .adaGrad(let epsilon, _):
            step.method = arithmetic_adagrad
            step.epsilon = epsilon
        case .rmsProp(let rho, let epsilon):
            step.method = arithmetic_rmsprop
            (step.beta2, step.epsilon) = (rho, epsilon)
        case .method(let method):
            walk(method.base, parameters, gradients, rate: rate, scale: step.scale)
            if let limit = optimizer.maxNorm { layout.hold(parameters, toNorm: limit) }
            return
        case .adam(let beta1, let beta2, let epsilon):
            step.method = arithmetic_adam
            powers = (powers.0 * beta1, powers.1 * beta2)
            (step.beta1, step.beta2, step.epsilon) = (beta1, beta2, epsilon)
            (step.correction1, step.correction2) = (1 - powers.0, 1 - powers.1)
        }
        steps += 1
        let (optimizer, layout, kernels) = (optimizer, layout, kernels)
        first.withUnsafeMutableBufferPointer { first in
            second.withUnsafeMutableBufferPointer { second in
                for block in layout.blocks where optimizer.updates(block.kind) {
                    let isWeight = optimizer.regularizes(block.kind)
                    step.decay = isWeight ? rate * optimizer.decay : 0
                    (step.l1, step.l2) = isWeight ? (optimizer.l1, optimizer.l2) : (0, 0)
                    let start = block.range.lowerBound
                    kernels.step(
                        &step, block.range.count, parameters + start, gradients + start, first.baseAddress.map { $0 + start },
                        second.baseAddress.map { $0 + start })
                }
            }
        }
        if let limit = optimizer.maxNorm { layout.hold(parameters, toNorm: limit) }
    }

    /// One step of a method that is a type of its own.
    private mutating func walk(
        _ method: some UpdateMethod, _ parameters: UnsafeMutablePointer<Double>, _ gradients: UnsafePointer<Double>,
        rate: Double, scale: Double
    ) {
        steps += 1
        for block in layout.blocks where optimizer.updates(block.kind) {
            let isWeight = optimizer.regularizes(block.kind)
            let frame = UpdateFrame(
                rate: rate, scale: scale, limit: optimizer.clipValue ?? .infinity, l1: isWeight ? optimizer.l1 : 0,
                l2: isWeight ? optimizer.l2 : 0, decay: isWeight ? rate * optimizer.decay : 0)
            for k in block.range {
                var moments = Moments(first: first[k], second: second[k], third: third[k])
                frame.step(method, &parameters[k], along: gradients[k], &moments, steps)
                (first[k], second[k], third[k]) = (moments.first, moments.second, moments.third)
            }
        }
    }

    /// What is remembered of each of so many numbers that stand in the network's order.
    func moments(of count: Int) -> [Moments] {
        (0..<count).map { k in
            Moments(
                first: first.isEmpty ? 0 : first[k], second: second.isEmpty ? 0 : second[k], third: third.isEmpty ? 0 : third[k]
            )
        }
    }

    mutating func take(_ moments: [Moments]) {
        if !first.isEmpty { first = moments.map(\.first) }
        if !second.isEmpty { second = moments.map(\.second) }
        if !third.isEmpty { third = moments.map(\.third) }
    }

    /// Counts steps that were taken before.
    mutating func skip(_ count: Int) {
        steps += count
        guard case .adam(let beta1, let beta2, _) = optimizer.method else { return }
        for _ in 0..<count { powers = (powers.0 * beta1, powers.1 * beta2) }
    }

    /// The factor that brings the norm of all gradients down to the limit; their squares are added in the network's order.
    private func clipping(_ gradients: UnsafePointer<Double>) -> Double {
        guard let limit = optimizer.clipNorm else { return 1 }
        let norm = layout.norm(of: gradients)
        return norm > limit ? limit / norm : 1
    }
}
