/// What a cell printed, as a page may show it: as a terminal would leave it, without colours and without characters that do
/// something to whoever reads it.
public enum PrintedText {
    /// The text after carriage returns and backspaces have overwritten what they overwrite. Escape sequences and control
    /// characters are left out, and characters that turn the direction of writing.
    public static func readable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isSpecial($0) }) else { return text }
        var lines: [String] = []
        var line: [Unicode.Scalar] = []
        var column = 0
        var scalars = text.unicodeScalars[...]
        func finished(_ line: [Unicode.Scalar]) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: line)
            return String(text)
        }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\n":
                lines.append(finished(line))
                (line, column) = ([], 0)
            case "\r": column = 0
            case "\u{8}": column = max(0, column - 1)
            case "\u{1B}": erase(sequence(&scalars), &line, &column)
            case _ where scalar != "\t" && isSpecial(scalar): break
            default:
                if column < line.count { line[column] = scalar } else { line.append(scalar) }
                column += 1
            }
        }
        lines.append(finished(line))
        return lines.joined(separator: "\n")
    }

    /// A line of it, and how many more there are than a page shows at once.
    static func folded(_ text: String) -> (shown: String, rest: String?, count: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > most + 10 else { return (text, nil, 0) }
        let rest = lines[most...]
        return (lines[..<most].joined(separator: "\n") + "\n", rest.joined(separator: "\n"), rest.count)
    }

    /// So many lines are shown before the rest is folded.
    private static let most = 40
    /// So many lines are folded into a page; more are in a file beside it.
    static let longest = 1000

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The final character of an escape sequence and its parameters; nothing for one that only colours or moves.
    private static func sequence(_ scalars: inout Substring.UnicodeScalarView) -> (parameters: String, final: Unicode.Scalar)? {
        guard let kind = scalars.popFirst() else { return nil }
        if kind == "]" {
            // A title or a link, up to its end.
            while let next = scalars.popFirst(), next != "\u{7}" {
                if next == "\u{1B}" {
                    _ = scalars.popFirst()
                    break
                }
            }
            return nil
        }
        guard kind == "[" else { return nil }
        var parameters = ""
        while let next = scalars.popFirst() {
            if (0x40...0x7E).contains(next.value) { return (parameters, next) }
            guard (0x20...0x3F).contains(next.value) else { return nil }
            parameters.unicodeScalars.append(next)
        }
        return nil
    }

    /// Erasing is the one thing a sequence does that a reader sees.
    private static func erase(
        _ sequence: (parameters: String, final: Unicode.Scalar)?, _ line: inout [Unicode.Scalar], _ column: inout Int
    ) {
        guard let sequence, sequence.final == "K" else { return }
        switch sequence.parameters {
        case "", "0": line.removeSubrange(min(column, line.count)...)
        case "1": for index in 0..<min(column, line.count) { line[index] = " " }
        default: line = Array(repeating: " ", count: column)
        }
    }
}
