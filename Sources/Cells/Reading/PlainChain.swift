import Exhibits

/// The commonest expressions of claims, `pass["w5"]`, `run.losses[100]` and `pass.gradient(of: "w5")`, read without a parser.
///
/// A parser of a whole language takes 25 µs for each, and a lesson has thousands of them. What is accepted here is so little
/// of Swift that nothing in it can mean anything else: a name, then known members, subscripts and calls whose arguments are
/// whole numbers or plain texts, without a blank but behind commas and colons. Anything else is left to Swift's own parser.
/// Tests hold both readers to the same result.
struct PlainChain {
    let expression: PlainExpression
    /// The name it begins with, the only one that is declared elsewhere.
    let root: String

    init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        var reader = ChainReader(bytes: Array(text.utf8))
        guard let root = reader.name(), !ReservedWord.all.contains(root) else { return nil }
        var chain = PlainExpression.name(root)
        while let byte = reader.next {
            guard let longer = reader.link(byte, to: chain) else { return nil }
            chain = longer
        }
        expression = chain
        self.root = root
    }
}

private struct ChainReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The chain with what comes next, which begins with `byte`.
    mutating func link(_ byte: UInt8, to chain: PlainExpression) -> PlainExpression? {
        position += 1
        switch byte {
        case UInt8(ascii: "."):
            guard let name = name(), KnownMember(rawValue: name) != nil else { return nil }
            guard take("(") else { return .member(chain, name) }
            guard let arguments = arguments() else { return nil }
            return .call(chain, name, arguments)
        case UInt8(ascii: "["):
            guard let index = literal(), take("]") else { return nil }
            return .element(chain, index)
        default: return nil
        }
    }

    private mutating func arguments() -> [PlainExpression.Argument]? {
        if take(")") { return [] }
        var found: [PlainExpression.Argument] = []
        repeat {
            let label = name()
            if let label {
                guard !ReservedWord.all.contains(label), take(":"), take(" ") else { return nil }
            }
            guard let value = literal() else { return nil }
            found.append(PlainExpression.Argument(label: label, value: value))
            if take(")") { return found }
        } while take(",") && take(" ")
        return nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func literal() -> PlainExpression? {
        if take("\"") {
            let start = position
            while let byte = next, byte != UInt8(ascii: "\"") {
                guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\") else { return nil }
                position += 1
            }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            return take("\"") ? .text(text) : nil
        }
        let start = position
        while let byte = next, byte.isDigit { position += 1 }
        return Int(String(decoding: bytes[start..<position], as: UTF8.self)).map { .integer($0) }
    }

    mutating func name() -> String? {
        let start = position
        guard let first = next, first.isLetter else { return nil }
        while let byte = next, byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
}

/// Words that aren't always names in Swift.
private enum ReservedWord {
    static let all: Set<String> = [
        "Any", "Self", "any", "as", "associatedtype", "async", "await", "borrow", "break", "case", "catch", "class", "consume",
        "continue", "copy", "default", "defer", "deinit", "discard", "do", "each", "else", "enum", "extension", "fallthrough",
        "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "macro",
        "nil", "nonisolated", "operator", "package", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "some", "static", "struct", "subscript", "super", "switch", "then", "throw", "throws", "true", "try",
        "typealias", "unsafe", "var", "where", "while", "yield",
    ]
}
