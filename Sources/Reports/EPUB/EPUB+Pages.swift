import Lessons

extension EPUB {
    var coverPage: [UInt8] {
        let body = Tag.section.block(.class("cover"), .text(.epubType, "cover")) {
            Tag.img(.src("cover.svg"), .text(.alt, course.title))
            "\n"
        }
        return EPUBPage(title: course.title, language: course.language, body: body).bytes(depth: 0)
    }

    /// The table of contents, by parts, lessons and their sections, and the places a reader looks for.
    var contents: [UInt8] {
        let chapters = Dictionary(chapters.map { ($0.name, $0) }) { first, _ in first }
        let list = Tag.nav.block(.text(.epubType, "toc"), .id("toc"), .text(.role, "doc-toc")) {
            Tag.h1.line { words.contents }
            Tag.ol.block {
                for division in course.divisions {
                    let items = division.lessons.compactMap { chapters[$0.name] }.flatMap(item)
                    if let title = division.title {
                        Tag.li.block {
                            Tag.span { title }
                            Tag.ol.block { items }
                        }
                    } else {
                        items
                    }
                }
            }
        }
        let places = Tag.nav.block(.text(.epubType, "landmarks"), .present(.hidden)) {
            Tag.ol.block {
                Tag.li.line { Tag.a(.text(.epubType, "toc"), .place("toc")) { words.contents } }
                if let first = self.chapters.first {
                    Tag.li.line { Tag.a(.text(.epubType, "bodymatter"), .href(address(of: first))) { first.title } }
                }
            }
        }
        return EPUBPage(title: words.contents, language: course.language, body: list + places).bytes(depth: 0)
    }

    private func item(_ chapter: EPUBChapter.Written) -> [PageNode] {
        let foreign = chapter.language == course.language ? nil : chapter.language
        return Tag.li.block {
            Tag.a(.href(address(of: chapter)), .text(.lang, foreign), .text(.xmlLang, foreign)) { chapter.title }
            if !chapter.sections.isEmpty {
                Tag.ol.block {
                    for section in chapter.sections {
                        Tag.li.line {
                            Tag.a(.href(address(of: chapter) + "#" + section.identifier.replacing("%", with: "%25"))) {
                                section.title
                            }
                        }
                    }
                }
            }
        }
    }

    private func address(of chapter: EPUBChapter.Written) -> String {
        Self.texts + SitePath.encoded(chapter.name + ".xhtml")
    }
}

/// The picture by which a shelf shows the book: its title and its author.
struct EPUBCover {
    let title: String
    let author: String?

    var svg: String {
        var canvas = ""
        for (number, line) in lines.enumerated() {
            canvas += text(line, y: 260 + 76 * number, size: 60)
        }
        if let author { canvas += text(author, y: 830, size: 30) }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="600" height="900" viewBox="0 0 600 900">
            <title>\(Escape.xml(title))</title>
            <rect width="600" height="900" fill="#1f3d5c"/>
            <path d="M60 140H540M60 770H540" stroke="#9cc3e6" stroke-width="4"/>
            \(canvas)</svg>

            """
    }

    private func text(_ text: String, y: Int, size: Int) -> String {
        "<text x=\"300\" y=\"\(y)\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"\(size)\" fill=\"#fff\">"
            + "\(Escape.xml(text))</text>\n"
    }

    /// The title in lines that fit; a very long one ends with the last line there is room for.
    private var lines: [String] {
        var lines: [String] = []
        for word in title.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 17 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word.prefix(17)))
            }
        }
        return lines.count <= Self.mostLines ? lines : lines.prefix(Self.mostLines - 1) + ["…"]
    }

    private static let mostLines = 6
}
