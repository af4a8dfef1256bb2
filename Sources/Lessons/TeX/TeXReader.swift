/// Reads the tokens of TeX from left to right, as far as definitions and environments need it.
struct TeXReader {
    private let characters: [Character]
    /// Where groups in braces and in brackets end, by where they begin: found once, for a text may begin thousands in vain.
    private let ends: [Int: Int]
    private(set) var position = 0

    init(_ text: String) {
        var characters: [Character] = []
        characters.reserveCapacity(text.utf8.count)
        for character in text {
            // A joiner or an accent behind a sign is one character with it, and TeX reads the sign all the same.
            if character.utf8.count > 1, character.unicodeScalars.first?.isASCII == true, character != "\r\n" {
                characters += character.unicodeScalars.map(Character.init)
            } else {
                characters.append(character)
            }
        }
        self.characters = characters
        ends = Self.ends(in: characters)
    }

    private static func ends(in characters: [Character]) -> [Int: Int] {
        var ends: [Int: Int] = [:]
        var braces: [Int] = []
        var brackets: [Int] = []
        var position = 0
        while position < characters.count {
            switch characters[position] {
            case "\\": position += 1
            case "{": braces.append(position)
            case "[": brackets.append(position)
            case "}": if let begin = braces.popLast() { ends[begin] = position }
            case "]": if let begin = brackets.popLast() { ends[begin] = position }
            default: break
            }
            position += 1
        }
        return ends
    }

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

    /// Whether a character comes next, behind blanks.
    func isNext(_ character: Character) -> Bool {
        characters[position...].first { !$0.isWhitespace } == character
    }

    /// Passes a character over, if it comes next.
    mutating func take(_ character: Character) -> Bool {
        guard position < characters.count, characters[position] == character else { return false }
        position += 1
        return true
    }

    /// The content of the group in braces, or in brackets, that comes next.
    ///
    /// - Parameter most: nil is answered for more characters. What may have to be read again as something else is short.
    mutating func group(_ open: Character = "{", atMost most: Int = .max) -> String? {
        var ahead = self
        ahead.skipBlanks()
        let start = ahead.position
        guard ahead.take(open), let end = ends[start], end - start - 1 <= most else { return nil }
        position = end + 1
        return text(from: start + 1, to: end)
    }

    /// More than any name, colour or number has.
    static let longestName = 200

    /// A command's name that comes next, with or without braces around it.
    mutating func commandName() -> String? {
        var ahead = self
        ahead.skipBlanks()
        if let inside = ahead.group(atMost: Self.longestName) {
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
