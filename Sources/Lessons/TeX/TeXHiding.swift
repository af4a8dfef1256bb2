/// Commands by which something in a formula isn't seen, or is seen elsewhere, though its mark is.
enum TeXHiding {
    /// The first of them in a text.
    static func command(in text: String) -> String? {
        guard text.contains("\\") else { return nil }
        var reader = TeXReader(text)
        var narrow = 0
        while let token = reader.token() {
            narrow = token == "\\!" ? narrow + 1 : 0
            // Once or twice is how formulas are set; more moves a number onto another.
            if always.contains(token) || narrow > 3 { return token }
            if lengths.contains(token), isNegative(reader) { return token }
        }
        return nil
    }

    private static func isNegative(_ reader: TeXReader) -> Bool {
        var ahead = reader
        _ = ahead.take("*")
        ahead.skipBlanks()
        _ = ahead.take("{")
        ahead.skipBlanks()
        return ahead.take("-")
    }

    private static let always: Set<String> = [
        "\\phantom", "\\hphantom", "\\vphantom", "\\smash", "\\rlap", "\\llap", "\\clap", "\\mathrlap", "\\mathllap",
        "\\mathclap",
        "\\raisebox", "\\mathchoice", "\\color", "\\textcolor", "\\colorbox", "\\fcolorbox",
    ]

    private static let lengths: Set<String> = ["\\kern", "\\mkern", "\\hskip", "\\mskip", "\\hspace"]
}

extension Mathematics {
    /// The author's TeX without its claims and values.
    var texParts: [String] {
        parts.compactMap { if case .tex(let tex) = $0 { tex } else { nil } }
    }
}
