import Exhibits

/// Brackets that don't pair up. One brace too many in a cell makes the compiler complain about everything after it, so when a
/// program doesn't compile they are looked for first.
package enum Brackets {
    /// The first bracket of `code` without a partner, as a finding; `place` is where the code begins.
    package static func finding(in code: String, at place: Place) -> Finding? {
        let blanked = BlankedCode(code)
        if let start = blanked.unclosed {
            return Finding(
                .error, code: "unbalanced", at: located(start, in: blanked.text, place),
                "this string or comment is never closed; close it inside the same cell")
        }
        var open: [(byte: UInt8, offset: Int)] = []
        for (offset, byte) in blanked.text.enumerated() {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append((byte, offset))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let last = open.popLast(), partner(of: last.byte) == byte { continue }
                return Finding(
                    .error, code: "unbalanced", at: located(offset, in: blanked.text, place), length: 1,
                    "this '\(Character(UnicodeScalar(byte)))' closes nothing; remove it or open its partner in the same cell")
            default: break
            }
        }
        guard let last = open.last else { return nil }
        let name = Character(UnicodeScalar(last.byte))
        return Finding(
            .error, code: "unbalanced", at: located(last.offset, in: blanked.text, place), length: 1,
            "this '\(name)' is never closed; close it in the same cell")
    }

    private static func partner(of byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: UInt8(ascii: "}")
        }
    }

    private static func located(_ offset: Int, in text: [UInt8], _ place: Place) -> Place {
        let before = text[..<offset]
        let line = before.count { $0 == 0x0A }
        let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        return Place(file: place.file, line: place.line + line, column: place.column + column)
    }
}
