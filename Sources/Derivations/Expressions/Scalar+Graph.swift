extension Scalar {
    /// The expression as a graph with this scalar as its result.
    public var graph: ScalarGraph { unrolled().graph }

    /// The derivative of this scalar with respect to another one that it was computed from; 0 for any other.
    public func gradient(of other: Scalar) -> Double {
        let (graph, places) = unrolled()
        guard let node = places[ObjectIdentifier(other.node)] else { return 0 }
        return graph.gradients()[node]
    }

    /// The same derivative by a step of 10⁻²⁰ along the imaginary axis, Im f(x + ih) / h: forward only, and right to the last
    /// digits. Nil where a function on the way has no complex value; 0 for a scalar that this one wasn't computed from.
    public func complexStep(by other: Scalar) -> Double? {
        let (graph, places) = unrolled()
        guard let node = places[ObjectIdentifier(other.node)] else { return 0 }
        return graph.complexStep(by: node)
    }

    /// Operands first, each once, from left to right, without recursion: the order depends on the expression alone.
    func unrolled() -> (graph: ScalarGraph, places: [ObjectIdentifier: Int]) {
        var graph = ScalarGraph()
        var places: [ObjectIdentifier: Int] = [:]
        var stack: [(scalar: Scalar, expanded: Bool)] = [(self, false)]
        while let (scalar, expanded) = stack.popLast() {
            let node = scalar.node
            guard places[ObjectIdentifier(node)] == nil else { continue }
            guard expanded || node.operands.isEmpty else {
                stack.append((scalar, true))
                stack.append(contentsOf: node.operands.reversed().map { ($0, false) })
                continue
            }
            let place =
                node.operation == .given
                ? graph.add(node.value, node.role)
                : graph.add(node.operation, node.operands.compactMap { places[ObjectIdentifier($0.node)] })
            if let symbol = node.symbol { graph.name(place, symbol) }
            places[ObjectIdentifier(node)] = place
        }
        graph.root = graph.nodes.count - 1
        if !graph.isNamed(graph.root) { graph.name(graph.root, Symbol("f")) }
        return (graph, places)
    }
}
