import Claims
import Exhibits
import Lessons

/// The lesson with its results as Markdown that reads well where LaTeX between dollars is understood.
struct MarkdownReport {
    let handout: Handout
    let numbering: Numbering

    private var numbers: NumberText { NumberText(digits: handout.lesson.frontMatter.style.digits) }

    var text: String { written.text }

    /// The text with the figures it shows.
    var written: Writer {
        var writer = Writer(handout: handout, numbering: numbering, numbers: numbers)
        writer.write("# \(handout.title)\n\n")
        if let description = handout.lesson.frontMatter.description { writer.write("*\(description)*\n\n") }
        let macros = handout.lesson.frontMatter.macros.sorted { $0.key < $1.key }
        if !macros.isEmpty {
            let definitions = macros.map { name, body in
                let count = (1...9).last { body.contains("#\($0)") }
                return "\\newcommand{\(name)}\(count.map { "[\($0)]" } ?? ""){\(body)}"
            }
            writer.write("$$\n\(definitions.joined(separator: "\n"))\n$$\n\n")
        }
        writer.write(handout.lesson.body)
        writer.writeReferences()
        return writer
    }

    /// Walks the tree and writes each block in its place.
    struct Writer {
        let handout: Handout
        let numbering: Numbering
        let numbers: NumberText
        private(set) var text = ""
        private var indent = ""
        /// The last cell whose caption is written.
        private var captioned: Int?
        private var words: PageWords { PageWords(lang: handout.lesson.frontMatter.lang) }
        /// The figures in order, by the names that the text calls them.
        private(set) var drawings: [(name: String, figure: Figure)] = []

        init(handout: Handout, numbering: Numbering, numbers: NumberText) {
            self.handout = handout
            self.numbering = numbering
            self.numbers = numbers
        }

        mutating func write(_ piece: String) { text += piece }

        /// A block's lines, each behind the indentation of the list or quote it stands in, and an empty line after it.
        private mutating func block(_ lines: String) {
            for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
                text += (indent + line).trimmedAtEnd + "\n"
            }
            text += indent.trimmedAtEnd + "\n"
        }

        mutating func write(_ blocks: [BlockNode]) { for node in blocks { write(node.block) } }

        private mutating func write(_ item: Block) {
            switch item {
            case .paragraph(let content): block(inline(content))
            case .heading(let level, let content, let label):
                anchor(label)
                block(String(repeating: "#", count: level) + " " + inline(content))
            case .thematicBreak: block("---")
            case .quote(let content): nested("> ") { $0.write(content) }
            case .list(let start, _, let items):
                for (offset, item) in items.enumerated() {
                    let mark = start.map { "\($0 + offset). " } ?? "- "
                    var inner = Writer(handout: handout, numbering: numbering, numbers: numbers)
                    inner.drawings = drawings
                    inner.write(item)
                    drawings = inner.drawings
                    let lines = inner.text.split(separator: "\n", omittingEmptySubsequences: false)
                    let joined = lines.enumerated().map { index, line in
                        (index == 0 ? mark : String(repeating: " ", count: mark.count)) + line
                    }
                    block(joined.joined(separator: "\n").trimmedAtEnd)
                }
            case .code(let info, let code): block("```\(info)\n\(code)```")
            case .html(let html): block(html.trimmedAtEnd)
            case .mathematics(let mathematics):
                anchor(mathematics.label)
                let tag = mathematics.label.flatMap { numbering.number(of: $0) }.map { " \\tag{\($0)}" } ?? ""
                block("$$\n\(tex(mathematics).trimmed)\(tag)\n$$")
            case .table(let table): write(table)
            case .figure(let picture):
                anchor(picture.attributes.label)
                let alternative = picture.attributes.values["fig-alt"] ?? PlainText.of(picture.caption)
                block("![\(alternative)](\(picture.destination))")
                writeCaption(inline(picture.caption), of: picture.attributes.label)
            case .division(let division): write(division)
            case .cell(let cell): write(cell)
            case .definitions(let definitions):
                for definition in definitions {
                    block(([inline(definition.term)] + definition.meanings.map { ": " + inline($0) }).joined(separator: "\n"))
                }
            case .unseen: break
            }
        }

        /// A place that references can lead to.
        private mutating func anchor(_ label: String?) {
            if let label, ReferenceKind(label: label) != nil { block("<a id=\"\(label)\"></a>") }
        }

        /// `Figure 2. What it shows`
        private mutating func writeCaption(_ caption: String, of label: String?) {
            if let number = label.flatMap({ numbering.caption(of: $0) }) {
                block("**\(number).** \(caption)".trimmedAtEnd)
            } else if !caption.isEmpty {
                // Emphasis inside emphasis would end it.
                block(caption.contains("*") ? caption : "*\(caption)*")
            }
        }

