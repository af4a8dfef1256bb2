extension InlineLifter {
    /// `~~struck~~`, `~lowered~` and `^raised^`, by pandoc's rules: no blank just inside the marks, and none at all in what is
    /// lowered or raised. Both ends are lifted; the text between them is still to be read.
    mutating func mark(at position: Int, limit: Int) -> Int {
        if let end = markEnds[position] { return end }
        let byte = bytes[position]
        let run = bytes[position..<limit].prefix { $0 == byte }.count
        guard run <= (byte == ASCII.tilde ? 2 : 1) else { return position + run }
        let start = position + run
        guard start < limit, !bytes[start].isWhitespace,
            let closing = closing(of: byte, width: run, from: start, limit: limit)
        else { return start }
        let mark: TextMark = byte == ASCII.caret ? .superscript : run == 2 ? .struck : .subscript
        lift(position..<start, .mark(mark, isOpening: true))
        lift(closing..<(closing + run), .mark(mark, isOpening: false))
        markEnds[closing] = closing + run
        return start
    }

    /// More than is ever raised or struck.
    private static let longest = 2000

    private func closing(of byte: UInt8, width: Int, from start: Int, limit: Int) -> Int? {
        let limit = min(limit, start + Self.longest)
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash: position += 2
            case ASCII.dollar:
                let end = MathematicsDelimiters.closing(in: bytes, from: position + 1, display: false, limit: limit)
                position = (end ?? position) + 1
            case ASCII.backtick: position = CodeSpan.end(in: bytes, at: position, limit: limit)
            case byte:
                let run = bytes[position..<limit].prefix { $0 == byte }.count
                if run == width, position > start, !bytes[position - 1].isWhitespace { return position }
                if run == width || width == 1 { return nil }
                position += run
            case let other where width == 1 && other.isWhitespace: return nil
            default: position += 1
            }
        }
        return nil
    }
}
