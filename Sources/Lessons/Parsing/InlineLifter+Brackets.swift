import Exhibits

extension InlineLifter {
    /// `![…](…)`, and the attributes that may follow it.
    mutating func image(at position: Int, limit: Int) -> Int {
        guard let closing = brackets.closing(ofOneAt: position + 1),
            let tail = LinkTail(in: bytes, at: closing + 1, limit: limit)
        else { return position + 2 }
        // The text of an image is read like any other; its end is met as a closing bracket.
        linkEnd = max(linkEnd, closing)
        imageEnd = closing + 1
        let attributed = AttributesParser.parse(bytes, at: tail.end, limit)
        if trimmed((position + 2)..<closing).isEmpty, attributed?.0.values["fig-alt"] == nil,
            attributed?.0.values["alt"] == nil
        {
            lifting.warn(
                "missing-alt-text", at: text.origin(at: position), length: tail.end - position,
                "this picture says nothing to readers who don't see it; write what it shows between the brackets")
        }
        if let (attributes, end) = attributed {
            let place = lifting.place(text.origin(at: tail.end))
            lifting.refuseCondition(attributes, at: place, of: "pictures")
            lift(tail.end..<end, .attributes(attributes, at: place))
        }
        return position + 2
    }

    /// A claim, a footnote's mark, a citation or a span; any other bracket is left to libcmark.
    mutating func bracket(at position: Int, limit: Int) -> Int {
        guard let closing = brackets.closing(ofOneAt: position) else { return position + 1 }
        let content = (position + 1)..<closing
        if bytes[(closing + 1)..<limit].starts(with: "(claim:") || bytes[(closing + 1)..<limit].starts(with: "(<claim:") {
            return claim(written: content, tail: closing + 1, limit: limit)
        }
        if bytes[(closing + 1)..<limit].starts(with: "(answer:") || bytes[(closing + 1)..<limit].starts(with: "(<answer:") {
            return blank(form: content, tail: closing + 1, limit: limit)
        }
        if let first = bytes[content].first, first == ASCII.caret, content.count <= Self.longestName {
            let name = text.string((position + 2)..<max(position + 2, closing))
            guard lifting.footnotes.contains(name) else {
                // CommonMark takes it as text, and so does the page; but hardly anybody means it so.
                if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) {
                    lifting.warn(
                        "unknown-footnote", at: text.origin(at: position), length: closing + 1 - position,
                        "there is no footnote “\(name)”; write its text in a paragraph of its own, [^\(name)]: …")
                }
                return position + 1
            }
            lift(position..<(closing + 1), .footnote(name, at: lifting.place(text.origin(at: position))))
            return closing + 1
        }
        if LinkTail(in: bytes, at: closing + 1, limit: limit) != nil { linkEnd = max(linkEnd, closing) }
        if content.count <= Self.longestCitation, let items = citation(in: content) {
            lift(position..<(closing + 1), items)
            return closing + 1
        }
        if closing + 1 < limit, bytes[closing + 1] == ASCII.openingBrace,
            let (attributes, end) = AttributesParser.parse(bytes, at: closing + 1, limit)
        {
            lifting.noteGiven(
                attributes, from: lifting.place(text.origin(at: position)), to: lifting.place(text.origin(at: closing)))
            lifting.checkCondition(attributes, at: text.origin(at: closing + 1), length: end - closing - 1)
            // The text between the two markers is still to be read: lift the ends alone.
            lift(position..<(position + 1), .span(attributes))
            lift(closing..<end, .span(attributes))
            return position + 1
        }
        return position + 1
    }

    /// Longer than the name of a footnote, and longer than a citation with page numbers.
    private static let longestName = 200
    private static let longestCitation = 4000

    // MARK: Claims

    private mutating func claim(written content: Range<Int>, tail: Int, limit: Int) -> Int {
        let isBracketed = bytes[(tail + 1)..<limit].first == ASCII.less
        let head = lifting.place(text.origin(at: tail + (isBracketed ? 2 : 1)))
        lifting.heads[head] = .settled
        guard let destination = ClaimTail(in: bytes, at: tail, limit: limit) else {
            let advice = ClaimAdvice(
                written: text.string(content), isBracketed: isBracketed,
                behind: String(decoding: bytes[(tail + 1)..<min(limit, tail + 1 + ClaimAdvice.farthest)], as: UTF8.self))
            lifting.report(
                "malformed-claim", at: text.origin(at: tail + 1), length: isBracketed ? 7 : 6, advice.message)
            return content.upperBound + 1
        }
        let number = bare(trimmed(content))
        let written = text.string(number.range)
        if !bytes[number.range].contains(where: \.isDigit), !Self.isNamedNumber(written), !Statement.reads(written) {
            lifting.report(
                "claim-without-number", at: text.origin(at: content.lowerBound), length: content.count,
                "the text of a claim must be the number it claims, or a statement of two plain words or more, "
                    + "found “\(text.string(content))”; write [0.123](claim:expression)")
            return destination.end
        }
        let expression = trimmed(destination.expression)
        guard !expression.isEmpty else {
            lifting.report(
                "empty-expression", at: text.origin(at: tail), length: destination.end - tail,
                "this claim has no expression; write what the number must equal behind claim:")
            return destination.end
        }
        let claim = Claim(
            slot: 0, written: written, at: lifting.place(text.origin(at: number.range.lowerBound)),
            bytes: text.fileBytes(number.range),
            expression: text.string(expression).replacing("\\<", with: "<").replacing("\\>", with: ">"),
            expressionPlace: lifting.place(text.origin(at: expression.lowerBound)),
            expected: destination.title.map { text.string($0) })
        lifting.heads[head] = .read(expression: claim.expressionPlace)
        let opening = (content.lowerBound - 1)..<number.range.lowerBound
        let closing = number.range.upperBound..<destination.end
        if number.isMathematics {
            let mathematics = Mathematics(
                parts: [.claim(claim)], isDisplay: false,
                at: lifting.place(text.origin(at: number.range.lowerBound - 1)))
            lift(opening.lowerBound..<closing.upperBound, .mathematics(mathematics))
        } else {
            // Emphasis around the number stays for libcmark to read, now around the marker.
            replaceBracket(opening)
            lift(number.range, .claim(claim))
            replaceBracket(closing)
        }
        return destination.end
    }

    /// Keeps of a claim's link only the emphasis marks around its number.
    private mutating func replaceBracket(_ range: Range<Int>) {
        var kept = LocatedText()
        for index in range {
            if bytes[index] == ASCII.closingBracket { break }
            if bytes[index] == ASCII.asterisk || bytes[index] == ASCII.underscore { kept.append(text, index..<(index + 1)) }
        }
        edit(range, kept)
    }

    /// The number inside emphasis marks, a code span's backticks or dollars.
    private func bare(_ range: Range<Int>) -> (range: Range<Int>, isMathematics: Bool) {
        var range = range
        var isMathematics = false
        let wrappers = [ASCII.asterisk, ASCII.underscore, ASCII.backtick, ASCII.dollar]
        while range.count > 2, wrappers.contains(bytes[range.lowerBound]),
            bytes[range.lowerBound] == bytes[range.upperBound - 1], !isMathematics
        {
            isMathematics = bytes[range.lowerBound] == ASCII.dollar
            range = (range.lowerBound + 1)..<(range.upperBound - 1)
        }
        return (range, isMathematics)
    }

    private static func isNamedNumber(_ text: String) -> Bool {
        let names = ["nan", "inf", "infinity", "∞", "true", "false", "½", "¼", "¾", "⅓", "⅔"]
        return names.contains(text.lowercased().trimmingPrefix { "+-−".contains($0) }.description)
    }
}
