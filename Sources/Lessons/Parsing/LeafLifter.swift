import Exhibits

/// Reads every paragraph and heading that libcmark found, and lifts out the inline constructs and the tables in them.
enum LeafLifter {
    static func lifted(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        let lines = Lines(text.bytes)
        let map = BlockMap(CommonMark.tree(of: text.bytes), lines: lines, bytes: text.bytes)
        var edits: [LocatedText.Edit] = []
        for leaf in map.leaves {
            edits += self.edits(of: leaf, in: text, lines: lines, map: map, with: &lifting)
        }
        return text.replacing(edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    private static func edits(
        of leaf: BlockMap.Leaf, in text: LocatedText, lines: Lines, map: BlockMap, with lifting: inout Lifting
    ) -> [LocatedText.Edit] {
        let ranges = leaf.lines.map { number in
            let start = number == leaf.lines.lowerBound ? leaf.start : map.contentStart(ofLine: number, quotes: leaf.quotes)
            return min(start, lines[number].end)..<lines[number].end
        }
        guard !leaf.isHeading, let table = TableLifter(ranges.map { text[$0] }) else {
            if !leaf.isHeading { TableLifter.reportMeant(ranges.map { text[$0] }, with: &lifting) }
            return inlineEdits(of: ranges, in: text, with: &lifting)
        }
        let before = Array(ranges[..<table.header])
        let marks = text[lines[leaf.lines.lowerBound].start..<leaf.start]
        var start = ranges[table.header].lowerBound
        let end = ranges[ranges.count - 1].upperBound
        let prefix = containerPrefix(marks)
        var replacement = LocatedText()
        if table.header > 0 {
            // A row may continue the text of a list or a quote without standing in it; the table stands in it all the same.
            let line = lines[leaf.lines.lowerBound + table.header].start
            replacement.append(prefix, at: text.origin(at: line))
            start = line
        }
        replacement.append(table.replacement(prefix: prefix, with: &lifting))
        return inlineEdits(of: before, in: text, with: &lifting) + [.init(range: start..<end, replacement: replacement)]
    }

    /// The lines read as one text, and the edits carried back to where the lines stand.
    private static func inlineEdits(
        of ranges: [Range<Int>], in text: LocatedText, with lifting: inout Lifting
    ) -> [LocatedText.Edit] {
        var body = LocatedText()
        var indices: [Int] = []
        for (number, range) in ranges.enumerated() {
            if number > 0 {
                body.append("\n", at: text.origin(at: ranges[number - 1].upperBound))
                indices.append(ranges[number - 1].upperBound)
            }
            body.append(text, range)
            indices += range
        }
        return InlineLifter.edits(of: body, with: &lifting).map { edit in
            guard let last = edit.range.last else {
                let at = edit.range.lowerBound < indices.count ? indices[edit.range.lowerBound] : (indices.last ?? -1) + 1
                return .init(range: at..<at, replacement: edit.replacement)
            }
            return .init(range: indices[edit.range.lowerBound]..<(indices[last] + 1), replacement: edit.replacement)
        }
    }

    /// What puts another line inside the same quotes and list items: quote marks kept, list markers blanked.
    private static func containerPrefix(_ marks: LocatedText) -> String {
        let bytes = marks.bytes.map { $0 == ASCII.greater || $0.isBlank ? $0 : ASCII.space }
        return String(decoding: bytes, as: UTF8.self)
    }
}
