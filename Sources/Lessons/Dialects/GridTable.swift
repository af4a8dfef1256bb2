/// Pandoc's tables between lines of `+---+`, written as the pipe tables that everything else reads.
///
/// A cell of several lines becomes one, with `<br>` where a line ends with a backslash or a paragraph ends. A table whose cells span
/// others, or hold lists or other blocks, stays as it is and is reported where it is printed.
struct GridTable {
    /// The columns at which bars stand.
    private let bars: [Int]
    private let text: LocatedText
    private var rows: [[LocatedText]] = []
    private var header: [LocatedText]?
    private var alignments: [String]

    static let mostLines = 2000
    static let mostColumns = 60

    static func read(_ text: LocatedText) -> LocatedText {
        guard text.bytes.firstRange(of: Array("+-".utf8)) != nil else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var listings = Listings()
        var number = 0
        while number < lines.count {
            let content = text.bytes[lines[number].range].drop { $0 == ASCII.space }
            if !listings.hold(content), content.first == UInt8(ascii: "+"),
                content.startIndex - lines[number].start <= 3,
                number == 0 || text.bytes[lines[number - 1].range].trimmed.isEmpty,
                let (table, last) = table(in: text, lines, from: number)
            {
                edits.append(.init(range: lines[number].start..<lines[last].end, replacement: table.pipes))
                number = last
            }
            number += 1
        }
        return text.replacing(edits)
    }

    /// The table that begins on a line, and its last line; nil for what is none, or none that can be read.
    private static func table(in text: LocatedText, _ lines: Lines, from first: Int) -> (GridTable, last: Int)? {
        var end = first
        while end < lines.count, end - first < mostLines,
            let mark = text.bytes[lines[end].range].trimmed.first, mark == UInt8(ascii: "+") || mark == ASCII.pipe
        {
            end += 1
        }
        let grid = (first..<end).map { GridLine(text, lines[$0].range) }
        guard let bars = grid.first?.corners, bars.count > 1, bars.count <= mostColumns + 1 else { return nil }
        var table = GridTable(
            bars: bars, text: text, alignments: Array(repeating: "---", count: bars.count - 1))
        var row: [GridLine] = []
        var last: Int?
        for (index, line) in grid.enumerated() {
            if line.isRule {
                guard line.corners == bars else { return nil }
                if index > 0 {
                    guard let cells = table.cells(of: row) else { return nil }
                    if line.isDouble {
                        guard table.header == nil, table.rows.isEmpty else { return nil }
                        table.header = cells
                    } else {
                        table.rows.append(cells)
                    }
                }
                if line.isDouble || index == 0 { table.alignments = line.alignments }
                row = []
                last = first + index
            } else {
                row.append(line)
            }
        }
        guard let last, row.isEmpty, !table.rows.isEmpty else { return nil }
        return (table, last)
    }

    private init(bars: [Int], text: LocatedText, alignments: [String]) {
        self.bars = bars
        self.text = text
        self.alignments = alignments
    }

    /// What stands between the bars of a row's lines; nil where no bar stands, or what stands there is no text.
    private func cells(of row: [GridLine]) -> [LocatedText]? {
        guard !row.isEmpty else { return nil }
        var cells = Array(repeating: LocatedText(), count: bars.count - 1)
        var isBreak = Array(repeating: false, count: cells.count)
        for line in row {
            guard let ranges = line.cells(between: bars) else { return nil }
            for (column, range) in ranges.enumerated() {
                let content = text.bytes[range].trimmed
                guard !content.isEmpty else {
                    isBreak[column] = isBreak[column] || cells[column].count > 0
                    continue
                }
                guard Self.isText(content) else { return nil }
                let origin = text.origin(at: content.startIndex)
                if cells[column].count > 0 { cells[column].append(isBreak[column] ? "<br>" : " ", at: origin) }
                isBreak[column] = content.last == ASCII.backslash
                cells[column].append(text, content.startIndex..<(content.endIndex - (isBreak[column] ? 1 : 0)))
            }
        }
        return cells
    }

    /// Whether a line of a cell can stand in a line of a pipe table.
    private static func isText(_ content: ArraySlice<UInt8>) -> Bool {
        let text = content.text
        return text.prefixMatch(of: /(?:[-*+]|#{1,6}|\d{1,9}[.)])(?:\s|$)|```|~~~|>|\$\$/) == nil
            && (!text.contains("|") || text.contains("$"))
    }

    /// The same as a table with bars.
    private var pipes: LocatedText {
        var result = LocatedText()
        let origin = text.origin(at: 0)
        func append(_ cells: [LocatedText]) {
            for cell in cells {
                result.append("| ", at: cell.count > 0 ? cell.origin(at: 0) : origin)
                result.append(cell)
                result.append(" ", at: cell.count > 0 ? cell.origin(at: cell.count - 1) : origin)
            }
            result.append("|", at: origin)
        }
        append(header ?? alignments.map { _ in LocatedText() })
        result.append("\n|" + alignments.map { $0 + "|" }.joined(), at: origin)
        for row in rows {
            result.append("\n", at: origin)
            append(row)
        }
        return result
    }
}
