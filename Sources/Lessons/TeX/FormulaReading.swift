import Exhibits

/// Reads the formulas of a lesson in the order of the text: definitions made in one hold in those after it, LaTeX's environments
/// become KaTeX's, and what changes a formula silently is found.
struct FormulaReading {
    /// What is defined so far, by name.
    private(set) var macros: [String: String]
    private(set) var findings: [(kind: String, place: Place, message: String)] = []
    /// What would have a formula show other numbers than those that are verified, or a mark that nothing earned.
    private(set) var errors: [Finding] = []
    /// What is defined in the formula that is read, and isn't kept for others.
    private var unread: Set<String> = []
    /// How much of definitions formulas may still take in, in bytes: each takes in all that it uses, and looks through it.
    private var room = 4_000_000

    init(macros: [String: String] = [:]) { self.macros = macros }

    mutating func read(_ mathematics: inout Mathematics) {
        var labels: [String] = []
        var definitions = ""
        unread = []
        for index in mathematics.parts.indices {
            guard case .tex(var tex) = mathematics.parts[index], tex.contains("\\") else { continue }
            if tex.contains("(\\#eq:") { tex = TeXDialect.labelled(tex) }
            mathematics.parts[index] = .tex(read(tex, &labels, &definitions, at: mathematics.place))
        }
        mathematics.definitions = definitions
        if let label = labels.first, mathematics.label == nil {
            mathematics.label = TeXDialect.label(label, ofFormula: true)
        }
        if labels.count > 1 {
            note(
                "labels", mathematics.place,
                "a formula has one number here, so only \\label{\(labels[0])} names it; write a formula for each label")
        }
        mathematics.macros = used(in: mathematics)
        checkClaims(of: mathematics)
    }

    /// The commands that set a claim, and those that its author wrote in it, have to mean what they mean.
    private mutating func checkClaims(of mathematics: Mathematics) {
        let claimed = mathematics.parts.compactMap { if case .claim(let claim) = $0 { claim.written } else { nil } }
        guard !claimed.isEmpty else { return }
        var needed = FormulaMarks.commands.union(["\\text", "\\;"])
        for text in claimed {
            var reader = TeXReader(text)
            while let token = reader.token() { if token.first == "\\" { needed.insert(token) } }
        }
        for text in mathematics.texParts + mathematics.macros.values.sorted() {
            guard let hiding = TeXHiding.command(in: text) else { continue }
            refuse(
                mathematics.place,
                "\(hiding) hides, moves or colours what stands beside it, so another number could be read in this claim's place; leave it "
                    + "out, or claim the number outside this formula")
            break
        }
        guard let redefined = needed.filter({ unread.contains($0) || macros[$0] != nil }).min() else { return }
        refuse(
            mathematics.place,
            "“\(redefined)” was defined anew, so this claim wouldn't show the number that is verified; give the definition another "
                + "name")
    }

    private mutating func refuse(_ place: Place, _ message: String) {
        errors.append(Finding(.error, code: "redefined-number", at: place, message))
    }

    private static let lone = Pattern(/\s*\\(?:eqref|ref)\{([^{}]+)\}\s*/)

    /// Where the formula is nothing but `\\eqref{name}`: what it refers to.
    static func reference(_ mathematics: Mathematics) -> String? {
        // Making a pattern takes longer than looking for its letters.
        guard mathematics.slots.isEmpty, !mathematics.isDisplay, mathematics.tex.contains("ref{"),
            let match = mathematics.tex.wholeMatch(of: Self.lone.regex)
        else { return nil }
        return TeXDialect.label(String(match.1), ofFormula: false)
    }

