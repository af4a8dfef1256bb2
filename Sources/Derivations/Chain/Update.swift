import Networks

/// The line that follows a derivation: how an optimiser makes a new parameter from the old one.
struct Update: Sendable {
    let rate: Double
    let old: Double
    let new: Double

    /// `nil` when the optimiser leaves this number as it is.
    init?(_ optimizer: Optimizer, of node: Int, in rule: ChainRule) {
        let graph = rule.graph
        guard graph.nodes[node].role == .parameter else { return nil }
        let isBias = graph.symbol(of: node)?.key.hasPrefix("b") ?? false
        guard optimizer.scope == .all || !isBias else { return nil }
        rate = optimizer.rate
        old = graph.values[node]
        new = old - rate * rule.gradients[node]
    }
}
