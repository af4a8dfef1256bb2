extension Figure {
    /// The data behind the picture as tables, complete and with full precision: to be read, copied or computed with.
    public var numbers: [Table] {
        let tables =
            switch drawing {
            case .lines(let plot): [plot.numbers]
            case .network(let diagram): diagram.numbers
            case .graph(let graph): [graph.numbers]
            case .plane(let plot): plot.numbers
            case .heat(let map): [map.numbers]
            case .images(let grid): [grid.numbers]
            case .bars(let chart): [chart.numbers]
            case .unrolled(let network): [network.numbers]
            }
        return tables.filter { !$0.rows.isEmpty }
    }
}

extension Table {
    /// A table of data: columns of numbers are aligned as such.
    init(_ titles: [String], _ rows: [[Cell]], caption: String? = nil) {
        let columns = titles.enumerated().map { index, title in
            let isOfNumbers = rows.allSatisfy { !$0.indices.contains(index) || $0[index].isNumber }
            return Column(.text(title), isOfNumbers ? .trailing : .leading)
        }
        self.init(caption: caption, columns: columns, rows: rows)
    }

    /// At most so many rows and columns, evenly spread; the first and the last are always among them.
    public func excerpt(rows most: Int, columns widest: Int) -> Table {
        func kept(_ count: Int, _ most: Int) -> [Int] {
            guard count > most, most > 1 else { return Array(0..<count) }
            return (0..<most).map { $0 * (count - 1) / (most - 1) }
        }
        let (rows, across) = (kept(self.rows.count, most), kept(columns.count, widest))
        guard rows.count < self.rows.count || across.count < columns.count else { return self }
        return Table(
            caption: caption, columns: across.map { columns[$0] },
            rows: rows.map { row in across.map { self.rows[row].indices.contains($0) ? self.rows[row][$0] : .empty } })
    }
}

extension Table.Cell {
    /// A value of a figure: whole numbers without decimals, others with the page's digits.
    static func datum(_ value: Double) -> Table.Cell {
        .number(value, value == value.rounded() && abs(value) < 1e15 ? .decimals(0) : nil)
    }

    /// The value, or nothing where there is none.
    static func datum(_ value: Double?) -> Table.Cell { value.map { .datum($0) } ?? .empty }

    private static let quantity = Pattern(/([A-Za-z]+)(?:_\{?([A-Za-z0-9,]+)\}?|([0-9][0-9,]*))?(\^\([0-9]+\))?/)

    /// A name with its subscript and its level as a formula, where it has one: `w5`, `net_h1`, `w_11^(1)`.
    static func name(_ text: String) -> Table.Cell {
        guard let parts = text.wholeMatch(of: Self.quantity.regex),
            parts.2 != nil || parts.3 != nil || parts.4 != nil
        else { return .text(text) }
        let below = (parts.2 ?? parts.3).map { "_{\($0)}" } ?? ""
        let above = parts.4.map { "^{\($0.dropFirst())}" } ?? ""
        return .tex(String(parts.1) + below + above)
    }

    var isNumber: Bool {
        switch self {
        case .number, .empty: true
        case .text, .tex: false
        }
    }
}
