import Exhibits

/// A table in GitHub's pipe syntax: a header row, a delimiter row with as many cells, and rows to the end of the paragraph.
///
/// Cells are handed to libcmark as paragraphs of their own, between markers, so that they share the lesson's link
/// definitions and keep their positions. Bars inside mathematics, values and claims don't end a cell.
struct TableLifter {
    private let lines: [LocatedText]
    /// Which of the paragraph's lines is the header row.
    let header: Int
    private let alignments: [Table.Alignment?]

    /// `nil` when the lines hold no table.
    init?(_ lines: [LocatedText]) {
        guard lines.count > 1 else { return nil }
        self.lines = lines
        for number in 0..<(lines.count - 1) {
            guard let alignments = Self.alignments(in: lines[number + 1].bytes),
                Self.bars(in: lines[number].bytes).count == alignments.count
            else { continue }
            header = number
            self.alignments = alignments
            return
        }
        return nil
    }

    /// The table as paragraphs and markers; the first line stands where the header row stood.
    func replacement(prefix: String, with lifting: inout Lifting) -> LocatedText {
        var rows = [lines[header]] + lines[(header + 2)...]
        var caption: LocatedText?
        if let last = rows.last, rows.count > 1, let opening = CaptionOpening(of: last.string), opening.count < last.count {
            caption = last[opening.count..<last.count]
            rows.removeLast()
        }
        refuseMissing(&rows, with: &lifting)
        var shape = TableShape(alignments: alignments, rows: rows.count, hasCaption: caption != nil)
        shape.numbers = rows.dropFirst().map { row in
            Self.bars(in: row.bytes).prefix(alignments.count).map { Self.number(row[$0], with: lifting) }
        }
        let number = lifting.add(shape)
        let origin = lines[header].origin(at: 0)
        var result = LocatedText()
        for row in rows {
            var cells = Self.bars(in: row.bytes)
            reportLost(cells.dropFirst(alignments.count), of: row, count: cells.count, with: &lifting)
            cells.removeLast(max(0, cells.count - alignments.count))
            while cells.count < alignments.count { cells.append(row.count..<row.count) }
            for cell in cells {
                separate(&result, .table(number: number), prefix: prefix, at: origin, with: &lifting)
                result.append("\n" + prefix, at: row.origin(at: cell.lowerBound))
                let marker = lifting.marker(for: .tableCell, source: "")
                result.append(marker, at: row.origin(at: cell.lowerBound))
                result.append(InlineLifter.lifted(Self.unescaped(row[cell]), with: &lifting))
            }
        }
        if let caption {
            separate(&result, .table(number: number), prefix: prefix, at: origin, with: &lifting)
            result.append("\n" + prefix, at: caption.origin(at: 0))
            result.append(lifting.marker(for: .tableCell, source: ""), at: caption.origin(at: 0))
            result.append(InlineLifter.lifted(caption, with: &lifting))
        }
        separate(&result, .tableEnd, prefix: prefix, at: origin, with: &lifting)
        return result
    }

    /// Cells that rows lack are made, and 2,000 bars below a header of 20,000 columns would make 40 million: of such a table only
    /// the header is kept.
    private func refuseMissing(_ rows: inout [LocatedText], with lifting: inout Lifting) {
        lifting.missingCells += rows.reduce(0) { $0 + max(0, alignments.count - Self.bars(in: $1.bytes).count) }
        guard lifting.missingCells > Self.mostMissing else { return }
        lifting.reportUnclosed(
            "table-size", at: rows[0].origin(at: 0), length: rows[0].count,
            "the rows of this lesson's tables lack more than \(Self.mostMissing) cells; give every row as many as its table has columns"
        )
        rows.removeSubrange(1...)
    }

    private static let mostMissing = 50_000

