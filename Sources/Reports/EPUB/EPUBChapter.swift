import Exhibits
import Lessons

/// A lesson on its way into a book for readers of EPUB: its page's tree, with formulas as MathML.
public struct EPUBChapter: Sendable {
    /// The chapter as files of the book, by path below its folder of texts.
    public struct Written: Sendable {
        public let name: String
        public internal(set) var files: [String: [UInt8]] = [:]
        let title: String
        let language: String
        let sections: [Section]
        var hasMathematics = false
        /// Whether a picture has no text in its place.
        var hasBarePictures = false
        /// Whether a picture may move.
        var hasMovingPictures = false
    }

    /// A heading that the table of contents leads to.
    struct Section: Sendable {
        var title: [PageNode]
        var identifier: String
    }

    let name: String
    let title: String
    let subtitle: String?
    let description: String?
    let byline: String?
    let language: String
    let style: PageStyle
    let body: [PageNode]
    let sections: [Section]

    /// - Parameters:
    ///   - pictures: the files of the course that go with the lesson's page, by path.
    ///   - lessons: the names of all chapters.
    ///   - siteURL: where the course's site stands, for what is no part of the book.
    public func written(pictures: [String: [UInt8]], lessons: Set<String>, siteURL: String?) -> Written {
        var adaptation = EPUBAdaptation(name: name, lessons: lessons, siteURL: siteURL, pictures: pictures)
        var headings = adaptation
        let sections = sections.map { Section(title: headings.adapted($0.title), identifier: $0.identifier) }
        let content = adaptation.adapted(body)
        let lines = [("subtitle", subtitle), ("description", description), ("byline", byline)]
        let header = Tag.header.block(.class("title")) {
            Tag.h1.line { title }
            for (kind, text) in lines {
                if let text { Tag.p.line(.class(kind)) { text } }
            }
        }
        let section = Tag.section.block(.id("content"), .text(.epubType, "chapter"), .text(.role, "doc-chapter")) {
            header
            content
            PageNode.line
        }
        let page = EPUBPage(title: title, language: language, body: section)
        var written = Written(name: name, title: title, language: language, sections: sections)
        let depth = name.split(separator: "/").count
        written.files = adaptation.files
        written.files[name + ".xhtml"] = PageStyle.$current.withValue(style) { page.bytes(depth: depth) }
        written.hasMathematics = adaptation.hasMathematics
        written.hasBarePictures = adaptation.hasBarePictures
        written.hasMovingPictures = adaptation.files.keys.contains { $0.lowercased().hasSuffix(".gif") }
        return written
    }
}

extension [PageNode] {
    /// The nodes with every formula as `change` gives it.
    func mappingFormulas(_ change: (PageNode.Formula) throws -> PageNode) rethrows -> [PageNode] {
        try map { node in
            switch node {
            case .formula(let formula): try change(formula)
            case .element(let tag, let attributes, let content): .element(tag, attributes, try content.mappingFormulas(change))
            case .text, .line, .number, .drawing, .markup: node
            }
        }
    }
}
