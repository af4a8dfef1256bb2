/// The mark of one kind of points: a shape besides the colour, so that kinds differ in greyscale too.
struct PointShape {
    private let index: Int

    init(_ index: Int) {
        self.index = index
    }

    func draw(at p: Point, on canvas: inout Canvas) {
        let style = "dot mark s\(index % SVG.seriesCount + 1)"
        switch index % 6 {
        case 0: canvas.circle(p, radius: 4.5, style)
        case 1: canvas.rectangle(Box(center: p, width: 8, height: 8), style)
        case 2: canvas.path(polygon(p, [(0, -5.5), (5, 4), (-5, 4)]), style)
        case 3: canvas.path(polygon(p, [(0, -5.8), (5.8, 0), (0, 5.8), (-5.8, 0)]), style)
        case 4: canvas.path(polygon(p, [(0, 5.5), (5, -4), (-5, -4)]), style)
        default:
            canvas.path(
                polygon(
                    p,
                    [
                        (-2, -5), (2, -5), (2, -2), (5, -2), (5, 2), (2, 2), (2, 5), (-2, 5), (-2, 2), (-5, 2), (-5, -2),
                        (-2, -2),
                    ]), style)
        }
    }

    private func polygon(_ p: Point, _ corners: [(Double, Double)]) -> String {
        "M" + corners.map { "\(n(p.x + $0.0)) \(n(p.y + $0.1))" }.joined(separator: "L") + "Z"
    }
}
