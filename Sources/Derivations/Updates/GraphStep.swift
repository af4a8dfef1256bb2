import Networks

/// The first step of an optimiser on every parameter of a pass, along the gradients of the scalar graph.
///
/// Written from the optimiser's description alone, apart from the engine's step: gradients are scaled down together, cut one by
/// one, and get what penalties add; the rule moves the parameter; decay shrinks it; a row that is too long is scaled down.
struct GraphStep {
    let optimizer: Optimizer
    /// For each layer its parameters before the step: values, kinds and rows.
    let parameters: [[Parameter]]
    /// Nodes and gradients, parallel to the parameters.
    let nodes: [[[Int]]]
    let gradients: [[[Double]]]
    /// √Σ g² over all parameters.
    let norm: Double

    /// - Parameter shift: Adds so much of what a gradient may be off by to each of them, to see what becomes of it.
    init(_ optimizer: Optimizer, on network: Network, of pass: AgreedPass, shift: Double = 0) {
        self.optimizer = optimizer
        parameters = network.layers.map(\.parameters)
        nodes = pass.unrolling.parameters
        gradients = nodes.map { $0.map { $0.map { pass.rule.gradients[$0] + shift * pass.gradientScales[$0] } } }
        norm = gradients.joined().joined().reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    /// Where a parameter stands: its layer, its array there and its place in that.
    struct Place: Hashable {
        var layer: Int
        var array: Int
        var index: Int
    }

    func place(of node: Int) -> Place? {
        for (layer, arrays) in nodes.enumerated() {
            for (array, own) in arrays.enumerated() {
                if let index = own.firstIndex(of: node) { return Place(layer: layer, array: array, index: index) }
            }
        }
        return nil
    }

    func parameter(_ place: Place) -> Parameter { parameters[place.layer][place.array] }
    func kind(_ place: Place) -> Parameter.Kind { parameter(place).kind }
    func gradient(_ place: Place) -> Double { gradients[place.layer][place.array][place.index] }

    /// The places of the weights that lead into the same unit, where the norm of their row is limited.
    func row(of place: Place) -> [Place]? {
        let parameter = parameter(place)
        guard optimizer.maxNorm != nil, optimizer.regularizes(parameter.kind), parameter.columns > 0 else { return nil }
        let start = place.index / parameter.columns * parameter.columns
        return (start..<min(start + parameter.columns, parameter.values.count)).map {
            Place(layer: place.layer, array: place.array, index: $0)
        }
    }

    /// The parameter after the rule, before the limit of its row.
    ///
    /// - Parameter names: The parameter's names before and after.
    func moved(_ place: Place, gradient: Scalar, names: @escaping (Int) -> Symbol) -> Scalar {
        let kind = kind(place)
        let decay = optimizer.regularizes(kind) ? optimizer.decay : 0
        let value = parameter(place).values[place.index]
        var state = UpdateRule.State(rule: UpdateRule(optimizer), names: names, value: value, decay: decay)
        if let rate = scheduledRate { state.rate = rate }
        return state.moved(1, along: treated(gradient, of: state.old(1), kind))
    }

    /// η times the schedule's first factor; nil where that is 1.
    private var scheduledRate: Scalar? {
        let factor = optimizer.schedule.factor(at: 0)
        guard factor != 1 else { return nil }
        let symbol = Symbol("eta_1", "\\eta_{1}", indexed: "alpha_1", "\\alpha_{1}")
        return Scalar(UpdateRule.State.rate(optimizer.rate) * Scalar(constant: factor), as: symbol)
    }

    /// The gradient as the rule gets it.
    private func treated(_ gradient: Scalar, of old: Scalar, _ kind: Parameter.Kind) -> Scalar {
        var g = gradient
        if let limit = optimizer.clipNorm {
            let size = Scalar(Scalar("norm", norm), as: .gradientNorm)
            g = (min(Scalar(constant: 1), Scalar("c_norm", limit) / size) * g).named("g_scaled")
        }
        if let limit = optimizer.clipValue {
            let c = Scalar("c", limit)
            g = max(-c, min(c, g)).named("g_clipped")
        }
        guard optimizer.regularizes(kind), optimizer.l1 != 0 || optimizer.l2 != 0 else { return g }
        if optimizer.l2 != 0 { g = g + Scalar("lambda_2", optimizer.l2) * old }
        if optimizer.l1 != 0 {
            let sign = old.value > 0 ? 1.0 : old.value < 0 ? -1 : 0
            g = g + Scalar("lambda_1", optimizer.l1) * Scalar(Scalar("sgn", sign), as: .sign)
        }
        return g.named("g_penalized")
    }

    /// The new values of all parameters; those that the optimiser leaves alone stay what they were.
    func newValues() -> [[[Double]]] {
        parameters.indices.map { layer in
            parameters[layer].indices.map { array in newValues(layer, array) }
        }
    }

    private func newValues(_ layer: Int, _ array: Int) -> [Double] {
        let parameter = parameters[layer][array]
        guard optimizer.updates(parameter.kind) else { return parameter.values }
        let moved: [Double] = parameter.values.indices.map { index -> Double in
            let place = Place(layer: layer, array: array, index: index)
            return self.moved(place, gradient: Scalar("g", gradient(place)), names: { Symbol("theta_\($0)") }).value
        }
        guard let limit = optimizer.maxNorm, optimizer.regularizes(parameter.kind), parameter.columns > 0 else { return moved }
        return stride(from: 0, to: moved.count, by: parameter.columns).flatMap { start -> [Double] in
            let row = moved[start..<min(start + parameter.columns, moved.count)]
            let size = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return size > limit ? row.map { $0 * (limit / size) } : Array(row)
        }
    }
}

extension Symbol {
    /// ‖∇E‖: the norm of all gradients together.
    fileprivate static let gradientNorm = Symbol(
        "norm", "\\lVert \\nabla \\rVert", indexed: "norm", "\\lVert \\nabla \\rVert")
    /// sgn(w) of the parameter itself.
    fileprivate static let sign = Symbol("sgn", "\\mathrm{sgn}(w)", indexed: "sgn", "\\mathrm{sgn}(w)")
}
