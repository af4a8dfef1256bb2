import Exhibits

/// Where at the outermost level of a cell a statement begins, as far as that can be told for certain by lines and brackets.
package struct Statements {
    /// A statement that may throw, from 0: the line before which something may be put, and where its first `try` or `throw`
    /// stands.
    package struct Throwing: Equatable {
        package var line: Int
        package var tryLine: Int
        /// In bytes.
        package var tryColumn: Int
    }

    package private(set) var throwing: [Throwing] = []

    /// What can only go on with what stands before it.
    private static let continuations: Set<Substring> = ["else", "catch", "where", "as", "is", "in", "while"]
    /// Words after which a statement isn't at its end.
    private static let unfinished: Set<Substring> = ["return", "throw", "try", "await", "in", "is", "as", "else", "where"]

    package init(_ code: String) {
        guard code.holds("try") || code.holds("throw") else { return }
        let originals = code.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let lines = BlankedCode(code).lines
        var depth = 0
        var start: Int?
        var isFinished = true
        for (index, line) in lines.enumerated() where index < originals.count {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if text.isEmpty { continue }
            if depth == 0, isFinished, Self.begins(text) { start = index }
            if let start, throwing.last?.line != start, let column = Self.tryColumn(line) {
                throwing.append(Throwing(line: start, tryLine: index, tryColumn: column))
            }
            for byte in line.utf8 {
                depth += Nesting.step(byte)
            }
            isFinished = Self.ends(line, originals[index])
        }
    }

    private static func begins(_ text: Substring) -> Bool {
        guard let first = text.first, first.isLetter || first == "_" else { return false }
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return !continuations.contains(word)
    }

    /// Whether a line may be the last of a statement; a doubtful one isn't.
    private static func ends(_ line: String, _ original: [UInt8]) -> Bool {
        var text = line[...]
        while text.last == " " || text.last == "\t" { text.removeLast() }
        // A string was taken out of the line: it ends in a value.
        let rest = original[min(text.utf8.count, original.count)...].drop { $0 == 0x20 || $0 == 0x09 }
        if let next = rest.first, next == UInt8(ascii: "\"") || next == UInt8(ascii: "#") { return true }
        guard let last = text.last, !text.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("@") else { return false }
        guard last.isLetter || last.isNumber || ")]}_".contains(last) else { return false }
        return !unfinished.contains(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.last ?? "")
    }

    /// Where `throw` stands, or a `try` that is neither `try?` nor `try!`.
    private static func tryColumn(_ line: String) -> Int? {
        let bytes = Array(line.utf8)
        func isWord(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return false }
            let byte = bytes[index]
            return byte == UInt8(ascii: "_") || byte >= 0x80
                || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        }
        func stands(_ word: StaticString, at index: Int) -> Bool {
            let end = index + word.utf8CodeUnitCount
            return word.withUTF8Buffer { bytes[index...].starts(with: $0) } && !isWord(index - 1) && !isWord(end)
        }
        return bytes.indices.first { index in
            if stands("throw", at: index) { return true }
            guard stands("try", at: index) else { return false }
            let next = bytes.indices.contains(index + 3) ? bytes[index + 3] : 0x20
            return next != UInt8(ascii: "?") && next != UInt8(ascii: "!")
        }
    }
}
