import Exhibits

/// The formulas of a Jekyll plug-in, `{% math %} … {% endmath %}`, written between dollars: in a line as part of it, on lines of
/// their own as a formula of its own, whose empty lines go. In code they are shown as they are.
enum JekyllMath {
    private static let opening = "{% math %}"
    private static let closing = "{% endmath %}"
    private static let mostLines = 500

    static func read(_ text: LocatedText) -> LocatedText {
        guard text.bytes.holds(opening) else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var listings = Listings()
        var closings = NextEnd(closing)
        var number = 0
        while number < lines.count {
            let range = lines[number].range
            if listings.hold(text.bytes[range]) {
                number += 1
                continue
            }
            if text.bytes[range].trimmed.elementsEqual(opening.utf8), let end = end(behind: number, of: text, lines) {
                edits.append(edit(range, "$$", in: text))
                edits += (number + 1..<end).filter { text.bytes[lines[$0].range].trimmed.isEmpty }.map {
                    .init(range: lines[$0].start..<lines[$0].next, replacement: LocatedText())
                }
                edits.append(edit(lines[end].range, "$$", in: text))
                number = end
            } else {
                edits += self.edits(in: range, of: text, &closings)
            }
            number += 1
        }
        return text.replacing(edits)
    }

    /// The line with the closing alone on it, before another opening or a listing.
    private static func end(behind number: Int, of text: LocatedText, _ lines: Lines) -> Int? {
        for line in number + 1..<max(number + 1, min(lines.count, number + mostLines)) {
            let content = text.bytes[lines[line].range].trimmed
            if content.elementsEqual(closing.utf8) { return line }
            if content.elementsEqual(opening.utf8) { return nil }
            if let fence = FenceLine(content), fence.mark != ASCII.colon { return nil }
        }
        return nil
    }

    /// The formulas within a line, outside of code.
    private static func edits(in line: Range<Int>, of text: LocatedText, _ closings: inout NextEnd) -> [LocatedText.Edit] {
        let bytes = text.bytes
        guard bytes[line].holds(opening) else { return [] }
        var edits: [LocatedText.Edit] = []
        var position = line.lowerBound
        while position < line.upperBound {
            if bytes[position] == ASCII.backtick {
                position = CodeSpan.end(in: bytes, at: position, limit: line.upperBound)
            } else if bytes[position..<line.upperBound].starts(with: opening.utf8) {
                let start = position + opening.utf8.count
                guard let end = closings.next(in: bytes, from: start), end < line.upperBound else { return edits }
                let content = bytes[start..<end].trimmed
                if !content.isEmpty {
                    edits.append(edit(position..<content.startIndex, "$", in: text))
                    edits.append(edit(content.endIndex..<(end + closing.utf8.count), "$", in: text))
                }
                position = end + closing.utf8.count
            } else {
                position += 1
            }
        }
        return edits
    }

    private static func edit(_ range: Range<Int>, _ sign: String, in text: LocatedText) -> LocatedText.Edit {
        var replacement = LocatedText()
        replacement.append(sign, at: text.origin(at: range.lowerBound))
        return .init(range: range, replacement: replacement)
    }
}
