import Exhibits

/// Formulas of kramdown, which has two dollars for all of them: in a line of text they belong to the line.
///
/// Elsewhere two dollars make a formula of its own. A page is read as kramdown's if three formulas in two dollars have words on both
/// sides in their lines, and none is written in single dollars.
enum DoubledDollars {
    /// How many make a habit.
    private static let fewest = 3
    /// How far from a formula its words may stand.
    private static let reach = 200

    /// Whether a page writes all its formulas so.
    static func are(in bytes: [UInt8]) -> Bool {
        guard bytes.holds("$$") else { return false }
        let lines = Lines(bytes)
        var listings = Listings()
        var count = 0
        var behind = 0
        for number in 0..<lines.count {
            let range = lines[number].range
            if !listings.hold(bytes[range]), behind < range.upperBound {
                guard let found = formulas(in: bytes, max(behind, range.lowerBound)..<range.upperBound) else { return false }
                count += found.inText
                behind = max(behind, found.end)
            }
        }
        return count >= fewest
    }

    /// How many formulas of a line stand in its text, and where the last one ends; nil where one has single dollars.
    private static func formulas(in bytes: [UInt8], _ line: Range<Int>) -> (inText: Int, end: Int)? {
        var inText = 0
        var position = line.lowerBound
        while position < line.upperBound {
            switch bytes[position] {
            case ASCII.backslash: position += 2
            case ASCII.backtick: position = CodeSpan.end(in: bytes, at: position, limit: line.upperBound)
            case ASCII.dollar where position + 1 < line.upperBound && bytes[position + 1] == ASCII.dollar:
                let limit = min(bytes.count, position + 5000)
                guard
                    let closing = MathematicsDelimiters.closing(in: bytes, from: position + 2, display: true, limit: limit)
                else {
                    position += 2
                    continue
                }
                let behind = min(closing + 2, line.upperBound)
                if hasWords(bytes[max(line.lowerBound, position - reach)..<position]),
                    hasWords(bytes[behind..<min(behind + reach, line.upperBound)])
                {
                    inText += 1
                }
                position = closing + 2
            case ASCII.dollar:
                if MathematicsDelimiters.closing(in: bytes, from: position + 1, display: false, limit: line.upperBound) != nil {
                    return nil
                }
                position += 1
            default: position += 1
            }
        }
        return (inText, position)
    }

    private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool { text.contains { $0.isLetter || $0.isBeyondASCII } }

    /// Whether anything but the formula stands on its line.
    static func isInText(_ formula: Range<Int>, of bytes: [UInt8]) -> Bool {
        guard !bytes[formula].contains(ASCII.lineFeed) else { return false }
        let before = bytes[..<formula.lowerBound].last { !$0.isBlank } ?? ASCII.lineFeed
        let behind = bytes[formula.upperBound...].first { !$0.isBlank } ?? ASCII.lineFeed
        // Braces behind a formula alone on its line are its label.
        return !before.isWhitespace || !behind.isWhitespace && behind != ASCII.openingBrace
    }
}
