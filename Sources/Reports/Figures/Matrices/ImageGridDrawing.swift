import Exhibits

/// Draws small pictures in rows, ink on paper, negative pixels in orange, with a caption below each.
struct ImageGridDrawing {
    private let grid: ImageGrid

    init(_ grid: ImageGrid) {
        self.grid = grid
    }

    func canvas() -> Canvas {
        let images = grid.images.filter { $0.width > 0 && $0.height > 0 }
        let pixel = max(1.5, min(20, 88 / Double(images.map { max($0.width, $0.height) }.max() ?? 8)))
        let captions = images.map { Lettering.fitted($0.caption, to: 220) }
        let width =
            max(images.map { Double($0.width) * pixel }.max() ?? 0, captions.map { Lettering.width($0) }.max() ?? 0) + 16
        let height = (images.map { Double($0.height) * pixel }.max() ?? 0) + (captions.allSatisfy(\.isEmpty) ? 12 : 32)
        // Rows that a phone shows whole, all of about the same length.
        let most = max(1, min(images.count, Int(460 / width)))
        let rows = (images.count + most - 1) / most
        let perRow = (images.count + max(rows, 1) - 1) / max(rows, 1)
        var canvas = Canvas(width: max(40, width * Double(perRow)), height: max(40, height * Double(rows)))
        if images.isEmpty { canvas.text(FigureWords.current.noPictures, at: Point(20, 24), "soft") }
        let hasNegative = images.contains { $0.pixels.contains { $0 < 0 } }
        for (index, image) in images.enumerated() {
            let size = Point(Double(image.width) * pixel, Double(image.height) * pixel)
            let corner = Point(
                width * Double(index % perRow) + (width - size.x) / 2, height * Double(index / perRow) + 4)
            let largest = grid.largest(in: image)
            for row in 0..<image.height {
                for column in 0..<image.width {
                    let value = image.pixels[row * image.width + column]
                    if value == 0 { continue }
                    let box = Box(
                        x: corner.x + Double(column) * pixel, y: corner.y + Double(row) * pixel, width: pixel, height: pixel)
                    if hasNegative {
                        Shade.draw(value, of: largest, in: box, on: &canvas, strongest: 1)
                    } else {
                        let ink = value.isFinite && largest > 0 ? max(0, min(1, value / largest)) : 0
                        canvas.add(
                            "<rect class=\"ink\" x=\"\(n(box.x))\" y=\"\(n(box.y))\" width=\"\(n(pixel))\" height=\"\(n(pixel))\" "
                                + "fill-opacity=\"\(n(ink))\"/>")
                    }
                }
            }
            let frame = Box(x: corner.x, y: corner.y, width: size.x, height: size.y)
            canvas.rectangle(frame, image.isMarked ? "frame marked" : "frame")
            if !captions[index].isEmpty {
                canvas.text(captions[index], at: Point(frame.center.x, frame.bottom + 18), anchor: .middle)
            }
        }
        return canvas
    }
}
