import Lessons

/// Texts as Markdown that says them and nothing else: what stands in them neither formats, nor links, nor is HTML. Whoever opens
/// the file runs the scripts in it, and the text may be a stranger's.
///
/// libcmark's own writer isn't used: it puts a backslash before every `!`, `>`, `#` and `_`, wherever they stand, and none before
/// a dollar, which it has no meaning for.
enum MarkdownText {
    /// Text within a line.
    ///
    /// - Parameter isLabel: whether it stands between the brackets of a link or a picture, which brackets in it could close.
    static func plain(_ text: String, isLabel: Bool = false) -> String {
        // Most texts hold none of it, and this one is asked for every piece of a page.
        guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
        var written = ""
        var before: Character?
        var rest = text[...]
        while let character = rest.popFirst() {
            let isBracket = isLabel && (character == "[" || character == "]")
            written += isBracket ? "\\\(character)" : escaped(character, between: before, and: rest.first)
            before = character
        }
        return written
    }

    private static let marks = Set("\\`*<$_~[]&".utf8)

    private static func escaped(_ character: Character, between before: Character?, and next: Character?) -> String {
        switch character {
        case "\\", "`", "*", "<", "$": "\\\(character)"
        // Inside a word it is no mark.
        case "_" where !isOfWord(before) || !isOfWord(next): "\\_"
        case "~" where before == "~" || next == "~": "\\~"
        // By their numbers: `\(` and `\[` begin a formula for some readers.
        case "(" where before == "]": "&#40;"
        case "[" where before == "]" || next == "^": "&#91;"
        case ":" where before == "]": "&#58;"
        // Not what HTML has a name for.
        case "&" where isOfWord(next) || next == "#": "&amp;"
        default: String(character)
        }
    }

    private static func isOfWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }

    /// What begins a line, where its first characters would make that a heading, an item of a list, a quote or a rule.
    static func beginning(_ written: String, of piece: Inline) -> String {
        guard case .text = piece else { return written }
        let number = written.prefix { $0.isNumber }
        let mark = written.dropFirst(number.count).prefix { "#-+=>.)".contains($0) }
        let isAlone = written.dropFirst(number.count + mark.count).first?.isWhitespace ?? true
        guard let first = mark.first, isAlone || first == ">" else { return written }
        let isOfNumber = first == "." || first == ")"
        return isOfNumber == number.isEmpty ? written : number + "\\" + written.dropFirst(number.count)
    }

    /// Code within a line, between as many backticks as nothing in it has.
    static func code(_ code: String) -> String {
        let mark = String(repeating: "`", count: longestRun(of: "`", in: code) + 1)
        let room = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        return mark + room + code + room + mark
    }

    /// Lines of code, in a fence that nothing in them can close.
    static func fenced(_ code: String, info: String = "") -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
        return "\(fence)\(info.filter { $0 != "`" && !$0.isNewline })\n\(code)\n\(fence)"
    }

    private static func longestRun(of mark: Character, in text: String) -> Int {
        text.split(whereSeparator: { $0 != mark }).map(\.count).max() ?? 0
    }

    /// TeX in which no reader finds an element of HTML: `a<b` is the same formula with a space in it.
    static func tex(_ tex: String) -> String {
        guard tex.utf8.contains(UInt8(ascii: "<")) else { return tex }
        var written = ""
        var rest = tex[...]
        while let character = rest.popFirst() {
            written.append(character)
            if character == "<", let next = rest.first, next.isLetter || "/!?".contains(next) { written += " " }
        }
        return written
    }

    /// The address of a link or a picture, between its parentheses.
    static func address(_ address: String) -> String {
        address.unicodeScalars.map { scalar in
            switch scalar {
            case "(": "%28"
            case ")": "%29"
            case "<": "%3C"
            case ">": "%3E"
            case "\\": "%5C"
            case _ where scalar.value <= 0x20:
                "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
            default: String(scalar)
            }
        }.joined()
    }

    /// Plain language with `$…$` in it.
    static func running(_ text: String) -> String {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        return parts.enumerated().map { index, part in
            index.isMultiple(of: 2) ? plain(part) : index == parts.count - 1 ? "\\$" + plain(part) : "$\(tex(part))$"
        }.joined()
    }
}
