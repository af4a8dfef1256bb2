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

/// Where each parameter of a network stands when all are laid end to end.
struct ParameterLayout {
    struct Block {
        let kind: Parameter.Kind
        let range: Range<Int>
        /// Numbers to a row: the weights that lead into one unit.
        let columns: Int
    }

    let blocks: [Block]
    /// Where the numbers of `Network.flatParameters` stand, one after the other; nil when in that order.
    private let order: [Int]?
    var count: Int { blocks.last?.range.upperBound ?? 0 }

    /// `places` says for each number its place in `Network.flatParameters`.
    init(_ network: Network, places: [Int]? = nil) {
        var start = 0
        blocks = network.layers.flatMap(\.parameters).map { parameter in
            defer { start += parameter.values.count }
            return Block(kind: parameter.kind, range: start..<start + parameter.values.count, columns: parameter.columns)
        }
        order = places.map { places in
            var order = places
            for (place, index) in places.enumerated() { order[index] = place }
            return order
        }
    }

    /// So many numbers that count as the weights of as many units.
    init(count: Int) {
        blocks = [Block(kind: .weight, range: 0..<count, columns: 1)]
        order = nil
    }

    /// Numbers that stand as this layout has them, in the order of `Network.flatParameters`; none stay none.
    func inNetworkOrder(_ numbers: [Double]) -> [Double] {
        guard let order, !numbers.isEmpty else { return numbers }
        return order.map { numbers[$0] }
    }

    /// The way back.
    func inOwnOrder(_ numbers: [Double]) -> [Double] {
        guard let order, !numbers.isEmpty else { return numbers }
        var own = numbers
        for (index, place) in order.enumerated() { own[place] = numbers[index] }
        return own
    }

    /// √Σ g²
    func norm(of gradients: UnsafePointer<Double>) -> Double {
        var sum = 0.0
        if let order {
            for k in order { sum = fused(gradients[k], gradients[k], sum) }
        } else {
            for k in 0..<count { sum = fused(gradients[k], gradients[k], sum) }
        }
        return sum.squareRoot()
    }

    /// Scales each row of weights that is longer down to the norm `limit`.
    func hold(_ parameters: UnsafeMutablePointer<Double>, toNorm limit: Double) {
        for block in blocks where block.kind == .weight && block.columns > 0 {
            for start in stride(from: block.range.lowerBound, to: block.range.upperBound, by: block.columns) {
                let places = (start..<min(start + block.columns, block.range.upperBound)).map { order?[$0] ?? $0 }
                var sum = 0.0
                for place in places { sum = fused(parameters[place], parameters[place], sum) }
                guard sum.squareRoot() > limit else { continue }
                let factor = limit / sum.squareRoot()
                for place in places { parameters[place] *= factor }
            }
        }
    }
}

extension Network {
    /// The network after the first step of `optimizer` along gradients shaped like its parameters. Others end the lesson at this
    /// call.
    ///
    /// - SeeAlso: PyTorch `optimizer.step`, Keras `apply_gradients`
    public func updated(
        along gradients: [[[Double]]], by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        stopping(file: file, line: line, column: column) { try check(shapes: gradients, of: "gradients") }
        var state = OptimizerState(optimizer, for: ParameterLayout(self))
        var flat = flatParameters
        let slopes = gradients.flatMap { $0.flatMap { $0 } }
        flat.withUnsafeMutableBufferPointer { w in
            slopes.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        return replacing(flat: flat)
    }

    /// The network after the first step of `optimizer` along the gradients of one sample.
    public func updated(
        along pass: BackpropagationPass, by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        updated(along: pass.gradients, by: optimizer, file: file, line: line, column: column)
    }

    /// The network after the first step of `optimizer` along the gradients of a batch, its running averages moved on.
    public func updated(
        along pass: BatchBackpropagationPass, by optimizer: Optimizer, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Network {
        pass.networkAfterwards.updated(along: pass.gradients, by: optimizer, file: file, line: line, column: column)
    }

    /// All parameters end to end.
    var flatParameters: [Double] { layers.flatMap { $0.parameters.flatMap(\.values) } }

    /// The same network with other parameters, given end to end.
    func replacing(flat: [Double]) -> Network {
        var index = 0
        return replacing(
            fitting: layers.map { layer in
                layer.parameters.map { parameter in
                    defer { index += parameter.values.count }
                    return Array(flat[index..<index + parameter.values.count])
                }
            })
    }
}
