/// What a fenced division is, from its label and classes: `{#exr-sum}` is an exercise, `{.callout-tip}` a tip.
enum DivisionKind {
    static func division(_ attributes: Attributes, content: [BlockNode]) -> Division {
        var division = Division(
            kind: kind(attributes), label: attributes.label, attributes: attributes.values, content: content)
        if let title = attributes.values["title"] ?? attributes.values["name"] { division.title = [.text(title)] }
        // As in Quarto: a heading that begins a callout or an exercise is its title.
        if division.title.isEmpty, titled.contains(division.kind), let first = content.first,
            case .heading(_, let text, _) = first.block
        {
            division.title = text
            division.content.removeFirst()
        }
        return division
    }

    private static let titled =
        Callout.kinds + [
            "exercise", "solution", "theorem", "definition", "example", "term", "hint", "instructor",
        ] + Division.unnumbered

    private static func kind(_ attributes: Attributes) -> String {
        if let label = attributes.label, let kind = ReferenceKind(label: label) {
            switch kind {
            case .exercise: return "exercise"
            case .solution: return "solution"
            case .theorem: return "theorem"
            case .definition: return "definition"
            case .example: return "example"
            case .term: return "term"
            case .figure: return "figure"
            case .table: return "table"
            case .equation, .section, .listing: break
            }
        }
        guard let name = attributes.classes.first else { return "division" }
        if name == "details", attributes.classes.contains("open") { return "open-details" }
        if name == "panel-tabset" || name == "tabs" { return "tabs" }
        if name.hasPrefix("callout-") { return String(name.dropFirst("callout-".count)) }
        return name
    }
}

extension Division {
    /// Kinds that are called by their name and have no number, as `::: {.proof}`.
    public static let unnumbered = ["proof", "remark", "algorithm", "assumption", "property", "conjecture", "axiom"]
}
