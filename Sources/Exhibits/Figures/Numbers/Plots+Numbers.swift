extension LinePlot {
    /// One row for each place and one column for each curve and each edge of its band where all share their places; one row for
    /// each point otherwise.
    var numbers: Table {
        let (across, up) = (x.label.isEmpty ? "x" : x.label, y.label.isEmpty ? "y" : y.label)
        let series = series.flatMap(\.withEdges)
        let first = series.first?.x ?? []
        if series.allSatisfy({ $0.x == first && $0.y.count == first.count }) {
            return Table(
                [across] + series.map { $0.name.isEmpty ? up : $0.name },
                first.indices.map { index in [.datum(first[index])] + series.map { .datum($0.y[index]) } })
        }
        return Table(
            [NumberWords.current.curve, across, up],
            series.flatMap { line in zip(line.x, line.y).map { [.text(line.name), .datum($0), .datum($1)] } })
    }
}

extension LinePlot.Series {
    /// The curve and the edges of its band, as curves.
    fileprivate var withEdges: [LinePlot.Series] {
        guard let band else { return [self] }
        return [
            self, LinePlot.Series("\(name) \(NumberWords.current.from)", x: x, y: band.lower),
            LinePlot.Series("\(name) \(NumberWords.current.to)", x: x, y: band.upper),
        ]
    }
}

extension BarChart {
    /// One row for each bar, its beginning and end in a histogram; one column for each panel.
    var numbers: Table {
        let names = panels.map { $0.name.isEmpty ? (y.isEmpty ? NumberWords.current.height : y) : $0.name }
        let count = panels.map(\.heights.count).max() ?? 0
        let labels = panels.max { $0.labels.count < $1.labels.count }?.labels ?? []
        func heights(_ bar: Int) -> [Table.Cell] {
            panels.map { .datum($0.heights.indices.contains(bar) ? $0.heights[bar] : nil) }
        }
        guard let range else {
            return Table(
                [x.isEmpty ? NumberWords.current.bar : x] + names,
                (0..<count).map { bar in [.text(labels.indices.contains(bar) ? labels[bar] : "\(bar + 1)")] + heights(bar) })
        }
        let width = range.upperBound / Double(max(1, count)) - range.lowerBound / Double(max(1, count))
        return Table(
            ["\(x) \(NumberWords.current.from)", NumberWords.current.to] + names,
            (0..<count).map { bar in
                [
                    .datum(range.lowerBound + width * Double(bar)),
                    .datum(bar == count - 1 ? range.upperBound : range.lowerBound + width * Double(bar + 1)),
                ] + heights(bar)
            })
    }
}

extension PlanePlot {
    /// The points and paths, one row each; then what the plane is shaded or lined by, on its grid: the region at each place, or
    /// the surface's height.
    var numbers: [Table] {
        let groups = points + paths + (ringed.map { [$0] } ?? [])
        let places = Table(
            [NumberWords.current.points, x.isEmpty ? "x" : x, y.isEmpty ? "y" : y],
            groups.flatMap { group in zip(group.x, group.y).map { [.text(group.name), .datum($0), .datum($1)] } })
        let shaded = regions.first.map { first in
            grid(first.field, caption: NumberWords.current.region) { index in
                let found = regions.filter { $0.field.values.indices.contains(index) && $0.field.values[index] > 0 }
                return .text(found.map(\.name).joined(separator: ", "))
            }
        }
        let surface = levels.map { levels in
            grid(levels.field, caption: NumberWords.current.surface) { .datum(levels.field.values[$0]) }
        }
        return [places] + [shaded, surface].compactMap(\.self)
    }

    /// A row for each y from the top of the picture down, a column for each x.
    private func grid(_ field: Field, caption: String, _ cell: (Int) -> Table.Cell) -> Table {
        func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
            let share = Double(index) / Double(max(1, count - 1))
            return range.lowerBound * (1 - share) + range.upperBound * share
        }
        let across = (0..<field.columns).map { ReadableNumber.text(place($0, of: field.columns, in: field.xRange)) }
        return Table(
            ["\(y.isEmpty ? "y" : y) \\ \(x.isEmpty ? "x" : x)"] + across,
            (0..<field.rows).reversed().map { row in
                [.text(ReadableNumber.text(place(row, of: field.rows, in: field.yRange)))]
                    + (0..<field.columns).map { cell(row * field.columns + $0) }
            }, caption: caption)
    }
}
