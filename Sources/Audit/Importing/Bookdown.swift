/// What bookdown writes in R Markdown that lessons write otherwise: theorems and boxes as cells, labels and references by a sign.
struct Bookdown {
    /// The labels that something in the notes has, as lessons call them.
    private let known: Set<String>

    init(_ lines: [Substring], pictures: [String]) {
        let signed = lines.filter { $0.contains("(\\#") }.flatMap { line in
            line.matches(of: /\(\\#(eq|tab):([\w.-]{1,80})\)/).map { ($0.1 == "tab" ? "tbl-" : "eq-") + $0.2 }
        }
        known = Set(signed + pictures)
    }

    /// The line that opens the division; nil for any other cell.
    static func division(engine: String, info: Substring, name: String?, line: Int) -> String? {
        if engine == "block" || engine == "block2" {
            let type = info.firstMatch(of: /\btype\s*=\s*["']([\w-]+)["']/)?.1 ?? "box"
            let callout = ["warning", "tip", "important", "caution", "note"].first { type.contains($0) }
            // What a class of their own looks like, a style sheet says that isn't here; it is a frame with most.
            let isOwn = kinds[String(type)] != nil || type == "solution" || type == "hint"
            return ":::::: {." + (isOwn ? String(type) : "callout-" + (callout ?? "note")) + "}"
        }
        guard let kind = kinds[engine] else { return nil }
        let label = info.firstMatch(of: /\blabel\s*=\s*["']([\w-]+)["']/).map { String($0.1) } ?? name ?? "line\(line)"
        let title = info.firstMatch(of: /\bname\s*=\s*"([^"{}]*)"/).map { " title=\"\($0.1)\"" } ?? ""
        return ":::::: {" + (kind.count == 3 ? "#\(kind)-\(label)" : "." + kind) + title + "}"
    }

    /// The opening of a box by bookdown's names, `::: rmdnote`, as that of a callout; nil for any other line.
    static func box(_ line: Substring) -> Substring? {
        guard let match = line.wholeMatch(of: /(:{3,})\s*(?:\{\.)?rmd(note|tip|important|caution|warning)\}?\s*/) else {
            return nil
        }
        return "\(match.1) {.callout-\(match.2)}"
    }

    /// By the engine's name: the beginning of a label, or a division without a number.
    private static let kinds = [
        "theorem": "thm", "lemma": "thm", "corollary": "thm", "proposition": "thm", "definition": "def", "example": "exm",
        "exercise": "exr", "conjecture": "conjecture", "hypothesis": "assumption", "proof": "proof", "remark": "remark",
    ]

    /// A table's caption with its label behind it, `Table: (\#tab:a) Text` as `Table: Text {#tbl-a}`.
    static func caption(_ line: Substring) -> Substring {
        guard let match = line.prefixMatch(of: /\s*((?:[Tt]able)?:)\s*\(\\#tab:([\w-]+)\)\s*/) else { return line }
        return "\(match.1) \(line[match.range.upperBound...]) {#tbl-\(match.2)}"
    }

    /// The line with lessons' references; `lost` gets the names of those to what nothing in the notes is.
    func referring(_ line: Substring, lost: inout [String]) -> Substring {
        guard line.contains("\\@ref(") else { return line }
        var result = ""
        var position = line.startIndex
        for match in line.matches(of: /\\@ref\(([\w:.-]{1,80})\)/) {
            let name = match.1.split(separator: ":", maxSplits: 1).map(String.init)
            let label = name.count == 2 ? (Self.prefixes[name[0]] ?? name[0]) + "-" + name[1] : ""
            result += line[position..<match.range.lowerBound]
            if known.contains(label) {
                result.removeLast(Self.wordCount(atEndOf: result))
                result += "@" + label
            } else {
                lost.append(String(match.1))
                result += "`\(match.1)`"
            }
            position = match.range.upperBound
        }
        return Substring(result + line[position...])
    }

    private static let prefixes = ["tab": "tbl"]

    /// How many characters at the end are a word that says what is referred to, and blanks: a reference says that itself here.
    private static func wordCount(atEndOf text: String) -> Int {
        let end = text.suffix(40).reversed()
        let blanks = end.prefix { $0 == " " || $0 == "~" || $0 == "\u{A0}" }.count
        let word = String(end.dropFirst(blanks).prefix { $0.isLetter || $0 == "." }.reversed())
        return blanks > 0 && words.contains(word.lowercased()) ? blanks + word.count : 0
    }

    private static let words: Set = [
        "figure", "figures", "fig.", "figura", "figuras", "abbildung", "abb.", "table", "tables", "tabla", "tablas", "tableau",
        "tabelle", "tab.", "equation", "equations", "eq.", "ecuación", "équation", "gleichung",
    ]
}

/// Notes inside the text, `^[text]`, which lessons write behind it.
struct InlineNotes {
    private(set) var definitions: [String] = []

    /// The line with marks in place of its notes; one that isn't closed on the line stays as it is.
    mutating func marked(_ line: Substring, number: Int) -> Substring {
        guard line.contains("^[") else { return line }
        var result = ""
        var rest = line
        var backticks = 0
        let closings = Self.closings(in: line)
        while let opening = rest.firstRange(of: "^[") {
            let before = rest[..<opening.lowerBound]
            result += before
            backticks += before.count { $0 == "`" }
            guard backticks.isMultiple(of: 2), let end = closings[line.index(before: opening.upperBound)] else {
                result += "^["
                rest = rest[opening.upperBound...]
                continue
            }
            let name = "note-\(number)-\(definitions.count + 1)"
            definitions.append("[^\(name)]: \(rest[opening.upperBound..<end])")
            result += "[^\(name)]"
            rest = rest[rest.index(after: end)...]
        }
        return Substring(result + rest)
    }

    /// Where brackets close, by where they open.
    private static func closings(in line: Substring) -> [Substring.Index: Substring.Index] {
        var open: [Substring.Index] = []
        var closings: [Substring.Index: Substring.Index] = [:]
        for index in line.indices {
            if line[index] == "[" { open.append(index) }
            if line[index] == "]", let opening = open.popLast() { closings[opening] = index }
        }
        return closings
    }
}