        private mutating func nested(_ mark: String, _ body: (inout Writer) -> Void) {
            let outer = indent
            indent += mark
            body(&self)
            indent = outer
        }

        private mutating func write(_ division: Division) {
            if division.kind == "footnote" { return writeFootnote(division) }
            anchor(division.label)
            switch division.kind {
            case "details", "open-details":
                if !division.title.isEmpty { block("**\(inline(division.title))**") }
                return write(division.content)
            case "listing":
                writeCaption(inline(division.title), of: division.label)
                return write(division.content)
            case "figure", "columns", "column", "grid", "division", "layout": return write(division.content)
            default: break
            }
            let number = division.label.flatMap { numbering.caption(of: $0) }
            // What only places its content has no name that a reader should see.
            guard let name = number ?? words.callouts[division.kind] else {
                if !division.title.isEmpty { block("**\(inline(division.title))**") }
                return write(division.content)
            }
            let title = division.title.isEmpty ? "" : " " + inline(division.title)
            let worth = division.kind == "exercise" ? division.points.map { " (\(words.worth($0)))" } ?? "" : ""
            nested("> ") {
                $0.block("**\(name).**\(title)\(worth)")
                if division.kind == "exercise" { $0.writeParts(of: division) } else { $0.write(division.content) }
            }
            text += "\n"
        }

        /// What an exercise consists of, its parts with their letters.
        private mutating func writeParts(of division: Division) {
            var letters = Exercise.parts(of: division)[...]
            for node in division.content {
                guard case .division(let part) = node.block, part.kind == "part", let letter = letters.popFirst()?.letter else {
                    write(node.block)
                    continue
                }
                block("**(\(letter))**" + (part.points.map { " (\(words.worth($0)))" } ?? ""))
                write(part.content)
            }
        }

        /// The text of a footnote, its later blocks indented below its first.
        private mutating func writeFootnote(_ division: Division) {
            var inner = Writer(handout: handout, numbering: numbering, numbers: numbers)
            inner.drawings = drawings
            inner.write(division.content)
            drawings = inner.drawings
            let lines = inner.text.trimmedAtEnd.split(separator: "\n", omittingEmptySubsequences: false)
            block("[^\(division.label ?? "")]: " + lines.joined(separator: "\n    "))
        }

        /// The works the lesson cites.
        mutating func writeReferences() {
            let works = handout.lesson.bibliography.cited(in: handout.lesson)
            let entries = works.map { work in
                let entry = work.entry
                return ["- \(entry.head) *\(entry.title)*.", entry.tail, work.address.map { "<\($0)>" } ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: " ")
            }
            if !entries.isEmpty { block(entries.joined(separator: "\n")) }
        }

