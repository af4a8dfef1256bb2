/// A line of a grid table, by the columns of its characters: a letter of Chinese takes two.
struct GridLine {
    private let line: Range<Int>
    /// Where in the text the character at a column begins; nil behind a wide one.
    private var starts: [Int?] = []
    private var signs: [UInt8] = []

    init(_ text: LocatedText, _ range: Range<Int>) {
        line = range
        var offset = range.lowerBound
        for character in text.string(range) {
            starts.append(offset)
            signs.append(character.asciiValue ?? 0)
            if Self.isWide(character) {
                starts.append(nil)
                signs.append(0)
            }
            offset += character.utf8.count
        }
        while signs.last == ASCII.space {
            signs.removeLast()
            starts.removeLast()
        }
    }

    /// Whether it is a line between rows.
    var isRule: Bool {
        let signs = signs.drop { $0 == ASCII.space }
        return signs.first == UInt8(ascii: "+") && signs.last == UInt8(ascii: "+") && signs.count > 2
            && signs.allSatisfy { "+-=:".utf8.contains($0) }
    }

    /// Whether it is the line below a header.
    var isDouble: Bool { isRule && signs.contains(ASCII.equals) }

    /// The columns of its signs `+`; nil where it is no line between rows.
    var corners: [Int]? { isRule ? signs.indices.filter { signs[$0] == UInt8(ascii: "+") } : nil }

    /// What a pipe table writes for the colons of a rule.
    var alignments: [String] {
        guard let corners else { return [] }
        return zip(corners, corners.dropFirst()).map { left, right in
            let isLeft = signs[left + 1] == ASCII.colon
            let isRight = right - left > 2 && signs[right - 1] == ASCII.colon
            return (isLeft ? ":" : "-") + "-" + (isRight ? ":" : "-")
        }
    }

    /// The parts of the text between bars at these columns; nil where something else stands in a bar's place.
    func cells(between bars: [Int]) -> [Range<Int>]? {
        guard let first = bars.first, let last = bars.last, last == signs.count - 1,
            signs[..<first].allSatisfy({ $0 == ASCII.space }), bars.allSatisfy({ signs[$0] == ASCII.pipe })
        else { return nil }
        return zip(bars, bars.dropFirst()).compactMap { left, right in
            guard let start = starts[left], let end = starts[right] else { return nil }
            return (start + 1)..<end
        }
    }

    /// Characters that take two columns, roughly as Unicode's East Asian Width has them.
    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
