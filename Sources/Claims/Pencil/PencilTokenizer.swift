import Exhibits

/// Takes a piece of text apart into the marks of a calculation.
struct PencilTokenizer {
    private let piece: PencilText
    private let number: Int
    private let mark: DecimalMark
    private var scanner: TextScanner

    init(_ piece: PencilText, number: Int, mark: DecimalMark) {
        self.piece = piece
        self.number = number
        self.mark = mark
        scanner = TextScanner(piece.text)
    }

    mutating func tokens() -> [PencilToken] {
        if piece.kind == .claim {
            let value = WrittenNumber(parsing: piece.text, mark: mark) ?? WrittenNumber(parsing: piece.text, mark: mark.other)
            guard let value else { return [token(.unknown, 0)] }
            // A sign of its own, so that the square of −2 isn't −4.
            return value.value < 0
                ? [token(.opening, 0), token(.number(value), 0), token(.closing, 0)] : [token(.number(value), 0)]
        }
        var tokens: [PencilToken] = []
        while !scanner.isAtEnd {
            let offset = scanner.offset
            if let kind = next() { tokens.append(token(kind, offset)) }
        }
        return tokens
    }

    private func token(_ kind: PencilToken.Kind, _ offset: Int) -> PencilToken {
        PencilToken(kind: kind, piece: number, offset: offset)
    }

    /// What stands here; nil for what has no meaning in a calculation, such as room.
    private mutating func next() -> PencilToken.Kind? {
        if scanner.take("\\\\") {
            // A break may say how much room it leaves: \\[4pt].
            if scanner.next == "[" { _ = scanner.take { $0 != "]" } }
            if scanner.next == "]" { _ = scanner.take("]") }
            return .lineBreak
        }
        if scanner.take(anyOf: ["\\qquad", "\\quad"]) != nil { return .end }
        if scanner.takeSpace() { return nil }
        guard let character = scanner.next else { return nil }
        if character == ".", scanner.rest.dropFirst().first?.isNumber != true {
            _ = scanner.take(".")
            return .end
        }
        if character.isASCII, character.isNumber || character == "." { return written() }
        if character == "\\" { return command() }
        if !character.isLetter { _ = scanner.take(String(character)) }
        return character.isLetter ? letters() : meaning(of: character)
    }

    /// A number without its sign, which is an operation of its own here.
    private mutating func written() -> PencilToken.Kind {
        // No number is longer, and a text of many would be read once for each.
        var reader = NumberReader(String(scanner.rest.prefix(80)), mark: mark)
        guard let number = reader.readNumber() else {
            _ = scanner.take { !$0.isWhitespace }
            return .unknown
        }
        for _ in number.text { if let next = scanner.next { _ = scanner.take(String(next)) } }
        return .number(number)
    }

    private func meaning(of character: Character) -> PencilToken.Kind? {
        switch character {
        case "+": .plus
        case "-", "−": .minus
        case "*", "·", "×": .times
        case "/", "÷": .divided
        case "^": .power
        case "(", "[", "{": .opening
        case ")", "]", "}": .closing
        case "=": .equals
        case "≈": .about
        case "&": nil
        case ",", ";", ":", "<", ">": .end
        // A subscript, a prime or a bar makes a name of what is beside it.
        default: piece.kind == .prose ? .end : .unknown
        }
    }

    /// A word: the end of a calculation in prose, unknown in a formula, but for Euler's number.
    private mutating func letters() -> PencilToken.Kind {
        let word = scanner.take(while: \.isLetter)
        if piece.kind == .prose { return .end }
        return word == "e" && scanner.next == "^" ? .number(Self.euler) : .unknown
    }

    private static let euler = WrittenNumber(text: "e", value: 2.718281828459045, place: -15, isFraction: true)
    private static let pi = WrittenNumber(text: "π", value: Double.pi, place: -15, isFraction: true)

    private mutating func command() -> PencilToken.Kind? {
        _ = scanner.take("\\")
        let name = String(scanner.take { $0.isLetter && $0.isASCII })
        switch name {
        case "": return symbol()
        case "cdot", "times": return .times
        case "frac", "tfrac", "dfrac": return .fraction
        case "approx", "simeq": return .about
        case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "textstyle", "allowbreak", "limits": return nil
        case "pi": return .number(Self.pi)
        case "log": return .function(.logarithm)
        case "begin": return environment()
        case "end":
            skipBraces()
            return .end
        default: return PencilFunction(rawValue: name).map(PencilToken.Kind.function) ?? .unknown
        }
    }

    /// A backslash before a sign: room, an escaped brace, a sign of its own.
    private mutating func symbol() -> PencilToken.Kind? {
        guard let character = scanner.next else { return nil }
        _ = scanner.take(String(character))
        return ",;:! ".contains(character) ? nil : .unknown
    }

    /// Lines that belong together are read; a matrix or a case distinction is nothing to reckon with, whole.
    private mutating func environment() -> PencilToken.Kind {
        let name = scanner.rest.prefix { $0 != "}" }.dropFirst()
        if ["aligned", "align", "gathered", "split", "align*"].contains(name) {
            skipBraces()
            return .end
        }
        let ending = "\\end{\(name)}"
        while !scanner.isAtEnd, !scanner.take(ending) {
            if let next = scanner.next { _ = scanner.take(String(next)) }
        }
        return .unknown
    }

    private mutating func skipBraces() {
        guard scanner.take("{") else { return }
        _ = scanner.take { $0 != "}" }
        _ = scanner.take("}")
    }
}
