/// Commands by which something in a formula isn't seen, or is seen elsewhere, though its mark is.
enum TeXHiding {
    /// The first of them in a text.
    static func command(in text: String) -> String? {
        first(in: text) { moving.contains($0) || painting.contains($0) || choosing.contains($0) }
    }

    /// Whether something of a text may lie over what stands beside it.
    static func moves(_ text: String) -> Bool { first(in: text, where: moving.contains) != nil }

    /// Whether something of a text may cover what is below it.
    static func paints(_ text: String) -> Bool {
        first(in: text, isMoving: false) { painting.contains($0) || $0 == "\\rule" } != nil
    }

    private static func first(in text: String, isMoving: Bool = true, where isOne: (String) -> Bool) -> String? {
        guard text.contains("\\") else { return nil }
        var reader = TeXReader(text)
        var narrow = 0
        let most = 3
        while let token = reader.token() {
            if isOne(token) { return token }
            guard isMoving else { continue }
            // Once or twice is how formulas are set; more moves a number onto another, also with other room between.
            if token == "\\!" { narrow += 1 }
            if narrow > most || lengths.contains(token) && isNegative(reader, after: token) { return token }
        }
        return nil
    }

    private static func isNegative(_ reader: TeXReader, after command: String) -> Bool {
        var ahead = reader
        _ = ahead.take("*")
        ahead.skipBlanks()
        // The end of a row has its length in brackets; what follows it otherwise is the next row.
        if command == "\\\\" {
            guard ahead.take("[") else { return false }
        } else {
            _ = ahead.take("{")
        }
        ahead.skipBlanks()
        return ahead.take("-")
    }

    /// What sets its argument over what stands beside it.
    static let laps: Set<String> = ["\\llap", "\\rlap", "\\clap", "\\mathllap", "\\mathrlap", "\\mathclap"]

    private static let moving = laps.union([
        "\\smash", "\\raisebox", "\\negthinspace", "\\negmedspace", "\\negthickspace",
    ])

    private static let painting = Set(["\\color", "\\textcolor", "\\colorbox", "\\fcolorbox"]).union(colours)

    /// Commands that KaTeX has for the colours of Khan Academy.
    private static let colours: Set<String> = {
        let plain = ["blue", "orange", "pink", "red", "green", "gray", "purple", "kaBlue", "kaGreen"]
        let shaded = ["blue", "teal", "green", "gold", "red", "maroon", "purple", "mint", "gray"]
        return Set((plain + shaded.flatMap { name in "ABCDEFGHI".map { name + String($0) } }).map { "\\" + $0 })
    }()

    /// What shows one of several texts, or none of them, or a character by its number.
    private static let choosing: Set<String> = [
        "\\phantom", "\\hphantom", "\\vphantom", "\\mathchoice", "\\TextOrMath", "\\message", "\\errmessage", "\\char",
        "\\verb",
        "\\expandafter", "\\noexpand", "\\genfrac", "\\above", "\\href", "\\url", "\\includegraphics", "\\htmlStyle",
        "\\htmlData", "\\htmlClass", "\\htmlId", "\\tmspace",
    ]

    private static let lengths = FormulaWords.lengths.union(["\\\\"])
}

extension Mathematics {
    /// The author's TeX without its claims and values.
    var texParts: [String] {
        parts.compactMap { if case .tex(let tex) = $0 { tex } else { nil } }
    }
}
