/// Walks along a written number: the one place where its characters are taken apart.
struct TextScanner {
    private let text: String
    private(set) var index: String.Index

    init(_ text: String) {
        self.text = text
        index = text.startIndex
    }

    var isAtEnd: Bool { index == text.endIndex }
    var next: Character? { isAtEnd ? nil : text[index] }
    var rest: Substring { text[index...] }
    /// Bytes from the beginning of the text to where the scanner stands.
    var offset: Int { text.utf8.distance(from: text.utf8.startIndex, to: index) }

    /// Goes back to where a copy of the scanner stands.
    mutating func rewind(to earlier: TextScanner) { index = earlier.index }

    mutating func take(_ word: String) -> Bool {
        // Most words don't stand here, and their first byte shows it.
        guard !isAtEnd, text.utf8[index] == word.utf8.first, rest.hasPrefix(word) else { return false }
        index = text.index(index, offsetBy: word.count)
        return true
    }

    /// Takes the first of the words that stands here; give longer words first.
    mutating func take(anyOf words: [String]) -> String? {
        words.first { take($0) }
    }

    mutating func take(while belongs: (Character) -> Bool) -> Substring {
        let start = index
        while let character = next, belongs(character) { index = text.index(after: index) }
        return text[start..<index]
    }

    /// One ASCII digit or more.
    mutating func takeDigits() -> Substring { take { $0.isASCII && $0.isNumber } }

    /// Spaces of every width, and those of TeX.
    mutating func skipSpaces() {
        while takeSpace() {}
    }

    /// One space, as it may also stand between groups of three digits.
    mutating func takeSpace() -> Bool {
        if let character = next, character.isWhitespace {
            index = text.index(after: index)
            return true
        }
        guard let character = next, character == "\\" || character == "~" else { return false }
        return take(anyOf: ["\\thinspace", "\\quad", "\\,", "\\;", "\\:", "\\!", "\\ ", "~"]) != nil
    }
}
