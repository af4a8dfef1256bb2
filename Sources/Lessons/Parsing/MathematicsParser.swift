import Exhibits

/// Cuts a formula into TeX and the claims and values inside it, however deep in braces or matrices they stand.
enum MathematicsParser {
    static func parts(of text: LocatedText, with lifting: inout Lifting) -> [Mathematics.Part] {
        var parts: [Mathematics.Part] = []
        var tex = 0
        var position = 0
        func finishTeX(before end: Int, with lifting: inout Lifting) {
            guard tex < end else { return }
            parts.append(.tex(visible(tex..<end, of: text, with: &lifting)))
            for numeral in NumeralScanner.mathematics(in: text.bytes, tex..<end) {
                lifting.note(numeral, in: text, isMathematics: true)
            }
        }
        while position < text.count {
            guard text.bytes[position] == ASCII.backslash else {
                position += 1
                continue
            }
            guard TeXCommand.begins(in: text.bytes, at: position, limit: text.count) else {
                position += 2
                continue
            }
            let head = lifting.place(text.origin(at: position))
            lifting.heads[head] = .settled
            guard let command = TeXCommand(in: text.bytes, at: position, limit: text.count) else {
                lifting.report(
                    "malformed-claim", at: text.origin(at: position), length: 6,
                    "this command needs its braces closed; write \\claim{number}{expression} or \\value{expression}")
                position += 6
                continue
            }
            finishTeX(before: position, with: &lifting)
            if let part = part(command, in: text, with: &lifting) {
                parts.append(part)
                if let slot = part.slot { lifting.heads[head] = .read(expression: slot.expressionPlace) }
            }
            position = command.end
            tex = position
        }
        finishTeX(before: text.count, with: &lifting)
        return parts
    }

    /// The TeX without characters that nobody sees and no typesetter takes, such as a backspace that came with a copied formula.
    private static func visible(_ range: Range<Int>, of text: LocatedText, with lifting: inout Lifting) -> String {
        let isUnseen = { (byte: UInt8) in byte < 0x20 && !byte.isWhitespace || byte == 0x7F }
        guard let first = text.bytes[range].firstIndex(where: isUnseen) else { return text.string(range) }
        lifting.warn(
            "control-character", at: text.origin(at: first), length: 1,
            "an invisible character stands in this formula and is left out; delete it")
        return String(decoding: text.bytes[range].filter { !isUnseen($0) }, as: UTF8.self)
    }

    private static func part(
        _ command: TeXCommand, in text: LocatedText, with lifting: inout Lifting
    ) -> Mathematics.Part? {
        let arguments = command.arguments.map { trimmed($0, in: text) }
        guard let expression = arguments.last, let first = arguments.first else { return nil }
        guard !expression.isEmpty else {
            lifting.report(
                "empty-expression", at: text.origin(at: expression.lowerBound),
                "there is no expression between these braces; write what the number must equal")
            return nil
        }
        let place = lifting.place(text.origin(at: expression.lowerBound))
        if command.name == .value { return .value(InlineValue(slot: 0, expression: text.string(expression), at: place)) }
        guard text.bytes[first].contains(where: { $0.isDigit || $0.isLetter || $0.isBeyondASCII }) else {
            lifting.report(
                "claim-without-number", at: text.origin(at: first.lowerBound), length: first.count,
                "there is no number between these braces; write \\claim{0.123}{expression}")
            return nil
        }
        return .claim(
            Claim(
                slot: 0, written: text.string(first), at: lifting.place(text.origin(at: first.lowerBound)),
                bytes: text.fileBytes(first), expression: text.string(expression), expressionPlace: place,
                expected: command.option.map { text.string(trimmed($0, in: text)) }))
    }

    private static func trimmed(_ range: Range<Int>, in text: LocatedText) -> Range<Int> {
        let slice = text.bytes[range].trimmed
        return slice.startIndex..<slice.endIndex
    }
}
