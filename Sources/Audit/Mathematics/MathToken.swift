import Claims

/// A mark of a formula or of a calculation in running text, and which bytes of the flat text it is.
struct MathToken {
    enum Kind: Hashable {
        case number(WrittenNumber)
        /// `\cdot`, without its backslash.
        case command(String)
        /// Letters in a row.
        case letters(String)
        /// `\text{…}` that is no name, or a word of the running text.
        case words(String)
        case mark(Character)
        case begin(String), end(String)
        /// `\\`, or the end of a row.
        case newLine
        /// Where running text goes on to something else: a blank line, a tag, a sign of no calculation.
        case stop
        /// The same, and what stands behind it is only a part of something: what is before it may belong to it.
        case rest
    }

    var kind: Kind
    var range: Range<Int>
    /// Whether room stands before it.
    var isSpaced = false

    var isNumber: Bool { if case .number = kind { true } else { false } }

    /// The word, where it scales the number before it or is its unit.
    var scale: String? {
        switch kind {
        case .letters(let word) where FlatText.isScale(word), .words(let word) where FlatText.isScale(word): word
        default: nil
        }
    }

    /// Whether an operand may end here.
    var isNumberOrClosed: Bool { isNumber || isMark(")") || isMark("}") || isMark("]") }

    func isMark(_ character: Character) -> Bool { kind == .mark(character) }
}

extension MathToken.Kind {
    /// What joins two sides of an equation.
    enum Relation: Hashable { case equal, about }

    var relation: Relation? {
        switch self {
        case .mark("="): .equal
        case .mark("≈"), .mark("≃"), .mark("≅"): .about
        case .command("approx"), .command("simeq"), .command("cong"), .command("approxeq"), .command("doteq"): .about
        default: nil
        }
    }

    /// Whether it begins the next line of a calculation that goes on.
    var isOperation: Bool {
        switch self {
        case .mark("+"), .mark("-"), .mark("*"), .mark("/"), .mark("·"), .mark("×"), .mark("÷"), .mark("⋅"): true
        case .command("cdot"), .command("times"), .command("div"), .command("odot"), .command("circ"): true
        default: false
        }
    }

    /// Whether one calculation ends here and another may begin.
    var isSeparator: Bool {
        switch self {
        case .stop, .rest, .words: true
        case .mark(","), .mark(";"), .mark(":"), .mark("<"), .mark(">"), .mark("≤"), .mark("≥"), .mark("→"), .mark("⇒"),
            .mark("."), .mark("←"), .mark("≠"), .mark("✓"), .mark("✔"), .mark("✅"), .mark("☑"), .mark("✗"), .mark("❌"),
            .mark("∈"), .mark("∝"), .mark("?"):
            true
        case .command(let name): Self.separators.contains(name)
        default: false
        }
    }

    private static let separators: Set<String> = [
        "quad", "qquad", "le", "leq", "ge", "geq", "lt", "gt", "ll", "gg", "neq", "ne", "to", "rightarrow", "Rightarrow",
        "implies", "iff", "leftarrow", "gets", "Leftarrow", "mapsto", "longrightarrow", "Longrightarrow", "sim", "in", "propto",
        "equiv", "Leftrightarrow", "leftrightarrow", "leqslant", "geqslant", "because", "therefore", "longmapsto", "item",
        "hline", "par", "pause", "newline", "xrightarrow", "hookrightarrow", "toprule", "midrule", "bottomrule", "intertext",
    ]
}
