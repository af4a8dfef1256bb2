import Exhibits

/// Where the nodes of a computation stand: operands left of what uses them, no two on one another, long edges around nodes.
///
/// The columns are the computation's own. In a column everything keeps its order and its distance, and goes as near as it can
/// to the middle of its neighbours.
struct GraphLayout {
    let centers: [String: Point]
    /// By the place of an edge in the graph: the points it goes through, both ends included.
    let ways: [[Point]]
    let width: Double
    let height: Double
    static let columnDistance = 104.0
    static let rowDistance = 96.0

    /// - Parameter words: how wide the widest words above a node are; two of them stand side by side.
    init(_ graph: ComputationGraph, words: Double = 0) {
        let columnDistance = max(Self.columnDistance, min(words + 10, 1.6 * Self.columnDistance))
        let layers = GraphLayers(graph)
        var rows: [GraphLayers.Item: Double] = [:]
        for column in layers.columns {
            let places = Self.apart(column, wished: column.map { _ in (0, 1) })
            for (item, place) in zip(column, places) { rows[item] = place }
        }
        // Each column in turn goes where the squares of its edges' climbs are least; a hundred rounds settle twenty columns.
        for sweep in 0..<100 {
            for column in sweep % 2 == 0 ? layers.columns.reversed() : layers.columns {
                let wished: [(row: Double, weight: Double)] = column.map { item in
                    let near = (layers.left[item, default: []] + layers.right[item, default: []]).compactMap { rows[$0] }
                    guard !near.isEmpty else { return (rows[item, default: 0], 1) }
                    return (near.reduce(0, +) / Double(near.count), Double(near.count))
                }
                for (item, place) in zip(column, Self.apart(column, wished: wished)) { rows[item] = place }
            }
        }
        let lowest = rows.values.min() ?? 0
        let highest = rows.values.max() ?? 0

        var points: [GraphLayers.Item: Point] = [:]
        for (number, column) in layers.columns.enumerated() {
            for item in column {
                points[item] = Point(
                    50 + columnDistance * Double(number), 50 + Self.rowDistance * (rows[item, default: 0] - lowest))
            }
        }
        var centers: [String: Point] = [:]
        for (index, node) in graph.nodes.enumerated() { centers[node.id] = points[.node(index)] }
        self.centers = centers
        ways = layers.ways.map { $0.compactMap { points[$0] } }
        width = 100 + columnDistance * Double(layers.columns.count - 1)
        height = 100 + Self.rowDistance * (highest - lowest)
    }

    /// The rows nearest to those wished for, by weighted least squares, that keep the order and leave room: neighbours whose
    /// wishes collide share their mean (the pool-adjacent-violators algorithm).
    private static func apart(_ column: [GraphLayers.Item], wished: [(row: Double, weight: Double)]) -> [Double] {
        var offsets: [Double] = []
        for (place, item) in column.enumerated() {
            guard place > 0 else {
                offsets.append(0)
                continue
            }
            let bends = (item.isBend ? 1 : 0) + (column[place - 1].isBend ? 1 : 0)
            offsets.append(offsets[place - 1] + [1, 0.7, 0.25][bends])
        }
        var blocks: [(sum: Double, weight: Double, count: Int)] = []
        for (wish, offset) in zip(wished, offsets) {
            blocks.append((wish.weight * (wish.row - offset), wish.weight, 1))
            while blocks.count > 1, let last = blocks.last, case let before = blocks[blocks.count - 2],
                before.sum / before.weight > last.sum / last.weight
            {
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.weight + last.weight, before.count + last.count))
            }
        }
        let means = blocks.flatMap { [Double](repeating: $0.sum / $0.weight, count: $0.count) }
        return zip(means, offsets).map { $0 + $1 }
    }
}
