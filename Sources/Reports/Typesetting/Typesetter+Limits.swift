extension Typesetter {
    /// Whether the script that colours code reads this in seconds. Its regular expressions try every beginning with every end, so
    /// the time for long words and for many empty lines grows with their square and faster.
    static func isColourable(_ text: String) -> Bool {
        guard text.utf8.count <= longestCode else { return false }
        var word = 0
        var breaks = 0
        for byte in text.utf8 {
            let isBreak = byte == 0x0A || byte == 0x0D
            let isBlank = byte == 0x20 || byte == 0x09
            let isPunctuation = byte < 0x30 || byte == 0x3B || byte == 0x3A
            word = isBreak || isBlank || isPunctuation ? 0 : word + 1
            breaks = isBreak ? breaks + 1 : isBlank ? breaks : 0
            if word > 250 || breaks > 40 { return false }
        }
        return true
    }
}
