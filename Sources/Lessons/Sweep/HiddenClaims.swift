import Exhibits

/// Formulas that lay something over a claim, or hold one that they don't show as it is: the mark of a verified number would stand
/// beside another number.
enum HiddenClaims {
    /// - Parameter room: what is left for formulas' definitions, in tokens.
    static func findings(in blocks: [BlockNode], _ room: inout Int) -> [Finding] {
        var formulas: [Mathematics] = []
        var hasClaims = false
        walk(blocks) { visit in
            switch visit {
            case .block(let node):
                if case .mathematics(let formula) = node.block { formulas.append(formula) }
            case .inline(.mathematics(let formula)): formulas.append(formula)
            case .inline(.claim): hasClaims = true
            default: break
            }
        }
        let claiming = formulas.filter(\.hasClaim)
        var findings = claiming.compactMap { formula in
            obstacle(in: formula, &room).map { Finding(.error, code: "redefined-number", at: formula.place, $0) }
        }
        guard hasClaims || !claiming.isEmpty else { return [] }
        findings += formulas.filter { $0.tex.contains("\\") && !$0.hasClaim && (covers($0) || reachesBack($0)) }.map {
            formula in
            Finding(
                .error, code: "redefined-number", at: formula.place,
                "this formula moves what it shows to another place, so it could lie over a claim or beside it, and another number be "
                    + "read there; leave that out")
        }
        return findings
    }

    /// Why a claim of this formula isn't what a reader sees of it.
    private static func obstacle(in formula: Mathematics, _ room: inout Int) -> String? {
        guard !formula.isTooLong else {
            return
                "a formula of more than \(Mathematics.longest) characters isn't set, and nobody can read it; write it in parts"
        }
        if let name = formula.macros.keys.filter(FormulaWords.foundations.contains).min() {
            return
                "\(name) is a part of the typesetter's own commands, and defined anew it may change what these show; take another "
                + "name, or claim the number outside this formula"
        }
        let shown = ShownFormula(formula, &room)
        let tokens = shown.expansion.tokens
        if shown.expansion.isEndless {
            return "the definitions that this formula uses grow beyond every formula; write it without them"
        }
        if shown.isUnread {
            return "a length of this formula can't be read beside a claim; write it as in \\hspace{1em}"
        }
        if tokens.contains(.tex("%")) {
            return "% begins a comment in a formula, so what stands behind it isn't shown; write \\%, or leave it out"
        }
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if case .tex(let name) = token, name.first == "\\", name != "\\\\", next == .tex("@") || name == "\\@" {
                return "\(name)@… is a command inside the typesetter, and may leave a claim out; leave it out"
            }
        }
        let text = tokens.map { if case .tex(let text) = $0 { text } else { " " } }.joined()
        if let hiding = TeXHiding.command(in: text) {
            return
                "with the definitions of this formula, \(hiding) hides, moves or chooses what is shown, so another number could be "
                + "read in this claim's place; leave it out, or claim the number outside this formula"
        }
        if let name = tokens.first(where: isDefinition), case .tex(let name) = name {
            return "this \(name) can't be read beside a claim; make the definition in a formula of its own, without defaults"
        }
        let places = shown.seen.compactMap { if case .claim(let claim, _) = $0 { claim.place } else { nil } }
        let count = formula.parts.count { if case .claim = $0 { true } else { false } }
        guard places.count == count, Set(places).count == count else {
            return "a command of this formula leaves a claim out or shows it twice; write the claim outside of the command"
        }
        return nil
    }

    private static func isDefinition(_ token: FormulaToken) -> Bool {
        if case .tex(let name) = token { TeXDefinition.commands.contains(name) } else { false }
    }

    /// Whether a formula moves something and paints it over what is there.
    private static func covers(_ formula: Mathematics) -> Bool {
        let texts = texts(of: formula)
        return texts.contains(where: TeXHiding.paints) && texts.contains(where: TeXHiding.moves)
    }

    /// Whether a formula stands over what is before it or behind it, by more than letters are set closer.
    private static func reachesBack(_ formula: Mathematics) -> Bool {
        texts(of: formula).contains { text in
            var back = 0.0
            var rest = FormulaToken.all(in: text)[...]
            while let token = rest.popFirst() {
                guard case .tex(let name) = token, name.first == "\\" else { continue }
                if TeXHiding.laps.contains(name) { return true }
                if name == "\\!" { back += 1.0 / 6 }
                guard FormulaWords.lengths.contains(name) else { continue }
                guard let width = TeXLength.ems(&rest) else { return !rest.isEmpty }
                back -= min(0, width)
            }
            return back > 0.5
        }
    }

    /// What its author wrote for it, definitions included.
    private static func texts(of formula: Mathematics) -> [String] { formula.texParts + formula.macros.values.sorted() }
}
