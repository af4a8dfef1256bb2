import Networks

/// What follows a derivation: how an optimiser makes a new parameter from the old one, in its first step.
struct Update: Sendable {
    let rate: Double
    let old: Double
    let new: Double
    /// Whether one line says it all: w⁺ = w − η · ∂E/∂w.
    let isPlain: Bool
    /// Whether the method remembers something from step to step.
    let hasMemory: Bool
    /// Every quantity of the step, where one line doesn't say it all: what becomes of the gradient, moments, the new value.
    let graph: ScalarGraph

    /// `nil` when the optimiser leaves this number as it is.
    init?(of node: Int, _ step: GraphStep, in graph: ScalarGraph) {
        guard let symbol = graph.symbol(of: node), let place = step.place(of: node) else { return nil }
        let (optimizer, kind) = (step.optimizer, step.kind(place))
        guard optimizer.updates(kind) else { return nil }
        let row = step.row(of: place)
        let gradient = Scalar("g", step.gradient(place))
        var result: Scalar
        if let row, let limit = optimizer.maxNorm {
            let own = Scalar(step.moved(place, gradient: gradient) { _ in symbol }, as: symbol.stepped)
            let others = row.map { other -> Scalar in
                guard other != place else { return own }
                let node = step.nodes[other.layer][other.array][other.index]
                let name = graph.symbol(of: node) ?? symbol
                let moved = step.moved(other, gradient: Scalar("g", step.gradient(other))) { _ in name }
                return Scalar(Scalar("theta", moved.value), as: name.stepped)
            }
            let size = Scalar(sqrt(sum(others.map { pow($0, 2) })), as: .rowNorm)
            result = min(Scalar(constant: 1), Scalar("c_row", limit) / size) * own
        } else {
            result = step.moved(place, gradient: gradient) { _ in symbol }
        }
        result = Scalar(result, as: symbol.updated)
        old = graph.values[node]
        new = result.value
        rate = UpdateRule(optimizer).rate
        self.graph = result.graph
        hasMemory = optimizer.method != .gradientDescent
        let isTreated = optimizer.regularizes(kind) && (optimizer.l1 != 0 || optimizer.l2 != 0 || optimizer.decay != 0)
        isPlain =
            !hasMemory && !isTreated && row == nil && optimizer.clipNorm == nil && optimizer.clipValue == nil
            && optimizer.schedule.factor(at: 0) == 1
    }
}

extension Symbol {
    /// The same parameter after an update: w_5^+, w_{11}^{(2)+}.
    var updated: Symbol { marked("+") }

    /// The same parameter after the rule, before its row is held to a norm: w_5′.
    fileprivate var stepped: Symbol {
        Symbol(key + "'", "{\(sequential.tex)}'", indexed: indexedKey + "'", "{\(indexed.tex)}'")
    }

    /// ‖w′‖ of the row.
    fileprivate static let rowNorm = Symbol("row", "\\lVert w' \\rVert", indexed: "row", "\\lVert w' \\rVert")
}
