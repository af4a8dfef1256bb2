import Exhibits

/// Exhibits as HTML, in the style of their page.
struct ExhibitHTML {
    let numbers: NumberText
    let words: PageWords
    let typeset: (_ tex: String, _ display: Bool) -> String
    /// Draws a figure with ids that are unique on the page; what is kept also becomes a file of the Markdown report.
    let draw: (_ figure: Figure, _ isKept: Bool) -> String
    /// Keeps a file beside the page, with what it holds: gives its address and its name.
    let keep: (_ csv: String) -> (address: String, name: String)
    /// Renders text that a cell printed as Markdown.
    let markdown: (String) -> String

    func html(_ exhibit: Exhibit, caption: String?, alternative: String?) -> String {
        switch exhibit {
        case .text(let text): "<pre class=\"printed\">\(Escape.html(PrintedText.readable(text)))</pre>\n"
        case .markdown(let text): markdown(text)
        case .table(let table): html(table, caption: caption)
        case .mathematics(let tex): "<div class=\"formula\">\(typeset(tex, true))</div>\n"
        case .working(let working): html(working)
        case .figure(var figure):
            {
                if let alternative { figure.alternative = alternative }
                let text = caption ?? figure.caption.map(Escape.html)
                let line = text.map { "<figcaption>\($0)</figcaption>\n" } ?? ""
                return drawing(figure, line) + FigureNumbersHTML(exhibits: self).html(figure.numbers)
            }()
        case .explorable(let explorable):
            ExplorableHTML(exhibits: self, numbers: numbers).html(explorable, caption: caption, alternative: alternative)
        case .frames(let sequence):
            FramesHTML(exhibits: self).html(sequence, caption: caption, alternative: alternative)
        case .group(let exhibits):
            exhibits.enumerated().map { index, exhibit in
                html(exhibit, caption: index == 0 ? caption : nil, alternative: index == 0 ? alternative : nil)
            }.joined()
        }
    }

    func html(_ table: Table, caption: String?) -> String {
        let table = table.formatted(digits: numbers.digits)
        let caption = caption ?? table.caption.map(Escape.html)
        var lines = ["<figure class=\"table\">"]
        if let caption { lines.append("<figcaption>\(caption)</figcaption>") }
        lines += ["<div class=\"table-box\">", "<table>"]
        let head = table.columns.map { column in
            "<th scope=\"col\"\(style(column.alignment))>\(html(column.title))</th>"
        }
        lines.append("<thead><tr>\(head.joined())</tr></thead>")
        lines.append("<tbody>")
        for row in table.rows {
            let cells = zip(row, table.columns).map { cell, column in
                "<td\(style(column.alignment))>\(html(cell))</td>"
            }
            lines.append("<tr>\(cells.joined())</tr>")
        }
        lines += ["</tbody>", "</table>", "</div>", "</figure>", ""]
        return lines.joined(separator: "\n")
    }

    private func style(_ alignment: Table.Alignment) -> String {
        switch alignment {
        case .leading: ""
        case .center: " class=\"center\""
        case .trailing: " class=\"number\""
        }
    }

    private func html(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): Escape.html(text)
        // Fractions in the small type of running text would be too small in a table.
        case .tex(let tex): typeset(tex.contains("\\frac") ? "\\displaystyle " + tex : tex, false)
        case .number(let value, let format): numbers.html(value, format)
        case .empty: ""
        }
    }

    private func html(_ working: Working) -> String {
        let steps = working.steps.map { step in
            let lines = step.lines.isEmpty ? "" : "<div class=\"formula\">\(typeset(aligned(step.lines), true))</div>"
            return "<li><p>\(running(step.explanation))</p>\(lines)</li>"
        }.joined(separator: "\n")
        let list = "<ol class=\"steps\">\n\(steps)\n</ol>"
        let title = typeset("\\displaystyle " + working.subject, false)
        guard working.folds else {
            return "<div class=\"working\">\n<p class=\"working-title\">\(title)</p>\n\(list)\n</div>\n"
        }
        // A reader may fold it away; only a long one is folded to begin with.
        let open = working.steps.count > 8 ? "" : " open"
        return
            "<details class=\"working\"\(open)>\n<summary class=\"working-title\"><span class=\"visually-hidden\">\(Escape.html(words.derivation)): </span>\(title)</summary>\n\(list)\n</details>\n"
    }

    /// Plain language with `$…$` in it.
    func running(_ text: String) -> String {
        text.split(separator: "$", omittingEmptySubsequences: false).enumerated().map { index, part in
            index % 2 == 0 ? Escape.html(String(part)) : typeset(String(part), false)
        }.joined()
    }

    private func aligned(_ lines: [String]) -> String {
        lines.count == 1 && !lines[0].contains("&")
            ? lines[0] : "\\begin{aligned}" + lines.joined(separator: " \\\\[\(gap(lines))] ") + "\\end{aligned}"
    }

    /// Rows with fractions need more room between them than others, or their numerators and denominators nearly touch.
    private func gap(_ lines: [String]) -> String { lines.contains { $0.contains("\\frac") } ? "1.1em" : "0.35em" }

    private func drawing(_ figure: Figure, _ caption: String) -> String {
        let box = box(figure, isKept: true)
        let width = Self.width(of: box)
        return "<figure class=\"drawing \(width > Self.measure ? "broad" : "narrow")\">\n\(box)\(caption)</figure>\n"
    }

    /// A drawing in a box of its own, where it scrolls before its text gets smaller than a reader can read.
    func box(_ figure: Figure, isKept: Bool) -> String {
        let svg = draw(figure, isKept)
        let smallest = svg.contains("class=\"sub\"") ? Lettering.size * Lettering.subscriptRatio : Lettering.size
        let least = (Self.width(of: svg) * Self.smallestText / smallest).rounded(.up)
        return "<div class=\"drawing-box\" style=\"--least:\(Int(least))px\" data-label=\"\(Escape.html(figure.title))\">\n"
            + "\(svg)\n</div>\n"
    }

    private static func width(of svg: String) -> Double {
        svg.firstMatch(of: /width="([0-9.]+)"/).flatMap { Double($0.1) } ?? 0
    }

    /// In pixels: the smallest text on a page, and the width of its column of text.
    private static let smallestText = 12.0
    private static let measure = 648.0
}
