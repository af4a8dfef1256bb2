import Exhibits

/// Draws a computation from left to right: the value above each node, the gradient below it.
struct GraphDrawing {
    private let graph: ComputationGraph
    private let layout: GraphLayout
    private let radius = 21.0

    init(_ graph: ComputationGraph, id: String) {
        self.graph = graph
        let words = graph.nodes.filter { $0.kind == .operation }.map {
            Lettering.width(Self.result(of: $0), hasSubscripts: true)
        }
        layout = GraphLayout(graph, words: words.max() ?? 0)
    }

    func canvas() -> Canvas {
        var canvas = Canvas(width: max(layout.width, rightmost, 300), height: layout.height + 26)
        for way in layout.ways { draw(way, on: &canvas) }
        for node in graph.nodes { draw(node, on: &canvas) }
        let y = canvas.height - 8
        canvas.text(FigureWords.current.valueAbove, at: Point(canvas.width / 2 - 6, y), anchor: .end, "value")
        canvas.text(FigureWords.current.gradientBelow, at: Point(canvas.width / 2 + 6, y), "gradient")
        return canvas
    }

    /// What stands above an operation: its name, where it has one, and its value.
    private static func result(of node: ComputationGraph.Node) -> String {
        let prefix = (node.name ?? "").isEmpty ? "" : "\(NetworkLayout.subscripted(node.name ?? "")) = "
        return prefix + ReadableNumber.text(node.value)
    }

    /// How far to the right the words above the last operations reach: a named result may be wider than its column.
    private var rightmost: Double {
        graph.nodes.compactMap { node in
            guard node.kind == .operation, let center = layout.centers[node.id] else { return nil }
            return center.x + Lettering.width(Self.result(of: node), hasSubscripts: true) / 2 + 4
        }.max() ?? 0
    }

    /// An arrow from rim to rim, rounded where it bends.
    private func draw(_ way: [Point], on canvas: inout Canvas) {
        guard way.count > 1, let first = way.first, let last = way.last else { return }
        let (start, end) = (way[1] - first, last - way[way.count - 2])
        guard start.length > 2 * radius, end.length > 2 * radius else { return }
        let a = first + start * (radius / start.length)
        let b = last - end * (1.25 * radius / end.length)
        var path = "M\(n(a.x)) \(n(a.y))"
        for place in way.indices.dropFirst().dropLast() {
            let bend = way[place]
            let (before, after) = (bend + (way[place - 1] - bend) * 0.4, bend + (way[place + 1] - bend) * 0.4)
            path += "L\(n(before.x)) \(n(before.y))Q\(n(bend.x)) \(n(bend.y)) \(n(after.x)) \(n(after.y))"
        }
        canvas.path(path + "L\(n(b.x)) \(n(b.y))", "arrow")
        let back = end * (7 / end.length)
        let side = Point(-back.y, back.x) * 0.6
        let (left, right) = (b - back + side, b - back - side)
        let tip = b + back * 0.4
        canvas.path("M\(n(tip.x)) \(n(tip.y))L\(n(left.x)) \(n(left.y)) \(n(right.x)) \(n(right.y))Z", "head")
    }

    private func draw(_ node: ComputationGraph.Node, on canvas: inout Canvas) {
        guard let center = layout.centers[node.id] else { return }
        canvas.circle(center, radius: radius, "node \(node.kind.rawValue)")
        let format = { (value: Double) in ReadableNumber.text(value) }
        let name = node.name ?? ""
        switch node.kind {
        case .operation:
            canvas.text(Lettering.fitted(node.operation, to: 44), at: center + Point(0, 5.5), anchor: .middle)
            canvas.text(
                Self.result(of: node), at: center - Point(0, radius + 7), anchor: .middle, "halo value", hasSubscripts: true)
        case .variable:
            canvas.text(
                NetworkLayout.subscripted(name), at: center + Point(0, 5.5), anchor: .middle, "halo", hasSubscripts: true)
            canvas.text(format(node.value), at: center - Point(0, radius + 7), anchor: .middle, "halo value")
        case .constant:
            canvas.text(format(node.value), at: center + Point(0, 5.5), anchor: .middle, "soft")
        }
        if let gradient = node.gradient {
            canvas.text(format(gradient), at: center + Point(0, radius + 18), anchor: .middle, "halo gradient")
        }
    }
}
