/// MyST's roles in running text, `{eq}` before a code span, written as what they are here: references to what the page itself
/// labels, citations, mathematics, letters. Others stay as they are and are reported where they are printed.
enum MySTRoles {
    /// - Parameter labels: what is labelled in this text, by the name that its author gave it.
    static func read(_ text: LocatedText, naming labels: [String: String]) -> LocatedText {
        guard text.string.contains("}`") else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var fence: FenceLine?
        for number in 0..<lines.count {
            let range = lines[number].range
            if let line = FenceLine(text.bytes[range].drop { $0 == ASCII.space }), line.mark != ASCII.colon {
                if let open = fence {
                    if line.mark == open.mark, line.count >= open.count, line.rest.isEmpty { fence = nil }
                } else {
                    fence = line
                }
            } else if fence == nil {
                edits += Self.edits(in: text, range, labels)
            }
        }
        return text.replacing(edits)
    }

    private static func edits(in text: LocatedText, _ range: Range<Int>, _ labels: [String: String]) -> [LocatedText.Edit] {
        let bytes = text.bytes
        var edits: [LocatedText.Edit] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard bytes[position] == ASCII.backtick else {
                position += 1
                continue
            }
            let start = position
            let marks = bytes[position..<range.upperBound].prefix { $0 == ASCII.backtick }.count
            position += marks
            guard let end = CodeSpan.closing(in: bytes, from: position, width: marks, limit: range.upperBound) else { continue }
            if marks == 1, let name = role(in: bytes, before: start, from: range.lowerBound),
                let written = written(name.text, text.string(position..<end), labels)
            {
                var replacement = LocatedText()
                replacement.append(written, at: text.origin(at: name.startIndex))
                edits.append(.init(range: (name.startIndex - 1)..<(end + 1), replacement: replacement))
            }
            position = end + marks
        }
        return edits
    }

    /// The name in braces right before a place.
    private static func role(in bytes: [UInt8], before place: Int, from start: Int) -> ArraySlice<UInt8>? {
        guard place > start + 2, bytes[place - 1] == ASCII.closingBrace else { return nil }
        let window = bytes[max(start, place - 24)..<(place - 1)]
        guard let brace = window.lastIndex(of: ASCII.openingBrace) else { return nil }
        let name = bytes[(brace + 1)..<(place - 1)]
        return !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == ASCII.colon || $0 == ASCII.minus } ? name : nil
    }

    private static func written(_ role: String, _ content: String, _ labels: [String: String]) -> String? {
        switch role {
        case "eq", "ref", "numref", "math:numref", "prf:ref": return labels[content].map { "@" + $0 }
        case "cite", "cite:p", "cite:ps", "footcite":
            let keys = content.split(separator: ",").map {
                $0.trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
            }
            return keys.allSatisfy(isKey) ? "[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]" : nil
        case "cite:t": return isKey(content) ? "@" + content : nil
        case "math": return content.contains("$") ? nil : "$\(content)$"
        case "sub": return content.contains { $0.isWhitespace || $0 == "~" } ? nil : "~\(content)~"
        case "sup": return content.contains { $0.isWhitespace || $0 == "^" } ? nil : "^\(content)^"
        case "code", "kbd", "guilabel", "menuselection", "file", "command": return "`\(content)`"
        default: return nil
        }
    }

    private static func isKey(_ text: String) -> Bool { text.wholeMatch(of: /[A-Za-z0-9_][\w:.+\/-]*/) != nil }
}
