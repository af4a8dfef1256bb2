import Exhibits

/// Draws shaded regions, level lines, points and paths over two axes of equal standing.
struct PlaneDrawing {
    private let plot: PlanePlot
    private let id: String

    init(_ plot: PlanePlot, id: String) {
        self.plot = plot
        self.id = id
    }

    func canvas() -> Canvas {
        let entries = LegendRow.entries(of: plot)
        let legend = LegendRow.rows(entries, width: 440)
        var canvas = Canvas(width: 480, height: 380 + 22 * Double(legend.count))
        let frame = frame(in: canvas, below: 22 * Double(legend.count))
        for (index, region) in plot.regions.enumerated() {
            let outline = Self.path(MarchingSquares(region.field, closed: true).lines(at: 0), of: region.field, in: frame)
            canvas.path(outline.isEmpty ? "" : outline, "region s\(index % SVG.seriesCount + 1)")
        }
        frame.drawAxes(on: &canvas, xLabel: plot.x, yLabel: plot.y, hasGrid: plot.regions.isEmpty && plot.levels == nil)
        drawBoundaries(in: frame, on: &canvas)
        if let levels = plot.levels {
            let squares = MarchingSquares(levels.field, closed: false)
            for level in levels.levels where level.isFinite {
                canvas.path(Self.path(squares.lines(at: level), of: levels.field, in: frame), "level")
            }
        }
        drawPaths(in: frame, on: &canvas)
        for (index, group) in plot.points.enumerated() {
            for (x, y) in zip(group.x, group.y) {
                guard let place = inside(x, y, frame) else { continue }
                PointShape(index).draw(at: place, on: &canvas)
            }
        }
        for (x, y) in zip(plot.ringed?.x ?? [], plot.ringed?.y ?? []) {
            guard let place = inside(x, y, frame) else { continue }
            canvas.circle(place, radius: 8, "ring")
        }
        LegendRow.draw(legend, from: Point(frame.area.left, 16), on: &canvas)
        return canvas
    }

    /// The line between regions: where the first of two, or each of several, ends.
    private func drawBoundaries(in frame: PlotFrame, on canvas: inout Canvas) {
        for region in plot.regions.count == 2 ? Array(plot.regions.prefix(1)) : plot.regions {
            canvas.path(
                Self.path(MarchingSquares(region.field, closed: false).lines(at: 0), of: region.field, in: frame), "boundary")
        }
    }

    private func drawPaths(in frame: PlotFrame, on canvas: inout Canvas) {
        for (index, path) in plot.paths.enumerated() {
            let style = "s\((plot.points.count + index) % SVG.seriesCount + 1)"
            let places = zip(path.x, path.y).map { inside($0, $1, frame) }
            canvas.path(Curve(places).path, "curve \(style)")
            let shown = places.compactMap(\.self)
            for place in shown.count <= 60 ? shown : [shown.first, shown.last].compactMap(\.self) {
                canvas.circle(place, radius: 3, "dot mark \(style)")
            }
        }
    }

    private func inside(_ x: Double, _ y: Double, _ frame: PlotFrame) -> Point? {
        guard let place = frame.point(x, y), frame.area.grown(by: 0.5).contains(place) else { return nil }
        return place
    }

    private func frame(in canvas: Canvas, below top: Double) -> PlotFrame {
        let fields = plot.regions.map(\.field) + [plot.levels?.field].compactMap(\.self)
        let groups = plot.points + plot.paths
        let xs = fields.isEmpty ? groups.flatMap(\.x) : fields.flatMap { [$0.xRange.lowerBound, $0.xRange.upperBound] }
        let ys = fields.isEmpty ? groups.flatMap(\.y) : fields.flatMap { [$0.yRange.lowerBound, $0.yRange.upperBound] }
        let margin: LinearScale.Margin = fields.isEmpty ? .airy : .tight
        let x = LinearScale(showing: xs, count: 5, margin: margin)
        let y = LinearScale(showing: ys, count: 5, margin: margin)
        let left = max(24, PlotFrame.labelWidth(y) + 10)
        let area = Box(
            x: left, y: top + 34, width: canvas.width - left - 20, height: canvas.height - top - 34 - 50)
        return PlotFrame(area: area, x: x, y: y)
    }

    /// Path data of lines given in 0…1 of a field.
    private static func path(_ lines: [[Point]], of field: PlanePlot.Field, in frame: PlotFrame) -> String {
        lines.map { line in
            let places = line.compactMap { point -> Point? in
                frame.point(
                    field.xRange.lowerBound + point.x * (field.xRange.upperBound - field.xRange.lowerBound),
                    field.yRange.lowerBound + point.y * (field.yRange.upperBound - field.yRange.lowerBound))
            }
            let isRing = line.count > 2 && line.first == line.last
            let data = Curve(places).path
            return data.isEmpty || !isRing ? data : data + "Z"
        }.joined()
    }
}
