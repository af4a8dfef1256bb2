import Exhibits

/// Draws curves over two axes, named at their ends, with the marked points written beside them.
struct LinePlotDrawing {
    private let plot: LinePlot
    private let id: String
    private let series: [LinePlot.Series]

    init(_ plot: LinePlot, id: String) {
        self.plot = plot
        self.id = id
        series = plot.series.map { series in
            let count = min(series.x.count, series.y.count)
            return LinePlot.Series(
                series.name, x: Array(series.x.prefix(count)), y: Array(series.y.prefix(count)),
                band: series.band.map {
                    LinePlot.Band(lower: Array($0.lower.prefix(count)), upper: Array($0.upper.prefix(count)))
                })
        }
    }

    func canvas() -> Canvas {
        var canvas = Canvas(width: 480, height: 320)
        let names = series.count > 1 ? series.map { Lettering.fitted($0.name, to: 130) } : []
        let frame = frame(in: canvas, rightOf: names)
        frame.drawAxes(on: &canvas, xLabel: plot.x.label, yLabel: plot.y.label)
        var placer = LabelPlacer(
            within: Box(x: frame.area.left + 2, y: 0, width: canvas.width - frame.area.left - 2, height: frame.area.bottom - 2))

        for (index, line) in series.enumerated() { draw(line.band, along: line.x, number: index, in: frame, on: &canvas) }
        let curves = series.map { line in Curve(zip(line.x, line.y).map { frame.point($0, $1) }) }
        for (index, curve) in curves.enumerated() {
            canvas.path(curve.path, "curve s\(index % SVG.seriesCount + 1)")
            for piece in curve.pieces { for (a, b) in zip(piece, piece.dropFirst()) { placer.avoid(a, b) } }
        }
        if curves.allSatisfy(\.pieces.isEmpty) {
            canvas.text(
                FigureWords.current.noValues, at: Point(frame.area.center.x, frame.area.center.y), anchor: .middle, "soft")
        }
        drawNames(names, at: curves, in: frame, on: &canvas, avoiding: &placer)
        drawMarks(in: frame, on: &canvas, avoiding: &placer)
        return canvas
    }

    /// The area of a band, from its beginning along the upper edge and back along the lower one, behind all curves. Where an edge
    /// has no place on the axes, it is broken.
    private func draw(
        _ band: LinePlot.Band?, along x: [Double], number: Int, in frame: PlotFrame, on canvas: inout Canvas
    ) {
        guard let band else { return }
        let edges = zip(x, zip(band.lower, band.upper)).map { x, edges in
            frame.point(x, edges.0).flatMap { lower in frame.point(x, edges.1).map { (lower: lower, upper: $0) } }
        }
        for piece in edges.split(whereSeparator: { $0 == nil }) {
            let points = piece.compactMap(\.self)
            let outline = Curve(points.map(\.upper)).pieces.joined() + Curve(points.map(\.lower)).pieces.joined().reversed()
            guard let first = outline.first, outline.count > 2 else { continue }
            let rest = outline.dropFirst().map { "\(n($0.x)) \(n($0.y))" }.joined(separator: " ")
            canvas.path("M\(n(first.x)) \(n(first.y))L\(rest)Z", "region s\(number % SVG.seriesCount + 1)")
        }
    }

    private func frame(in canvas: Canvas, rightOf names: [String]) -> PlotFrame {
        let points = series.flatMap(\.allPoints).filter { shows($0.0, on: plot.x) && shows($0.1, on: plot.y) }
        let x = plot.x.scale.fitted(to: points.map(\.0), count: 5, margin: .tight)
        let y = plot.y.scale.fitted(to: points.map(\.1), count: 5, margin: .airy)
        let left = max(24, PlotFrame.labelWidth(y) + 10)
        let halfOfLast = x.ticks.last.map { Lettering.width($0.label) / 2 - (1 - $0.position) * 300 } ?? 0
        let right = max(14, halfOfLast, (names.map { Lettering.width($0) }.max() ?? 0) + 12)
        let (top, bottom) = (plot.y.label.isEmpty && y.factor == nil ? 12.0 : 34.0, 50.0)
        let area = Box(x: left, y: top, width: canvas.width - left - right, height: canvas.height - top - bottom)
        return PlotFrame(area: area, x: x, y: y)
    }

    private func shows(_ value: Double, on axis: LinePlot.Axis) -> Bool {
        value.isFinite && (axis.scale == .linear || value > 0)
    }

    /// Names stand right of the curves' ends, moved apart where they would touch.
    private func drawNames(
        _ names: [String], at curves: [Curve], in frame: PlotFrame, on canvas: inout Canvas, avoiding placer: inout LabelPlacer
    ) {
        let ends = zip(names.indices, curves).compactMap { index, curve in
            curve.pieces.last?.last.map { (index: index, y: $0.y) }
        }
        .sorted { ($0.y, $0.index) < ($1.y, $1.index) }
        let fitting = ends.prefix(Int(frame.area.height / Lettering.lineHeight))
        let levels = Spreading.apart(fitting.map(\.y), by: Lettering.lineHeight, within: frame.area.top...frame.area.bottom)
        for (end, level) in zip(fitting, levels) {
            let place = Point(frame.area.right + 8, level + 5.5)
            canvas.text(names[end.index], at: place, "s\(end.index % SVG.seriesCount + 1)")
            placer.avoid(Box(x: place.x, y: level - 10, width: Lettering.width(names[end.index]), height: Lettering.lineHeight))
        }
    }

    private func drawMarks(in frame: PlotFrame, on canvas: inout Canvas, avoiding placer: inout LabelPlacer) {
        for mark in plot.marks {
            guard let place = frame.point(mark.x, mark.y), frame.area.grown(by: 1).contains(place) else { continue }
            placer.avoid(Box(center: place, width: 10, height: 10))
            let index = series.firstIndex { line in zip(line.x, line.y).contains { $0 == mark.x && $1 == mark.y } } ?? 0
            canvas.circle(place, radius: 4.5, "dot mark s\(index % SVG.seriesCount + 1)")
            let width = Lettering.width(mark.label, hasSubscripts: true) + 4
            guard let box = placer.place(Self.candidates(around: place, width: width)) else { continue }
            canvas.text(mark.label, at: Point(box.left + 2, box.top + 15), "halo", hasSubscripts: true)
        }
    }

    /// Places for a label around a point, best first, then further away.
    private static func candidates(around point: Point, width: Double) -> [Box] {
        [9.0, 22, 36].flatMap { gap in
            [(-1.0, -1.0), (1, -1), (0, -1), (-1, 0), (1, 0), (-1, 1), (1, 1), (0, 1)].map { across, down in
                let center = Point(
                    point.x + across * (width / 2 + (down == 0 ? gap : 2)),
                    point.y + down * (Lettering.lineHeight / 2 + gap - 2))
                return Box(center: center, width: width, height: Lettering.lineHeight)
            }
        }
    }
}

extension LinePlot.Series {
    /// The points of the curve and of its band's edges.
    fileprivate var allPoints: [(Double, Double)] {
        Array(zip(x, y)) + (band.map { Array(zip(x, $0.lower)) + Array(zip(x, $0.upper)) } ?? [])
    }
}
