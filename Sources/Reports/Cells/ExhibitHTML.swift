import Exhibits

/// Exhibits as parts of a page, in the style of their page.
struct ExhibitHTML {
    let numbers: NumberText
    let words: PageWords
    let typeset: (_ tex: String, _ display: Bool) -> [PageNode]
    /// Draws a figure with ids that are unique on the page; what is kept also becomes a file of the Markdown report.
    let draw: (_ figure: Figure, _ isKept: Bool) -> PageNode.Drawing
    /// Keeps a file beside the page, with what it holds: gives its address and its name.
    let keep: (_ csv: String) -> (address: String, name: String)
    /// Text that a cell printed as Markdown.
    let markdown: (String) -> [PageNode]

    func nodes(_ exhibit: Exhibit, caption: [PageNode]?, alternative: String?) -> [PageNode] {
        switch exhibit {
        case .text(let text): return [Tag.pre(.class("printed")) { PrintedText.readable(text) }, .text("\n")]
        case .markdown(let text): return markdown(text)
        case .table(let table): return nodes(table, caption: caption)
        case .mathematics(let tex): return [Tag.div(.class("formula")) { typeset(tex, true) }, .text("\n")]
        case .working(let working): return nodes(working)
        case .figure(var figure):
            if let alternative { figure.alternative = alternative }
            return drawing(figure, caption ?? figure.caption.map { [.text($0)] })
                + FigureNumbersHTML(exhibits: self).nodes(figure.numbers)
        case .explorable(let explorable):
            return ExplorableHTML(exhibits: self, numbers: numbers)
                .nodes(explorable, caption: caption, alternative: alternative)
        case .frames(let sequence):
            return FramesHTML(exhibits: self).nodes(sequence, caption: caption, alternative: alternative)
        case .group(let exhibits):
            return exhibits.enumerated().flatMap { index, exhibit in
                nodes(exhibit, caption: index == 0 ? caption : nil, alternative: index == 0 ? alternative : nil)
            }
        }
    }

    func nodes(_ table: Table, caption: [PageNode]?) -> [PageNode] {
        let table = table.formatted(digits: numbers.digits)
        return Tag.figure.block(.class("table")) {
            figcaption(caption ?? table.caption.map { [.text($0)] })
            Tag.div.block(.class("table-box")) {
                Tag.table.block {
                    Tag.thead.line {
                        Tag.tr {
                            for column in table.columns {
                                Tag.th(.text(.scope, "col"), style(column.alignment)) { nodes(column.title) }
                            }
                        }
                    }
                    Tag.tbody.block {
                        for row in table.rows {
                            Tag.tr.line {
                                for (cell, column) in zip(row, table.columns) {
                                    Tag.td(style(column.alignment)) { nodes(cell) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    func figcaption(_ caption: [PageNode]?) -> [PageNode] { caption.map { text in Tag.figcaption.line { text } } ?? [] }

    private func style(_ alignment: Table.Alignment) -> Attribute? {
        switch alignment {
        case .leading: nil
        case .center: .class("center")
        case .trailing: .class("number")
        }
    }

    private func nodes(_ cell: Table.Cell) -> [PageNode] {
        switch cell {
        case .text(let text): Self.runsFromTheLeft(text) ? [Tag.span(.class("value")) { text }] : [.text(text)]
        // Fractions in the small type of running text would be too small in a table.
        case .tex(let tex): typeset(tex.contains("\\frac") ? "\\displaystyle " + tex : tex, false)
        case .number(let value, let format): [numbers.node(value, format)]
        case .empty: []
        }
    }

    /// Whether a page that is read from the right would turn a text round: `3×3×1` is another shape than `1×3×3`.
    private static func runsFromTheLeft(_ text: String) -> Bool {
        !text.contains(where: \.isLetter) && text.contains { $0.isMathSymbol || $0 == "–" }
            && text.split { !$0.isNumber }.count > 1
    }

    private func nodes(_ working: Working) -> [PageNode] {
        let steps = working.steps.map { step -> [PageNode] in
            let item = Tag.li {
                Tag.p { running(step.explanation) }
                if !step.lines.isEmpty { Tag.div(.class("formula")) { typeset(aligned(step.lines), true) } }
            }
            return [item]
        }
        let list = Tag.ol.block(.class("steps")) {
            [PageNode](steps, separator: "\n")
            "\n"
        }
        let title = typeset("\\displaystyle " + working.subject, false)
        guard working.folds else {
            return Tag.div.block(.class("working")) {
                Tag.p.line(.class("working-title")) { title }
                list
            }
        }
        // A reader may fold it away; only a long one is folded to begin with.
        return Tag.details.block(.class("working"), .present(.open, if: working.steps.count <= 8)) {
            Tag.summary.line(.class("working-title")) {
                Tag.span(.class("visually-hidden")) { words.derivation + PageStyle.current.language.colon }
                title
            }
            list
        }
    }

    /// Plain language with `$…$` in it.
    func running(_ text: String) -> [PageNode] { FormulaNeighbours.running(text) { typeset($0, false) } }

    private func aligned(_ lines: [String]) -> String {
        lines.count == 1 && !lines[0].contains("&")
            ? lines[0] : "\\begin{aligned}" + lines.joined(separator: " \\\\[\(gap(lines))] ") + "\\end{aligned}"
    }

    /// Rows with fractions need more room between them than others, or their numerators and denominators nearly touch.
    private func gap(_ lines: [String]) -> String { lines.contains { $0.contains("\\frac") } ? "1.1em" : "0.35em" }

    private func drawing(_ figure: Figure, _ caption: [PageNode]?) -> [PageNode] {
        let drawing = draw(figure, true)
        return Tag.figure.block(.class("drawing \(drawing.width > Self.measure ? "broad" : "narrow")")) {
            box(drawing)
            figcaption(caption)
        }
    }

    /// A drawing in a box of its own, where it scrolls before its text gets smaller than a reader can read; and how high it has to be
    /// on paper, which doesn't scroll, for that.
    func box(_ drawing: PageNode.Drawing) -> [PageNode] {
        let smallest = drawing.svg.contains("class=\"sub\"") ? Lettering.size * Lettering.subscriptRatio : Lettering.size
        let least = (drawing.width * Self.smallestText / smallest).rounded(.up)
        let printed = (drawing.height * Self.smallestPrint / smallest).rounded(.up)
        return Tag.div.block(
            .class("drawing-box"), .style("--least:\(Int(least))px;--printed:\(Int(printed))px"),
            .text(.dataLabel, drawing.figure.title)
        ) {
            PageNode.drawing(drawing)
            "\n"
        }
    }

    /// In pixels: the smallest text on a page, and the width of its column of text.
    private static let smallestText = 12.0
    /// Six points, as in footnotes of print.
    private static let smallestPrint = 8.0
    private static let measure = 648.0
}
