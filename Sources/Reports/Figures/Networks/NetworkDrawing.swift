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
        guard let gradient = node.gradient else { return }
        let below = NetworkLayout.shown(gradient)
        placer.avoid(Box(center: baseline + Point(0, 15), width: Lettering.width(below), height: 18))
        canvas.text(below, at: baseline + Point(0, 20), anchor: .middle, "halo gradient")
    }

    /// All labels between two columns, without gradients where there isn't room for these, or none at all.
    private func drawLabels(ofGap gap: Int, on canvas: inout Canvas, avoiding placer: inout LabelPlacer) {
        for withGradients in [true, false] where drawsLabels(ofGap: gap, withGradients, on: &canvas, avoiding: &placer) {
            return
        }
    }

    private func drawsLabels(
        ofGap gap: Int, _ withGradients: Bool, on canvas: inout Canvas, avoiding placer: inout LabelPlacer
    ) -> Bool {
        let sources = Set(diagram.columns[gap].nodes.map(\.id))
        let labelled = diagram.edges.filter { sources.contains($0.from) && !$0.label.isEmpty }
        guard labelled.count <= 24 else { return false }
        var attempt = placer
        var placed: [(text: String, gradient: String?, box: Box)] = []
        for edge in labelled {
            guard let line = layout.line(of: edge) else { continue }
            let text = NetworkLayout.label(of: edge)
            let gradient = withGradients ? edge.gradient.map(NetworkLayout.shown) : nil
            let width = NetworkLayout.labelWidth(of: edge) + 4
            let places = [0.26, 0.32, 0.2, 0.4, 0.48, 0.56, 0.64, 0.72, 0.8].map { share in
                Box(center: line.from + (line.to - line.from) * share, width: width, height: gradient == nil ? 18 : 37)
            }
            guard let box = attempt.place(places) else { return false }
            placed.append((text, gradient, box))
        }
        placer = attempt
        for (text, gradient, box) in placed {
            // Its own edge, and what comes close to it, ends at the label.
            canvas.rectangle(Box(center: box.center, width: box.width, height: box.height - 6), "paper")
            let baseline = Point(box.center.x, box.top + 14.5)
            canvas.text(text, at: baseline, anchor: .middle, "halo", hasSubscripts: true)
            if let gradient {
                canvas.text(gradient, at: baseline + Point(0, 19), anchor: .middle, "halo gradient")
            }
        }
        return true
    }

    /// How weights are told apart, in the drawing's own signs, and what is a gradient.
    private func drawLegend(on canvas: inout Canvas) {
        var y = layout.height - 12
        if diagram.edges.contains(where: { $0.gradient != nil })
            || diagram.columns.contains(where: { $0.nodes.contains { $0.gradient != nil } })
        {
            canvas.text(FigureWords.current.value, at: Point(layout.width / 2 - 6, y), anchor: .end)
            canvas.text(FigureWords.current.gradient, at: Point(layout.width / 2 + 6, y), "gradient")
            y -= 24
        }
        guard diagram.edges.contains(where: { $0.weight < 0 }) else { return }
        let legend = NetworkLegend()
        var x = legend.start(in: layout.width)
        for (style, text) in [("positive", legend.positive), ("negative", legend.negative)] {
            canvas.element(
                "line",
                ["class": "edge \(style)", "x1": n(x), "y1": n(y - 5), "x2": n(x + 30), "y2": n(y - 5), "stroke-width": "2.5"])
            canvas.text(text, at: Point(x + NetworkLegend.indent, y), "soft")
            x += legend.step
        }
    }
}
