/// Numbers that a sentence lists: “0.01 and 0.99”, “1, 2, 3”.
extension FlatText {
    /// Which of the listed numbers one is, from 0, and how many there are.
    func list(around position: Int) -> (place: Int, count: Int) {
        var (place, count) = (0, 1)
        var start = position
        while place < Self.longestList, let before = numberEnding(before: start) {
            (place, count, start) = (place + 1, count + 1, before)
        }
        var end = numberEnd(from: position)
        while count < Self.longestList, let next = numberStarting(behind: end) {
            (count, end) = (count + 1, numberEnd(from: next))
        }
        return (place, count)
    }

    private static let longestList = 50
    private static let ands: [[UInt8]] = ["and", "und", "et", "y", "or", "oder", "ou", "o"].map { Array($0.utf8) }

    private func isOfNumber(_ byte: UInt8) -> Bool { byte.isDigit || byte == UInt8(ascii: ".") }
    private func separates(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: "$") || byte == UInt8(ascii: ",") }

    private func numberEnd(from position: Int) -> Int {
        var end = position
        while end < count, isOfNumber(bytes[end]) { end += 1 }
        // A sentence ends with a point that isn't the number's.
        return end > position && bytes[end - 1] == UInt8(ascii: ".") ? end - 1 : end
    }

    private func numberStarting(behind position: Int) -> Int? {
        var (index, isParted) = (position, false)
        while index < count {
            if separates(bytes[index]) {
                isParted = isParted || bytes[index] == UInt8(ascii: ",")
                index += 1
            } else if let word = Self.ands.first(where: { bytes[index...].starts(with: $0) }),
                index + word.count < count, !bytes[index + word.count].isLetter
            {
                isParted = true
                index += word.count
            } else {
                break
            }
        }
        if index < count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        return isParted && index < count && bytes[index].isDigit ? index : nil
    }

    private func numberEnding(before position: Int) -> Int? {
        var (index, isParted) = (position, false)
        if index > 0, bytes[index - 1] == UInt8(ascii: "-") { index -= 1 }
        while index > 0 {
            if separates(bytes[index - 1]) {
                isParted = isParted || bytes[index - 1] == UInt8(ascii: ",")
                index -= 1
            } else if let word = Self.ands.first(where: {
                index > $0.count && bytes[(index - $0.count)..<index].elementsEqual($0)
            }),
                !bytes[index - word.count - 1].isLetter
            {
                isParted = true
                index -= word.count
            } else {
                break
            }
        }
        guard isParted, index > 0, bytes[index - 1].isDigit else { return nil }
        while index > 0, isOfNumber(bytes[index - 1]) { index -= 1 }
        return index
    }
}
