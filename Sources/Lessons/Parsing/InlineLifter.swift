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
    /// Whether HTML that is left out was told of: one warning a paragraph will do.
    var warnedOfHTML = false
    /// The brackets of the text; looked for when the first is met.
    private(set) lazy var brackets = Brackets(in: bytes)
    /// Where the ends of comments and their like were looked for in vain.
    var unclosedTags = HTMLTag.Unclosed()
    /// Where shortcodes end.
    var shortcodeEnds = NextEnd(">}}")
    /// Where the text of the link or image being read ends.
    var linkEnd = 0
    /// Where the text of an `<a>` of HTML ends.
    var anchorEnd = 0
    /// Behind the closing bracket of the image being read.
    var imageEnd = 0
    /// Where marks end that were opened before.
    var markEnds: [Int: Int] = [:]

    /// The text with markers for what was lifted.
    static func lifted(_ text: LocatedText, with lifting: inout Lifting) -> LocatedText {
        text.replacing(edits(of: text, with: &lifting))
    }

    static func edits(of text: LocatedText, with lifting: inout Lifting) -> [LocatedText.Edit] {
        var lifter = InlineLifter(text: text, bytes: text.bytes, lifting: .empty)
        // Swapped, not copied: two holders of what was lifted would make each paragraph copy all of it.
        swap(&lifter.lifting, &lifting)
        lifter.read(0..<text.count)
        swap(&lifter.lifting, &lifting)
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
        case lifting.markBytes[0]: return afterMarker(at: position, limit: limit)
        case ASCII.backslash: return backslash(at: position, limit: limit)
        case UInt8(ascii: "&"): return reference(at: position, limit: limit)
        case ASCII.tilde, ASCII.caret: return mark(at: position, limit: limit)
        case ASCII.backtick: return codeSpan(at: position, limit: limit)
        case ASCII.less: return tag(at: position, limit: limit)
        case ASCII.dollar: return mathematics(at: position, limit: limit)
        case ASCII.exclamation where position + 1 < limit && bytes[position + 1] == ASCII.openingBracket:
            return image(at: position, limit: limit)
        case ASCII.openingBracket: return bracket(at: position, limit: limit)
        case ASCII.closingBracket:
            // Behind a link's text: dollars and at-signs of an address are nobody's business.
            return linkTail(at: position + 1, limit: limit)
        case ASCII.at: return atSign(at: position, limit: limit)
        case ASCII.openingBrace: return brace(at: position, limit: limit)
        case ASCII.period, UInt8(ascii: "0")...UInt8(ascii: "9"): return numeral(at: position, limit: limit)
        case UInt8(ascii: "h"): return bareAddress(at: position, limit: limit) ?? position + 1
        default: return position + 1
        }
    }

    /// Behind a marker that stands for something lifted before.
    private func afterMarker(at position: Int, limit: Int) -> Int {
        lifting.marker(in: bytes, at: position).map { min($0.end, limit) } ?? position + 1
    }

    /// `&#xE000;`: what stands for lifted text can't be written by its number.
    private mutating func reference(at position: Int, limit: Int) -> Int {
        guard position + 1 < limit, bytes[position + 1] == UInt8(ascii: "#"),
            let end = bytes[position..<min(limit, position + 12)].firstIndex(of: UInt8(ascii: ";"))
        else { return position + 1 }
        if NumericReferences.decoded(text.string(position..<(end + 1)), areEnded: true) == lifting.mark {
            var replacement = LocatedText()
            replacement.append("\u{FFFD}", at: text.origin(at: position))
            edit(position..<(end + 1), replacement)
        }
        return position + 2
    }

    /// A number in prose, unless it stands in the text of a link.
    private mutating func numeral(at position: Int, limit: Int) -> Int {
        guard let numeral = NumeralScanner.prose(in: bytes, at: position, limit: limit) else {
            // The rest of a word is passed over whole: the 2 of "w12" is no number.
            return bytes[position..<limit].prefix { $0.isDigit || $0.isLetter }.endIndex
                + (bytes[position] == ASCII.period ? 1 : 0)
        }
        if position >= linkEnd { lifting.note(numeral, in: text, isMathematics: false) }
        return numeral.upperBound
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
        if let raw = RawFormat(in: bytes, at: end, limit: limit) {
            return self.raw(raw, content: (position + width)..<closing, from: position)
        }
        guard let code = ValueCode(bytes, in: (position + width)..<closing) else {
            attributes(behind: end, limit: limit)
            return end
        }
        let head = lifting.place(text.origin(at: position))
        lifting.heads[head] = .settled
        switch code {
        case .value(let expression):
            let place = lifting.place(text.origin(at: expression.lowerBound))
            lifting.heads[head] = .read(expression: place)
            lift(position..<end, .value(InlineValue(slot: 0, expression: text.string(expression), at: place)))
        case .empty:
            lifting.report(
                "empty-expression", at: text.origin(at: position), length: end - position,
                "this inline value has no expression; write `{swift} expression` between the backticks")
        case .misspelled(let expression):
            lifting.report(
                "unread-value", at: text.origin(at: position), length: end - position,
                "this isn't read as a value; write `{swift} \(text.string(expression))`")
        case .otherLanguage(let language):
            lifting.warn(
                "unknown-cell-language", at: text.origin(at: position), length: end - position,
                "a value in “\(language)” is shown as written, not computed; values are written `{swift} expression`")
        }
        return end
    }

    private mutating func mathematics(at position: Int, limit: Int) -> Int {
        var isDisplay = position + 1 < limit && bytes[position + 1] == ASCII.dollar
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
        if isDisplay, lifting.doublesDollars, DoubledDollars.isInText(position..<(closing + 2), of: bytes) { isDisplay = false }
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
    mutating func attributesAtEnd(at position: Int, limit: Int) -> Int {
        guard let (attributes, end) = AttributesParser.parse(bytes, at: position, limit),
            bytes[end..<limit].allSatisfy({ $0.isWhitespace || $0 == ASCII.hash })
        else { return position + 1 }
        // Those of a picture or a span are lifted with it.
        guard !edits.contains(where: { $0.range.contains(position) }) else { return end }
        let place = lifting.place(text.origin(at: position))
        lifting.refuseCondition(attributes, at: place, of: "headings")
        lift(position..<end, .attributes(attributes, at: place))
        return end
    }
}
