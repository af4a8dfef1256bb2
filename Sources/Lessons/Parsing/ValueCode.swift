/// What a code span says of itself: `{swift} expression` is a value, and what was meant as one is told apart from code.
enum ValueCode {
    case value(Range<Int>)
    /// `{swift} ` with nothing behind it.
    case empty
    /// `{Swift} a`, `{swift}a`, `{ swift } a`: hardly code, with what seems to be the expression.
    case misspelled(Range<Int>)
    /// `{python} a`.
    case otherLanguage(String)

    private static let otherLanguages: Set<String> = ["python", "r", "julia", "ojs", "octave"]

    /// - Parameter content: the text between the backticks. `nil` when it is plain code.
    init?(_ bytes: [UInt8], in content: Range<Int>) {
        let code = bytes[content].trimmed
        guard code.first == ASCII.openingBrace, let closing = code.firstIndex(of: ASCII.closingBrace) else { return nil }
        let inside = code[(code.startIndex + 1)..<closing]
        let behind = code[(closing + 1)...]
        let expression = behind.trimmed
        if inside.elementsEqual("swift".utf8) {
            guard expression.isEmpty else {
                let range = expression.startIndex..<expression.endIndex
                self = behind.first?.isWhitespace == true ? .value(range) : .misspelled(range)
                return
            }
            // `{swift}` alone is how cells are spoken of.
            guard content.upperBound > closing + 1 else { return nil }
            self = .empty
            return
        }
        guard !expression.isEmpty else { return nil }
        let word = inside.trimmed.prefix { !$0.isWhitespace && $0 != UInt8(ascii: ",") }.text
        if ClaimSpelling.isNear(word, to: "swift") {
            self = .misspelled(expression.startIndex..<expression.endIndex)
        } else if Self.otherLanguages.contains(word.lowercased()), behind.first?.isWhitespace == true {
            self = .otherLanguage(word)
        } else {
            return nil
        }
    }
}
