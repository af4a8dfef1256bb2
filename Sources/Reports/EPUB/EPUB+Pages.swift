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
