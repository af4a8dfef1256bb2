import Claims
import Exhibits
import Lessons

extension MarkdownReport {
    /// Walks the tree and writes each block in its place.
    struct Writer {
        let handout: Handout
        let numbering: Numbering
        let numbers: NumberText
        var text = ""
        var indent = ""
        /// The last cell whose caption is written.
        var captioned: Int?
        var words: PageWords { PageWords(lang: handout.lesson.frontMatter.lang) }
        /// The figures in order, by the names that the text calls them.
        var drawings: [(name: String, figure: Figure)] = []

        init(handout: Handout, numbering: Numbering, numbers: NumberText) {
            self.handout = handout
            self.numbering = numbering
            self.numbers = numbers
        }

        mutating func write(_ piece: String) { text += piece }

        /// A block's lines, each behind the indentation of the list or quote it stands in, and an empty line after it.
        mutating func block(_ lines: String) {
            for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
                text += (indent + line).trimmedAtEnd + "\n"
            }
            text += indent.trimmedAtEnd + "\n"
        }

        mutating func write(_ blocks: [BlockNode]) { for node in blocks { write(node.block) } }

        mutating func write(_ item: Block) {
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
            case .code(let info, let code): block(MarkdownText.fenced(code.trimmedAtEnd, info: info))
            case .html(let html): if !allowed(html).isEmpty { block(html.trimmedAtEnd) }
            case .mathematics(let mathematics):
                anchor(mathematics.label)
                let tag = mathematics.label.flatMap { numbering.number(of: $0) }.map { " \\tag{\($0)}" } ?? ""
                block("$$\n\(tex(mathematics).trimmed)\(tag)\n$$")
            case .table(let table): write(table)
            case .figure(let picture):
                anchor(picture.attributes.label)
                let alternative = picture.attributes.values["fig-alt"] ?? PlainText.of(picture.caption)
                block("![\(MarkdownText.plain(alternative, isLabel: true))](\(address(picture.destination)))")
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
        mutating func anchor(_ label: String?) {
            if let label, ReferenceKind(label: label) != nil { block("<a id=\"\(Escape.html(label))\"></a>") }
        }

        /// `Figure 2. What it shows`
        mutating func writeCaption(_ caption: String, of label: String?) {
            if let number = label.flatMap({ numbering.caption(of: $0) }) {
                block("**\(number).** \(caption)".trimmedAtEnd)
            } else if !caption.isEmpty {
                // Emphasis inside emphasis would end it.
                block(caption.contains("*") ? caption : "*\(caption)*")
            }
        }

        mutating func nested(_ mark: String, _ body: (inout Writer) -> Void) {
            let outer = indent
            indent += mark
            body(&self)
            indent = outer
        }

        mutating func write(_ division: Division) {
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
        mutating func writeParts(of division: Division) {
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
        mutating func writeFootnote(_ division: Division) {
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
                return [
                    "- \(MarkdownText.plain(entry.head)) *\(MarkdownText.plain(entry.title))*.", MarkdownText.plain(entry.tail),
                    work.address.map { "<\(address($0))>" } ?? "",
                ]
                .filter { !$0.isEmpty }.joined(separator: " ")
            }
            if !entries.isEmpty { block(entries.joined(separator: "\n")) }
        }

        mutating func write(_ table: PipeTable) {
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
    }
}
