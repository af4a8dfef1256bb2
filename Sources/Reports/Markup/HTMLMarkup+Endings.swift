import Lessons

/// What stands at the end of a page.
extension HTMLMarkup {
    /// The texts of the footnotes with ways back; empty without footnotes.
    func footnotes() -> [PageNode] {
        let notes = filling.footnotes.notes
        guard !notes.isEmpty else { return [] }
        // No section: one without a heading is a finding of HTML's checkers.
        let section = Tag.div(
            .class("footnotes"), .text(.role, "doc-endnotes"), .aria(label: filling.footnotesName)
        ) {
            "\n"
            Tag.ol.block {
                for note in notes {
                    Tag.li.block(.id("fn-\(note.name)")) { text(of: note) }
                }
            }
        }
        return [section, .text("\n")]
    }

    /// The way back stands at the end of the note's last paragraph, or below its last block.
    private func text(of note: Footnotes.Note) -> [PageNode] {
        let back = Tag.a(.place("fnref-\(note.name)"), .text(.role, "doc-backlink")) { "↩" }
        guard let last = note.content.last, case .paragraph(let text) = last.block else {
            return nodes(of: note.content) + [Tag.p { back }, .text("\n")]
        }
        let paragraph = Tag.p {
            nodes(of: text)
            " "
            back
        }
        return nodes(of: Array(note.content.dropLast())) + [paragraph, .text("\n")]
    }

    /// The works that `lesson` cites; empty when it cites none.
    func references(of lesson: Lesson) -> [PageNode] {
        let works = filling.bibliography.cited(in: lesson)
        guard !works.isEmpty else { return [] }
        let list = Tag.ul(.class("references")) {
            "\n"
            for work in works { CitationHTML.entry(work) }
        }
        return [list, .text("\n")]
    }
}
