import Exhibits

/// Brackets and conditions that don't pair up. A cell is a whole: what opens in it closes in it. What doesn't would take in the
/// cells and claims that follow, and make the compiler complain about everything after it.
package enum Brackets {
    /// The first bracket or `#if` of `code` without a partner, as a finding; `place` is where the code begins.
    package static func finding(in code: String, at place: Place) -> Finding? { finding(in: BlankedCode(code), at: place) }

    static func finding(in blanked: BlankedCode, at place: Place) -> Finding? {
        if let start = blanked.unclosed {
            return Finding(
                .error, code: "unbalanced", at: located(start, in: blanked.text, place),
                "this string or comment is never closed; close it inside the same cell")
        }
        var open: [(mark: Mark, offset: Int)] = []
        for (mark, offset) in Mark.all(in: blanked.text) {
            if mark.opens {
                open.append((mark, offset))
                continue
            }
            if mark == .other {
                if open.last?.mark == .condition { continue }
            } else if let last = open.popLast(), last.mark.partner == mark {
                continue
            }
            return Finding(
                .error, code: "unbalanced", at: located(offset, in: blanked.text, place), length: mark.text.utf8.count,
                "this '\(mark.text)' closes nothing; remove it or open its partner in the same cell")
        }
        guard let last = open.last else { return nil }
        return Finding(
            .error, code: "unbalanced", at: located(last.offset, in: blanked.text, place), length: last.mark.text.utf8.count,
            "this '\(last.mark.text)' is never closed; close it in the same cell")
    }

    private static func located(_ offset: Int, in text: [UInt8], _ place: Place) -> Place {
        let before = text[..<offset]
        let line = before.count { $0 == 0x0A }
        let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        return Place(file: place.file, line: place.line + line, column: place.column + column)
    }
}

extension Brackets {
    /// What opens or closes something.
    enum Mark: String, CaseIterable {
        case round = "("
        case square = "["
        case curly = "{"
        case roundEnd = ")"
        case squareEnd = "]"
        case curlyEnd = "}"
        case condition = "#if"
        case other = "#else"
        case conditionEnd = "#endif"

        var text: String { rawValue }

        var opens: Bool { partner != nil }

        var partner: Mark? {
            switch self {
            case .round: .roundEnd
            case .square: .squareEnd
            case .curly: .curlyEnd
            case .condition: .conditionEnd
            case .roundEnd, .squareEnd, .curlyEnd, .other, .conditionEnd: nil
            }
        }

        /// All of a blanked text, in order, with the offset of each.
        static func all(in text: [UInt8]) -> [(Mark, Int)] {
            text.indices.compactMap { offset in
                switch text[offset] {
                case UInt8(ascii: "("): (.round, offset)
                case UInt8(ascii: ")"): (.roundEnd, offset)
                case UInt8(ascii: "["): (.square, offset)
                case UInt8(ascii: "]"): (.squareEnd, offset)
                case UInt8(ascii: "{"): (.curly, offset)
                case UInt8(ascii: "}"): (.curlyEnd, offset)
                case UInt8(ascii: "#"): directive(text[(offset + 1)...]).map { ($0, offset) }
                default: nil
                }
            }
        }

        private static func directive(_ rest: ArraySlice<UInt8>) -> Mark? {
            switch String(decoding: rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5F }, as: UTF8.self) {
            case "if": .condition
            case "else", "elseif": .other
            case "endif": .conditionEnd
            default: nil
            }
        }
    }
}
