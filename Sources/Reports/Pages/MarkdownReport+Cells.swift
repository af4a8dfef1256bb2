import Claims
import Exhibits
import Lessons

/// What cells show.
extension MarkdownReport.Writer {
    mutating func write(_ cell: Cell) {
        guard cell.options.include else { return }
        anchor(cell.options.label)
        let shown = cell.shownCode.trimmedAtEnd
        if cell.options.echo != .no, !shown.isEmpty { block(MarkdownText.fenced(shown, info: "swift")) }
        guard cell.options.output != .no else { return }
        for output in handout.transcript.outputs[cell.index] ?? [] {
            switch output {
            case .printed(let text): printed(text)
            case .warned(let text) where cell.options.warning: printed(text)
            case .warned, .claim: break
            case .exhibit(let exhibit): write(exhibit, of: cell)
            case .failed(let finding):
                let language = PageStyle.current.language
                printed(FailedCell(finding, in: language).text)
            }
        }
    }

    /// The beginning of what a cell printed.
    mutating func printed(_ text: String) {
        let (shown, _, count) = PrintedText.folded(PrintedText.readable(text))
        block(MarkdownText.fenced(shown.trimmedAtEnd + (count > 0 ? "\n… + \(count)" : "")))
    }

    /// What a cell printed as Markdown, as the page shows it: read, and written again.
    mutating func printed(markdown text: String) {
        if let blocks = PrintedMarkdown.blocks(of: text, file: handout.lesson.file) { write(blocks) } else { printed(text) }
    }

    mutating func write(_ exhibit: Exhibit, of cell: Cell) {
        switch exhibit {
        case .text(let text): printed(text)
        case .markdown(let text): printed(markdown: text)
        case .mathematics(let tex): block("$$\n\(MarkdownText.tex(tex))\n$$")
        case .explorable(let explorable): write(.figure(explorable.figure), of: cell)
        case .frames(let sequence):
            guard let last = sequence.frames.last else { return }
            for figure in last.figures { write(.figure(figure), of: cell) }
            block(MarkdownText.plain(last.label))
            if let numbers = sequence.numbers { write(.table(numbers), of: cell) }
            if let caption = sequence.caption, cell.caption.isEmpty { block("*\(MarkdownText.plain(caption))*") }
        case .group(let exhibits): for exhibit in exhibits { write(exhibit, of: cell) }
        case .table(let given):
            let table = given.formatted(digits: numbers.digits)
            let marks = table.columns.map { $0.alignment == .trailing ? "--:" : $0.alignment == .center ? ":-:" : "---" }
            let rows = [table.columns.map { plain($0.title) }, marks] + table.rows.map { $0.map(plain) }
            block(rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
        case .figure(let figure):
            let wanted =
                (cell.options.label ?? "cell-\(cell.index + 1)") + (drawings.isEmpty ? "" : "-\(drawings.count + 1)")
            let name = OwnNames.name(wanted, taken: drawings.map(\.name))
            drawings.append((name, figure))
            let alternative = cell.options.figAlt ?? figure.alternative
            block(
                "![\(MarkdownText.plain(alternative, isLabel: true))](\(SitePath.encoded("\(handout.lesson.stem)/\(name).svg")))"
            )
            if let caption = figure.caption, cell.caption.isEmpty { block("*\(MarkdownText.plain(caption))*") }
        case .working(let working):
            block("**$\(MarkdownText.tex(working.subject))$**")
            for step in working.steps {
                block(MarkdownText.running(step.explanation))
                let gap = step.lines.contains { $0.contains("\\frac") } ? "[0.9em]" : ""
                let lines = step.lines.map(MarkdownText.tex).joined(separator: " \\\\\(gap)\n")
                if !step.lines.isEmpty { block("$$\n\\begin{aligned}\n\(lines)\n\\end{aligned}\n$$") }
            }
        }
        // Of several things that a cell shows the first carries its caption, as on the page.
        if !cell.caption.isEmpty, captioned != cell.index {
            captioned = cell.index
            writeCaption(inline(cell.caption), of: cell.options.label)
        }
    }

    func plain(_ cell: Table.Cell) -> String {
        switch cell {
        case .text(let text): MarkdownText.plain(text).replacing("|", with: "\\|")
        case .tex(let tex): "$\(MarkdownText.tex(tex).replacing("|", with: "\\vert "))$"
        case .number(let value, let format): numbers.plain(value, format)
        case .empty: ""
        }
    }
}
