/// Reads the tokens of TeX from left to right, as far as definitions and environments need it.
struct TeXReader {
    private let characters: [Character]
    private(set) var position = 0

    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { position >= characters.count }

    /// What lies between two positions.
    func text(from start: Int, to end: Int) -> String { String(characters[start..<end]) }

    /// The next character, or a command with its backslash: `\\norm`, `\\,`.
    mutating func token() -> String? {
        guard position < characters.count else { return nil }
        let start = position
        position += 1
        guard characters[start] == "\\", position < characters.count else { return String(characters[start]) }
        if characters[position].isASCII, characters[position].isLetter {
            while position < characters.count, characters[position].isASCII, characters[position].isLetter { position += 1 }
        } else {
            position += 1
        }
        return text(from: start, to: position)
    }

    mutating func skipBlanks() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    /// Passes a character over, if it comes next.
    mutating func take(_ character: Character) -> Bool {
        guard position < characters.count, characters[position] == character else { return false }
        position += 1
        return true
    }

    /// The content of the group in braces, or in brackets, that comes next.
    mutating func group(_ open: Character = "{", _ close: Character = "}") -> String? {
        var ahead = self
        ahead.skipBlanks()
        guard ahead.take(open) else { return nil }
        let start = ahead.position
        var depth = 1
        while let token = ahead.token() {
            if token == String(open) { depth += 1 }
            if token == String(close) { depth -= 1 }
            if depth == 0 {
                self = ahead
                return text(from: start, to: position - 1)
            }
        }
        return nil
    }

    /// A command's name that comes next, with or without braces around it.
    mutating func commandName() -> String? {
        var ahead = self
        ahead.skipBlanks()
        if let inside = ahead.group() {
            let name = String(inside.filter { !$0.isWhitespace })
            guard name.first == "\\", name.count > 1 else { return nil }
            self = ahead
            return name
        }
        guard let name = ahead.token(), name.first == "\\", name.count > 1 else { return nil }
        self = ahead
        return name
    }

    mutating func rewind(to position: Int) { self.position = position }
}
