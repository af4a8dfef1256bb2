import Exhibits

/// A cell of a grid table as one line: `<br>` where a line ends with a backslash or a paragraph ends, and around the lines of a
/// listing, each of which is code.
struct GridCell {
    private(set) var content = LocatedText()
    private var isBreak = false
    private var listings = Listings()
    /// How far to the right the open listing begins.
    private var indentation = 0

    /// Whether each listing in it has its end.
    var isWhole: Bool { !listings.isOpen }

    /// Adds one of the cell's lines; false for what can't stand in a row of a pipe table.
    mutating func add(_ range: Range<Int>, of text: LocatedText) -> Bool {
        let line = text.bytes[range]
        let trimmed = line.trimmed
        let isBehindOpening = listings.isOpen
        let isListing = listings.hold(line)
        if isListing, isBehindOpening, listings.isOpen { return addCode(trimmed, of: text, from: range.lowerBound) }
        if isListing || trimmed.isEmpty {
            isBreak = true
            indentation = trimmed.startIndex - range.lowerBound
            return true
        }
        guard Self.isText(trimmed) else { return false }
        let endsWithBreak = trimmed.last == ASCII.backslash
        append(text, trimmed.startIndex..<(trimmed.endIndex - (endsWithBreak ? 1 : 0)))
        isBreak = endsWithBreak
        return true
    }

    /// Code between backticks. Blanks at the head of its line would go, and a backtick or a bar end it.
    private mutating func addCode(_ code: ArraySlice<UInt8>, of text: LocatedText, from start: Int) -> Bool {
        guard !code.isEmpty else { return true }
        guard code.startIndex - start <= indentation, code.first != ASCII.openingBrace,
            !code.contains(where: { $0 == ASCII.backtick || $0 == ASCII.pipe })
        else { return false }
        isBreak = true
        append(text, code.startIndex..<code.endIndex, between: "`")
        return true
    }

    private mutating func append(_ text: LocatedText, _ range: Range<Int>, between marks: String = "") {
        let origin = text.origin(at: range.lowerBound)
        let space = content.count == 0 ? "" : isBreak ? "<br>" : " "
        content.append(space + marks, at: origin)
        content.append(text, range)
        content.append(marks, at: origin)
    }

    private static let block = Pattern(/(?:[-*+]|#{1,6}|\d{1,9}[.)])(?:\s|$)|>|\$\$/)

    /// Whether a line of a cell can stand in a line of a pipe table.
    private static func isText(_ content: ArraySlice<UInt8>) -> Bool {
        let text = content.text
        return text.prefixMatch(of: Self.block.regex) == nil
            && (!text.contains("|") || text.contains("$"))
    }
}
