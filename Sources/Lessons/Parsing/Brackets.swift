/// Which bracket closes which, past code spans, escaped characters, mathematics, what links lead to, and brackets inside: found for a whole text in
/// one go, because asking for each bracket anew takes for ever where ten thousand are open.
struct Brackets {
    private var closings: [Int: Int] = [:]

    /// Where the bracket that opens at `position` is closed.
    func closing(ofOneAt position: Int) -> Int? { closings[position] }

    init(in bytes: [UInt8]) {
        let limit = bytes.count
        var open: [Int] = []
        var position = 0
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.backtick: position = CodeSpan.end(in: bytes, at: position, limit: limit) - 1
            case ASCII.dollar:
                if let closing = MathematicsDelimiters.closing(in: bytes, from: position + 1, display: false, limit: limit) {
                    position = closing
                }
            case ASCII.openingBracket: open.append(position)
            case ASCII.closingBracket:
                guard let opening = open.popLast() else { break }
                closings[opening] = position
                // The `$0` of a claim's expression opens no formula, nor does a bracket of an address open another.
                if let tail = LinkTail(in: bytes, at: position + 1, limit: limit) { position = tail.end - 1 }
            default: break
            }
            position += 1
        }
    }
}
