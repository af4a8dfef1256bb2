/// Where mathematics ends, by pandoc's rules for dollars.
///
/// Inline: the opening dollar has no blank behind it, the closing one no blank before it and no digit behind it; so
/// "it costs $5, not $6" is text. Display: two dollars on each side. Neither may hold a blank line, both may hold `\$`.
enum MathematicsDelimiters {
    static let unclosedMessage =
        "this $$ is never closed before the next blank line; close the formula with $$, or write \\$\\$ for two dollar signs"

    /// Where the closing delimiter begins, for a formula that begins at `start`.
    static func closing(in bytes: [UInt8], from start: Int, display: Bool, limit: Int) -> Int? {
        guard start < limit, display || !(bytes[start].isWhitespace || bytes[start] == ASCII.dollar) else { return nil }
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash:
                // Expressions are Swift: their dollars are arguments of closures.
                position = TeXCommand(in: bytes, at: position, limit: limit)?.end ?? position + 2
                continue
            case ASCII.dollar where display:
                guard position + 1 < limit, bytes[position + 1] == ASCII.dollar else { break }
                return bytes[start..<position].trimmed.isEmpty ? nil : position
            case ASCII.dollar:
                if bytes[position - 1].isWhitespace { return nil }
                if position + 1 < limit, bytes[position + 1].isDigit { return nil }
                return position
            default: break
            }
            position += 1
        }
        return nil
    }

    /// Whether two dollars look like the beginning of a formula at all, rather than a row of dollar signs.
    static func isMeantAsOpening(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.trimmed.first else { return false }
        return first != ASCII.dollar
    }
}
