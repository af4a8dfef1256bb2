import Exhibits
import Lessons

/// Cells: their listings, what they printed and what they show.
extension PageFilling {
    func cell(_ cell: Cell) -> [PageNode] {
        guard cell.options.include else { return [] }
        // Only what references can lead to has a place of its own; other labels may be called like a heading.
        let label = cell.options.label.flatMap { ReferenceKind(label: $0) == nil ? nil : $0 }
        return [
            Tag.div(.class("cell"), .id(label)) {
                "\n"
                if cell.options.echo != .no, !cell.shownCode.trimmedAtEnd.isEmpty { listing(cell) }
                if cell.options.output != .no { outputs(of: cell) }
            }
        ]
    }

    private func listing(_ cell: Cell) -> [PageNode] {
        let shown = cell.shownCode
        let text = shown.hasSuffix("\n") ? shown : shown + "\n"
        let source = cell.options.echo == .fenced ? "```{swift}\n\(text)```\n" : text
        let code =
            code(info: "swift", text: source) ?? [Tag.div(.class("listing")) { Tag.pre { Tag.code { source } } }]
        guard let folded = cell.options.codeFold else { return code + [.text("\n")] }
        return Tag.details.block(.class("code-fold"), .present(.open, if: !folded)) {
            Tag.summary.line { cell.options.codeSummary ?? words.code }
            code
            "\n"
        }
    }

    /// What a cell printed: its beginning, the rest folded, and what no page can hold in a file beside it.
    private func printed(_ text: String, _ kind: String, of cell: Cell) -> [PageNode] {
        let (shown, rest, count) = PrintedText.folded(PrintedText.readable(text))
        let nodes = [Tag.pre(.class(kind)) { shown }, .text("\n")]
        guard let rest else { return nodes }
        var folded = rest
        var more: [PageNode] = []
        if count > PrintedText.longest {
            folded = rest.split(separator: "\n", maxSplits: PrintedText.longest, omittingEmptySubsequences: false)
                .prefix(PrintedText.longest).joined(separator: "\n")
            let name = "cell-\(cell.index + 1)-\(kind)-\(tables.count + 1).txt"
            tables.append((name, shown + rest))
            more = Tag.p.line {
                "\(words.allLines) "
                Tag.a(.class("numbers-file"), .href(SitePath.encoded("\(handout.lesson.stem)/\(name)"))) { name }
            }
        }
        return nodes
            + Tag.details.block(.class("more-lines")) {
                Tag.summary.line { "+ \(count) \(words.lines)" }
                Tag.pre(.class(kind)) { folded }
                "\n"
                more
            }
    }

    private func outputs(of cell: Cell) -> [PageNode] {
        let exhibits = ExhibitHTML(numbers: numbers, words: words) { [self] tex, display in
            typeset(shown: tex, display: display, at: cell.place)
        } draw: { [self] figure, isKept in
            guard isKept else {
                passing += 1
                return SVG.node(of: figure, id: "frame-\(passing)", name: "frame-\(passing)")
            }
            let wanted = (cell.options.label ?? "cell-\(cell.index + 1)") + (drawings.isEmpty ? "" : "-\(drawings.count + 1)")
            let name = OwnNames.name(wanted, taken: drawings.map(\.name))
            drawings.append((name, figure))
            return SVG.node(of: figure, id: "drawing-" + name, name: name)
        } keep: { [self] csv in
            let stem = (drawings.last?.name ?? "figure") + "-numbers"
            let name = OwnNames.name(stem, taken: tables.map { String($0.name.dropLast(4)) }) + ".csv"
            tables.append((name, csv))
            return (SitePath.encoded("\(handout.lesson.stem)/\(name)"), name)
        } markdown: { [self] text in
            guard let printed = PrintedMarkdown.blocks(of: text, file: handout.lesson.file) else {
                return [Tag.pre(.class("printed")) { text }, .text("\n")]
            }
            isPrinting = true
            defer { isPrinting = false }
            return HTMLMarkup(filling: self).nodes(of: printed)
        }
        let markup = HTMLMarkup(filling: self, allowsRawHTML: handout.lesson.frontMatter.allowsRawHTML)
        var caption: [PageNode]? = cell.caption.isEmpty ? nil : markup.nodes(of: cell.caption)
        if let label = cell.options.label, let name = numbering.caption(of: label) {
            caption = markup.captioned(name, cell.caption)
        }
        let language = PageStyle.current.language
        var nodes: [PageNode] = []
        for output in handout.transcript.outputs[cell.index] ?? [] {
            switch output {
            case .printed(let text): nodes += printed(text, "printed", of: cell)
            case .warned(let text) where cell.options.warning: nodes += printed(text, "warned", of: cell)
            case .warned, .claim: break
            case .exhibit(let exhibit):
                nodes += exhibits.nodes(exhibit, caption: caption, alternative: cell.options.figAlt)
                caption = nil
            case .failed(let finding): nodes += FailedCell(finding, in: language).nodes
            }
        }
        return nodes
    }
}
