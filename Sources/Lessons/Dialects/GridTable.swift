import Exhibits

/// Pandoc's tables between lines of `+---+`, written as the pipe tables that everything else reads.
///
/// What a cell of several lines becomes, `GridCell` says. A table whose cells span others, or hold lists or other blocks, stays as
/// it is and is reported where it is printed.
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
        guard text.bytes.holds("+-") else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var listings = Listings()
        var number = 0
        while number < lines.count {
            let content = text.bytes[lines[number].range].drop { $0 == ASCII.space }
            if !listings.hold(content), content.first == UInt8(ascii: "+"),
                content.startIndex - lines[number].start <= 3,
                number == 0 || isBoundary(text.bytes[lines[number - 1].range]),
                let (table, last) = table(in: text, lines, from: number)
            {
                edits.append(.init(range: lines[number].start..<lines[last].end, replacement: table.pipes))
                number = last
            }
            number += 1
        }
        return text.replacing(edits)
    }

    /// Whether a table can begin behind a line: an empty one, or a division's colons.
    private static func isBoundary(_ line: ArraySlice<UInt8>) -> Bool {
        line.trimmed.isEmpty || FenceLine(line.drop { $0 == ASCII.space })?.mark == ASCII.colon
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

    /// What stands between the bars of a row's lines; nil where no bar stands, or what stands there can't stand in one line.
    private func cells(of row: [GridLine]) -> [LocatedText]? {
        guard !row.isEmpty else { return nil }
        var cells = Array(repeating: GridCell(), count: bars.count - 1)
        for line in row {
            guard let ranges = line.cells(between: bars) else { return nil }
            for (column, range) in ranges.enumerated() {
                guard cells[column].add(range, of: text) else { return nil }
            }
        }
        return cells.allSatisfy(\.isWhole) ? cells.map(\.content) : nil
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
