/// The punctuation at the sides of formulas in text. Browsers may break lines between a box and the sign behind it, so that a line
/// would begin with a comma; both stand in an element of their own, which the style sheet keeps in one piece at that place.
enum FormulaNeighbours {
    /// Text before a formula, without the brackets and quotation marks at its end, and those.
    static func before(_ text: String) -> (text: String, opening: String) {
        let opening = String(text.reversed().prefix { "([„“‚‘«".contains($0) }.reversed())
        return (String(text.dropLast(opening.count)), opening)
    }

    /// The punctuation at the beginning of text behind a formula, and the text without it.
    static func behind(_ text: String) -> (closing: String, text: String) {
        let closing = String(text.prefix { ".,;:!?)]”’“‘»".contains($0) })
        return (closing, String(text.dropFirst(closing.count)))
    }

    /// A formula with the punctuation at its sides. Only a short one can afford that it may not be broken itself.
    static func together(_ before: String, _ formula: [PageNode], _ behind: String) -> [PageNode] {
        guard !before.isEmpty || !behind.isEmpty else { return formula }
        return [
            Tag.span(.class(boxes(formula) > 2 ? "together" : "together short")) {
                before
                formula
                behind
            }
        ]
    }

    /// Plain text with `$…$` in it.
    static func running(_ text: String, typeset: (_ tex: String) -> [PageNode]) -> [PageNode] {
        var nodes: [PageNode] = []
        var rest = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)[...]
        while let part = rest.popFirst() {
            guard let formula = rest.popFirst() else { return nodes + [.text(part)] }
            let (text, opening) = before(part)
            let (closing, following) = behind(rest.first ?? "")
            if !rest.isEmpty { rest[rest.startIndex] = following }
            nodes += [.text(text)] + together(opening, typeset(formula), closing)
        }
        return nodes
    }

    private static func boxes(_ nodes: [PageNode]) -> Int {
        nodes.reduce(0) { count, node in
            switch node {
            case .formula(let formula): count + formula.boxes
            case .element(_, _, let children): count + boxes(children)
            default: count
            }
        }
    }
}
