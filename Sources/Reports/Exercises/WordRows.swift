/// Words of a text and rows of them, as numbers that are quickly compared.
enum WordRows {
    struct Word {
        var hash: UInt64
        var offset: Int
        /// Whether it can be a word of a sentence: names and commands of formulas, and numbers, are not.
        var isSaid: Bool
    }

    /// Letters and digits in a row, in small letters, and where they begin. Signs between words don't count.
    static func words(in bytes: [UInt8], offsets: [Int]?) -> [Word] {
        var words: [Word] = []
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var start: Int?
        for (position, byte) in bytes.enumerated() {
            if isPart(byte) {
                if start == nil { start = position }
                let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
            } else if let begin = start {
                words.append(word(bytes, begin..<position, hash, offsets?[begin] ?? begin))
                (start, hash) = (nil, 0xcbf2_9ce4_8422_2325)
            }
        }
        if let begin = start { words.append(word(bytes, begin..<bytes.count, hash, offsets?[begin] ?? begin)) }
        return words
    }

    private static func word(_ bytes: [UInt8], _ place: Range<Int>, _ hash: UInt64, _ offset: Int) -> Word {
        let isCommand = place.lowerBound > 0 && bytes[place.lowerBound - 1] == UInt8(ascii: "\\")
        let hasDigits = bytes[place].contains { $0 >= 0x30 && $0 <= 0x39 }
        return Word(hash: hash, offset: offset, isSaid: place.count > 1 && !hasDigits && !isCommand)
    }

    static func hash(_ row: some Sequence<UInt64>) -> UInt64 {
        row.reduce(0x9e37_79b9_7f4a_7c15) { ($0 ^ $1) &* 0xff51_afd7_ed55_8ccd &+ ($0 >> 29) }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
}
