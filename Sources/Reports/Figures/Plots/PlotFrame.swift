import Exhibits

/// A rectangle with two axes: grid, ticks, labels and the way from values to places.
struct PlotFrame {
    let area: Box
    let x: any PlotScale
    let y: any PlotScale

    /// The place of a value, or `nil` when an axis can't show it.
    func point(_ xValue: Double, _ yValue: Double) -> Point? {
        guard let across = x.position(xValue), let up = y.position(yValue) else { return nil }
        return Point(area.left + across * area.width, area.bottom - up * area.height)
    }

    /// The room the labels of a vertical axis need.
    static func labelWidth(_ scale: any PlotScale) -> Double {
        scale.ticks.map { Lettering.width($0.label) }.max() ?? 0
    }

    /// Grid lines and tick labels; the axis titles stand above the vertical and below the horizontal axis.
    func drawAxes(on canvas: inout Canvas, xLabel: String, yLabel: String, hasGrid: Bool = true) {
        for tick in y.ticks {
            let level = area.bottom - tick.position * area.height
            if hasGrid { canvas.line(Point(area.left, level), Point(area.right, level), "grid") }
            if !hasGrid { canvas.line(Point(area.left - 5, level), Point(area.left, level), "tick") }
            canvas.text(tick.label, at: Point(area.left - 8, level + 5.5), anchor: .end, "soft")
        }
        var lastRight = -Double.infinity
        for tick in x.ticks {
            let place = area.left + tick.position * area.width
            canvas.line(Point(place, area.bottom), Point(place, area.bottom + 5), "tick")
            let half = Lettering.width(tick.label) / 2
            guard place - half > lastRight + 6 else { continue }
            lastRight = place + half
            canvas.text(tick.label, at: Point(place, area.bottom + 22), anchor: .middle, "soft")
        }
        canvas.line(Point(area.left, area.bottom), Point(area.right, area.bottom), "axis")
        let xTitle = Self.title(xLabel, x.factor)
        if !xTitle.isEmpty {
            canvas.text(xTitle, at: Point(area.center.x, area.bottom + 43), anchor: .middle, hasSubscripts: true)
        }
        let yTitle = Self.title(yLabel, y.factor)
        let start = area.left - 8 - Self.labelWidth(y)
        if !yTitle.isEmpty { canvas.text(yTitle, at: Point(max(2, start), area.top - 14), hasSubscripts: true) }
    }

    private static func title(_ label: String, _ factor: String?) -> String {
        guard let factor else { return label }
        return label.isEmpty ? factor : "\(label) (\(factor))"
    }
}
