/// A definition that a formula makes, in the words of LaTeX: `\\newcommand{\\R}{\\mathbb{R}}`.
struct TeXDefinition {
    /// With its backslash.
    var name: String
    /// What stands for it, its arguments as `#1`, `#2`.
    var body: String

    /// The definition whose command was just read, with the reader behind it; `nil`, with the reader where it was, when the
    /// command defines nothing or says more than can be kept.
    init?(_ command: String, _ reader: inout TeXReader) {
        var ahead = reader
        switch command {
        case "\\newcommand", "\\renewcommand", "\\providecommand":
            _ = ahead.take("*")
            guard let name = ahead.commandName() else { return nil }
            if let count = ahead.group("[", atMost: TeXReader.longestName), Int(count.filter { !$0.isWhitespace }) == nil {
                return nil
            }
            // A first argument with a default is more than a replacement.
            if ahead.isNext("[") { return nil }
            guard let body = ahead.group() else { return nil }
            self.init(name: name, body: body)
        case "\\def", "\\gdef", "\\edef", "\\xdef":
            ahead.skipBlanks()
            guard let name = ahead.token(), name.first == "\\", name.count > 1 else { return nil }
            while ahead.take("#") { _ = ahead.token() }
            guard let body = ahead.group() else { return nil }
            self.init(name: name, body: body)
        case "\\let":
            guard let name = ahead.commandName() else { return nil }
            ahead.skipBlanks()
            _ = ahead.take("=")
            ahead.skipBlanks()
            guard let other = ahead.token() else { return nil }
            self.init(name: name, body: other)
        case "\\DeclareMathOperator":
            let star = ahead.take("*") ? "*" : ""
            guard let name = ahead.commandName(), let text = ahead.group() else { return nil }
            self.init(name: name, body: "\\operatorname\(star){\(text)}")
        case "\\DeclarePairedDelimiter":
            guard let name = ahead.commandName(), let left = ahead.group(atMost: TeXReader.longestName),
                let right = ahead.group()
            else { return nil }
            self.init(name: name, body: "\\left\(left) #1 \\right\(right)")
        default: return nil
        }
        reader = ahead
    }

    /// Whether a text defines something, or says what only Lectern says of its formulas.
    static func isMore(than replacement: String) -> Bool {
        var reader = TeXReader(replacement)
        while let token = reader.token() {
            if commands.contains(token) || FormulaMarks.commands.contains(token) { return true }
        }
        return false
    }

    /// The commands that define something, read or not.
    static let commands: Set<String> = [
        "\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\gdef", "\\edef", "\\xdef", "\\let", "\\futurelet",
        "\\DeclareMathOperator", "\\DeclarePairedDelimiter",
    ]

    private init(name: String, body: String) {
        self.name = name
        self.body = body
    }
}
