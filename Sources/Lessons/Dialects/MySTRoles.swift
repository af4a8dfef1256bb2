import Exhibits

/// MyST's roles in running text, `{eq}` before a code span, written as what they are here: references to what the page itself
/// labels, citations, mathematics, letters. Others stay as they are and are reported where they are printed.
enum MySTRoles {
    /// What a text names, by the names that its author gave.
    struct Names {
        /// Labels of this page.
        var labels: [String: String] = [:]
        /// Places that a page doesn't lead to.
        var places: Set<String> = []
    }

    static func read(_ text: LocatedText, naming names: Names, with lifting: inout Lifting) -> LocatedText {
        guard text.string.contains("}`") else { return text }
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var listings = Listings()
        for number in 0..<lines.count {
            let range = lines[number].range
            if !listings.hold(text.bytes[range]) {
                edits += Self.edits(in: text, range, names, &lifting)
            }
        }
        return text.replacing(edits)
    }

    private static func edits(
        in text: LocatedText, _ range: Range<Int>, _ names: Names, _ lifting: inout Lifting
    ) -> [LocatedText.Edit] {
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
                let written = written(name.text, text.string(position..<end), names)
                    ?? words(
                        of: name.text, text.string(position..<end), names, at: text.origin(at: name.startIndex - 1),
                        length: end + 2 - name.startIndex, &lifting)
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

    private static func written(_ role: String, _ content: String, _ names: Names) -> String? {
        switch role {
        case "eq", "ref", "numref", "math:numref", "prf:ref":
            if let label = names.labels[content] { return "@" + label }
            guard let title = Title(content), let label = names.labels[title.target] else { return nil }
            return "[\(title.text)](#\(label))"
        case "cite", "cite:p", "cite:ps", "footcite":
            let keys = content.split(separator: ",").map {
                $0.trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
            }
            return keys.allSatisfy(isKey) ? "[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]" : nil
        case "cite:t": return isKey(content) ? "@" + content : nil
        case "index": return Title(content)?.text ?? content
        case "math": return content.contains("$") ? nil : "$\(content)$"
        case "sub": return content.contains { $0.isWhitespace || $0 == "~" } ? nil : "~\(content)~"
        case "sup": return content.contains { $0.isWhitespace || $0 == "^" } ? nil : "^\(content)^"
        case "code", "kbd", "guilabel", "menuselection", "file", "command": return "`\(content)`"
        default: return nil
        }
    }

    /// `text <target>`: words of the author's own, and what they lead to.
    private struct Title {
        var text: String
        var target: String

        init?(_ content: String) {
            let whole = content.trimmingSuffix(while: \.isWhitespace)
            guard whole.last == ">", let opening = whole.firstIndex(of: "<") else { return nil }
            text = whole[..<opening].trimmingPrefix(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace)
            target = String(whole[opening...].dropFirst().dropLast())
            guard !text.isEmpty, !target.isEmpty, !(text + target).contains(where: { "<>".contains($0) }) else { return nil }
        }
    }

    /// Of a link to another page, which only its site knows, the words, and a finding that says what to write.
    private static func words(
        of role: String, _ content: String, _ names: Names, at origin: Origin, length: Int, _ lifting: inout Lifting
    ) -> String? {
        guard role == "doc" || role == "ref" || role == "term" else { return nil }
        let title = Title(content)
        // A name alone is no text, but for a page's or a term's, which is made of words.
        guard role != "ref" || title != nil else { return nil }
        let target = title?.target ?? content
        let words = title?.text ?? String(target.split(separator: "/").last ?? "")
        if role == "ref", names.places.contains(target) { return words }
        guard !words.isEmpty, !words.contains(where: { "[]`".contains($0) }) else { return nil }
        lifting.noteDialect(
            "role {\(role)} \(target)", at: origin, length: length,
            role == "term"
                ? "only the word of this {term} stands in the page; write @trm-word, and [word]{#trm-word} where it is explained"
                : "where this {\(role)} leads isn't known here, so only its words stand in the page; write [\(words)](other.md)"
        )
        return words
    }

    private static let key = Pattern(/[A-Za-z0-9_][\w:.+\/-]*/)

    private static func isKey(_ text: String) -> Bool { text.wholeMatch(of: Self.key.regex) != nil }
}
