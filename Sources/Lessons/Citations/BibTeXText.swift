/// TeX in bibliographies as plain text: accents, protecting braces, dashes.
enum BibTeXText {
    static func plain(_ tex: String) -> String {
        var result = ""
        var rest = Substring(tex)
        while let character = rest.first {
            if character == "\\", let (letter, after) = accented(rest) {
                result += letter
                rest = after
                continue
            }
            rest.removeFirst()
            switch character {
            case "{", "}", "\\": break
            case "~", "\n", "\r", "\t": result.append(" ")
            default: result.append(character)
            }
        }
        return result.replacing("---", with: "—").replacing(/\x20{2,}/, with: " ")
    }

    /// `Rumelhart, David E. and Geoffrey Hinton` as names. Braces keep an "and" or a comma together.
    static func names(in tex: String) -> [Work.Name] {
        guard !tex.isEmpty else { return [] }
        return split(tex, at: " and ").map { name in
            let trimmed = name.trimmingSuffix(while: \.isWhitespace).trimmingPrefix(while: \.isWhitespace)
            let parts = split(String(trimmed), at: ",")
            if parts.count > 1 {
                return Work.Name(
                    given: plain(parts[parts.count - 1]).trimmingPrefix(while: \.isWhitespace).description,
                    family: plain(parts[0]))
            }
            if trimmed.hasPrefix("{") { return Work.Name(given: "", family: plain(String(trimmed))) }
            var words = plain(String(trimmed)).split(separator: " ").map(String.init)
            guard let last = words.popLast() else { return Work.Name(given: "", family: "") }
            // Small words such as "von" and "de" belong to the family name.
            var family = [last]
            while let word = words.last, word.first?.isLowercase == true { family.insert(words.removeLast(), at: 0) }
            return Work.Name(given: words.joined(separator: " "), family: family.joined(separator: " "))
        }
    }

    private static func split(_ text: String, at separator: String) -> [String] {
        var parts = [""]
        var depth = 0
        var rest = text.replacing(/\s+/, with: " ")[...]
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
                continue
            }
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            parts[parts.count - 1].append(character)
            rest.removeFirst()
        }
        return parts
    }

    /// `\"o`, `\'{e}`, `\v{c}`, `\ss`: the letter, and what follows.
    private static func accented(_ text: Substring) -> (String, Substring)? {
        if let match = text.prefixMatch(of: /\\(["'`^~=.])\s*\{?\s*\\?([A-Za-z])\}?/), let mark = marks[String(match.1)] {
            return (String(match.2) + mark, text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: /\\([cvuHkr])(?:\s*\{\s*|\s+)([A-Za-z])\s*\}?/), let mark = marks[String(match.1)] {
            return (String(match.2) + mark, text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![A-Za-z])\s*/),
            let letter = letters[String(match.1)]
        {
            return (letter, text[match.range.upperBound...])
        }
        if let match = text.prefixMatch(of: /\\([&%$#_{}])/) { return (String(match.1), text[match.range.upperBound...]) }
        return nil
    }

    private static let marks = [
        "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "c": "\u{327}", "v": "\u{30C}", "u": "\u{306}", "H": "\u{30B}", "k": "\u{328}", "r": "\u{30A}",
    ]
    private static let letters = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
        "i": "ı",
    ]
}
