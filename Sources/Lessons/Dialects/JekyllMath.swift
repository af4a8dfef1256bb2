/// The formulas of a Jekyll plug-in, `{% math %} … {% endmath %}`, written between dollars: in a line as part of it, on lines of
/// their own as a formula of its own, whose empty lines go.
enum JekyllMath {
    private static let opening = "{% math %}"
    private static let closing = "{% endmath %}"
    private static let mostLines = 500

    static func read(_ text: LocatedText) -> LocatedText {
        guard text.bytes.firstRange(of: Array(opening.utf8)) != nil else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var number = 0
        while number < lines.count {
            let range = lines[number].range
            if text.bytes[range].trimmed.elementsEqual(opening.utf8), let end = end(behind: number, of: text, lines) {
                edits.append(edit(range, "$$", in: text))
                edits += (number + 1..<end).filter { text.bytes[lines[$0].range].trimmed.isEmpty }.map {
                    .init(range: lines[$0].start..<lines[$0].next, replacement: LocatedText())
                }
                edits.append(edit(lines[end].range, "$$", in: text))
                number = end
            } else {
                edits += self.edits(in: range, of: text)
            }
            number += 1
        }
        return text.replacing(edits)
    }

    /// The line with the closing alone on it, before another opening.
    private static func end(behind number: Int, of text: LocatedText, _ lines: Lines) -> Int? {
        for line in number + 1..<max(number + 1, min(lines.count, number + mostLines)) {
            let content = text.bytes[lines[line].range].trimmed
            if content.elementsEqual(closing.utf8) { return line }
            if content.elementsEqual(opening.utf8) { return nil }
        }
        return nil
    }

    /// The formulas within a line.
    private static func edits(in line: Range<Int>, of text: LocatedText) -> [LocatedText.Edit] {
        var edits: [LocatedText.Edit] = []
        var rest = text.bytes[line]
        while let start = rest.firstRange(of: Array(opening.utf8)),
            let end = rest[start.upperBound...].firstRange(of: Array(closing.utf8))
        {
            let content = text.bytes[start.upperBound..<end.lowerBound].trimmed
            if !content.isEmpty {
                edits.append(edit(start.lowerBound..<content.startIndex, "$", in: text))
                edits.append(edit(content.endIndex..<end.upperBound, "$", in: text))
            }
            rest = rest[end.upperBound...]
        }
        return edits
    }

    private static func edit(_ range: Range<Int>, _ sign: String, in text: LocatedText) -> LocatedText.Edit {
        var replacement = LocatedText()
        replacement.append(sign, at: text.origin(at: range.lowerBound))
        return .init(range: range, replacement: replacement)
    }
}
