/// Formulas as MyST reads them: `$ x $` is one, where a lesson wants no blank inside its dollars.
enum SpacedDollars {
    /// The text without the blanks inside single dollars, where what stands between them on a line looks like a formula.
    static func trimmed(_ text: LocatedText) -> LocatedText {
        let lines = Lines(text.bytes)
        var edits: [LocatedText.Edit] = []
        var listings = Listings()
        var isDisplay = false
        for number in 0..<lines.count {
            let range = lines[number].range
            if !listings.hold(text.bytes[range]) {
                edits += self.edits(in: text.bytes, range, &isDisplay)
            }
        }
        return text.replacing(edits)
    }

    private static func edits(in bytes: [UInt8], _ line: Range<Int>, _ isDisplay: inout Bool) -> [LocatedText.Edit] {
        var edits: [LocatedText.Edit] = []
        var position = line.lowerBound
        while position < line.upperBound {
            let isPair =
                bytes[position] == ASCII.dollar && position + 1 < line.upperBound && bytes[position + 1] == ASCII.dollar
            switch bytes[position] {
            case ASCII.backslash: position += 2
            case ASCII.dollar where isPair:
                isDisplay.toggle()
                position += 2
            case ASCII.backtick where !isDisplay: position = CodeSpan.end(in: bytes, at: position, limit: line.upperBound)
            case ASCII.dollar where !isDisplay:
                guard let closing = closing(in: bytes, from: position + 1, limit: line.upperBound) else { return edits }
                edits += self.edits(inside: (position + 1)..<closing, of: bytes)
                position = closing + 1
            default: position += 1
            }
        }
        return edits
    }

    /// The next dollar that stands alone and isn't escaped.
    private static func closing(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
        var position = start
        while position < limit {
            switch bytes[position] {
            case ASCII.backslash: position += 2
            case ASCII.dollar: return position
            default: position += 1
            }
        }
        return nil
    }

    private static func edits(inside range: Range<Int>, of bytes: [UInt8]) -> [LocatedText.Edit] {
        let bare = bytes[range].trimmed
        guard bare.count < range.count, TeXOpening.isFormula(bare, alone: true) else { return [] }
        return [range.lowerBound..<bare.startIndex, bare.endIndex..<range.upperBound].filter { !$0.isEmpty }.map {
            .init(range: $0, replacement: LocatedText())
        }
    }
}
