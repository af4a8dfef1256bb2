/// Formulas as Jupyter reads them: `$ x $` is one, where a lesson wants no blank inside its dollars.
enum JupyterDollars {
    /// The text with the blanks inside single dollars left out, where what stands between looks like TeX.
    static func trimmed(_ text: String) -> String {
        guard text.contains("$ ") || text.contains(" $") else { return text }
        var result = ""
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > text.startIndex { result += "\n" }
            if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
            result += isCode ? String(line) : trimmed(line: line)
        }
        return result
    }

    private static func trimmed(line: Substring) -> String {
        var result = ""
        var rest = line
        while let first = rest.first {
            switch first {
            case "\\":
                result += rest.prefix(2)
                rest = rest.dropFirst(2)
            case "`":
                let marks = rest.prefix { $0 == "`" }
                let behind = rest[marks.endIndex...]
                let end = behind.firstRange(of: marks)?.upperBound ?? marks.endIndex
                result += rest[..<end]
                rest = rest[end...]
            case "$":
                let marks = rest.prefix { $0 == "$" }
                let behind = rest[marks.endIndex...]
                guard let closing = behind.firstRange(of: marks) else { return result + rest }
                let inside = behind[..<closing.lowerBound]
                result += marks + (marks.count == 1 && isFormula(inside) ? bare(inside) : inside) + marks
                rest = behind[closing.upperBound...]
            default:
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func isFormula(_ inside: Substring) -> Bool {
        inside.contains { "\\^_=<>+{}".contains($0) } || inside.filter { !$0.isWhitespace }.count == 1
    }

    private static func bare(_ inside: Substring) -> Substring {
        var inside = inside.drop(while: \.isWhitespace)
        while let last = inside.last, last.isWhitespace { inside = inside.dropLast() }
        return inside
    }
}