    private mutating func read(
        _ tex: String, _ labels: inout [String], _ definitions: inout String, at place: Place
    ) -> String {
        var reader = TeXReader(tex)
        var result = ""
        // Looked for once, not for each row.
        let hasRows = tex.contains("\\\\")
        let escapes = (
            rows: hasRows && tex.contains("\\\\\\\\"),
            braces: hasRows && tex.contains("\\\\{") && tex.contains("\\\\}")
        )
        while !reader.isAtEnd {
            let start = reader.position
            guard let token = reader.token() else { break }
            guard token.first == "\\" else {
                result += token
                continue
            }
            if let definition = TeXDefinition(token, &reader) {
                if TeXDefinition.isMore(than: definition.body) || FormulaMarks.commands.contains(definition.name) {
                    refuse(
                        place,
                        "a definition can't define more or mark a text; define each command by itself, \\newcommand{\\name}{…}")
                }
                macros[definition.name] = definition.body
                definitions += reader.text(from: start, to: reader.position)
                continue
            }
            let behind = reader.position
            if TeXDefinition.commands.contains(token) { look(atUnread: token, reader, at: place) }
            refuseMarks(in: token, at: place)
            switch token {
            case "\\require", "\\nonumber", "\\notag":
                if token == "\\require" { _ = reader.group() }
            case "\\label":
                if let label = reader.group() { labels.append(label) } else { result += token }
            case "\\begin", "\\end":
                guard let name = reader.group(atMost: TeXReader.longestName), let ours = TeXDialect.environment(name) else {
                    reader.rewind(to: behind)
                    result += token
                    continue
                }
                if !ours.name.isEmpty { result += "\(token){\(ours.name)}" + (token == "\\begin" ? ours.argument : "") }
            case "\\color", "\\textcolor", "\\colorbox":
                guard let model = reader.group("[", atMost: TeXReader.longestName),
                    let values = reader.group(atMost: TeXReader.longestName),
                    let colour = TeXDialect.colour(values, model: model)
                else {
                    reader.rewind(to: behind)
                    result += token
                    continue
                }
                result += "\(token){\(colour)}"
            case "\\mathrm", "\\operatorname":
                // An underscore in words is one.
                let group = reader.group()
                refuseMarks(in: group ?? "", at: place)
                result += token + (group.map { "{\($0)}" } ?? "")
            case _ where TeXDialect.textCommands.contains(token):
                let group = reader.group()
                refuseMarks(in: group ?? "", at: place)
                result += token + (group.map { "{\(TeXDialect.words($0))}" } ?? "")
            default:
                look(at: token, escapes, at: place)
                result += token
            }
        }
        return result
    }

    /// The commands by which pages mark claims are Lectern's own, in words as well, whose commands aren't read one by one.
    private mutating func refuseMarks(in text: String, at place: Place) {
        guard let mark = FormulaMarks.first(in: text) else { return }
        refuse(place, "\(mark) marks what Lectern verified, so no formula can have it; leave it out")
    }

    /// A definition that isn't kept: of characters it is refused, for the numbers of a formula would be others.
    private mutating func look(atUnread command: String, _ reader: TeXReader, at place: Place) {
        var ahead = reader
        ahead.skipBlanks()
        _ = ahead.take("*")
        ahead.skipBlanks()
        let name = String((ahead.group(atMost: TeXReader.longestName) ?? ahead.token() ?? "").filter { !$0.isWhitespace })
        if name.first == "\\" {
            unread.insert(name)
        } else {
            refuse(
                place,
                "\(command) can't give “\(name)” another meaning, for the numbers of a formula would be others; define a command, as in "
                    + "\\newcommand{\\name}{…}")
        }
    }

    /// Escapes of Markdown in a formula, where nothing is escaped.
    private mutating func look(at token: String, _ escapes: (rows: Bool, braces: Bool), at place: Place) {
        switch token {
        case "\\_":
            note(
                "escaped-index", place,
                "\\_ in a formula is an underscore to read; write _ for an index, as in x_1, or \\text{a\\_b} for a name")
        case "\\\\" where escapes.rows:
            note("escaped-rows", place, "\\\\\\\\ in a formula ends two rows, the second of them empty; write \\\\ for one")
        case "\\\\" where escapes.braces:
            note("escaped-braces", place, "\\\\{ in a formula ends a row, and the brace isn't shown; write \\{ and \\}")
        default: break
        }
    }

    private mutating func note(_ kind: String, _ place: Place, _ message: String) {
        findings.append((kind, place, message))
    }

    /// The definitions that a formula needs, with those that they need.
    private mutating func used(in mathematics: Mathematics) -> [String: String] {
        var found: [String: String] = [:]
        var texts = mathematics.parts.map { part -> String in
            switch part {
            case .tex(let tex): tex
            case .claim(let claim): claim.written
            case .value: ""
            }
        }
        while let text = texts.popLast() {
            guard text.contains("\\") else { continue }
            var reader = TeXReader(text)
            while let token = reader.token() {
                guard token.first == "\\", found[token] == nil, let body = macros[token] ?? TeXDialect.macros[token] else {
                    continue
                }
                let isFirst = room >= 0
                room -= body.utf8.count + 16
                guard room >= 0 else {
                    if isFirst {
                        errors.append(
                            Finding(
                                .error, code: "too-many-definitions", at: mathematics.place,
                                "up to here the formulas of this lesson take in more than 4 MB of definitions; shorten them, or use them "
                                    + "less often"))
                    }
                    return found
                }
                found[token] = body
                texts.append(body)
            }
        }
        return found
    }
}