        private mutating func write(_ table: PipeTable) {
            let marks = table.alignments.map { alignment in
                switch alignment {
                case .center: ":-:"
                case .trailing: "--:"
                default: "---"
                }
            }
            let writer = self
            let cell = { (content: [Inline]) in writer.inline(content).replacing("|", with: "\\|") }
            let rows = [table.header.map(cell), marks] + table.rows.map { $0.map(cell) }
            anchor(table.label)
            block(rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
            writeCaption(inline(table.caption), of: table.label)
        }

        private mutating func write(_ cell: Cell) {
            guard cell.options.include else { return }
            anchor(cell.options.label)
            let shown = cell.shownCode.trimmedAtEnd
            if cell.options.echo != .no, !shown.isEmpty { block("```swift\n\(shown)\n```") }
            guard cell.options.output != .no else { return }
            for output in handout.transcript.outputs[cell.index] ?? [] {
                switch output {
                case .printed(let text): printed(text)
                case .warned(let text) where cell.options.warning: printed(text)
                case .warned, .claim: break
                case .exhibit(let exhibit): write(exhibit, of: cell)
                case .failed(let finding): printed(finding.message)
                }
            }
        }

        /// The beginning of what a cell printed, in a fence that nothing in it can close.
        private mutating func printed(_ text: String) {
            let (shown, _, count) = PrintedText.folded(PrintedText.readable(text))
            let longest = shown.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
            let fence = String(repeating: "`", count: max(3, longest + 1))
            block("\(fence)\n\(shown.trimmedAtEnd)\(count > 0 ? "\n… + \(count)" : "")\n\(fence)")
        }

        mutating func write(_ exhibit: Exhibit, of cell: Cell) {
            switch exhibit {
            case .text(let text): printed(text)
            case .markdown(let text): block(text.trimmedAtEnd)
            case .mathematics(let tex): block("$$\n\(tex)\n$$")
            case .explorable(let explorable): write(.figure(explorable.figure), of: cell)
            case .frames(let sequence):
                guard let last = sequence.frames.last else { return }
                for figure in last.figures { write(.figure(figure), of: cell) }
                block(last.label)
                if let numbers = sequence.numbers { write(.table(numbers), of: cell) }
                if let caption = sequence.caption, cell.caption.isEmpty { block("*\(caption)*") }
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
                block("![\(alternative)](\(SitePath.encoded("\(handout.lesson.stem)/\(name).svg")))")
                if let caption = figure.caption, cell.caption.isEmpty { block("*\(caption)*") }
            case .working(let working):
                block("**$\(working.subject)$**")
                for step in working.steps {
                    block(step.explanation)
                    let gap = step.lines.contains { $0.contains("\\frac") } ? "[0.9em]" : ""
                    let lines = step.lines.joined(separator: " \\\\\(gap)\n")
                    if !step.lines.isEmpty { block("$$\n\\begin{aligned}\n\(lines)\n\\end{aligned}\n$$") }
                }
            }
            // Of several things that a cell shows the first carries its caption, as on the page.
            if !cell.caption.isEmpty, captioned != cell.index {
                captioned = cell.index
                writeCaption(inline(cell.caption), of: cell.options.label)
            }
        }

        private func plain(_ cell: Table.Cell) -> String {
            switch cell {
            case .text(let text): text.replacing("|", with: "\\|")
            case .tex(let tex): "$\(tex.replacing("|", with: "\\vert "))$"
            case .number(let value, let format): numbers.plain(value, format)
            case .empty: ""
            }
        }

        private func tex(_ mathematics: Mathematics) -> String {
            mathematics.definitions
                + mathematics.parts.map { part -> String in
                    switch part {
                    case .tex(let tex): tex
                    case .claim(let claim): claim.shown
                    case .value(let value): handout.transcript.outcomes[value.slot]?.value.map { numbers.tex($0) } ?? "?"
                    }
                }.joined().trimmedAtEnd
        }

        private func inline(_ content: [Inline]) -> String { content.map(inline).joined() }

        private func inline(_ piece: Inline) -> String {
            switch piece {
            case .text(let text): text
            case .softBreak: " "
            case .lineBreak: "  \n"
            case .code(let code): "`\(code)`"
            case .html(let html): html
            case .emphasis(let content): "*\(inline(content))*"
            case .strong(let content): "**\(inline(content))**"
            case .link(let content, let destination, _): "[\(inline(content))](\(destination))"
            case .image(let content, let destination, _): "![\(inline(content))](\(destination))"
            case .mathematics(let mathematics):
                mathematics.isDisplay ? "$$\(tex(mathematics).trimmed)$$" : "$\(tex(mathematics))$"
            case .value(let value): handout.transcript.outcomes[value.slot]?.value.map { numbers.plain($0) } ?? "?"
            case .claim(let claim): written(claim)
            case .blank(let blank), .key(let blank):
                Answer(to: blank, handout.transcript.outcomes[blank.answer.slot], numbers).map(\.plain) ?? "?"
            case .gap(let gap): gap.plainText.replacing("_", with: "\\_")
            case .reference(let label, _):
                "[\(numbering.text(of: label) ?? label)](\((numbering.address(of: label) ?? "#" + label).replacing(".html", with: ".md")))"
            case .footnote(let name, _): "[^\(name)]"
            case .citation(let citation): handout.lesson.bibliography.text(of: citation)
            case .span(let content, _): inline(content)
            case .marked(let mark, let content): marked(inline(content), mark)
            case .task(let isDone): isDone ? "[x] " : "[ ] "
            case .unseen: ""
            }
        }

        private func marked(_ text: String, _ mark: TextMark) -> String {
            mark == .struck ? "~~\(text)~~" : "<\(mark.element)>\(text)</\(mark.element)>"
        }

        /// The author's number; beside a quoted mistake stands what is right.
        private func written(_ claim: Claim) -> String {
            guard let judgement = handout.judgements[claim.slot], !judgement.verdict.isTrue else { return claim.shown }
            guard let computed = judgement.computed else { return "~~\(claim.shown)~~" }
            let style = PageStyle.current
            let right = VerificationWords(style.language).said(computed: computed, style.decimalMark)
            return "~~\(claim.shown)~~ (\(words.computed)\(style.language.colon)\(right))"
        }
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String { String(drop(while: \.isWhitespace)).trimmedAtEnd }

    /// Without white space at its end.
    var trimmedAtEnd: String {
        var text = Substring(self)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
