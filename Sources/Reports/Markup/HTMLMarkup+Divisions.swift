import Lessons

extension HTMLMarkup {
    func write(_ division: Division, to writer: inout HTMLWriter) {
        switch division.kind {
        case "footnote": return  // written together at the end of the page, by whoever lays it out
        case "note", "tip", "warning", "important", "caution", "instructor": writeCallout(division, to: &writer)
        case "exercise", "solution": writeExercise(division, to: &writer)
        case "answers", "hint": writeFolded(division, to: &writer)
        case "tabs": writeTabs(division, to: &writer)
        case "figure": writeFigure(division, to: &writer)
        case "table": writeTable(division, to: &writer)
        case "details", "open-details":
            writer.block("<details\(division.kind == "details" ? "" : " open")\(identifier(division.label))>\n")
            let title = division.title.isEmpty ? "…" : html(of: division.title)
            writer.write("<summary>\(title)</summary>\n")
            write(division.content, to: &writer)
            writer.block("</details>\n")
        case "listing": writeListing(division, to: &writer)
        case "columns", "grid": writeColumns(division, to: &writer)
        default:
            let layout = Layout.style(of: division)
            let name = layout.isEmpty || division.kind != "division" ? division.kind : "layout"
            writer.block("<div class=\"\(Escape.html(name))\"\(identifier(division.label))\(layout)>\n")
            writeTitle(division.title, number: filling.caption(forLabel: division.label), to: &writer)
            write(division.content, to: &writer)
            writer.block("</div>\n")
        }
    }

    /// A callout: an aside with its kind as title, unless it has one of its own; folded when its author says `collapse`.
    private func writeCallout(_ division: Division, to writer: inout HTMLWriter) {
        let kind = Escape.html(division.kind)
        let title = division.title.isEmpty ? Escape.html(filling.name(ofDivision: division.kind)) : html(of: division.title)
        switch division.attributes["collapse"] {
        case .none:
            writer.block("<aside class=\"callout callout-\(kind)\"\(identifier(division.label))>\n")
            writer.write("<p class=\"callout-title\">\(title)</p>\n")
            write(division.content, to: &writer)
            writer.block("</aside>\n")
        case .some(let folded):
            let open = folded == "false" ? " open" : ""
            writer.block("<details class=\"callout callout-\(kind)\"\(identifier(division.label))\(open)>\n")
            writer.write("<summary class=\"callout-title\">\(title)</summary>\n")
            write(division.content, to: &writer)
            writer.block("</details>\n")
        }
    }

    /// An exercise stands open; its solution is folded away until the reader asks for it.
    private func writeExercise(_ division: Division, to writer: inout HTMLWriter) {
        let kind = division.kind
        let name = filling.caption(forLabel: division.label)
        let numbered = name.isEmpty ? Escape.html(filling.name(ofDivision: kind)) : name
        let title = division.title.isEmpty ? "" : " " + html(of: division.title)
        let worth = points(of: division).map { " <span class=\"points\">(\($0))</span>" } ?? ""
        let heading = "<span class=\"\(kind)-number\">\(numbered)</span>\(title)\(worth)"
        if kind == "solution" {
            let open = filling.opensSolutions ? " open" : ""
            writer.block("<details class=\"solution\"\(identifier(division.label))\(open)>\n<summary>\(heading)</summary>\n")
            write(division.content, to: &writer)
            writer.block("</details>\n")
        } else {
            writer.block("<div class=\"exercise\"\(identifier(division.label))>\n<p class=\"exercise-title\">\(heading)</p>\n")
            writeParts(of: division, to: &writer)
            writer.block("</div>\n")
        }
    }

    /// What an exercise consists of, its parts with their letters.
    private func writeParts(of division: Division, to writer: inout HTMLWriter) {
        var letters = Exercise.parts(of: division)[...]
        for node in division.content {
            guard case .division(let part) = node.block, part.kind == "part", let letter = letters.popFirst()?.letter else {
                write([node], to: &writer)
                continue
            }
            let worth = points(of: part).map { " <span class=\"points\">(\($0))</span>" } ?? ""
            writer.block("<div class=\"part\"\(identifier(part.label))>\n")
            writer.write("<p class=\"part-letter\">(\(letter))\(worth)</p>\n<div>\n")
            write(part.content, to: &writer)
            writer.block("</div>\n</div>\n")
        }
    }

    private func points(of division: Division) -> String? {
        division.points.map { Escape.html(filling.points($0)) }
    }

    /// A hint, or the answers of an exercise, for a reader to unfold.
    private func writeFolded(_ division: Division, to writer: inout HTMLWriter) {
        let kind = division.kind == "answers" ? "solution answers" : "hint"
        let title = division.title.isEmpty ? Escape.html(filling.name(ofDivision: division.kind)) : html(of: division.title)
        writer.block("<details class=\"\(kind)\"\(identifier(division.label))>\n<summary>\(title)</summary>\n")
        write(division.content, to: &writer)
        writer.block("</details>\n")
    }

    /// Tabs without scripts: one folded section per heading, of which the browser keeps one open (`name` groups them).
    private func writeTabs(_ division: Division, to writer: inout HTMLWriter) {
        writer.block("<div class=\"tabs\"\(identifier(division.label))>\n")
        let group = Escape.html(division.attributes["group"] ?? division.label ?? "tabs")
        for (index, tab) in division.tabs.enumerated() {
            let open = index == 0 ? " open" : ""
            writer.block("<details class=\"tab\" name=\"\(group)\"\(open)>\n<summary>\(html(of: tab.title))</summary>\n")
            write(tab.content, to: &writer)
            writer.block("</details>\n")
        }
        writer.block("</div>\n")
    }

    /// "Theorem 1" and the author's title: what references call it, it is called where it stands.
    private func writeTitle(_ title: [Inline], number: String, to writer: inout HTMLWriter) {
        guard !title.isEmpty || !number.isEmpty else { return }
        let text = number.isEmpty || title.isEmpty ? number + html(of: title) : "\(number) \(html(of: title))"
        writer.write("<p class=\"division-title\">\(text)</p>\n")
    }

    func identifier(_ label: String?) -> String { label.map { " id=\"\(Escape.html($0))\"" } ?? "" }
}
