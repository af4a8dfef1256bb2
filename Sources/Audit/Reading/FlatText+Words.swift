extension FlatText {
    /// The words of the paragraph around a place, so many bytes before and behind it, in small letters.
    func paragraph(around place: Range<Int>, before: Int, behind: Int) -> [String] {
        var (start, end) = (place.lowerBound, place.upperBound)
        while start > max(0, place.lowerBound - before), !(bytes[start - 1] == 0x0A && start > 1 && bytes[start - 2] == 0x0A) {
            start -= 1
        }
        while end < min(count, place.upperBound + behind), !(bytes[end] == 0x0A && bytes[end - 1] == 0x0A) { end += 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// Whether the notes call something π that isn't the number: with an index, an argument or a mark.
    var namesPi: Bool {
        var index = 0
        while let found = bytes.position(of: "\\pi", from: index) {
            index = found + 3
            // π = 0.7
            var next = bytes.skippingSpaces(from: index)
            if next < count, bytes[next] == UInt8(ascii: "=") {
                next = bytes.skippingSpaces(from: next + 1)
                if next < count, bytes[next].isDigit, bytes[next] != UInt8(ascii: "3") { return true }
            }
            for mark: StaticString in ["_", "(", "^{(", "^*", "^{*", "^\\ast", "^{\\"] where bytes.starts(with: mark, at: index)
            {
                return true
            }
        }
        return false
    }
}
