import Lessons

/// What stands at the end of a page.
extension HTMLMarkup {
    /// The texts of the footnotes with ways back; empty without footnotes.
    public func footnotes() -> String {
        let notes = filling.footnotes.notes
        guard !notes.isEmpty else { return "" }
        var html = "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"
        for note in notes {
            let name = Escape.html(note.name)
            let back = "<a href=\"#fnref-\(name)\" role=\"doc-backlink\">↩</a>"
            html += "<li id=\"fn-\(name)\">\n\(text(of: note, back: back))</li>\n"
        }
        return html + "</ol>\n</section>\n"
    }

    /// The way back stands at the end of the note's last paragraph, or below its last block.
    private func text(of note: Footnotes.Note, back: String) -> String {
        guard let last = note.content.last, case .paragraph(let text) = last.block else {
            return html(of: note.content) + "<p>\(back)</p>\n"
        }
        return html(of: Array(note.content.dropLast())) + "<p>\(html(of: text)) \(back)</p>\n"
    }

    /// The works that `lesson` cites; empty when it cites none.
    public func references(of lesson: Lesson) -> String {
        let works = filling.bibliography.cited(in: lesson)
        guard !works.isEmpty else { return "" }
        return "<ul class=\"references\">\n" + works.map(CitationHTML.entry).joined() + "</ul>\n"
    }
}
