/// What follows a link's text: `(destination "title")`, by CommonMark's rules.
struct LinkTail {
    /// The destination without angle brackets.
    var destination: Range<Int>
    var title: Range<Int>?
    /// Behind the closing parenthesis.
    var end: Int

    /// `nil` when no such tail begins at `position`.
    init?(in bytes: [UInt8], at position: Int, limit: Int) {
        guard position < limit, bytes[position] == ASCII.openingParenthesis else { return nil }
        var next = Self.skippingWhitespace(bytes, position + 1, limit)
        guard next < limit else { return nil }
        if bytes[next] == ASCII.less {
            guard let closing = Self.angleClosing(bytes, next + 1, limit) else { return nil }
            destination = (next + 1)..<closing
            next = closing + 1
        } else {
            guard let end = Self.bareEnd(bytes, next, limit) else { return nil }
            destination = next..<end
            next = end
        }
        let afterDestination = next
        next = Self.skippingWhitespace(bytes, next, limit)
        if next < limit, next > afterDestination, let titled = Self.title(bytes, next, limit) {
            title = titled
            next = Self.skippingWhitespace(bytes, titled.upperBound + 1, limit)
        }
        guard next < limit, bytes[next] == ASCII.closingParenthesis else { return nil }
        end = next + 1
    }

    private static func angleClosing(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.greater: return position
            case ASCII.less, ASCII.lineFeed: return nil
            default: break
            }
            position += 1
        }
        return nil
    }

    /// A destination without angle brackets ends at a blank or at a parenthesis it didn't open; `nil` where one it opened is
    /// left open.
    private static func bareEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        var depth = 0
        var position = start
        while position < limit, !bytes[position].isWhitespace {
            switch bytes[position] {
            case ASCII.backslash: position += 1
            case ASCII.openingParenthesis:
                depth += 1
                // As in libcmark: an address with more is none.
                if depth > 32 { return start }
            case ASCII.closingParenthesis:
                if depth == 0 { return position }
                depth -= 1
            default: break
            }
            position += 1
        }
        return depth == 0 ? min(position, limit) : nil
    }

    private static func title(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Range<Int>? {
        let closer: UInt8
        switch bytes[start] {
        case ASCII.quote: closer = ASCII.quote
        case ASCII.apostrophe: closer = ASCII.apostrophe
        case ASCII.openingParenthesis: closer = ASCII.closingParenthesis
        default: return nil
        }
        let limit = min(limit, start + longestTitle)
        var position = start + 1
        while position < limit, bytes[position] != closer {
            // One in parentheses holds none that it doesn't escape.
            if closer == ASCII.closingParenthesis, bytes[position] == ASCII.openingParenthesis { return nil }
            position += bytes[position] == ASCII.backslash ? 2 : 1
        }
        return position < limit ? (start + 1)..<position : nil
    }

    private static let longestTitle = 4000

    private static func skippingWhitespace(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var position = start
        while position < limit, bytes[position].isWhitespace { position += 1 }
        return position
    }
}

/// The tail of a claim: an address that begins with `claim:`.
struct ClaimTail {
    var expression: Range<Int>
    var title: Range<Int>?
    var end: Int

    init?(in bytes: [UInt8], at position: Int, limit: Int) {
        guard let tail = LinkTail(in: bytes, at: position, limit: limit) else { return nil }
        expression = (tail.destination.lowerBound + "claim:".utf8.count)..<tail.destination.upperBound
        title = tail.title
        end = tail.end
    }
}
