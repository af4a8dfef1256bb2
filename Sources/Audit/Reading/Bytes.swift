/// Questions to bytes that every reader here asks.
extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var closesBracket: Bool { self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}") }
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

enum Bytes {
    /// How far the end of a formula or a group is looked for: none that a person wrote is longer, and text that opens thousands
    /// and closes none costs no more than so much for each.
    static let longest = 20_000
}

extension Array where Element == UInt8 {
    func starts(with word: StaticString, at position: Int) -> Bool {
        guard position + word.utf8CodeUnitCount <= count else { return false }
        return word.withUTF8Buffer { buffer in
            for (step, byte) in buffer.enumerated() where self[position + step] != byte { return false }
            return true
        }
    }

    /// Where a word next stands, before a limit.
    func position(of word: StaticString, from start: Int, limit: Int? = nil) -> Int? {
        var position = start
        let end = (limit ?? count) - word.utf8CodeUnitCount
        while position <= end {
            if starts(with: word, at: position) { return position }
            position += 1
        }
        return nil
    }

    /// Where the line of a position ends: at its line feed, or at the end.
    func lineEnd(from position: Int) -> Int {
        var end = position
        while end < count, self[end] != 0x0A { end += 1 }
        return end
    }

    /// Behind the brace that closes the one at `position`; nil where none does.
    func groupEnd(at position: Int, limit: Int? = nil) -> Int? {
        var (depth, index) = (0, position)
        let end = limit ?? Swift.min(count, position + Bytes.longest)
        while index < end {
            switch self[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    func skippingSpaces(from position: Int) -> Int {
        var index = position
        while index < count, self[index].isSpace { index += 1 }
        return index
    }

    /// The letters that stand here.
    func word(at position: Int) -> String {
        var end = position
        while end < count, self[end].isLetter || self[end] == UInt8(ascii: "@") { end += 1 }
        return String(decoding: self[position..<end], as: UTF8.self)
    }
}
