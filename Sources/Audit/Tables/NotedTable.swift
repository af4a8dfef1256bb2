/// A table of the notes: its cells by row and column, as stretches of the flat text.
struct NotedTable {
    /// Without dollars, emphasis and room; the first row is the header.
    var rows: [[Range<Int>]]

    var header: [Range<Int>] { rows.first ?? [] }
    var body: ArraySlice<[Range<Int>]> { rows.dropFirst() }
}

extension FlatText {
    /// The tables of Markdown and LaTeX, in the order of the text.
    func tables() -> [NotedTable] {
        var tables: [NotedTable] = []
        var (index, broken) = (0, 0)
        while index < count {
            if bytes[index] == UInt8(ascii: "\\"), broken < Self.mostBroken, bytes.starts(with: "\\begin{", at: index),
                Self.openings.contains(where: { bytes.starts(with: $0, at: index + 7) })
            {
                guard let (table, end) = tabular(at: index) else {
                    (index, broken) = (index + 1, broken + 1)
                    continue
                }
                tables.append(table)
                index = end
            } else if index == 0 || bytes[index - 1] == 0x0A, let (table, end) = pipeTable(at: index) {
                tables.append(table)
                index = end
            } else {
                index += 1
            }
        }
        return tables.filter { $0.rows.count > 1 && $0.header.count > 1 }
    }

    /// `| a | b |`, a line of dashes, and rows up to the first line without a bar.
    private func pipeTable(at start: Int) -> (NotedTable, end: Int)? {
        let first = bytes.lineEnd(from: start)
        guard bytes[start..<first].contains(UInt8(ascii: "|")), first + 1 < count else { return nil }
        let second = bytes.lineEnd(from: first + 1)
        let rule = bytes[(first + 1)..<second]
        guard rule.contains(UInt8(ascii: "-")), rule.contains(UInt8(ascii: "|")),
            rule.allSatisfy({ "|-: \t\r".utf8.contains($0) })
        else { return nil }
        var rows = [pipeRow(start..<first)]
        var line = second + 1
        while line < count {
            let end = bytes.lineEnd(from: line)
            guard bytes[line..<end].contains(UInt8(ascii: "|")) else { break }
            rows.append(pipeRow(line..<end))
            line = end + 1
        }
        return (NotedTable(rows: rows), min(line, count))
    }

    private func pipeRow(_ line: Range<Int>) -> [Range<Int>] {
        var cells = parted(line, isMath: true) { $0 == UInt8(ascii: "|") }
        if let first = cells.first, first.isEmpty || bytes[first].allSatisfy(\.isSpace) { cells.removeFirst() }
        if let last = cells.last, last.isEmpty || bytes[last].allSatisfy(\.isSpace) { cells.removeLast() }
        return cells.map(trimmed)
    }

    /// So many tables that never end say that no more need be looked for.
    private static let mostBroken = 50
    private static let openings: [StaticString] = ["tabu", "longtable"]
    private static let environments = ["tabular", "tabular*", "tabularx", "longtable", "tabulary"]

    private func tabular(at start: Int) -> (NotedTable, end: Int)? {
        guard bytes.starts(with: "\\begin{tabu", at: start) || bytes.starts(with: "\\begin{longtable", at: start),
            let open = bytes.groupEnd(at: start + 6, limit: min(count, start + 40))
        else { return nil }
        let name = String(decoding: bytes[(start + 7)..<(open - 1)], as: UTF8.self)
        let closing = Array("\\end{\(name)}".utf8)
        guard Self.environments.contains(name) else { return nil }
        var (rows, row, cell, index, depth) = ([[Range<Int>]](), [Range<Int>](), open, open, 0)
        while index < min(count, open + Bytes.longest) {
            if bytes[index] == UInt8(ascii: "\\") {
                if bytes[index...].starts(with: closing) {
                    row.append(trimmed(cell..<index))
                    if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
                    return (NotedTable(rows: rows), index + closing.count)
                }
                if depth == 0, bytes.starts(with: "\\\\", at: index) {
                    row.append(trimmed(cell..<index))
                    if row.contains(where: { !$0.isEmpty }) { rows.append(row) }
                    row = []
                    cell = index + 2
                } else if let word = Self.rules.first(where: { bytes.starts(with: $0, at: index) }) {
                    cell = index + word.utf8CodeUnitCount
                }
                index += 2
                continue
            }
            if bytes[index] == UInt8(ascii: "{") { depth += 1 } else if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
            if bytes[index] == UInt8(ascii: "&"), depth == 0 {
                row.append(trimmed(cell..<index))
                cell = index + 1
            }
            index += 1
        }
        return nil
    }

    private static let rules: [StaticString] = ["\\hline", "\\toprule", "\\midrule", "\\bottomrule"]

    private func parted(_ range: Range<Int>, isMath: Bool, _ isEnd: (UInt8) -> Bool) -> [Range<Int>] {
        var (cells, start, inside) = ([Range<Int>](), range.lowerBound, false)
        for index in range {
            if bytes[index] == UInt8(ascii: "$") { inside.toggle() }
            if !inside, isEnd(bytes[index]), index == range.lowerBound || bytes[index - 1] != UInt8(ascii: "\\") {
                cells.append(start..<index)
                start = index + 1
            }
        }
        return cells + [start..<range.upperBound]
    }

    /// Without what only sets the cell.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        func isSetting(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "*") }
        while low < high, isSetting(bytes[low]) { low += 1 }
        while high > low, isSetting(bytes[high - 1]) { high -= 1 }
        return low..<high
    }
}
