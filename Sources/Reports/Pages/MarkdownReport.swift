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
        writer.write("# \(MarkdownText.plain(handout.title))\n\n")
        if let description = handout.lesson.frontMatter.description {
            writer.write("*\(MarkdownText.plain(description))*\n\n")
        }
        let macros = handout.lesson.frontMatter.macros.sorted { $0.key < $1.key }
        if !macros.isEmpty {
            let definitions = macros.map { name, body in
                let count = (1...9).last { body.contains("#\($0)") }
                return "\\newcommand{\(name)}\(count.map { "[\($0)]" } ?? ""){\(MarkdownText.tex(body))}"
            }
            writer.write("$$\n\(definitions.joined(separator: "\n"))\n$$\n\n")
        }
        writer.write(handout.lesson.body)
        writer.writeReferences()
        return writer
    }
}
