import Exhibits

extension InlineLifter {
    /// A formula that opens with a backslash; else an escaped character or a backslash, which is passed over.
    mutating func backslash(at position: Int, limit: Int) -> Int {
        guard let opening = TeXOpening(in: bytes, at: position, limit: limit) else {
            adviseBrackets(at: position, limit: limit)
            return min(position + 2, limit)
        }
        var mathematics = Mathematics(
            parts: MathematicsParser.parts(of: text[opening.content], with: &lifting), isDisplay: opening.isDisplay,
            at: lifting.place(text.origin(at: position)))
        var end = opening.end
        if opening.isDisplay,
            let (attributes, attributesEnd) = AttributesParser.parse(bytes, at: skippingBlanks(end, limit), limit)
        {
            mathematics.label = attributes.label
            end = attributesEnd
        }
        lift(position..<end, .mathematics(mathematics))
        return end
    }

    /// `\\[y\\]` may be a formula or a bracket that is no link; nothing in it tells.
    private mutating func adviseBrackets(at position: Int, limit: Int) {
        guard position + 4 < limit, bytes[position + 1] == ASCII.openingBracket, bytes[position + 2].isLetter,
            bytes[(position + 3)..<limit].starts(with: "\\]"), bytes[position + 2] | 0x20 != UInt8(ascii: "x")
        else { return }
        lifting.noteDialect(
            "tex-brackets", at: text.origin(at: position), length: 5,
            "this is shown as a letter in brackets; write $$\(text.string((position + 2)..<(position + 3)))$$ for a formula")
    }
}
