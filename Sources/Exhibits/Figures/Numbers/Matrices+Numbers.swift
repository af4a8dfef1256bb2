extension HeatMap {
    /// The matrix with the names of its rows and columns.
    var numbers: Table {
        let width = values.map(\.count).max() ?? 0
        func name(_ names: [String], _ index: Int) -> String { names.indices.contains(index) ? names[index] : "\(index + 1)" }
        let corner = [rowTitle, columnTitle].filter { !$0.isEmpty }.joined(separator: " \\ ")
        return Table(
            [corner.isEmpty ? NumberWords.current.row : corner] + (0..<width).map { name(columnNames, $0) },
            values.enumerated().map { row, line in
                [.text(name(rowNames, row))]
                    + (0..<width).map { $0 < line.count ? .number(line[$0], format) : .empty }
            })
    }
}

extension ImageGrid {
    /// One row of the table for each row of pixels, picture after picture.
    var numbers: Table {
        // A picture without a row, of whatever width, adds no column.
        let width = images.filter { $0.height > 0 }.map(\.width).max() ?? 0
        let rows = images.enumerated().flatMap { number, image in
            (0..<image.height).map { row -> [Table.Cell] in
                let pixels = image.pixels[row * image.width..<(row + 1) * image.width]
                let name = image.caption.isEmpty ? "\(number + 1)" : image.caption
                return [.text(name), .number(Double(row + 1), .decimals(0))] + pixels.map { .datum($0) }
                    + Array(repeating: .empty, count: width - image.width)
            }
        }
        return Table([NumberWords.current.picture, NumberWords.current.row] + (0..<width).map { "\($0 + 1)" }, rows)
    }
}
