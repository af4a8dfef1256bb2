/// Text of others on its way to a terminal or a log: what would command one is shown instead of obeyed.
///
/// An escape sequence can clear a screen, rename a window or hide a finding; a line that begins with `::` or holds `##[` is a
/// command to GitHub's runner, `##vso[` to Azure's. Lesson texts, printed text and file names may hold any of them.
public enum TerminalText {
    /// The text on one line.
    public static func line(_ text: String) -> String {
        inert(part(text))
    }

    /// The text on one line that something else of ours begins.
    static func part(_ text: String) -> String { escaped(text, lineEnd: "␊") }

    /// A line that a runner obeys for how it begins; blanks before that make no difference to it.
    private static func inert(_ line: String) -> String {
        let scalars = line.unicodeScalars
        guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            scalars[start...].starts(with: "::".unicodeScalars)
        else { return line }
        return String(scalars[..<start]) + ": :" + String(scalars[start...].dropFirst(2))
    }

    /// The text on as many lines as it has, those after the first marked as belonging to it.
    public static func lines(_ text: String) -> String {
        inert(escaped(text, lineEnd: "\n  | "))
    }

    /// A message of several lines of its own that repeats texts of others: these stay on their lines.
    public static func message(_ message: String, repeating texts: [String]) -> String {
        let longestFirst = texts.filter { line($0) != $0 }.sorted { $0.utf8.count > $1.utf8.count }
        let plain = longestFirst.reduce(message) { $0.replacing($1, with: line($1)) }
        return plain.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }

    private static func escaped(_ text: String, lineEnd: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "#") }) else { return text }
        var result = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": if previous != "\r" { result += lineEnd }
            case "\r": result += lineEnd
            case "\t": result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(shown(scalar))
            }
            previous = scalar
        }
        for command in commands where result.contains(command) {
            result = result.replacing(command, with: "# " + command.dropFirst())
        }
        return result
    }

    /// A picture of a control character; any other character as it is.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: isControl(scalar) ? "\u{FFFD}" : scalar
        }
    }

    /// Whether it is a control of eight bits, or reverses the direction of the text that follows.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }

    /// What begins a command inside a line.
    static let commands = ["##[", "##vso["]
}
