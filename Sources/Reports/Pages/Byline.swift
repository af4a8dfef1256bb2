import Lessons

/// Who wrote a page and when, in one line.
enum Byline {
    /// Where a line may run from right to left, each part is isolated: "10 Feb 2020" would read "Feb 2020 10" there.
    static func text(_ parts: [String], lang: String) -> String? {
        if parts.isEmpty { return nil }
        let mayTurn = LanguageTag.isRightToLeft(lang) || parts.contains { $0.unicodeScalars.contains(where: isRightToLeft) }
        return (mayTurn ? parts.map { "\u{2068}\($0)\u{2069}" } : parts).joined(separator: " · ")
    }

    /// Whether a character stands in a block of letters that run from right to left: Hebrew, Arabic and their neighbours.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
