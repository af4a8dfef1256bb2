extension ScalarGraph {
    /// The derivative of `root` (the graph's own when not given) with respect to every node, by walking back once.
    func gradients(of root: Int? = nil) -> [Double] {
        let root = root ?? self.root
        var gradients = [Double](repeating: 0, count: nodes.count)
        guard gradients.indices.contains(root) else { return gradients }
        gradients[root] = 1
        for node in stride(from: root, through: 0, by: -1) where gradients[node] != 0 {
            let operands = nodes[node].operands
            guard !operands.isEmpty else { continue }
            let partials = nodes[node].operation.partials(operands.map { values[$0] }, value: values[node])
            for (operand, partial) in zip(operands, partials) { gradients[operand] += gradients[node] * partial }
        }
        return gradients
    }

    /// Which nodes use each node, in order.
    func consumers() -> [[Int]] {
        var consumers = [[Int]](repeating: [], count: nodes.count)
        for (node, content) in nodes.enumerated() {
            for operand in content.operands where consumers[operand].last != node { consumers[operand].append(node) }
        }
        return consumers
    }

    /// Which nodes the root depends on.
    func reachesRoot() -> [Bool] {
        var reaches = [Bool](repeating: false, count: nodes.count)
        guard reaches.indices.contains(root) else { return reaches }
        reaches[root] = true
        for node in stride(from: root, through: 0, by: -1) where reaches[node] {
            for operand in nodes[node].operands { reaches[operand] = true }
        }
        return reaches
    }
}
