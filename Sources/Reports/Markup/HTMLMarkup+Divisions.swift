import Exhibits
import Lessons

extension HTMLMarkup {
    /// - Parameter previous: the block before it.
    func nodes(of division: Division, after previous: Block?) -> [PageNode] {
        switch division.kind {
        case "footnote": return []  // written together at the end of the page, by whoever lays it out
        case "note", "tip", "warning", "important", "caution", "instructor": return callout(division)
        case "exercise", "solution": return exercise(division)
        case "answers": return answers(division, to: previous)
        case "hint":
            return details(.class("hint"), .id(division.label), summary: name(of: division)) { nodes(of: division.content) }
        case "tabs": return tabs(division)
        case "figure": return figure(division)
        case "table": return table(division)
        case "details", "open-details":
            let title = division.title.isEmpty ? [.text("…")] : nodes(of: division.title)
            return details(.present(.open, if: division.kind != "details"), .id(division.label), summary: title) {
                nodes(of: division.content)
            }
        case "listing": return listing(division)
        case "lessons" where filling.lessonList != nil: return [.line] + (filling.lessonList ?? []) + [.text("\n")]
        case "columns", "grid": return columns(division)
        case "stored-output": return storedOutput(division)
        case let kind where Division.unnumbered.contains(kind):
            return Tag.div.block(.class(division.kind), .id(division.label)) {
                title(division.title, number: filling.name(ofDivision: division.kind))
                nodes(of: division.content)
            }
        default:
            let layout = Layout.style(of: division)
            let name = layout == nil || division.kind != "division" ? division.kind : "layout"
            return Tag.div.block(OwnClasses.areFree(name) ? .class(name) : nil, .id(division.label), .style(layout)) {
                title(division.title, number: filling.caption(forLabel: division.label))
                nodes(of: division.content)
            }
        }
    }

    /// What a reader unfolds.
    private func details(
        _ attributes: Attribute?..., summary: [PageNode], titled name: String? = nil,
        @PageBuilder content: () -> [PageNode]
    ) -> [PageNode] {
        let inside = Tag.summary.line(name.map(Attribute.class)) { summary } + content()
        return [.line, .element(.details, attributes.compactMap(\.self), [.text("\n")] + inside), .text("\n")]
    }

    /// The author's title, or what the division is called.
    private func name(of division: Division) -> [PageNode] {
        division.title.isEmpty ? [.text(filling.name(ofDivision: division.kind))] : nodes(of: division.title)
    }

    /// A callout: an aside with its kind as title, unless it has one of its own; folded when its author says `collapse`.
    private func callout(_ division: Division) -> [PageNode] {
        let kind = Attribute.class("callout callout-\(division.kind)")
        guard let folded = division.attributes["collapse"] else {
            return Tag.aside.block(kind, .id(division.label)) {
                Tag.p.line(.class("callout-title")) { name(of: division) }
                nodes(of: division.content)
            }
        }
        return details(
            kind, .id(division.label), .present(.open, if: folded == "false"), summary: name(of: division),
            titled: "callout-title"
        ) { nodes(of: division.content) }
    }

    /// An exercise stands open; its solution is folded away until the reader asks for it.
    private func exercise(_ division: Division) -> [PageNode] {
        let kind = division.kind
        let name = filling.caption(forLabel: division.label)
        let called = name.isEmpty ? filling.name(ofDivision: kind) : name
        let heading = PageBuilder.nodes {
            Tag.span(.class("\(kind)-number")) { called }
            if !division.title.isEmpty {
                PageStyle.current.language.colon
                nodes(of: division.title)
            }
            worth(division)
        }
        if kind == "solution" {
            return details(
                .class("solution"), .id(division.label), .present(.open, if: filling.opensSolutions), summary: heading
            ) { nodes(of: division.content) }
        }
        return Tag.div.block(.class("exercise"), .id(division.label)) {
            Tag.p.line(.class("exercise-title")) { heading }
            parts(of: division)
            if let asked = AskedDecimals(in: division).map(filling.asked), !asked.isEmpty {
                Tag.p.line(.class("decimals")) { asked }
            }
            if let check = division.check {
                filling.check(check, of: [called, PlainText.of(division.title)].filter { !$0.isEmpty }.joined(separator: " "))
            }
        }
    }

    /// What an exercise consists of, its parts with their letters.
    private func parts(of division: Division) -> [PageNode] {
        var letters = Exercise.parts(of: division)[...]
        return division.content.flatMap { node -> [PageNode] in
            guard case .division(let part) = node.block, part.kind == "part", let letter = letters.popFirst()?.letter else {
                return nodes(of: [node])
            }
            return Tag.div.block(.class("part"), .id(part.label)) {
                Tag.p.line(.class("part-letter")) {
                    "(\(letter))"
                    worth(part)
                }
                Tag.div.block { nodes(of: part.content) }
            }
        }
    }

    private func worth(_ division: Division) -> [PageNode] {
        guard let points = division.points else { return [] }
        return [.text(" "), Tag.span(.class("points")) { "(\(filling.points(points)))" }]
    }

    /// The answers of the exercise before them, for a reader to unfold. On paper they stand behind the text and say whose they are.
    private func answers(_ division: Division, to previous: Block?) -> [PageNode] {
        var summary = name(of: division)
        if case .division(let exercise)? = previous, exercise.kind == "exercise" {
            let number = filling.caption(forLabel: exercise.label)
            let owner = number.isEmpty ? PlainText.of(exercise.title) : number
            if !owner.isEmpty { summary.append(Tag.span(.class("printed-only")) { " (\(owner))" }) }
        }
        return details(.class("solution answers"), .id(division.label), summary: summary) { nodes(of: division.content) }
    }

    /// Tabs without scripts: one folded section per heading, of which the browser keeps one open (`name` groups them).
    private func tabs(_ division: Division) -> [PageNode] {
        let group = division.attributes["group"] ?? division.label ?? "tabs"
        return Tag.div.block(.class("tabs"), .id(division.label)) {
            for (index, tab) in division.tabs.enumerated() {
                details(
                    .class("tab"), .text(.name, group), .present(.open, if: index == 0), summary: nodes(of: tab.title)
                ) { nodes(of: tab.content) }
            }
        }
    }

    /// What code gave when its author ran it: marked as stored, text as what a cell of the lesson prints.
    private func storedOutput(_ division: Division) -> [PageNode] {
        Tag.div.block(.class("stored-output"), .id(division.label)) {
            Tag.p.line(.class("stored-output-title")) { name(of: division) }
            for node in division.content {
                if case .code(let info, let text) = node.block, info.isEmpty {
                    Tag.pre.line(.class("printed")) { PrintedText.readable(text) }
                } else {
                    nodes(of: [node])
                }
            }
        }
    }

    /// "Theorem 1 (Of Rolle)": what references call it, it is called where it stands. In parentheses, a title that names the kind
    /// once more reads right too.
    private func title(_ title: [Inline], number: String) -> [PageNode] {
        if title.isEmpty, number.isEmpty { return [] }
        let isBoth = !number.isEmpty && !title.isEmpty
        return [
            Tag.p(.class("division-title")) {
                number + (isBoth ? " (" : "")
                nodes(of: title)
                if isBoth { ")" }
            }, .text("\n"),
        ]
    }
}
