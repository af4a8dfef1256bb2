/// A text that libcmark reads in good time. Before 0.30.3 it goes, for each link, through all pictures that begin before it in the
/// paragraph and haven't ended; and for each line it goes through all lists and quotes that are open. Below the bounds a text is what
/// it was.
struct BoundedText {
    /// How many pictures begin without an empty line between them.
    static let mostPictures = 500
    /// How far to the right they begin.
    private static let widest = 500

    /// As long as the text was, so that everything keeps its place; what goes beyond a bound is a full stop.
    private(set) var bytes: [UInt8]
    /// Where a bound was met first.
    private(set) var beyond: [CommonMarkNode] = []

    init(in text: [UInt8]) {
        bytes = text
        var number = 0
        var pictures = 0
        let lines = Lines(text)
        for line in lines.all {
            number += 1
            let range = line.range
            if let mark = Self.markBeyond(in: text[range]) { replace(mark, .tooDeep, number, mark - line.start) }
            guard text[range].contains(where: { !$0.isBlank }) else {
                // An empty line ends every paragraph.
                pictures = 0
                continue
            }
            var position = line.start
            while position + 1 < line.end {
                if text[position] == ASCII.exclamation, text[position + 1] == ASCII.openingBracket {
                    pictures += 1
                    if pictures > Self.mostPictures { replace(position, .tooManyPictures, number, position - line.start) }
                }
                position += 1
            }
        }
    }

    private mutating func replace(_ position: Int, _ kind: CommonMarkNode.Kind, _ line: Int, _ offset: Int) {
        bytes[position] = ASCII.period
        guard !beyond.contains(where: { $0.kind == kind }) else { return }
        beyond.append(CommonMarkNode(kind: kind, line: line, column: offset + 1))
    }

    /// Where too many lists or quotes begin in a line, or one too far to the right.
    private static func markBeyond(in line: ArraySlice<UInt8>) -> Int? {
        guard line.count > CommonMark.deepest else { return nil }
        // What begins further in than this is left out of the tree.
        var depth = 0
        var position = line.startIndex
        while position < line.endIndex {
            let start = position
            switch line[position] {
            case ASCII.space, ASCII.tab:
                position += 1
                continue
            case ASCII.minus, UInt8(ascii: "+"), ASCII.asterisk, ASCII.greater: position += 1
            case let byte where byte.isDigit:
                position = line[position...].prefix(9).prefix(while: \.isDigit).endIndex
                guard position < line.endIndex, line[position] == ASCII.period || line[position] == ASCII.closingParenthesis
                else { return nil }
                position += 1
            default: return nil
            }
            // Only a quote's mark needs no blank behind it.
            guard line[start] == ASCII.greater || position < line.endIndex && line[position].isBlank else { return nil }
            // A list holds an item.
            depth += line[start] == ASCII.greater ? 1 : 2
            if depth > CommonMark.deepest || start - line.startIndex > widest {
                // A row of one mark is a rule.
                let isRule = line[start] != ASCII.greater && line.allSatisfy { $0.isBlank || $0 == line[start] }
                return isRule ? nil : start
            }
        }
        return nil
    }
}
