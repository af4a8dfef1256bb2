/// Finds the bracket that closes another, past code spans, escaped characters, mathematics and brackets inside.
enum Brackets {
    static func closing(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        var depth = 1
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.backtick:
                let width = bytes[position..<limit].prefix { $0 == ASCII.backtick }.count
                let closing = CodeSpan.closing(in: bytes, from: position + width, width: width, limit: limit)
                position = (closing ?? position) + width - 1
            case ASCII.dollar:
                if let closing = MathematicsDelimiters.closing(in: bytes, from: position + 1, display: false, limit: limit) {
                    position = closing
                }
            case ASCII.openingBracket: depth += 1
            case ASCII.closingBracket:
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return nil
    }
}
