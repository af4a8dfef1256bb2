import Lessons

/// A page of a book in XHTML.
struct EPUBPage {
    var title: String
    var language: String
    var body: [PageNode]

    /// - Parameter depth: how many folders it stands below the book's own.
    func bytes(depth: Int) -> [UInt8] {
        let direction = LanguageTag.isRightToLeft(language) ? "rtl" : nil
        let root = String(repeating: "../", count: depth)
        let document = Tag.html(
            .text(.xmlns, "http://www.w3.org/1999/xhtml"), .text(.xmlnsEPUB, "http://www.idpf.org/2007/ops"),
            .text(.lang, language), .text(.xmlLang, language), .text(.dir, direction)
        ) {
            "\n"
            Tag.head.block {
                Tag.meta.line(.text(.charset, "utf-8")) {}
                Tag.title.line { title }
                Tag.link.line(.text(.rel, "stylesheet"), .text(.type, "text/css"), .href(root + EPUB.stylesheet)) {}
            }
            Tag.body.block { body }
        }
        let text = PageWriter.text([document, .text("\n")], as: .xml)
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\(text)".utf8)
    }
}
