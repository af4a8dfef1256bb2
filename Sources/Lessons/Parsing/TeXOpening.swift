/// How LaTeX opens a formula without dollars: `\\(`, `\\[`, and `\\begin{align}`. The first two may have their backslash twice, as in
/// Jekyll's Markdown, where one of the two is for Markdown.
///
/// CommonMark takes the first two for brackets that open nothing, and so they stay where nothing between them looks like a formula.
struct TeXOpening {
    var isDisplay: Bool
    /// The formula: what stands between the brackets, or the environment with its ends.
    var content: Range<Int>
    /// Behind the closing.
    var end: Int
    /// Whether every backslash that Markdown would take is doubled.
    private(set) var isDoubled = false

    init?(in bytes: [UInt8], at position: Int, limit: Int) {
        // What isn't closed by then never will be.
        let isInText =
            bytes[min(position + 1, limit - 1)] == ASCII.openingParenthesis
            || bytes[min(position + 2, limit - 1)] == ASCII.openingParenthesis
        let limit = min(limit, position + (isInText ? 1000 : 5000))
        guard position + 1 < limit, bytes[position] == ASCII.backslash else { return nil }
        isDoubled =
            bytes[position + 1] == ASCII.backslash && position + 2 < limit
            && (bytes[position + 2] == ASCII.openingParenthesis || bytes[position + 2] == ASCII.openingBracket)
        let bracket = isDoubled ? position + 2 : position + 1
        switch bytes[bracket] {
        case ASCII.openingParenthesis, ASCII.openingBracket:
            isDisplay = bytes[bracket] == ASCII.openingBracket
            let closer = isDisplay ? ASCII.closingBracket : ASCII.closingParenthesis
            let found =
                isDoubled
                ? Self.doubledClosing(closer, in: bytes, from: bracket + 1, limit: limit)
                : Self.closing(closer, in: bytes, from: bracket + 1, limit: limit)
            guard let closing = found else { return nil }
            content = (bracket + 1)..<closing
            end = closing + (isDoubled ? 3 : 2)
            // Doubled backslashes are written for nothing else.
            guard Self.isFormula(bytes[content], alone: !isDisplay) || isDoubled && !Self.isSentence(bytes[content]) else {
                return nil
            }
        default:
            guard let name = Self.environment(in: bytes, at: position, limit: limit), Self.environments.contains(name.text),
                let last = Self.end(of: name, in: bytes, limit: limit)
            else { return nil }
            isDisplay = name.text != "math"
            content = position..<last
            end = last
        }
    }

    /// The formula in a text: of one that was written with doubled backslashes, what Markdown leaves of it.
    func formula(of text: LocatedText) -> LocatedText {
        let formula = text[content]
        guard isDoubled else { return formula }
        var edits: [LocatedText.Edit] = []
        var position = 0
        while position + 1 < formula.count {
            let (byte, next) = (formula.bytes[position], formula.bytes[position + 1])
            let isRow =
                position + 3 < formula.count && formula.bytes[position..<(position + 4)].allSatisfy { $0 == ASCII.backslash }
            if isRow {
                edits.append(.init(range: position..<(position + 2), replacement: LocatedText()))
                position += 4
            } else if byte == ASCII.backslash, next == ASCII.underscore || next == ASCII.asterisk {
                edits.append(.init(range: position..<(position + 1), replacement: LocatedText()))
                position += 2
            } else {
                position += 1
            }
        }
        return formula.replacing(edits)
    }

    /// The name in `\\begin{name}`.
    static func environment(in bytes: [UInt8], at position: Int, limit: Int) -> ArraySlice<UInt8>? {
        guard bytes[position..<limit].starts(with: "\\begin{") else { return nil }
        let name = bytes[(position + 7)..<limit].prefix { $0.isLetter || $0 == ASCII.asterisk }
        guard !name.isEmpty, name.endIndex < limit, bytes[name.endIndex] == ASCII.closingBrace else { return nil }
        return name
    }

    /// The environments that are formulas by themselves, and those that authors leave without dollars all the same.
    static let environments: Set<String> = [
        "equation", "equation*", "align", "align*", "alignat", "alignat*", "aligned", "gather", "gather*", "gathered",
        "multline",
        "multline*", "flalign", "flalign*", "eqnarray", "eqnarray*", "displaymath", "math", "split", "cases", "dcases", "array",
        "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix",
    ]

    /// Behind the `\\end` that belongs to the environment, past those of its name inside.
    private static func end(of name: ArraySlice<UInt8>, in bytes: [UInt8], limit: Int) -> Int? {
        let opening = Array("\\begin{".utf8) + name + [ASCII.closingBrace]
        let closing = Array("\\end{".utf8) + name + [ASCII.closingBrace]
        var depth = 1
        var position = name.endIndex + 1
        while position < limit {
            guard bytes[position] == ASCII.backslash else {
                position += 1
                continue
            }
            let rest = bytes[position..<limit]
            if rest.starts(with: closing) {
                depth -= 1
                position += closing.count
                if depth == 0 { return position }
            } else if rest.starts(with: opening) {
                depth += 1
                position += opening.count
            } else {
                position = TeXCommand(in: bytes, at: position, limit: limit)?.end ?? position + 2
            }
        }
        return nil
    }

    /// `\\\\)`: the first, since what stands between is TeX that Markdown may have to be kept from.
    private static func doubledClosing(_ closer: UInt8, in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        var position = start
        while position + 2 < limit {
            if bytes[position] == ASCII.backslash, bytes[position + 1] == ASCII.backslash, bytes[position + 2] == closer {
                return position
            }
            position += 1
        }
        return nil
    }

    /// The closing, unless the same opens once more before it, as none does in a formula: else openings in a row would each be
    /// looked through to the end.
    private static func closing(_ closer: UInt8, in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        let opener = bytes[start - 1]
        var position = start
        while position + 1 < limit {
            guard bytes[position] == ASCII.backslash else {
                position += 1
                continue
            }
            if bytes[position + 1] == closer { return position }
            if bytes[position + 1] == opener { return nil }
            position = TeXCommand(in: bytes, at: position, limit: limit)?.end ?? position + 2
        }
        return nil
    }

    /// Whether text has two words one after the other, or nothing to read at all.
    private static func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
        var words = 0
        var letters = 0
        var hasSign = false
        for byte in text {
            let isLetter = byte.isLetter || byte.isBeyondASCII
            letters = isLetter ? letters + 1 : 0
            hasSign = hasSign || isLetter || byte.isDigit
            if letters == 2 { words += 1 }
            if !isLetter, !byte.isWhitespace { words = 0 }
            if words == 2 { return true }
        }
        return !hasSign
    }

    /// Whether text is a formula rather than words between brackets: it has a command, an index, a relation; or it is a letter.
    static func isFormula(_ text: ArraySlice<UInt8>, alone letterCounts: Bool) -> Bool {
        let text = text.trimmed
        guard text.contains(where: { $0.isLetter || $0.isDigit || $0.isBeyondASCII }) else { return false }
        var previous: UInt8 = 0
        var letters = 0
        var mostLetters = 0
        for byte in text {
            if previous == ASCII.backslash, byte.isLetter { return true }
            if byte == ASCII.underscore || byte == ASCII.caret || byte == ASCII.equals { return true }
            letters = byte.isLetter || byte.isBeyondASCII ? letters + 1 : 0
            mostLetters = max(mostLetters, letters)
            previous = byte
        }
        return letterCounts && mostLetters == 1
    }
}
