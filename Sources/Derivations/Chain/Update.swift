import Networks

/// What follows a derivation: how an optimiser makes a new parameter from the old one, in its first step.
struct Update: Sendable {
    let rate: Double
    let old: Double
    let new: Double
    /// Whether one line says it all: w⁺ = w − η · ∂E/∂w.
    let isPlain: Bool
    /// Every quantity of the step, for the other methods: moments, corrections, the new value.
    let graph: ScalarGraph

    /// `nil` when the optimiser leaves this number as it is.
    init?(_ optimizer: Optimizer, of node: Int, in rule: ChainRule) {
        let graph = rule.graph
        guard graph.nodes[node].role == .parameter, let symbol = graph.symbol(of: node) else { return nil }
        let isBias = symbol.key.hasPrefix("b")
        guard optimizer.scope == .all || !isBias else { return nil }
        let written = UpdateRule(optimizer)
        let decay = isBias ? 0 : optimizer.decay
        let scale = Self.clipping(optimizer, rule)
        old = graph.values[node]
        rate = written.rate
        isPlain = optimizer.method == .gradientDescent && decay == 0 && scale == 1
        var state = UpdateRule.State(rule: written, names: { $0 == 0 ? symbol : symbol.updated }, value: old, decay: decay)
        let gradient = Scalar(Scalar("g", rule.gradients[node]), as: Symbol("g", "g", indexed: "g", "g"))
        let limited = scale == 1 ? gradient : (Scalar("c", scale) * gradient).named("g_clipped")
        self.graph = state.step(1, along: limited)
        new = state.parameter
    }

    /// What all gradients are multiplied by when together they are longer than the optimiser allows.
    private static func clipping(_ optimizer: Optimizer, _ rule: ChainRule) -> Double {
        guard let limit = optimizer.clipNorm else { return 1 }
        let parameters = rule.graph.nodes.indices.filter { rule.graph.nodes[$0].role == .parameter }
        let norm = parameters.reduce(0) { $0 + rule.gradients[$1] * rule.gradients[$1] }.squareRoot()
        return norm > limit ? limit / norm : 1
    }
}

extension Symbol {
    /// The same parameter after an update: w_5^+, w_{11}^{(2)+}.
    var updated: Symbol {
        let raised = indexedTeX.hasSuffix(")}") ? indexedTeX.dropLast() + "+}" : indexedTeX + "^+"
        return Symbol(key + "+", sequentialTeX + "^+", indexed: indexedKey + "+", raised)
    }
}
