/// `\claim{number}{expression}`, `\claim[wrong]{number}{expression}` or `\value{expression}` in a formula, or `\text{…}`,
/// whose dollars don't end the formula.
struct TeXCommand {
    enum Name { case claim, value, text }

    var name: Name
    /// What stands between the braces of each argument.
    var arguments: [Range<Int>]
    /// What stands between brackets before a claim's arguments: the verdict it expects.
    var option: Range<Int>?
    var end: Int

    /// `nil` when another command, or none, begins at `position`, or when its braces are never closed.
    init?(in bytes: [UInt8], at position: Int, limit: Int) {
        // An argument that isn't closed by then never will be.
        let limit = min(limit, position + 10_000)
        let rest = bytes[position..<limit]
        let nameEnd: Int
        if rest.starts(with: "\\claim") {
            (name, nameEnd) = (.claim, position + 6)
        } else if rest.starts(with: "\\value") {
            (name, nameEnd) = (.value, position + 6)
        } else if rest.starts(with: "\\text") {
            (name, nameEnd) = (.text, position + 5)
        } else {
            return nil
        }
        if nameEnd < limit, bytes[nameEnd].isLetter { return nil }
        arguments = []
        end = nameEnd
        if name == .claim, end < limit, bytes[end] == ASCII.openingBracket {
            guard let closing = bytes[end..<min(limit, end + Self.longestOption)].firstIndex(of: ASCII.closingBracket) else {
                return nil
            }
            option = (end + 1)..<closing
            end = closing + 1
        }
        for index in 0..<(name == .claim ? 2 : 1) {
            var start = end
            while start < limit, bytes[start].isWhitespace { start += 1 }
            let isSwift = name == .value || (name == .claim && index == 1)
            guard start < limit, bytes[start] == ASCII.openingBrace,
                let closing = Self.closing(in: bytes, from: start + 1, limit: limit, isSwift: isSwift)
            else { return nil }
            arguments.append((start + 1)..<closing)
            end = closing + 1
        }
    }

    /// No verdict's name is longer.
    private static let longestOption = 100
    /// No argument has more braces in each other: a row of openings isn't read to its end for each of them.
    private static let deepest = 40

    /// Whether a claim or value begins here, complete or not.
    static func begins(in bytes: [UInt8], at position: Int, limit: Int) -> Bool {
        let rest = bytes[position..<limit]
        guard rest.starts(with: "\\claim") || rest.starts(with: "\\value") else { return false }
        return position + 6 >= limit || !bytes[position + 6].isLetter
    }

    /// The brace that closes an argument. In Swift, braces inside string literals don't count.
    private static func closing(in bytes: [UInt8], from start: Int, limit: Int, isSwift: Bool) -> Int? {
        var depth = 1
        var isString = false
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash where isString || !isSwift: position += 1
            case ASCII.quote where isSwift: isString.toggle()
            case ASCII.openingBrace where !isString:
                depth += 1
                if depth > deepest { return nil }
            case ASCII.closingBrace where !isString:
                depth -= 1
                if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return nil
    }
}
