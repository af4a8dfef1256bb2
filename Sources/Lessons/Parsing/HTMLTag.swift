/// Tags, comments and addresses between angle brackets: running text in which nothing is lifted.
enum HTMLTag {
    /// The endings that don't come any more: looked for once, not again at every `<!--`.
    struct Unclosed {
        fileprivate var endings: Set<String> = []
    }

    /// Behind the tag that begins at `position`, or `nil` when none does.
    static func end(in bytes: [UInt8], at position: Int, limit: Int, unclosed: inout Unclosed) -> Int? {
        let start = position + 1
        guard start < limit else { return nil }
        let rest = bytes[start..<limit]
        if rest.starts(with: "!--") { return comment(in: bytes, from: start + 3, limit, &unclosed) }
        if rest.starts(with: "?") { return after("?>", in: bytes, from: start + 1, limit, &unclosed) }
        if rest.starts(with: "![CDATA[") { return after("]]>", in: bytes, from: start + 8, limit, &unclosed) }
        if rest.starts(with: "!") {
            return start + 1 < limit && bytes[start + 1].isLetter
                ? after(">", in: bytes, from: start + 1, limit, &unclosed) : nil
        }
        if rest.first == UInt8(ascii: "/") {
            guard start + 1 < limit, bytes[start + 1].isLetter else { return nil }
            return after(">", in: bytes, from: start + 1, limit, &unclosed)
        }
        return address(in: bytes, from: start, limit) ?? openingTag(in: bytes, from: start, limit)
    }

    /// Whether an address stands between these angle brackets.
    static func isAddress(in bytes: [UInt8], at position: Int, limit: Int) -> Bool {
        address(in: bytes, from: position + 1, limit) != nil
    }

    /// `<https://example.org>` and `<someone@example.org>`.
    private static func address(in bytes: [UInt8], from start: Int, _ limit: Int) -> Int? {
        guard let end = bytes[start..<limit].firstIndex(where: { $0 == ASCII.greater || $0 == ASCII.less || $0.isWhitespace }),
            bytes[end] == ASCII.greater
        else { return nil }
        let inside = bytes[start..<end]
        let scheme = inside.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == 0x2E || $0 == 0x2D }
        let isURL =
            scheme.count >= 2 && inside.first?.isLetter == true && scheme.endIndex < end
            && bytes[scheme.endIndex] == ASCII.colon
        return isURL || isMail(inside) ? end + 1 : nil
    }

    private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
        guard let at = text.firstIndex(of: ASCII.at), at > text.startIndex, at + 1 < text.endIndex else { return false }
        return text[..<at].allSatisfy { $0.isLetter || $0.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
            && text[(at + 1)...].allSatisfy { $0.isLetter || $0.isDigit || $0 == ASCII.period || $0 == ASCII.minus }
    }

    /// What every reader of Markdown takes for a comment: with `--` inside, or `>` at once, it is text to libcmark 0.30.
    private static func comment(in bytes: [UInt8], from start: Int, _ limit: Int, _ unclosed: inout Unclosed) -> Int? {
        // The first two hyphens have to be those of its end: no comment is looked through beyond the next one.
        guard let hyphens = after("--", in: bytes, from: start, limit, &unclosed), hyphens < limit,
            bytes[hyphens] == ASCII.greater
        else { return nil }
        let inside = bytes[start..<(hyphens - 2)]
        return inside.starts(with: ">") || inside.starts(with: "->") ? nil : hyphens + 1
    }

    /// A name, then attributes whose values may be quoted.
    private static func openingTag(in bytes: [UInt8], from start: Int, _ limit: Int) -> Int? {
        guard bytes[start].isLetter else { return nil }
        var position = start
        while position < limit, bytes[position].isLetter || bytes[position].isDigit || bytes[position] == ASCII.minus {
            position += 1
        }
        guard position < limit, bytes[position].isWhitespace || bytes[position] == ASCII.greater || bytes[position] == 0x2F
        else {
            return nil
        }
        while position < limit {
            switch bytes[position] {
            case ASCII.greater: return position + 1
            case ASCII.less, ASCII.backtick: return nil
            case ASCII.quote, ASCII.apostrophe:
                guard let closing = bytes[(position + 1)..<limit].firstIndex(of: bytes[position]) else { return nil }
                position = closing + 1
            default: position += 1
            }
        }
        return nil
    }

    private static func after(
        _ text: StaticString, in bytes: [UInt8], from start: Int, _ limit: Int, _ unclosed: inout Unclosed
    ) -> Int? {
        guard !unclosed.endings.contains("\(text)") else { return nil }
        var position = start
        while position + text.utf8CodeUnitCount <= limit {
            if bytes[position..<limit].starts(with: text) { return position + text.utf8CodeUnitCount }
            position += 1
        }
        unclosed.endings.insert("\(text)")
        return nil
    }
}
