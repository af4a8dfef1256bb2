import Exhibits

/// Reads one paragraph, heading or table cell from left to right and lifts out what libcmark would misread:
/// mathematics, inline values, claims, references, footnote marks, citations, spans and attributes.
///
/// Code spans, tags, addresses and escaped characters are passed over as CommonMark does.
struct InlineLifter {
    let text: LocatedText
    let bytes: [UInt8]
    var lifting: Lifting
    private(set) var edits: [LocatedText.Edit] = []

    /// The text with markers for what was lifted.
    static func lifted(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        text.replacing(edits(of: text, with: &lifting))
    }

    static func edits(of text: LocatedText, with lifting: inout Lifting) -> [LocatedText.Edit] {
        var lifter = InlineLifter(text: text, bytes: text.bytes, lifting: lifting)
        lifter.read(0..<text.count)
        lifting = lifter.lifting
        return lifter.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private init(text: LocatedText, bytes: [UInt8], lifting: Lifting) {
        self.text = text
        self.bytes = bytes
        self.lifting = lifting
    }

    private mutating func read(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            position = next(after: position, limit: range.upperBound)
        }
    }

    /// Reads what begins at `position`; answers where to go on.
    private mutating func next(after position: Int, limit: Int) -> Int {
        switch bytes[position] {
        case ASCII.backslash: return min(position + 2, limit)
        case ASCII.backtick: return codeSpan(at: position, limit: limit)
        case ASCII.less: return HTMLTag.end(in: bytes, at: position, limit: limit) ?? position + 1
        case ASCII.dollar: return mathematics(at: position, limit: limit)
        case ASCII.exclamation where position + 1 < limit && bytes[position + 1] == ASCII.openingBracket:
            return image(at: position, limit: limit)
        case ASCII.openingBracket: return bracket(at: position, limit: limit)
        case ASCII.closingBracket:
            // Behind a link's text: dollars and at-signs of an address are nobody's business.
            return LinkTail(in: bytes, at: position + 1, limit: limit)?.end ?? position + 1
        case ASCII.at: return atSign(at: position, limit: limit)
        case ASCII.openingBrace: return attributesAtEnd(at: position, limit: limit)
        default: return position + 1
        }
    }

    /// Puts a marker in the place of `range`.
    mutating func lift(_ range: Range<Int>, _ content: Lifted.Content) {
        var marker = LocatedText()
        marker.append(lifting.marker(for: content, source: text.string(range)), at: text.origin(at: range.lowerBound))
        edits.append(LocatedText.Edit(range: range, replacement: marker))
    }

    mutating func delete(_ range: Range<Int>) {
        edits.append(LocatedText.Edit(range: range, replacement: LocatedText()))
    }

    mutating func edit(_ range: Range<Int>, _ replacement: LocatedText) {
        edits.append(LocatedText.Edit(range: range, replacement: replacement))
    }

    // MARK: Code and mathematics

    private mutating func codeSpan(at position: Int, limit: Int) -> Int {
        let width = bytes[position..<limit].prefix { $0 == ASCII.backtick }.count
        guard let closing = CodeSpan.closing(in: bytes, from: position + width, width: width, limit: limit) else {
            return position + width
        }
        let end = closing + width
        var start = position + width
        if start < closing, bytes[start] == ASCII.space { start += 1 }
        let prefix = "{swift}".utf8
        guard bytes[start..<closing].starts(with: prefix) else { return end }
        var expression = (start + prefix.count)..<closing
        guard let separator = bytes[expression].first, separator.isWhitespace else { return end }
        expression = trimmed(expression)
        guard !expression.isEmpty else {
            lifting.report(
                "empty-expression", at: text.origin(at: position), length: end - position,
                "this inline value has no expression; write `{swift} expression` between the backticks")
            return end
        }
        lift(
            position..<end,
            .value(
                InlineValue(
                    slot: 0, expression: text.string(expression),
                    at: lifting.place(text.origin(at: expression.lowerBound)))))
        return end
    }

    private mutating func mathematics(at position: Int, limit: Int) -> Int {
        let isDisplay = position + 1 < limit && bytes[position + 1] == ASCII.dollar
        let width = isDisplay ? 2 : 1
        guard let closing = MathematicsDelimiters.closing(in: bytes, from: position + width, display: isDisplay, limit: limit)
        else {
            if isDisplay, MathematicsDelimiters.isMeantAsOpening(bytes[(position + 2)..<limit]) {
                lifting.reportUnclosed(
                    "unclosed-mathematics", at: text.origin(at: position), length: 2,
                    MathematicsDelimiters.unclosedMessage)
            }
            return position + width
        }
        let content = text[(position + width)..<closing]
        var mathematics = Mathematics(
            parts: MathematicsParser.parts(of: content, with: &lifting), isDisplay: isDisplay,
            at: lifting.place(text.origin(at: position)))
        var end = closing + width
        if isDisplay, let (attributes, attributesEnd) = AttributesParser.parse(bytes, at: skippingBlanks(end, limit), limit) {
            mathematics.label = attributes.label
            end = attributesEnd
        }
        lift(position..<end, .mathematics(mathematics))
        return end
    }

    // MARK: Helpers

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start].isWhitespace { start += 1 }
        while end > start, bytes[end - 1].isWhitespace { end -= 1 }
        return start..<end
    }

    func skippingBlanks(_ position: Int, _ limit: Int) -> Int {
        var position = position
        while position < limit, bytes[position].isBlank { position += 1 }
        return position
    }

    /// Attributes at the very end of a heading or caption; elsewhere braces are text.
    private mutating func attributesAtEnd(at position: Int, limit: Int) -> Int {
        guard let (attributes, end) = AttributesParser.parse(bytes, at: position, limit),
            bytes[end..<limit].allSatisfy({ $0.isWhitespace || $0 == ASCII.hash })
        else { return position + 1 }
        lift(position..<end, .attributes(attributes, at: lifting.place(text.origin(at: position))))
        return end
    }
}
