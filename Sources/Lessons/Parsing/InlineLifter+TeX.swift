import Exhibits

extension InlineLifter {
    /// A formula that opens with a backslash; else an escaped character or a backslash, which is passed over.
    mutating func backslash(at position: Int, limit: Int) -> Int {
        guard let opening = TeXOpening(in: bytes, at: position, limit: limit) else {
            if let end = reference(at: position, limit: limit) ?? spacing(at: position, limit: limit) { return end }
            adviseBrackets(at: position, limit: limit)
            return min(position + 2, limit)
        }
        var mathematics = Mathematics(
            parts: MathematicsParser.parts(of: opening.formula(of: text), with: &lifting), isDisplay: opening.isDisplay,
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

    /// `\\eqref{eq:loss}`, `\\ref{fig:net}`: a reference by LaTeX's name of its label.
    private mutating func reference(at position: Int, limit: Int) -> Int? {
        let limit = min(limit, position + 200)
        let rest = bytes[position..<limit]
        guard
            rest.starts(with: "\\eqref{") || rest.starts(with: "\\ref{") || rest.starts(with: "\\autoref{")
                || rest.starts(with: "\\cref{"),
            let open = rest.firstIndex(of: ASCII.openingBrace), let close = rest.firstIndex(of: ASCII.closingBrace),
            close > open + 1
        else { return nil }
        let label = TeXDialect.label(text.string((open + 1)..<close), ofFormula: false)
        lift(position..<(close + 1), .reference(label, at: lifting.place(text.origin(at: position))))
        return close + 1
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
