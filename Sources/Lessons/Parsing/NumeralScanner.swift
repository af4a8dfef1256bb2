import Exhibits

/// Recognises numbers as authors write them: `0.5`, `.5`, `−0.25`, `10,000`, `3.51e-5`, `3.51 × 10⁻⁵`, `98.4 %`.
enum NumeralScanner {
    /// The number whose first digit or point stands at `position`, sign included, or `nil` inside a word or name.
    static func prose(in bytes: [UInt8], at position: Int, limit: Int) -> Range<Int>? {
        guard let digits = digits(in: bytes, at: position, limit: limit) else { return nil }
        var start = position
        if position > 0 {
            let before = bytes[position - 1]
            if before.isLetter || before.isDigit || before == ASCII.underscore || before == ASCII.period { return nil }
            if let sign = signStart(in: bytes, before: position), isFree(bytes, before: sign) { start = sign }
        }
        var end = digits.upperBound
        // "2nd", "w1" and "3x" are words, not results.
        if end < limit, bytes[end].isLetter, exponent(in: bytes, at: end, limit: limit) == nil { return nil }
        end = exponent(in: bytes, at: end, limit: limit) ?? power(in: bytes, at: end, limit: limit) ?? end
        for suffix in ["%", " %", "\u{202F}%", "\u{A0}%"] where bytes[end..<limit].starts(with: suffix.utf8) {
            return start..<(end + suffix.utf8.count)
        }
        return start..<end
    }

    /// The numbers in TeX. Subscripts and exponents are part of a name or a formula, not results.
    static func mathematics(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = range.lowerBound
        while position < range.upperBound {
            switch bytes[position] {
            case ASCII.backslash:
                let name = bytes[(position + 1)..<range.upperBound].prefix { $0.isLetter }
                position = max(name.endIndex, position + 2)
                if withText.contains(name.text) { position = group(in: bytes, at: position, limit: range.upperBound) }
            case ASCII.underscore, ASCII.caret:
                position = group(in: bytes, at: position + 1, limit: range.upperBound)
            default:
                guard let digits = digits(in: bytes, at: position, limit: range.upperBound) else {
                    position += 1
                    continue
                }
                var start = position
                if let sign = signStart(in: bytes, before: position), sign >= range.lowerBound,
                    beginsTerm(bytes[range.lowerBound..<sign])
                {
                    start = sign
                }
                let end = texPower(in: bytes, at: digits.upperBound, limit: range.upperBound) ?? digits.upperBound
                found.append(start..<end)
                position = end
            }
        }
        return found
    }

    private static let withText: Set<String> = [
        "text", "mathrm", "operatorname", "begin", "end", "label", "tag", "hspace", "vspace", "color", "phantom",
    ]

    /// `1`, `1.5`, `.5`, `1,024`.
    private static func digits(in bytes: [UInt8], at position: Int, limit: Int) -> Range<Int>? {
        var end = position
        while end < limit, bytes[end].isDigit { end += 1 }
        let whole = end - position
        if whole >= 1, whole <= 3 {
            while end + 3 < limit, bytes[end] == UInt8(ascii: ","), bytes[(end + 1)...(end + 3)].allSatisfy(\.isDigit),
                end + 4 >= limit || !bytes[end + 4].isDigit
            {
                end += 4
            }
        }
        if end + 1 < limit, bytes[end] == ASCII.period, bytes[end + 1].isDigit {
            end += 1
            while end < limit, bytes[end].isDigit { end += 1 }
        }
        return end > position ? position..<end : nil
    }

    private static func exponent(in bytes: [UInt8], at position: Int, limit: Int) -> Int? {
        guard position < limit, bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
        var end = position + 1
        if end < limit, bytes[end] == ASCII.minus || bytes[end] == UInt8(ascii: "+") { end += 1 }
        let start = end
        while end < limit, bytes[end].isDigit { end += 1 }
        return end > start && (end >= limit || !bytes[end].isLetter) ? end : nil
    }

    private static let powerOfTen = Pattern(/[\x20\u{A0}\u{202F}]?[×·][\x20\u{A0}\u{202F}]?10[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/)

    /// ` × 10⁻⁵`
    private static func power(in bytes: [UInt8], at position: Int, limit: Int) -> Int? {
        // A regular expression for every number would be felt: look for the sign first.
        let near = bytes[position..<min(limit, position + 5)]
        guard near.contains(0x97) || near.contains(0xB7) else { return nil }
        let rest = String(decoding: bytes[position..<min(limit, position + 40)], as: UTF8.self)
        guard let match = rest.prefixMatch(of: Self.powerOfTen.regex) else {
            return nil
        }
        return position + match.0.utf8.count
    }

    private static let powerInTeX = Pattern(/\s*\\(?:times|cdot)\s*10\^(?:\{\s*-?\d+\s*\}|\d)/)

    /// ` \times 10^{-5}`
    private static func texPower(in bytes: [UInt8], at position: Int, limit: Int) -> Int? {
        guard bytes[position..<min(limit, position + 3)].contains(ASCII.backslash) else { return nil }
        let rest = String(decoding: bytes[position..<min(limit, position + 40)], as: UTF8.self)
        guard let match = rest.prefixMatch(of: Self.powerInTeX.regex) else { return nil }
        return position + match.0.utf8.count
    }

    private static func signStart(in bytes: [UInt8], before position: Int) -> Int? {
        if position >= 1, bytes[position - 1] == ASCII.minus { return position - 1 }
        if position >= 3, bytes[(position - 3)..<position].elementsEqual("−".utf8) { return position - 3 }
        return nil
    }

    /// Whether a sign may belong to a number: "2-3" is no minus three.
    private static func isFree(_ bytes: [UInt8], before position: Int) -> Bool {
        guard position > 0 else { return true }
        let before = bytes[position - 1]
        return before.isWhitespace || before == ASCII.openingParenthesis || before == ASCII.openingBracket
    }

    private static func beginsTerm(_ before: ArraySlice<UInt8>) -> Bool {
        guard let last = before.trimmedEnd.last else { return true }
        return "=({[,&<>".utf8.contains(last)
    }

    /// Behind `{…}` or a single character.
    private static func group(in bytes: [UInt8], at position: Int, limit: Int) -> Int {
        guard position < limit, bytes[position] == ASCII.openingBrace else { return min(position + 1, limit) }
        var depth = 0
        var end = position
        while end < limit {
            if bytes[end] == ASCII.openingBrace { depth += 1 }
            if bytes[end] == ASCII.closingBrace { depth -= 1 }
            end += 1
            if depth == 0 { break }
        }
        return end
    }
}
