/// What an exhibit may hold: every whole number that sizes something, and every text that is shown by itself.
extension Exhibit {
    package var fault: String? {
        switch self {
        case .text(let text), .markdown(let text), .mathematics(let text):
            Bounds.fault(text, atMost: Bounds.longestText, "what is shown")
        case .table(let table): table.fault
        case .working: nil
        case .figure(let figure): figure.fault
        case .explorable(let explorable): explorable.figure.fault
        case .frames(let sequence): sequence.frames.firstFault { $0.figures.firstFault(\.fault) } ?? sequence.numbers?.fault
        case .group(let exhibits): exhibits.firstFault(\.fault)
        }
    }
}

extension Table {
    fileprivate var fault: String? {
        Bounds.fault(rows: rows.count, columns: max(columns.count, rows.map(\.count).max() ?? 0), "a table")
            ?? ([columns.map(\.title)] + rows).firstFault { row in
                row.firstFault { if case .number(_, let format?) = $0 { format.fault } else { nil } }
            }
    }
}

extension Figure {
    fileprivate var fault: String? { drawing.fault ?? key?.drawing.fault }
}

extension Figure.Drawing {
    fileprivate var fault: String? {
        switch self {
        case .lines(let plot):
            return Bounds.fault(
                rows: plot.series.map(\.x.count).max() ?? 0, columns: 3 * plot.series.count, "a plot of curves")
        case .network: return nil
        case .graph(let graph): return graph.format?.fault
        case .plane(let plot): return plot.fault
        case .heat(let map):
            return map.format?.fault
                ?? Bounds.fault(rows: map.values.count, columns: map.values.map(\.count).max() ?? 0, "a matrix")
        case .images(let grid): return grid.fault
        case .bars(let chart):
            return Bounds.fault(
                rows: chart.panels.map(\.heights.count).max() ?? 0, columns: chart.panels.count, "a chart of bars")
        case .unrolled(let network):
            let widest = network.steps.map { $0.input.count + $0.state.count + $0.gradient.count + $0.output.count }.max() ?? 0
            return Bounds.fault(rows: network.steps.count, columns: widest, "an unrolled network")
        }
    }
}

extension PlanePlot {
    fileprivate var fault: String? {
        (regions.map(\.field) + (levels.map { [$0.field] } ?? [])).firstFault {
            Bounds.fault($0.columns, in: Bounds.rowLength, "how many values stand in a row of a plane")
                ?? Bounds.fault(rows: $0.rows, columns: $0.columns, "a plane")
        }
    }
}

extension ImageGrid {
    fileprivate var fault: String? {
        images.firstFault { Bounds.fault($0.width, in: Bounds.rowLength, "the width of a picture") }
            ?? Bounds.fault(
                rows: images.reduce(0) { $0 + $1.height }, columns: images.map(\.width).max() ?? 0,
                "what the pictures of a figure hold")
    }
}
