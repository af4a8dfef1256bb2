/// Swift code with the insides of its strings and comments turned into spaces, so that braces and words mean what they say.
///
/// A scanner for brackets and first words only, not a parser: the compiler has the last word on everything.
package struct BlankedCode {
    /// As many bytes and lines as the code has.
    package private(set) var text: [UInt8]
    /// Where a string of several lines or a comment begins that never ends.
    package private(set) var unclosed: Int?

    private var position = 0

    package init(_ code: String) {
        text = Array(code.utf8)
        while position < text.count { skipOne() }
    }

    /// The lines, in order.
    package var lines: [String] {
        text.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    private func has(_ word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= text.count else { return false }
        return word.withUTF8Buffer { buffer in buffer.indices.allSatisfy { text[start + $0] == buffer[$0] } }
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where position < text.count {
            if text[position] != 0x0A { text[position] = 0x20 }
            position += 1
        }
    }

    private mutating func skipOne() {
        if has("//", at: position) {
            while position < text.count, text[position] != 0x0A { blank(1) }
        } else if has("/*", at: position) {
            skipComment()
        } else if let pounds = stringStart() {
            skipString(pounds: pounds)
        } else {
            position += 1
        }
    }

    /// How many `#` stand before the quotation mark here, if a string begins here.
    private func stringStart() -> Int? {
        var end = position
        while end < text.count, text[end] == UInt8(ascii: "#") { end += 1 }
        return end < text.count && text[end] == UInt8(ascii: "\"") ? end - position : nil
    }

    private mutating func skipComment() {
        let start = position
        var depth = 0
        repeat {
            if has("/*", at: position) {
                depth += 1
                blank(2)
            } else if has("*/", at: position) {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && position < text.count
        if depth > 0 { unclosed = unclosed ?? start }
    }

    private mutating func skipString(pounds: Int) {
        let start = position
        blank(pounds)
        let isLong = has("\"\"\"", at: position)
        blank(isLong ? 3 : 1)
        while position < text.count {
            if !isLong, text[position] == 0x0A { return }
            if isLong ? has("\"\"\"", at: position) : text[position] == UInt8(ascii: "\"") {
                let quotes = isLong ? 3 : 1
                if hasPounds(pounds, at: position + quotes) { return blank(quotes + pounds) }
                blank(1)
            } else if text[position] == UInt8(ascii: "\\"), hasPounds(pounds, at: position + 1) {
                blank(1 + pounds)
                if position < text.count, text[position] == UInt8(ascii: "(") { skipInterpolation() } else { blank(1) }
            } else {
                blank(1)
            }
        }
        if isLong { unclosed = unclosed ?? start }
    }

    private func hasPounds(_ count: Int, at start: Int) -> Bool {
        start + count <= text.count && text[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    /// `\( … )`: code inside a string, which may hold strings again.
    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            if let pounds = stringStart() {
                skipString(pounds: pounds)
                continue
            }
            if text[position] == UInt8(ascii: "(") { depth += 1 }
            if text[position] == UInt8(ascii: ")") { depth -= 1 }
            blank(1)
        } while depth > 0 && position < text.count
    }
}
