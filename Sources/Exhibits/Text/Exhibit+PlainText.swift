extension Exhibit {
    /// What is shown, for a terminal: tables in columns, formulas as TeX, figures in words.
    ///
    /// - Parameter digits: The page's digits.
    public func plainText(digits: Int) -> String {
        switch self {
        case .text(let text), .markdown(let text), .mathematics(let text): text
        case .table(let table): table.formatted(digits: digits).plainText(digits: digits)
        case .figure(let figure): "[\(figure.title)] \(figure.alternative)"
        case .working(let working):
            ([working.title] + working.steps.flatMap { ["  " + $0.explanation] + $0.lines.map { "    " + Self.unaligned($0) } })
                .joined(separator: "\n")
        case .explorable(let explorable): Exhibit.figure(explorable.figure).plainText(digits: digits)
        case .frames(let sequence):
            sequence.frames.map(\.label).joined(separator: "\n")
        case .group(let exhibits): exhibits.map { $0.plainText(digits: digits) }.joined(separator: "\n")
        }
    }

    /// TeX without the marks at which lines are aligned.
    private static func unaligned(_ line: String) -> String {
        line.replacing("&= ", with: "= ").replacing("&", with: "")
    }
}

extension Table {
    /// The table in columns of equal width.
    func plainText(digits: Int) -> String {
        let rows = ([columns.map(\.title)] + rows).map { row in row.map { $0.plainText(digits: digits) } }
        let widths = columns.indices.map { column in rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
        }
        let lines = rows.map { row in
            let cells = zip(row, zip(widths, columns)).map { cell, column in
                let space = String(repeating: " ", count: column.0 - cell.count)
                return column.1.alignment == .trailing ? space + cell : cell + space
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        return ((caption.map { [$0] } ?? []) + lines).joined(separator: "\n")
    }
}

extension Table.Cell {
    fileprivate func plainText(digits: Int) -> String {
        switch self {
        case .text(let text), .tex(let text): text
        case .number(let value, let format): (format ?? .automatic(for: value, digits: digits)).text(value)
        case .empty: ""
        }
    }
}

extension Quantity {
    /// The value with a page's digits, in plain characters.
    public func plainText(digits: Int) -> String {
        func text(_ value: Double) -> String { NumberFormat.automatic(for: value, digits: digits).text(value) }
        switch self {
        case .number(let value): return text(value)
        case .integer(let value): return "\(value)"
        case .boolean(let flag): return "\(flag)"
        case .text(let text): return text
        case .vector(let values): return "(" + values.map(text).joined(separator: ", ") + ")"
        case .matrix(let rows):
            return "(" + rows.map { "(" + $0.map(text).joined(separator: ", ") + ")" }.joined(separator: ", ") + ")"
        case .nested(let tree): return tree.text(text, open: "(", close: ")")
        }
    }
}