    /// The cells of a row that its table has no column for: as on GitHub they are not shown, which nobody means.
    private func reportLost(_ lost: ArraySlice<Range<Int>>, of row: LocatedText, count: Int, with lifting: inout Lifting) {
        guard let first = lost.first(where: { !$0.isEmpty }) else { return }
        let columns = alignments.count
        lifting.report(
            "lost-cell", at: row.origin(at: first.lowerBound), length: first.count,
            "this row has \(count) cells and the table \(columns) \(columns == 1 ? "column" : "columns"), so this isn't shown; "
                + "widen the table's first two lines, or write \\| for a bar that ends no cell")
    }

    /// Where a row of dashes stands below a row with another number of cells: a table was meant, and it is text with bars.
    static func reportMeant(_ lines: [LocatedText], with lifting: inout Lifting) {
        for number in 0..<max(0, lines.count - 1) {
            guard let alignments = alignments(in: lines[number + 1].bytes), lines[number].bytes.contains(ASCII.pipe) else {
                continue
            }
            let cells = bars(in: lines[number].bytes).count
            let columns = alignments.count
            lifting.warn(
                "no-table", at: lines[number].origin(at: 0), length: lines[number].count,
                "this is no table but text with bars: \(cells) \(cells == 1 ? "cell stands" : "cells stand") above a line for "
                    + "\(columns) \(columns == 1 ? "column" : "columns"); give both lines the same number of cells")
            return
        }
    }

    private func separate(
        _ result: inout LocatedText, _ content: Lifted.Content, prefix: String, at origin: Origin,
        with lifting: inout Lifting
    ) {
        if result.count > 0 { result.append("\n" + prefix, at: origin) }
        result.append(lifting.blockMarker(for: content, source: ""), at: origin)
    }

    /// The number, if the cell holds nothing else.
    private static func number(_ cell: LocatedText, with lifting: Lifting) -> TableNumber? {
        var range = 0..<cell.count
        var isMathematics = false
        if cell.count > 2, cell.bytes[0] == ASCII.dollar, cell.bytes[cell.count - 1] == ASCII.dollar {
            range = 1..<(cell.count - 1)
            isMathematics = true
        }
        let whole = range
        range = range.lowerBound..<(range.lowerBound + Self.bareCount(of: cell[range].string))
        let signs = ["-", "+", "−"].first { cell.bytes[range].starts(with: $0.utf8) }?.utf8.count ?? 0
        let digits = range.lowerBound + signs
        let found =
            isMathematics
            ? NumeralScanner.mathematics(in: cell.bytes, range).first
            : digits < range.upperBound ? NumeralScanner.prose(in: cell.bytes, at: digits, limit: range.upperBound) : nil
        guard found == range || (lifting.mayHaveDecimalComma && isWithComma(cell[range], inMathematics: isMathematics)) else {
            return nil
        }
        return TableNumber(
            written: cell.string(whole), place: lifting.place(cell.origin(at: whole.lowerBound)), bytes: cell.fileBytes(whole),
            mathematics: isMathematics ? lifting.place(cell.origin(at: 0)) : nil)
    }

    private static let digits = Pattern(/[-+−]?[0-9]+[.,][0-9]+(?=(?:…|\.\.\.|\\l?dots|\([0-9]+\))$)/)

    /// How many bytes of a cell are its number, without a tolerance, a precision, and what says how its digits go on.
    private static func bareCount(of text: String) -> Int {
        let bare = NumberTail.bare(text)
        // Making a pattern takes longer than looking for its last letter.
        guard let last = bare.last, last == "…" || last == "." || last == ")" || last == "s" else { return bare.utf8.count }
        let digits = bare.prefixMatch(of: Self.digits.regex)
        return (digits.map { String($0.0) } ?? bare).utf8.count
    }

    /// Whether a number is written with a decimal comma: with a point in its place it is one number.
    private static func isWithComma(_ cell: LocatedText, inMathematics: Bool) -> Bool {
        let marks = inMathematics ? ["{,}", ","] : [","]
        guard let mark = marks.first(where: { cell.string.contains($0) }) else { return false }
        let bytes = Array(cell.string.replacing(mark, with: ".", maxReplacements: 1).utf8)
        if inMathematics { return NumeralScanner.mathematics(in: bytes, 0..<bytes.count).first == 0..<bytes.count }
        let sign = ["-", "+", "−"].first { bytes.starts(with: $0.utf8) }?.utf8.count ?? 0
        guard sign < bytes.count else { return false }
        return NumeralScanner.prose(in: bytes, at: sign, limit: bytes.count)?.upperBound == bytes.count
    }

