/// The constants that a cell defines at its outermost level, each with the text of its value: `z` and `w * x + b`.
///
/// Found by lines and brackets alone. They are no code to be compiled, only a hint at how numbers were computed.
struct Definitions {
    private(set) var all: [String] = []

    init(_ code: String) {
        let blanked = BlankedCode(code).lines
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == blanked.count else { return }
        var depth = 0
        var statement: (text: String, blank: String)?
        for (line, blank) in zip(lines, blanked) {
            let visible = blank.prefix(blank.utf8.count - blank.reversed().prefix { $0 == " " }.count)
            let start = visible.drop { $0 == " " || $0 == "\t" }
            let goesOn = depth > 0 || "+-*/.".contains(start.first ?? " ")
            if !goesOn {
                add(statement)
                statement = start.hasPrefix("let ") ? ("", "") : nil
            }
            if statement != nil {
                // As many bytes of both, so that a bracket in a string or a comment is none.
                statement?.text += String(decoding: line.utf8.prefix(visible.utf8.count), as: UTF8.self) + " "
                statement?.blank += visible + " "
            }
            depth += start.reduce(0) { $0 + Nesting.step($1) }
        }
        add(statement)
    }

    private mutating func add(_ statement: (text: String, blank: String)?) {
        guard let statement else { return }
        var depth = 0
        var part: [UInt8] = []
        func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
        var parts: [[UInt8]] = []
        for (byte, visible) in zip(bytes(statement.text), bytes(statement.blank)) {
            depth += Nesting.step(visible)
            if visible == UInt8(ascii: ","), depth == 0 {
                parts.append(part)
                part = []
            } else {
                part.append(byte)
            }
        }
        parts.append(part)
        for part in parts {
            var text = String(decoding: part, as: UTF8.self).split(separator: " ").joined(separator: " ")[...]
            if text.hasPrefix("let ") { text = text.dropFirst(4) }
            // What computes nothing explains nothing, and what holds closures is no formula.
            let isFormula = text.utf8.contains { "+-*/(".utf8.contains($0) } && !text.contains("{")
            if isFormula, text.contains(" = ") { all.append(String(text)) }
        }
    }
}
