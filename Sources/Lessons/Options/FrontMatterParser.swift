import Exhibits
import Yams

/// Splits a lesson into front matter and text.
enum FrontMatterParser {
    private static let key = Pattern(/[a-z][a-z-]*:/)

    /// The front matter over `defaults`, and what follows it. A text that merely begins with a rule has none.
    static func split(
        _ text: LocatedText, defaults: FrontMatter, with lifting: inout Lifting
    ) -> (FrontMatter, body: LocatedText) {
        var matter = defaults
        let lines = Lines(text.bytes)
        guard lines.count > 1, text.bytes[lines[0].range].elementsEqual("---".utf8) else { return (matter, text) }
        let closing = (1..<lines.count).first { number in
            let line = text.bytes[lines[number].range].trimmedEnd
            return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
        }
        guard let closing else {
            if text.string(lines[1].range).prefixMatch(of: Self.key.regex) != nil {
                lifting.report(
                    "unclosed-front-matter", at: text.origin(at: 0), length: 3,
                    "the front matter is never closed; end it with a line of ---")
            }
            return (matter, text)
        }
        let yaml = YAMLReader(lines: (1..<closing).map { text[lines[$0].range] }, fallback: text.origin(at: 0))
        let found = lifting.findings.count
        guard let entries = yaml.entries(with: &lifting) else { return (matter, text) }
        // Two rules with nothing between them are two rules.
        if entries.isEmpty, lifting.findings.count == found { return (matter, text) }
        let body = text[lines[closing].next..<text.count]
        let shortcodes = body.string.contains("{{<") ? body.string : ""
        for entry in entries {
            lifting.metadata[entry.key] = entry.value.scalar?.string
            // A key of the author's own is for the text that asks for it.
            let isOwn = FrontMatterKey(rawValue: entry.key) == nil && shortcodes.contains("meta \(entry.key) ")
            if isOwn { continue }
            FrontMatterKey.apply(entry, from: yaml, to: &matter, with: &lifting)
        }
        return (matter, body)
    }
}
