/// Reads plain expressions as Swift would, and stops at anything that Swift could read in another way.
struct PlainExpressionReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool {
        mutating get {
            skipSpaces()
            return position == bytes.count
        }
    }

    /// Terms with plus or minus between them; in Swift such an operator has a space on both sides or on neither.
    mutating func sum() -> PlainExpression? {
        guard var left = product() else { return nil }
        while let sign = infix(.plus, .minus) {
            guard let right = product() else { return nil }
            left = .combined(left, sign, right)
        }
        return left
    }

    private mutating func product() -> PlainExpression? {
        guard var left = factor() else { return nil }
        while let sign = infix(.times, .by) {
            guard let right = factor() else { return nil }
            left = .combined(left, sign, right)
        }
        return left
    }

    private mutating func factor() -> PlainExpression? {
        skipSpaces()
        guard peek == UInt8(ascii: "-") else { return path() }
        position += 1
        guard let next = peek, next != UInt8(ascii: " "), next != UInt8(ascii: "-"), let negative = path() else { return nil }
        return switch negative {
        case .integer(let value): .integer(-value)
        case .decimal(let value): .decimal(-value)
        default: .negated(negative)
        }
    }

    private mutating func path() -> PlainExpression? {
        guard var found = primary() else { return nil }
        while true {
            switch peek {
            case UInt8(ascii: "."):
                position += 1
                guard let name = identifier() else { return nil }
                if peek == UInt8(ascii: "(") {
                    guard let arguments = arguments() else { return nil }
                    found = .call(found, name, arguments)
                } else {
                    found = .member(found, name)
                }
            case UInt8(ascii: "["):
                position += 1
                guard let index = sum(), take(UInt8(ascii: "]")) else { return nil }
                found = .element(found, index)
            default: return found
            }
        }
    }

    private mutating func primary() -> PlainExpression? {
        skipSpaces()
        switch peek {
        case UInt8(ascii: "("):
            position += 1
            guard let inner = sum(), take(UInt8(ascii: ")")) else { return nil }
            return inner
        case UInt8(ascii: "\""): return string().map(PlainExpression.text)
        case .some(0x30...0x39): return number()
        default:
            guard let name = identifier() else { return nil }
            guard peek == UInt8(ascii: "(") else { return .name(name) }
            return arguments().map { .function(name, $0) }
        }
    }

    private mutating func arguments() -> [PlainExpression.Argument]? {
        guard take(UInt8(ascii: "(")) else { return nil }
        var found: [PlainExpression.Argument] = []
        if take(UInt8(ascii: ")")) { return found }
        repeat {
            skipSpaces()
            let start = position
            var label = identifier()
            if label == nil || !take(UInt8(ascii: ":")) {
                position = start
                label = nil
            }
            guard let value = sum() else { return nil }
            found.append(.init(label: label, value: value))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: ")")) ? found : nil
    }

    private mutating func identifier() -> String? {
        let start = position
        while let byte = peek, Self.isWord(byte) { position += 1 }
        guard start < position, !(0x30...0x39).contains(bytes[start]) else {
            position = start
            return nil
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A literal without escapes and interpolations.
    private mutating func string() -> String? {
        position += 1
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte != UInt8(ascii: "\\"), byte >= 0x20 else { return nil }
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard take(UInt8(ascii: "\"")), peek != UInt8(ascii: "\"") else { return nil }
        return text
    }

    private mutating func number() -> PlainExpression? {
        let start = position
        func digits(_ reader: inout Self) {
            while let byte = reader.peek, (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") { reader.position += 1 }
        }
        digits(&self)
        var isInteger = true
        if peek == UInt8(ascii: "."), position + 1 < bytes.count, (0x30...0x39).contains(bytes[position + 1]) {
            isInteger = false
            position += 1
            digits(&self)
        }
        if peek == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { position += 1 }
            digits(&self)
        }
        if let byte = peek, Self.isWord(byte) { return nil }
        let text = String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        return isInteger ? Int(text).map(PlainExpression.integer) : Double(text).map(PlainExpression.decimal)
    }

    private mutating func infix(_ signs: PlainExpression.Operator...) -> PlainExpression.Operator? {
        let start = position
        skipSpaces()
        let isSpaced = start < position
        guard let byte = peek, let found = signs.first(where: { $0.rawValue == byte }), position + 1 < bytes.count,
            (bytes[position + 1] == UInt8(ascii: " ")) == isSpaced, !Self.isOperator(bytes[position + 1])
        else {
            position = start
            return nil
        }
        position += 1
        return found
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpaces()
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() { while peek == UInt8(ascii: " ") { position += 1 } }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private static func isOperator(_ byte: UInt8) -> Bool { "+-*/=<>!&|^~?.".utf8.contains(byte) }
}
