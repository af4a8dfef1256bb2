import Exhibits

/// Draws a layered network: columns of nodes, edges by weight in colour, dashes and width, with labels where all of them fit.
struct NetworkDrawing {
    let diagram: NetworkDiagram
    let layout: NetworkLayout
    private let heaviest: Double

    init(_ diagram: NetworkDiagram, id: String) {
        self.diagram = diagram
        let layout = NetworkLayout(diagram)
        self.layout = layout
        heaviest =
            diagram.edges.filter { layout.centers[$0.from] != nil && layout.centers[$0.to] != nil }
            .map { abs($0.weight) }.filter(\.isFinite).max() ?? 0
    }

    func canvas() -> Canvas {
        var canvas = Canvas(width: layout.width, height: layout.height)
        for (column, x) in zip(diagram.columns, layout.columnCenters) {
            canvas.text(
                Lettering.fitted(column.title, to: layout.columnDistance - 6), at: Point(x, 16), anchor: .middle, "soft")
        }
        for edge in diagram.edges { draw(edge, on: &canvas) }
        var placer = LabelPlacer(within: Box(x: 0, y: 24, width: layout.width, height: layout.height - 24))
        for column in diagram.columns {
            for node in column.nodes { draw(node, on: &canvas, avoiding: &placer) }
        }
        for gap in diagram.columns.indices.dropLast() { drawLabels(ofGap: gap, on: &canvas, avoiding: &placer) }
        drawLegend(on: &canvas)
        return canvas
    }

    private func draw(_ edge: NetworkDiagram.Edge, on canvas: inout Canvas) {
        guard let line = layout.line(of: edge) else { return }
        let sign = edge.weight > 0 ? "positive" : edge.weight < 0 ? "negative" : "zero"
        let share = heaviest > 0 && edge.weight.isFinite ? abs(edge.weight) / heaviest : 0
        canvas.element(
            "line",
            [
                "class": "edge \(sign)", "data-part": edge.label.isEmpty ? edge.from : edge.label, "x1": n(line.from.x),
                "y1": n(line.from.y), "x2": n(line.to.x), "y2": n(line.to.y),
                "stroke-width": n(0.8 + 3.2 * share),
            ])
    }

    private func draw(_ node: NetworkDiagram.Node, on canvas: inout Canvas, avoiding placer: inout LabelPlacer) {
        guard let center = layout.centers[node.id] else { return }
        if node.role == .elided {
            for offset in [-9.0, 0, 9] { canvas.circle(center + Point(0, offset), radius: 2, "dot") }
            canvas.rectangle(Box(x: center.x + 9, y: center.y - 9, width: Lettering.width(node.label) + 4, height: 18), "paper")
            canvas.text(node.label, at: center + Point(12, 5.5), "soft")
            return
        }
        let radius = layout.radius
        placer.avoid(Box(center: center, width: 2 * radius + 4, height: 2 * radius + 4))
        canvas.element(
            "circle",
            [
                "class": "node \(node.role.rawValue)", "data-part": node.id, "cx": n(center.x), "cy": n(center.y),
                "r": n(radius),
            ])
        canvas.text(
            NetworkLayout.subscripted(node.label), at: center + Point(0, 5.5), anchor: .middle, hasSubscripts: true)
        guard let value = node.value else { return }
        let text = NetworkLayout.shown(value)
        let baseline = center + Point(0, radius + 18)
        let width = Lettering.width(text)
        placer.avoid(Box(center: baseline - Point(0, 5), width: width, height: 18))
        canvas.text(text, at: baseline, anchor: .middle, "halo")
    }

    /// All labels between two columns, or none when there isn't room for all.
    private func drawLabels(ofGap gap: Int, on canvas: inout Canvas, avoiding placer: inout LabelPlacer) {
        let sources = Set(diagram.columns[gap].nodes.map(\.id))
        let labelled = diagram.edges.filter { sources.contains($0.from) && !$0.label.isEmpty }
        guard labelled.count <= 24 else { return }
        var attempt = placer
        var placed: [(text: String, box: Box)] = []
        for edge in labelled {
            guard let line = layout.line(of: edge) else { continue }
            let text = NetworkLayout.label(of: edge)
            let width = Lettering.width(text, hasSubscripts: true) + 4
            let places = [0.26, 0.32, 0.2, 0.4, 0.48, 0.56, 0.64, 0.72, 0.8].map { share in
                Box(center: line.from + (line.to - line.from) * share, width: width, height: 18)
            }
            guard let box = attempt.place(places) else { return }
            placed.append((text, box))
        }
        placer = attempt
        for (text, box) in placed {
            canvas.rectangle(Box(center: box.center, width: box.width + 2, height: 18), "paper")
            canvas.text(text, at: Point(box.center.x, box.center.y + 5.5), anchor: .middle, "halo", hasSubscripts: true)
        }
    }

    /// How weights are told apart, in the drawing's own signs.
    private func drawLegend(on canvas: inout Canvas) {
        guard diagram.edges.contains(where: { $0.weight < 0 }) else { return }
        let y = layout.height - 12
        let words = [("positive", "positive weight"), ("negative", "negative weight")]
        var x = max(4, layout.width / 2 - 170)
        for (style, text) in words {
            canvas.element(
                "line",
                ["class": "edge \(style)", "x1": n(x), "y1": n(y - 5), "x2": n(x + 30), "y2": n(y - 5), "stroke-width": "2.5"])
            canvas.text(text, at: Point(x + 38, y), "soft")
            x += 178
        }
    }
}
