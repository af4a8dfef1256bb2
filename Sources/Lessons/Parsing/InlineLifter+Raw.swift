import Exhibits

/// Pandoc's `{=tex}` behind code: text for one format alone.
struct RawFormat {
    let name: String
    let end: Int

    init?(in bytes: [UInt8], at position: Int, limit: Int) {
        guard position + 3 < limit, bytes[position] == ASCII.openingBrace, bytes[position + 1] == ASCII.equals else {
            return nil
        }
        let word = bytes[(position + 2)..<min(limit, position + 40)].prefix { $0.isLetter || $0.isDigit || $0 == ASCII.minus }
        guard !word.isEmpty, word.endIndex < limit, bytes[word.endIndex] == ASCII.closingBrace else { return nil }
        (name, end) = (word.text, word.endIndex + 1)
    }
}

extension InlineLifter {
    /// What is written for another format than pages is in no page; HTML is the author's own.
    mutating func raw(_ format: RawFormat, content: Range<Int>, from position: Int) -> Int {
        if format.name == "html", lifting.allowsRawHTML {
            edit(position..<format.end, text[content])
            return format.end
        }
        if format.name == "html" {
            lifting.warn(
                "raw-html", at: text.origin(at: position), length: format.end - position,
                "HTML of your own is left out of the page; write it in Markdown, or allow it with “raw-html: true” in course.yml"
            )
        }
        delete(position..<format.end)
        return format.end
    }

    /// The brace that closes the one at `start`.
    private func closingBrace(from start: Int, limit: Int) -> Int? {
        var depth = 0
        for position in start..<limit {
            if bytes[position] == ASCII.openingBrace { depth += 1 }
            if bytes[position] == ASCII.closingBrace { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }

    /// A command of LaTeX that only moves paper, `\\bigskip` or `\\vspace{1cm}`: pages have their own spaces.
    mutating func spacing(at position: Int, limit: Int) -> Int? {
        let name = bytes[(position + 1)..<min(limit, position + 20)].prefix(while: \.isLetter)
        guard let arguments = LaTeX.spacing[name.text] else { return nil }
        var end = name.endIndex
        if end < limit, bytes[end] == ASCII.asterisk { end += 1 }
        for _ in 0..<arguments {
            guard end < limit, bytes[end] == ASCII.openingBrace,
                let close = closingBrace(from: end, limit: min(limit, end + 200))
            else { return nil }
            end = close + 1
        }
        let written = text.string(position..<end)
        lifting.noteDialect(
            "command \\\(name.text)", at: text.origin(at: position), length: end - position,
            "nothing is made of LaTeX's \(written), so it is left out; remove it")
        delete(position..<end)
        return end
    }
}
