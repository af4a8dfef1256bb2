import Exhibits

/// The nodes of a computation in columns from left to right, every edge between neighbouring columns only: an edge that
/// passes a column has a bend there, which is ordered like a node.
///
/// After K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical System Structures", IEEE
/// Transactions on Systems, Man, and Cybernetics 11 (1981): layers, then an order with few crossings by the mean of neighbours.
struct GraphLayers {
    /// A node by its place in the graph, or where an edge, by its place, passes a column.
    enum Item: Hashable {
        case node(Int)
        case bend(edge: Int, column: Int)

        var isBend: Bool { if case .bend = self { true } else { false } }
    }

    /// From the first operands to the result, each from top to bottom.
    private(set) var columns: [[Item]]
    /// Neighbours in the column to the left, in the order of operands, and in the one to the right.
    private(set) var left: [Item: [Item]] = [:]
    private(set) var right: [Item: [Item]] = [:]
    /// What each edge goes through, both ends included.
    private(set) var ways: [[Item]] = []

    init(_ graph: ComputationGraph) {
        let index = Dictionary(graph.nodes.indices.map { (graph.nodes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let edges = graph.edges.map { (from: index[$0.from], to: index[$0.to]) }
        var operands: [Int: [Int]] = [:]
        for edge in edges.indices {
            if let to = edges[edge].to, let from = edges[edge].from, from != to { operands[to, default: []].append(edge) }
        }

        // Operands stand before what uses them, so one walk from the back finds every distance to the result.
        var distance = [Int](repeating: 0, count: graph.nodes.count)
        for node in graph.nodes.indices.reversed() {
            for edge in operands[node, default: []] {
                guard let from = edges[edge].from, from < node else { continue }
                distance[from] = max(distance[from], distance[node] + 1)
            }
        }
        let depth = distance.max() ?? 0
        columns = [[Item]](repeating: [], count: depth + 1)

        for edge in edges.indices {
            guard let from = edges[edge].from, let to = edges[edge].to, distance[from] > distance[to] else {
                ways.append([])
                continue
            }
            let bends = stride(from: distance[from] - 1, to: distance[to], by: -1).map {
                Item.bend(edge: edge, column: depth - $0)
            }
            let way = [Item.node(from)] + bends + [.node(to)]
            for (a, b) in zip(way, way.dropFirst()) {
                right[a, default: []].append(b)
                left[b, default: []].append(a)
            }
            ways.append(way)
        }

        // Depth first from the result, operands in the order in which they are written; what counts for nothing comes last.
        var seen: Set<Item> = []
        for root in graph.nodes.indices.reversed() {
            var stack = [Item.node(root)]
            while let item = stack.popLast() {
                guard seen.insert(item).inserted else { continue }
                switch item {
                case .node(let node): columns[depth - distance[node]].append(item)
                case .bend(_, let column): columns[column].append(item)
                }
                stack += left[item, default: []].reversed()
            }
        }
        uncross()
    }

    /// Sorts columns by the mean place of their neighbours, back and forth, and keeps the order with the fewest crossings.
    private mutating func uncross() {
        var best = (crossings: crossings, columns: columns)
        for sweep in 0..<8 where best.crossings > 0 {
            let goesRight = sweep % 2 == 1
            for column in goesRight ? Array(columns.indices) : columns.indices.reversed() {
                let beside = goesRight ? column - 1 : column + 1
                guard columns.indices.contains(beside) else { continue }
                let places = Dictionary(uniqueKeysWithValues: columns[beside].enumerated().map { ($1, Double($0)) })
                let keyed = columns[column].enumerated().map { place, item in
                    let near = (goesRight ? left : right)[item, default: []].compactMap { places[$0] }
                    return (
                        key: near.isEmpty ? Double(place) : near.reduce(0, +) / Double(near.count), place: place, item: item
                    )
                }
                columns[column] = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.item)
            }
            if crossings < best.crossings { best = (crossings, columns) }
        }
        columns = best.columns
    }

    /// How often two edges between neighbouring columns cross.
    private var crossings: Int {
        zip(columns, columns.dropFirst()).reduce(0) { sum, pair in
            let places = Dictionary(uniqueKeysWithValues: pair.1.enumerated().map { ($1, $0) })
            let ends = pair.0.flatMap { right[$0, default: []].compactMap { places[$0] }.sorted() }
            return sum
                + ends.indices.reduce(0) { count, first in count + ends[first...].count { $0 < ends[first] } }
        }
    }
}
