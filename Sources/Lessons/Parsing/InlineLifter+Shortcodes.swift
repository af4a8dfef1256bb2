import Exhibits

extension InlineLifter {
    /// A shortcode, a role of MyST, or attributes.
    mutating func brace(at position: Int, limit: Int) -> Int {
        if bytes[position..<limit].starts(with: "{{<"), position == 0 || bytes[position - 1] != ASCII.openingBrace {
            return shortcode(at: position, limit: limit)
        }
        return attributesAtEnd(at: position, limit: limit)
    }

    /// `{{< meta title >}}` becomes what the front matter says, `{{< video address >}}` and `{{< youtube name >}}` a link; of others a finding tells.
    private mutating func shortcode(at position: Int, limit: Int) -> Int {
        let limit = min(limit, position + Self.longestShortcode)
        guard let closing = shortcodeEnds.next(in: bytes, from: position + 3), closing + 3 <= limit else { return position + 1 }
        let range = position..<(closing + 3)
        let words = text.string((position + 3)..<closing).split(whereSeparator: \.isWhitespace).map(String.init)
        var replacement: String?
        switch (words.first, words.dropFirst().first) {
        case ("meta", let key?): replacement = lifting.metadata[key].map { Self.plain(lifting.unmarked($0)) }
        case ("video", let address?): replacement = Self.link(toVideo: Self.unquoted(address), titled: words)
        case ("youtube", let name?), ("vimeo", let name?):
            let host = words[0] == "youtube" ? "https://www.youtube.com/watch?v=" : "https://vimeo.com/"
            let name = Self.unquoted(name)
            if !name.isEmpty, name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.minus || $0 == ASCII.underscore })
            {
                replacement = Self.link(toVideo: host + name, titled: words)
            }
        default: break
        }
        if let replacement {
            var located = LocatedText()
            located.append(replacement, at: text.origin(at: position))
            edit(range, located)
        } else if words.first != "include" || !standsAlone(range) {
            // An include on a line of its own that is still here led nowhere, which was said where it was looked for.
            let kind = "shortcode " + (words.first ?? "")
            // Advice is sought once for each kind, among all keys of the front matter.
            guard !lifting.dialects.contains(kind) else { return range.upperBound }
            lifting.noteDialect(
                kind, at: text.origin(at: position), length: range.count,
                Shortcode.advice(for: words, metadata: lifting.metadata))
        }
        return range.upperBound
    }

    private func standsAlone(_ range: Range<Int>) -> Bool {
        let isLineBreak = { (byte: UInt8) in byte == ASCII.lineFeed || byte == ASCII.carriageReturn }
        return (bytes[..<range.lowerBound].last.map(isLineBreak) ?? true)
            && (bytes[range.upperBound...].first.map(isLineBreak) ?? true)
    }

    private static let longestShortcode = 2000

    /// Emphasis may stand in what the front matter says, but nothing that a claim, a link or a tag is made of.
    private static func plain(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "[]<>\\&!`$".contains(character) { result += "\\" }
            result.append(character)
        }
    }

    private static func unquoted(_ word: String) -> String { word.filter { $0 != "\"" && $0 != "'" } }

    /// A video is a link: on paper nothing moves.
    private static func link(toVideo address: String, titled words: [String]) -> String {
        let all = words.joined(separator: " ")
        // Making a pattern takes longer than looking for its letters.
        let isTitled = all.contains("title=")
        let title =
            isTitled
            ? all.firstMatch(of: /title="([^"]*)"/).map { String($0.1) }
                ?? all.firstMatch(of: /title='([^']*)'/).map { String($0.1) } : nil
        let bare = address.filter { !"<>\n".contains($0) }
        if let title { return "[\(title.filter { !"[]".contains($0) })](<\(bare)>)" }
        return bare.contains("://") ? "<\(bare)>" : "[\(bare)](<\(bare)>)"
    }
}

/// Quarto's shortcodes, as far as they mean something here.
enum Shortcode {
    static let known = ["include", "meta", "video"]

    static func advice(for words: [String], metadata: [String: String]) -> String {
        guard let name = words.first else {
            return "this shortcode has no name, so it is printed; known are include, meta and video"
        }
        switch name {
        case "include": return "an included file stands on a line of its own, {{< include part.md >}}; this is printed as it is"
        case "meta":
            let keys = metadata.keys.sorted()
            guard let key = words.dropFirst().first else {
                return "write what is meant, as in {{< meta title >}}; this is printed as it is"
            }
            let advice = keys.isEmpty ? "write \(key): … between --- at its head" : NearestKey.advice(for: key, in: keys)
            return "the front matter has no “\(key)”, so this is printed as it is; \(advice)"
        case "video": return "a video needs its address, {{< video https://… >}}; this is printed as it is"
        case "pagebreak": return "pages are broken by the printer; write --- for a rule, or nothing. This is printed as it is"
        case "kbd": return "keys are written as code, `Ctrl-C`; this is printed as it is"
        case "var", "env":
            return "“\(name)” isn't understood; write the value, or put it into the front matter and {{< meta key >}} here"
        case "embed": return "“embed” isn't understood; write the cell into this lesson, or refer to its figure with @fig-…"
        default:
            return "there is no shortcode “\(name)”, so it is printed as it is; \(NearestKey.advice(for: name, in: known))"
        }
    }
}
