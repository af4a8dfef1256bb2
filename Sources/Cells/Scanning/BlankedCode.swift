/// Swift code with the insides of its strings and comments turned into spaces, so that braces and words mean what they say.
///
/// A scanner for brackets and first words only, not a parser: the compiler has the last word on everything.
package struct BlankedCode {
    /// As many bytes and lines as the code has.
    package private(set) var text: [UInt8]
    /// Where a string of several lines or a comment begins that never ends.
    package private(set) var unclosed: Int?
    /// Where the compiler might read on otherwise than this scanner, as in a regular expression: what follows is a guess.
    package private(set) var doubt: Int?

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
            while position < text.count, !isLineEnd(position) { blank(1) }
        } else if has("/*", at: position) {
            skipComment()
        } else if let pounds = stringStart() {
            skipString(pounds: pounds)
        } else if text[position] == UInt8(ascii: "`") {
            skipRawName()
        } else {
            if mayBeginRegex() || has("<#", at: position) { doubt = doubt ?? position }
            position += 1
        }
    }

    /// The compiler ends a line at a carriage return, too.
    private func isLineEnd(_ index: Int) -> Bool { text[index] == 0x0A || text[index] == 0x0D }

    /// Whether a regular expression may begin here: whether one does, only the compiler's parser knows.
    private func mayBeginRegex() -> Bool {
        guard text[position] == UInt8(ascii: "/") else { return false }
        let next = position + 1 < text.count ? text[position + 1] : 0x0A
        if next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { return false }
        if next == UInt8(ascii: "="), position + 2 < text.count, text[position + 2] == 0x20 { return false }
        // Behind a value it divides.
        guard position > 0 else { return true }
        let before = text[position - 1]
        let letter = before | 0x20
        let endsValue =
            letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
            || before >= UInt8(ascii: "0") && before <= UInt8(ascii: "9")
            || before >= 0x80 || "_)]}".utf8.contains(before)
        return !endsValue
    }

    /// A name in backticks, which may hold anything. Plain names stay.
    private mutating func skipRawName() {
        var end = position + 1
        while end < text.count, text[end] != UInt8(ascii: "`"), !isLineEnd(end) { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: "`") else { return position += 1 }
        let isPlain = text[position + 1..<end].allSatisfy { byte in
            let letter = byte | 0x20
            return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                || byte >= 0x80 || byte == UInt8(ascii: "_")
        }
        if isPlain { position = end + 1 } else { blank(end + 1 - position) }
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
        // With number signs, three quotation marks may be one in a string of one line.
        if isLong, pounds > 0 { doubt = doubt ?? start }
        blank(isLong ? 3 : 1)
        while position < text.count {
            if !isLong, isLineEnd(position) { return }
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
            let isComment = has("//", at: position) || has("/*", at: position)
            if isComment || mayBeginRegex() || isLineEnd(position) || text[position] == UInt8(ascii: "`") {
                doubt = doubt ?? position
            }
            if text[position] == UInt8(ascii: "(") { depth += 1 }
            if text[position] == UInt8(ascii: ")") { depth -= 1 }
            blank(1)
        } while depth > 0 && position < text.count
    }
}
