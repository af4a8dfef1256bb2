import Exhibits

/// Blocks of HTML end at an empty line, as in CommonMark; whatever stands in them before is no Markdown. Authors seldom mean that:
/// a division's colons or the fence of a cell in one begins a block of its own here, a `<br>` alone is an empty line, and
/// `<details>` around text and cells is a division that opens. Of frames around text and pictures (`<center>`, `<div>`, `<p>`), what
/// they hold is read as running text.
enum HTMLBlocks {
    static func opened(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        guard text.bytes.contains(ASCII.less) else { return text }
        let lines = Lines(text.bytes)
        let map = BlockMap(CommonMark.tree(of: text.bytes), lines: lines, bytes: text.bytes)
        var edits: [LocatedText.Edit] = []
        let details = lifting.allowsRawHTML ? [:] : Details.divisions(in: text, lines, map)
        var number = 0
        while number < lines.count {
            guard map.kinds[number] == .html else {
                number += 1
                continue
            }
            let first = number
            if let last = commentEnd(in: text, lines, map, from: first) {
                // What follows a comment is a block of its own.
                number = last + 1
                continue
            }
            while number < lines.count, map.kinds[number] == .html { number += 1 }
            guard !isRaw(text.bytes[lines[first].range].trimmed) else { continue }
            let frames =
                lifting.allowsRawHTML || map.quotes[first] > 0
                ? nil : HTMLFrames(text, lines: Array(lines.all[first..<number]), isKept: { details[first + $0] != nil })
            var fence: ArraySlice<UInt8>?
            for line in first..<number {
                let content = text.bytes[lines[line].range].trimmed
                if let open = fence {
                    if content.starts(with: open) { fence = nil }
                } else if let division = details[line] {
                    var replacement = LocatedText()
                    replacement.append(division.isEmpty ? "" : "\n\(division)\n", at: text.origin(at: lines[line].start))
                    edits.append(.init(range: lines[line].range, replacement: replacement))
                } else if isBreak(content) {
                    edits.append(.init(range: lines[line].range, replacement: LocatedText()))
                } else if line > first, begins(content) {
                    var blank = LocatedText()
                    blank.append("\n", at: text.origin(at: lines[line].start))
                    edits.append(.init(range: lines[line].start..<lines[line].start, replacement: blank))
                    if let mark = content.first, mark == ASCII.backtick || mark == ASCII.tilde {
                        fence = content.prefix { $0 == mark }
                    }
                } else if let frames {
                    edits += frames.edits(ofLine: line - first, of: text, with: &lifting)
                }
            }
        }
        return text.replacing(edits)
    }

    /// A division's colons, or the fence of a cell; a fence that only shows stays with its HTML, as in CommonMark.
    private static func begins(_ content: ArraySlice<UInt8>) -> Bool {
        if content.starts(with: ":::") { return true }
        guard content.starts(with: "```") || content.starts(with: "~~~"), let mark = content.first else { return false }
        guard case .cell = CellFence(content.drop { $0 == mark }.trimmed.text) else { return false }
        return true
    }

    static func isBreak(_ content: ArraySlice<UInt8>) -> Bool {
        guard content.count < 100, let tag = HTMLElement(content) else { return false }
        return tag.name == "br" && !tag.isClosing && tag.attributes.isEmpty
    }

    /// The line on which the comment ends that begins on the first one.
    private static func commentEnd(in text: LocatedText, _ lines: Lines, _ map: BlockMap, from first: Int) -> Int? {
        guard text.bytes[lines[first].range].trimmed.starts(with: "<!--") else { return nil }
        var line = first
        while line < lines.count, map.kinds[line] == .html {
            if text.bytes[lines[line].range].holds("-->") { return line }
            line += 1
        }
        return nil
    }

    /// HTML whose end isn't an empty line: comments, scripts, code.
    private static func isRaw(_ content: ArraySlice<UInt8>) -> Bool {
        let start = content.prefix(10).text.lowercased()
        return ["<!", "<?", "<pre", "<script", "<style", "<textarea"].contains { start.hasPrefix($0) }
    }
}

/// `<details>` with its `<summary>` on lines of their own, as a division. A line is read once, from left to right: a pattern would be
/// made anew for each, and tried anew at each bracket.
private enum Details {
    private static let longest = 1000

    /// A line that opens one.
    private struct Opening {
        var line: Int
        var isOpen: Bool
        var summary: String?

        /// Nothing but a summary may stand behind the tag.
        init?(_ content: ArraySlice<UInt8>, line: Int) {
            guard let end = content.firstIndex(of: ASCII.greater), let tag = HTMLElement(content[...end]),
                tag.name == "details", !tag.isClosing
            else { return nil }
            let behind = content[(end + 1)...].trimmed
            summary = Details.summary(in: behind)
            guard behind.isEmpty || summary != nil && behind.prefix(8).text.lowercased() == "<summary" else { return nil }
            self.line = line
            isOpen = tag.attributes["open"] != nil
        }
    }

    /// What stands for lines of HTML, by their numbers; empty text for a line that is part of another.
    static func divisions(in text: LocatedText, _ lines: Lines, _ map: BlockMap) -> [Int: String] {
        var divisions: [Int: String] = [:]
        var open: [Opening] = []
        var closed: [(opening: Opening, closing: Int)] = []
        for number in 0..<lines.count where map.kinds[number] == .html {
            let content = text.bytes[lines[number].range].trimmed
            guard content.first == ASCII.less, content.count < longest else { continue }
            let start = content.prefix(10).text.lowercased()
            if start.hasPrefix("<details"), let opening = Opening(content, line: number) {
                open.append(opening)
            } else if start == "</details>", content.count == 10, let opening = open.popLast() {
                closed.append((opening, number))
            }
        }
        for (opening, closing) in closed {
            var summary = opening.summary
            let next = opening.line + 1
            if summary == nil, next < lines.count, map.kinds[next] == .html, lines[next].range.count < longest,
                let below = self.summary(in: text.bytes[lines[next].range].trimmed)
            {
                summary = below
                divisions[next] = ""
            }
            let title = summary.map { " title=\"\($0)\"" } ?? ""
            divisions[opening.line] = "::: {.details\(opening.isOpen ? " .open" : "")\(title)}"
            divisions[closing] = ":::"
        }
        return divisions
    }

    private static let tag = Pattern(/<[^<>]*>/)

    /// What the summary says at whose end the line ends.
    private static func summary(in content: ArraySlice<UInt8>) -> String? {
        let closing = content.endIndex - 10
        guard closing > content.startIndex, content[closing...].text.lowercased() == "</summary>",
            let opening = content[..<closing].indices.first(where: {
                content[$0] == ASCII.less && content[$0...].prefix(8).text.lowercased() == "<summary"
            }), let end = content[opening..<closing].firstIndex(of: ASCII.greater),
            HTMLElement(content[opening...end])?.name == "summary"
        else { return nil }
        let words = content[(end + 1)..<closing].text
        return (words.contains("<") ? words.replacing(Self.tag.regex, with: "") : words).replacing("\"", with: "”")
    }
}
