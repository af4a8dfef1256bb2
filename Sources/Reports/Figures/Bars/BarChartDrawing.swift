import Exhibits

/// Draws bars over names, or touching bars over ranges, panel beside panel with one vertical axis.
struct BarChartDrawing {
    private let chart: BarChart

    init(_ chart: BarChart) {
        self.chart = chart
    }

    func canvas() -> Canvas {
        let panels = chart.panels.prefix(12)
        let perRow = max(1, min(panels.count, 3))
        let rows = max(1, (panels.count + perRow - 1) / perRow)
        let size = Point(perRow == 1 ? 480 : 240, rows == 1 ? 300 : 220)
        var canvas = Canvas(width: size.x * Double(perRow), height: size.y * Double(rows))
        if panels.allSatisfy(\.heights.isEmpty) {
            canvas.text(FigureWords.current.noValues, at: Point(canvas.width / 2, canvas.height / 2), anchor: .middle, "soft")
            return canvas
        }
        let y = LinearScale(showing: panels.flatMap(\.heights) + [0], count: rows == 1 ? 5 : 3)
        for (index, panel) in panels.enumerated() {
            let corner = Point(size.x * Double(index % perRow), size.y * Double(index / perRow))
            draw(panel, at: corner, size: size, y, on: &canvas)
        }
        return canvas
    }

    private func draw(_ panel: BarChart.Panel, at corner: Point, size: Point, _ y: LinearScale, on canvas: inout Canvas) {
        let left = max(24, PlotFrame.labelWidth(y) + 12)
        let area = Box(x: corner.x + left, y: corner.y + 34, width: size.x - left - 10, height: size.y - 34 - 50)
        for tick in y.ticks {
            let level = area.bottom - tick.position * area.height
            canvas.line(Point(area.left, level), Point(area.right, level), "grid")
            canvas.text(tick.label, at: Point(area.left - 8, level + 5.5), anchor: .end, "soft")
        }
        canvas.text(
            panel.name.isEmpty ? chart.y : Lettering.fitted(panel.name, to: size.x - 20),
            at: Point(corner.x + 4, corner.y + 18),
            panel.name.isEmpty ? "" : "strong")
        let zero = area.bottom - (y.position(0) ?? 0) * area.height
        let step = area.width / Double(max(1, panel.heights.count))
        let gap = chart.isHistogram ? 0.5 : min(8, step * 0.15)
        for (index, height) in panel.heights.enumerated() {
            guard let position = y.position(height) else { continue }
            let level = area.bottom - position * area.height
            canvas.rectangle(
                Box(
                    x: area.left + step * Double(index) + gap, y: min(level, zero), width: max(0.5, step - 2 * gap),
                    height: max(0.5, abs(zero - level))), "bar")
        }
        canvas.line(Point(area.left, zero), Point(area.right, zero), "axis")
        drawLabels(panel, area, step, on: &canvas)
        canvas.text(chart.x, at: Point(area.center.x, area.bottom + 43), anchor: .middle, hasSubscripts: true)
    }

    /// Names under the bars, or the ticks of a histogram's range, as many as have room.
    private func drawLabels(_ panel: BarChart.Panel, _ area: Box, _ step: Double, on canvas: inout Canvas) {
        let places: [(label: String, middle: Double)]
        if let range = chart.range {
            let scale = LinearScale(showing: [range.lowerBound, range.upperBound], count: 4, margin: .tight)
            places = scale.ticks.map { ($0.label, area.left + $0.position * area.width) }
        } else {
            places = panel.labels.enumerated().map { ($0.element, area.left + step * (Double($0.offset) + 0.5)) }
        }
        var lastRight = -Double.infinity
        for (label, middle) in places {
            if chart.isHistogram { canvas.line(Point(middle, area.bottom), Point(middle, area.bottom + 5), "tick") }
            let half = Lettering.width(label, hasSubscripts: true) / 2
            guard middle - half > lastRight + 6, middle + half <= area.right + 12 else { continue }
            lastRight = middle + half
            canvas.text(label, at: Point(middle, area.bottom + 22), anchor: .middle, "soft", hasSubscripts: true)
        }
    }
}
