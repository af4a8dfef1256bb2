import Exhibits

/// TeX in bibliographies as plain text: accents, protecting braces, dashes.
enum BibTeXText {
    private static let blanks = Pattern(/\x20{2,}/)

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
        return result.replacing("---", with: "—").replacing(Self.blanks.regex, with: " ")
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

    private static let room = Pattern(/\s+/)

    private static func split(_ text: String, at separator: String) -> [String] {
        var parts = [""]
        var depth = 0
        var rest = text.replacing(Self.room.regex, with: " ")[...]
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
        var rest = text.dropFirst()
        guard let sign = rest.first else { return nil }
        if "&%$#_{}".contains(sign) { return (String(sign), rest.dropFirst()) }
        let command = rest.prefix { $0.isASCII && $0.isLetter }
        if let letter = letters[String(command)] { return (letter, rest[command.endIndex...].drop(while: \.isWhitespace)) }
        guard command.count < 2, let mark = marks[String(sign)] else { return nil }
        rest.removeFirst()
        let behind = rest.drop(while: \.isWhitespace)
        let isBraced = behind.first == "{"
        // A command that is a letter ends where a brace or a blank is.
        guard command.isEmpty || isBraced || behind.startIndex > rest.startIndex else { return nil }
        rest = isBraced ? behind.dropFirst().drop(while: \.isWhitespace) : behind
        if command.isEmpty, rest.first == "\\" { rest.removeFirst() }
        guard let letter = rest.popFirst(), letter.isASCII, letter.isLetter else { return nil }
        if !command.isEmpty { rest = rest.drop(while: \.isWhitespace) }
        if rest.first == "}" { rest.removeFirst() }
        return (String(letter) + mark, rest)
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
