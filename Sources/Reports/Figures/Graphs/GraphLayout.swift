import Exhibits

/// Where the nodes of a computation stand: operands left of what uses them, leaves in reading order, no two on one another.
///
/// An expression gives its own layers, so nothing is searched for: the column is the longest way back from the result, the
/// row is the middle of the operands' rows.
struct GraphLayout {
    let centers: [String: Point]
    let width: Double
    let height: Double
    static let columnDistance = 104.0
    static let rowDistance = 96.0

    init(_ graph: ComputationGraph) {
        var operands: [String: [String]] = [:]
        for edge in graph.edges { operands[edge.to, default: []].append(edge.from) }
        let known = Set(graph.nodes.map(\.id))

        // Operands stand before what uses them, so one walk from the back finds every distance to the result.
        var distance: [String: Int] = [:]
        for node in graph.nodes.reversed() {
            let own = distance[node.id, default: 0]
            distance[node.id] = own
            for operand in operands[node.id, default: []] where known.contains(operand) && operand != node.id {
                distance[operand] = max(distance[operand, default: 0], own + 1)
            }
        }
        let depth = distance.values.max() ?? 0

        var rows: [String: Double] = [:]
        var nextLeaf = 0.0
        var taken: [Int: [Double]] = [:]
        // In the order of the nodes operands come first, so a row's operands have their rows already.
        for id in Self.readingOrder(graph, operands) {
            let inputs = operands[id, default: []].compactMap { rows[$0] }
            let column = distance[id, default: 0]
            var row = inputs.isEmpty ? nextLeaf : inputs.reduce(0, +) / Double(inputs.count)
            while taken[column, default: []].contains(where: { abs($0 - row) < 0.95 }) { row += 0.5 }
            if inputs.isEmpty { nextLeaf = max(nextLeaf, row) + 1 }
            rows[id] = row
            taken[column, default: []].append(row)
        }
        let lowest = rows.values.min() ?? 0
        let highest = rows.values.max() ?? 0
        var centers: [String: Point] = [:]
        for (id, row) in rows {
            let column = depth - distance[id, default: 0]
            centers[id] = Point(50 + Self.columnDistance * Double(column), 50 + Self.rowDistance * (row - lowest))
        }
        self.centers = centers
        width = 100 + Self.columnDistance * Double(depth)
        height = 100 + Self.rowDistance * (highest - lowest)
    }

    /// Depth first from the result, operands in the order in which they are written; what counts for nothing comes last.
    private static func readingOrder(_ graph: ComputationGraph, _ operands: [String: [String]]) -> [String] {
        var order: [String] = []
        var seen: Set<String> = []
        for root in graph.nodes.reversed() {
            var stack: [(id: String, isDone: Bool)] = [(root.id, false)]
            while let top = stack.popLast() {
                if top.isDone {
                    order.append(top.id)
                } else if seen.insert(top.id).inserted {
                    stack.append((top.id, true))
                    for operand in operands[top.id, default: []].reversed() { stack.append((operand, false)) }
                }
            }
        }
        let known = Set(graph.nodes.map(\.id))
        return order.filter(known.contains)
    }
}
