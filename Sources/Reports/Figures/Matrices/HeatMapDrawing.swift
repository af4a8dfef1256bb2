import Exhibits

/// Draws a matrix as coloured cells: blue above zero, orange below, stronger with the magnitude, the numbers in the cells.
struct HeatMapDrawing {
    private let map: HeatMap
    private let columns: Int

    init(_ map: HeatMap) {
        self.map = map
        columns = map.values.map(\.count).max() ?? 0
    }

    func canvas() -> Canvas {
        let texts = map.values.map { row in row.map { text($0) } }
        let widest = texts.joined().map { Lettering.width($0) }.max() ?? 0
        let names = map.columnNames.prefix(columns).map { Lettering.fitted($0, to: 120) }
        let rowNames = map.values.indices.map {
            map.rowNames.indices.contains($0) ? Lettering.fitted(map.rowNames[$0], to: 150) : ""
        }
        let cell = max(texts.joined().contains { !$0.isEmpty } ? widest + 12 : 14, columns > 24 ? 10 : 26)
        let height = texts.joined().contains { !$0.isEmpty } ? 30.0 : cell
        let nameWidth = names.map { Lettering.width($0) + 10 }.max() ?? 0
        let width = max(cell, columns <= 12 ? nameWidth : 0)
        let left = (rowNames.map { Lettering.width($0) }.max() ?? 0) + (map.rowTitle.isEmpty ? 12 : 36)
        let top = (names.isEmpty ? 6.0 : 26) + (map.columnTitle.isEmpty ? 0 : 22)
        var canvas = Canvas(
            width: left + max(width * Double(columns), Lettering.width(map.columnTitle)) + 8,
            height: top + max(height * Double(map.values.count), map.rowTitle.isEmpty ? 0 : Lettering.width(map.rowTitle)) + 8)
        drawTitles(left, top, width, height, on: &canvas)
        var lastRight = -Double.infinity
        for (index, name) in names.enumerated() {
            let middle = left + width * (Double(index) + 0.5)
            let half = Lettering.width(name, hasSubscripts: true) / 2
            guard middle - half > lastRight + 3 else { continue }
            lastRight = middle + half
            canvas.text(name, at: Point(middle, top - 8), anchor: .middle, "soft", hasSubscripts: true)
        }
        let largest = map.largest
        for (row, values) in map.values.enumerated() {
            let y = top + height * Double(row)
            if height >= Lettering.lineHeight - 6 {
                canvas.text(
                    rowNames[row], at: Point(left - 8, y + height / 2 + 5.5), anchor: .end, "soft", hasSubscripts: true)
            }
            for (column, value) in values.enumerated() {
                let box = Box(x: left + width * Double(column), y: y, width: width, height: height)
                Shade.draw(value, of: largest, in: box, on: &canvas)
                if !texts[row][column].isEmpty {
                    canvas.text(texts[row][column], at: Point(box.center.x, box.center.y + 5.5), anchor: .middle)
                }
            }
        }
        return canvas
    }

    private func drawTitles(_ left: Double, _ top: Double, _ width: Double, _ height: Double, on canvas: inout Canvas) {
        if !map.columnTitle.isEmpty {
            canvas.text(map.columnTitle, at: Point(left + width * Double(columns) / 2, 16), anchor: .middle)
        }
        guard !map.rowTitle.isEmpty else { return }
        let middle = Point(16, top + height * Double(map.values.count) / 2)
        canvas.open("g", ["transform": "rotate(-90 \(n(middle.x)) \(n(middle.y)))"])
        canvas.text(map.rowTitle, at: middle, anchor: .middle)
        canvas.close("g")
    }

    private func text(_ value: Double) -> String {
        guard let format = map.format else { return "" }
        guard value.isFinite else { return value.isNaN ? "NaN" : ReadableNumber.text(value) }
        let text = format.text(value)
        return PageStyle.current.decimalMark.spelled(text.hasPrefix("-") ? "−" + text.dropFirst() : text)
    }
}
