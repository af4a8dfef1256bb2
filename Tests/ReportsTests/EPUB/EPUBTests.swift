import Exhibits
import Foundation
import Lessons
import Testing

@testable import Reports

/// A course as a book for readers of EPUB, without running anything.
struct EPUBTests {
    private static func chapter(
        _ source: String, named file: String = "w/a.md", _ transcript: Transcript = Transcript(),
        pictures: [String: [UInt8]] = [:], siteURL: String? = nil
    ) throws -> EPUBChapter.Written {
        let lesson = Lesson.parsed(source: source, file: file)
        var named = lesson
        named.name = String(file.dropLast(3))
        let page = try Handout(lesson: named, transcript: transcript).rendered(
            in: CoursePlace(title: "T"), with: Typesetter { throw CancellationError() }, asChapter: true)
        return try #require(page.chapter).written(pictures: pictures, lessons: ["w/a", "b"], siteURL: siteURL)
    }

    private static func text(_ chapter: EPUBChapter.Written) throws -> String {
        String(decoding: try #require(chapter.files[chapter.name + ".xhtml"]), as: UTF8.self)
    }

    @Test func `links lead to chapters and to the web, and what is in neither is no link`() throws {
        let source = """
            [one](../b.md#x), [two](https://e.org/?a=1&b=2), [three](mailto:a@b.c), [four](n.csv), [five](#top), [six](//e.org/y)
            """
        let text = try Self.text(Self.chapter(source))
        for part in [
            "<a href=\"../b.xhtml#x\">one</a>", "<a href=\"https://e.org/?a=1&amp;b=2\">two</a>",
            "<a href=\"mailto:a@b.c\">three</a>", "<span>four</span>", "<span>five</span>",
            "<a href=\"https://e.org/y\">six</a>",
        ] { #expect(text.contains(part), "\(part) in \(text)") }
        let published = try Self.text(Self.chapter(source, siteURL: "https://e.org/c"))
        #expect(published.contains("<a href=\"https://e.org/c/w/n.csv\">four</a>"))
        #expect(!text.contains("link-note"), "notes on addresses are for paper")
    }

    @Test func `pictures of the course come along, of others stays what is said in their place`() throws {
        let chapter = try Self.chapter(
            "![A p](p%20q.png) and ![far](https://e.org/x.png) and ![kind](x.webp)\n",
            pictures: ["w/p q.png": [1, 2], "w/x.webp": [3]])
        let text = try Self.text(chapter)
        #expect(text.contains("<img src=\"p%20q.png\" alt=\"A p\"/>"))
        #expect(text.contains(">far</span>") && text.contains(">kind</span>"))
        #expect(chapter.files.keys.sorted() == ["w/a.xhtml", "w/p q.png"])
        #expect(!chapter.hasBarePictures)
        #expect(try Self.chapter("![](p.png)\n", pictures: ["w/p.png": []]).hasBarePictures)
    }

    @Test func `drawings are files with their descriptions, and nothing needs a script`() throws {
        let source = "```{swift}\n//| label: fig-a\n//| fig-alt: It falls\nshow(x)\n```\n"
        let chapter = try Self.chapter(
            source, Transcript(outputs: [0: [.exhibit(.frames(FigurePageTests.sequence))]]))
        let text = try Self.text(chapter)
        #expect(text.contains("<img src=\"a/fig-a.svg\" alt=\"It falls\"/>"))
        #expect(chapter.files.keys.sorted() == ["w/a.xhtml", "w/a/fig-a-2.svg", "w/a/fig-a.svg"])
        #expect(!text.contains("<input") && !text.contains("hidden") && !text.contains("data-"))
        for file in chapter.files.values { _ = try XMLReading(String(decoding: file, as: UTF8.self)) }
    }

    @Test func `a book is the lessons in order, with contents by parts and a package that names every file`() throws {
        var course = CoursePlace(
            title: "A & B", author: "C <D>",
            entries: [.init(name: "index", title: "Home"), .init(name: "w/a", title: "A"), .init(name: "b", title: "B")])
        course.parts = [.init(title: "First", lessons: ["w/a"])]
        let chapters = [
            "w/a": try Self.chapter("---\ntitle: A\n---\n## One *x*\n\nText.\n"),
            "b": try Self.chapter("---\ntitle: B\n---\nText.\n", named: "b.md"),
        ]
        let book = try EPUB(of: course, chapters: chapters, identifier: "urn:x", modified: "2026-01-02T00:00:00Z")
        #expect(book.files.first?.path == "mimetype")
        #expect(book.files.dropFirst().map(\.path) == book.files.dropFirst().map(\.path).sorted())
        let files = Dictionary(book.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
        for (path, text) in files where path != "mimetype" && !path.hasSuffix(".css") { _ = try XMLReading(text) }
        let package = try #require(files["EPUB/package.opf"])
        for part in [
            "<dc:title>A &amp; B</dc:title>", "<dc:creator>C &lt;D&gt;</dc:creator>", "<dc:language>en</dc:language>",
            "href=\"text/w/a.xhtml\"", "<itemref idref=\"chapter-2\"/>",
            "<meta property=\"schema:accessibilityHazard\">none</meta>",
        ] { #expect(package.contains(part), "\(part)") }
        #expect(!package.contains("MathML"), "no chapter has a formula")
        let contents = try #require(files["EPUB/nav.xhtml"])
        #expect(
            contents.contains("<span>First</span>") && contents.contains("<a href=\"text/w/a.xhtml#one-x\">One <em>x</em></a>"))
        #expect(throws: EPUB.Missing.self) {
            try EPUB(of: course, chapters: ["b": chapters["b"]].compactMapValues(\.self), identifier: "urn:x", modified: "")
        }
    }

    @Test(arguments: [
        "Neural networks, worked out", "Fehlerrückführungsverfahren und Gradientenabstiegsverfahren",
        String(repeating: "word ", count: 60),
    ])
    func `a cover has the whole title`(title: String) throws {
        let read = try XMLReading(EPUBCover(title: title, author: "A & B").svg)
        let words = read.text.split(whereSeparator: \.isWhitespace).map(String.init)
        // Once as the picture's title and once as it is seen.
        let wanted = title.split(separator: " ").map(String.init)
        #expect(words == wanted + wanted + ["A", "&", "B"])
    }
}
