import Exhibits

/// The names of points, paths and rings above a plot, each with its mark.
enum LegendRow {
    enum Mark { case point(Int), path(Int), ring, region(Int) }

    struct Entry {
        var mark: Mark
        var name: String
        var width: Double { 22 + Lettering.width(name) + 16 }
    }

    static func entries(of plot: PlanePlot) -> [Entry] {
        var entries = plot.points.enumerated().map { Entry(mark: .point($0.offset), name: $0.element.name) }
        if plot.points.isEmpty {
            entries += plot.regions.enumerated().map { Entry(mark: .region($0.offset), name: $0.element.name) }
        }
        entries += plot.paths.enumerated().map { Entry(mark: .path(plot.points.count + $0.offset), name: $0.element.name) }
        if let ringed = plot.ringed, !ringed.x.isEmpty { entries.append(Entry(mark: .ring, name: ringed.name)) }
        return entries.filter { !$0.name.isEmpty }.map {
            Entry(mark: $0.mark, name: Lettering.fitted($0.name, to: 300))
        }
    }

    /// As many to a row as fit.
    static func rows(_ entries: [Entry], width: Double) -> [[Entry]] {
        var rows: [[Entry]] = []
        var used = Double.infinity
        for entry in entries {
            if used + entry.width > width {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(entry)
            used += entry.width
        }
        return rows
    }

    static func draw(_ rows: [[Entry]], from start: Point, on canvas: inout Canvas) {
        for (number, row) in rows.enumerated() {
            var place = Point(start.x, start.y + 22 * Double(number))
            for entry in row {
                let middle = Point(place.x + 8, place.y - 5)
                switch entry.mark {
                case .point(let index): PointShape(index).draw(at: middle, on: &canvas)
                case .ring: canvas.circle(middle, radius: 7, "ring")
                case .region(let index):
                    canvas.rectangle(Box(center: middle, width: 14, height: 12), "region s\(index % SVG.seriesCount + 1)")
                case .path(let index):
                    canvas.line(
                        Point(middle.x - 9, middle.y), Point(middle.x + 9, middle.y), "curve s\(index % SVG.seriesCount + 1)")
                }
                canvas.text(entry.name, at: Point(place.x + 22, place.y))
                place.x += entry.width
            }
        }
    }
}
