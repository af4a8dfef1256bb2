/// What an optimiser remembers between steps: up to two numbers for each parameter, and how many steps were taken.
///
/// Parameters and gradients are flat, layer after layer, as `ParameterLayout` orders them.
struct OptimizerState {
    private var first: [Double]
    private var second: [Double]
    private var steps = 0
    private var powers = (1.0, 1.0)
    private let optimizer: Optimizer
    private let layout: ParameterLayout

    init(_ optimizer: Optimizer, for layout: ParameterLayout) {
        self.optimizer = optimizer
        self.layout = layout
        let count = layout.count
        switch optimizer.method {
        case .gradientDescent: (first, second) = ([], [])
        case .momentum: (first, second) = (Array(repeating: 0, count: count), [])
        case .adaGrad, .rmsProp: (first, second) = ([], Array(repeating: 0, count: count))
        case .adam: (first, second) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
        }
    }

    /// One step: every parameter moves against its gradient.
    mutating func step(_ parameters: UnsafeMutablePointer<Double>, along gradients: UnsafePointer<Double>) {
        let rate = optimizer.rate * optimizer.schedule.factor(at: steps)
        let scale = clipping(gradients)
        steps += 1
        for block in layout.blocks where optimizer.scope == .all || block.kind == .weight {
            let decay = block.kind == .weight ? rate * optimizer.decay : 0
            move(parameters, gradients, block.range, rate, scale, decay)
        }
        if case .adam(let beta1, let beta2, _) = optimizer.method { powers = (powers.0 * beta1, powers.1 * beta2) }
    }

    private mutating func move(
        _ w: UnsafeMutablePointer<Double>, _ g: UnsafePointer<Double>, _ range: Range<Int>, _ rate: Double, _ scale: Double,
        _ decay: Double
    ) {
        switch optimizer.method {
        case .gradientDescent:
            for k in range { w[k] = w[k] - rate * (g[k] * scale) - decay * w[k] }
        case .momentum(let beta, let nesterov):
            for k in range {
                let slope = g[k] * scale
                first[k] = beta * first[k] + slope
                w[k] = w[k] - rate * (nesterov ? beta * first[k] + slope : first[k]) - decay * w[k]
            }
        case .adaGrad(let epsilon):
            for k in range {
                let slope = g[k] * scale
                second[k] += slope * slope
                w[k] = w[k] - rate * (slope / (second[k].squareRoot() + epsilon)) - decay * w[k]
            }
        case .rmsProp(let rho, let epsilon):
            for k in range {
                let slope = g[k] * scale
                second[k] = rho * second[k] + (1 - rho) * slope * slope
                w[k] = w[k] - rate * (slope / (second[k].squareRoot() + epsilon)) - decay * w[k]
            }
        case .adam(let beta1, let beta2, let epsilon):
            let (correction1, correction2) = (1 - powers.0 * beta1, 1 - powers.1 * beta2)
            for k in range {
                let slope = g[k] * scale
                first[k] = beta1 * first[k] + (1 - beta1) * slope
                second[k] = beta2 * second[k] + (1 - beta2) * slope * slope
                let move = first[k] / correction1 / ((second[k] / correction2).squareRoot() + epsilon)
                w[k] = w[k] - rate * move - decay * w[k]
            }
        }
    }

    private func clipping(_ gradients: UnsafePointer<Double>) -> Double {
        guard let limit = optimizer.clipNorm else { return 1 }
        var sum = 0.0
        for k in 0..<layout.count { sum += gradients[k] * gradients[k] }
        return sum.squareRoot() > limit ? limit / sum.squareRoot() : 1
    }
}

/// Where each parameter of a network stands when all are laid end to end.
struct ParameterLayout {
    struct Block {
        let kind: Parameter.Kind
        let range: Range<Int>
    }

    let blocks: [Block]
    var count: Int { blocks.last?.range.upperBound ?? 0 }

    init(_ network: Network) {
        var start = 0
        blocks = network.layers.flatMap(\.parameters).map { parameter in
            defer { start += parameter.values.count }
            return Block(kind: parameter.kind, range: start..<start + parameter.values.count)
        }
    }
}

extension Network {
    /// The network after the first step of `optimizer` along gradients shaped like its parameters.
    public func updated(along gradients: [[[Double]]], by optimizer: Optimizer) -> Network {
        var state = OptimizerState(optimizer, for: ParameterLayout(self))
        var flat = flatParameters
        let slopes = gradients.flatMap { $0.flatMap { $0 } }
        guard slopes.count == flat.count else { return self }
        flat.withUnsafeMutableBufferPointer { w in
            slopes.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        return replacing(flat: flat)
    }

    /// The network after the first step of `optimizer` along the gradients of one sample.
    public func updated(along pass: BackpropagationPass, by optimizer: Optimizer) -> Network {
        updated(along: pass.gradients, by: optimizer)
    }

    /// All parameters end to end.
    var flatParameters: [Double] { layers.flatMap { $0.parameters.flatMap(\.values) } }

    /// The same network with other parameters, given end to end.
    func replacing(flat: [Double]) -> Network {
        var index = 0
        return replacing(
            parameters: layers.map { layer in
                layer.parameters.map { parameter in
                    defer { index += parameter.values.count }
                    return Array(flat[index..<index + parameter.values.count])
                }
            })
    }
}