    /// `|:--|:-:|--:|`, or `nil`.
    private static func alignments(in bytes: [UInt8]) -> [Table.Alignment?]? {
        guard bytes.contains(ASCII.pipe) else { return nil }
        var result: [Table.Alignment?] = []
        for range in bars(in: bytes) {
            let cell = bytes[range]
            let dashes = cell.drop { $0 == ASCII.colon }.prefix { $0 == ASCII.minus }
            let rest = cell[dashes.endIndex...]
            let leads = dashes.startIndex - cell.startIndex
            guard !dashes.isEmpty, leads <= 1, rest.count <= 1, rest.allSatisfy({ $0 == ASCII.colon }) else { return nil }
            switch (leads == 1, rest.count == 1) {
            case (true, true): result.append(.center)
            case (true, false): result.append(.leading)
            case (false, true): result.append(.trailing)
            case (false, false): result.append(nil)
            }
        }
        return result.isEmpty ? nil : result
    }

    /// The cells of a row between its bars, without the blanks around them.
    private static func bars(in bytes: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        let row = bytes[...].trimmed
        var start = row.first == ASCII.pipe ? row.startIndex + 1 : row.startIndex
        var position = start
        while position < row.endIndex {
            if bytes[position] == ASCII.pipe {
                cells.append(start..<position)
                start = position + 1
                position = start
            } else {
                position = CellText.next(in: bytes, after: position, limit: row.endIndex)
            }
        }
        if start < row.endIndex || row.isEmpty { cells.append(start..<row.endIndex) }
        return cells.map { cell in
            let trimmed = bytes[cell].trimmed
            return trimmed.startIndex..<trimmed.endIndex
        }
    }

    /// In a cell, `\|` is how a bar is written. In mathematics it is TeX's double bar and stays.
    private static func unescaped(_ cell: LocatedText) -> LocatedText {
        var edits: [LocatedText.Edit] = []
        var position = 0
        while position < cell.count {
            let next = CellText.next(in: cell.bytes, after: position, limit: cell.count)
            if next == position + 2, cell.bytes[position] == ASCII.backslash, cell.bytes[position + 1] == ASCII.pipe {
                edits.append(.init(range: position..<(position + 1), replacement: LocatedText()))
            }
            position = next
        }
        return cell.replacing(edits)
    }
}

/// What in a table's row is passed over as a whole when looking for bars.
enum CellText {
    static func next(in bytes: [UInt8], after position: Int, limit: Int) -> Int {
        switch bytes[position] {
        case ASCII.backslash: return min(position + 2, limit)
        case ASCII.dollar:
            let closing = MathematicsDelimiters.closing(in: bytes, from: position + 1, display: false, limit: limit)
            return closing.map { $0 + 1 } ?? position + 1
        case ASCII.backtick:
            // As on GitHub, bars in code must be escaped; inline values are whole expressions.
            guard bytes[position..<limit].starts(with: "`{swift} "),
                let closing = CodeSpan.closing(in: bytes, from: position + 1, width: 1, limit: limit)
            else { return position + 1 }
            return closing + 1
        case ASCII.closingBracket: return ClaimTail.claims(in: bytes, at: position + 1, limit: limit)?.end ?? position + 1
        default: return position + 1
        }
    }
}

extension ClaimTail {
    /// The tail at `position` if it is a claim's.
    static func claims(in bytes: [UInt8], at position: Int, limit: Int) -> ClaimTail? {
        guard position < limit else { return nil }
        let rest = bytes[position..<limit]
        return rest.starts(with: "(claim:") || rest.starts(with: "(<claim:")
            ? ClaimTail(in: bytes, at: position, limit: limit) : nil
    }
}
