import Exhibits

/// The author's line with a caret under the place a finding is about.
enum Excerpt {
    /// Lines like
    ///
    ///     41 | The error is [0.2984](claim:pass.loss).
    ///        |               ^~~~~~
    ///
    /// or nothing when the file has no such line. `length` counts bytes.
    static func lines(of source: [UInt8], at place: Place, length: Int) -> [String] {
        guard place.line > 0, let whole = line(place.line, of: source) else { return [] }
        let offset = max(1, place.column) - 1
        let (line, start) = excerpt(of: whole, around: offset)
        let before = line.prefix(max(0, offset - start))
        let marked = line.dropFirst(before.count).prefix(max(1, length))
        let number = String(place.line)
        let margin = String(repeating: " ", count: number.count)
        let lead = start > 0 ? "…" : ""
        let text =
            lead + TerminalText.part(String(decoding: line, as: UTF8.self)) + (start + line.count < whole.count ? "…" : "")
        let tilde = String(repeating: "~", count: max(0, width(TerminalText.part(String(decoding: marked, as: UTF8.self))) - 1))
        return [
            "  \(number) | \(text)",
            "  \(margin) | \(blank(lead + TerminalText.part(String(decoding: before, as: UTF8.self))))^\(tilde)",
        ]
    }

    /// Of a very long line the part around a place, and how many of its bytes are left out before.
    private static func excerpt(of line: ArraySlice<UInt8>, around offset: Int) -> (ArraySlice<UInt8>, left: Int) {
        guard line.count > longest else { return (line, 0) }
        var start = max(0, min(offset - longest / 3, line.count - longest))
        var end = min(start + longest, line.count)
        // Not in the middle of a character. In a text that is none such bytes may never end, and a character has four.
        for _ in 0..<3 where start > 0 && line[line.startIndex + start] & 0xC0 == 0x80 { start -= 1 }
        for _ in 0..<3 where end < line.count && line[line.startIndex + end] & 0xC0 == 0x80 { end -= 1 }
        return (line[(line.startIndex + start)..<(line.startIndex + end)], start)
    }

    /// In bytes: what a terminal shows in two or three lines.
    private static let longest = 200

    /// The bytes of a line without its ending; lines count from 1.
    static func line(_ number: Int, of source: [UInt8]) -> ArraySlice<UInt8>? {
        var start = source.startIndex
        for _ in 1..<number {
            guard let end = source[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
        }
        guard start < source.endIndex || number == 1 else { return nil }
        let end = source[start...].firstIndex(of: 0x0A) ?? source.endIndex
        let line = source[start..<end]
        return line.last == 0x0D ? line.dropLast() : line
    }

    /// Blanks as wide as the text; tabs stay tabs, so that both lines are expanded alike.
    private static func blank(_ text: String) -> String {
        text.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width(String($0))) }.joined()
    }

    /// Columns a terminal gives the text: two for East Asian wide characters and emoji, none for combining marks.
    static func width(_ text: String) -> Int {
        text.reduce(0) { sum, character in
            guard let first = character.unicodeScalars.first else { return sum }
            switch first.value {
            case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return sum
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                return sum + 2
            default: return sum + 1
            }
        }
    }
}
