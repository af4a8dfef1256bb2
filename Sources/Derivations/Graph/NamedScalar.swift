/// One named number of a graph, with its value and the derivative of the result with respect to it.
public struct NamedScalar: Hashable, Sendable {
    /// As a lesson spells it: `net_h1`.
    public var name: String
    public var role: ScalarGraph.Role
    public var value: Double
    public var gradient: Double
}

extension ScalarGraph {
    /// Every named number in the order of computation: where a reader's mistaken number may have come from.
    public var namedScalars: [NamedScalar] {
        let gradients = gradients()
        return blocks.flatMap { block in
            block.nodes.map { node in
                NamedScalar(
                    name: block.symbol(node - block.nodes.lowerBound).key, role: nodes[node].role, value: values[node],
                    gradient: gradients[node])
            }
        }
    }

    /// The name of the result: `E_total`, `f`.
    public var resultName: String { symbol(of: root)?.key ?? "f" }

    /// The value under a name, or `nil` for a name the graph doesn't know.
    public func value(of name: String) -> Double? { node(named: name).map { values[$0] } }

    /// The derivative of the result with respect to a named number.
    public func gradient(of name: String) -> Double? { node(named: name).map { gradients()[$0] } }

    /// ∂`result`/∂`name`: over every path from one to the other. 0 when there is none.
    public func partial(_ result: String, _ name: String) -> Double? {
        guard let result = node(named: result), let other = node(named: name) else { return nil }
        return gradients(of: result)[other]
    }

    /// The whole graph computed again with every named intermediate result rounded, as with a calculator on paper.
    public func rounded(to rounding: Rounding) -> ScalarGraph { replayed(rounding: rounding) }

    /// The graph computed again with other values for given numbers, such as updated weights. Unknown names are ignored.
    public func replacing(_ values: [String: Double]) -> ScalarGraph {
        var givens: [Int: Double] = [:]
        for (name, value) in values { if let node = node(named: name) { givens[node] = value } }
        return replayed(givens: givens)
    }
}
