import Foundation
import Reports
import Testing

/// A course as one document to be printed.
struct BookTests {
    private static let course = {
        var course = CoursePlace(
            title: "A & B",
            entries: [.init(name: "index", title: "Home"), .init(name: "w/a", title: "A"), .init(name: "b", title: "B")])
        course.parts = [.init(title: "First", lessons: ["w/a"])]
        return course
    }()

    private func book(_ pages: [String: String], in course: CoursePlace = Self.course) throws -> Book {
        try Book(of: course) { name in
            pages[name].map { "<html lang=\"de\">\n<body><main id=\"content\">\n\($0)\n</main></body></html>" }
        }
    }

    @Test func `every identifier is a chapter's own, and what refers to it follows`() throws {
        let html = try book([
            "w/a": "<h2 id=\"x\">X</h2><a href=\"#x\">up</a><svg aria-labelledby=\"t d\"><path clip-path=\"url(#c)\"/></svg>",
            "b": "<h2 id=\"x\">X</h2>",
        ]).html()
        for part in [
            "<h2 id=\"chapter-1-x\">", "<a href=\"#chapter-1-x\">", "aria-labelledby=\"chapter-1-t chapter-1-d\"",
            "clip-path=\"url(#chapter-1-c)\"", "<h2 id=\"chapter-2-x\">", "<main id=\"chapter-2\" lang=\"de\">",
        ] { #expect(html.contains(part), "\(part)") }
    }

    @Test func `links between lessons lead to chapters, files are found from the root, the rest is as on the web or no link`()
        throws
    {
        let body =
            "<a href=\"../b.html#x\">1</a><a href=\"../b.html\">2</a><img src=\"../img/p%20q.png\"><a href=\"a/n.csv\">3</a>"
            + "<a href=\"https://e.org/#x\">4</a><img src=\"data:image/png;base64,AA\">"
        let html = try book(["w/a": body, "b": ""]).html()
        for part in [
            "<a href=\"#chapter-2-x\">1", "<a href=\"#chapter-2\">2", "src=\"img/p%20q.png\"", "<a>3",
            "href=\"https://e.org/#x\"",
            "src=\"data:image/png;base64,AA\"",
        ] { #expect(html.contains(part), "\(part)") }
        var published = Self.course
        published.siteURL = "https://e.org/c"
        #expect(try book(["w/a": body, "b": ""], in: published).html().contains("<a href=\"https://e.org/c/w/a/n.csv\">3"))
    }

    @Test func `text that looks like a tag's attribute stays as it is`() throws {
        let body = "<p title=\"id=&quot;x&quot; >\">say id=\"x\" and a &lt; b</p>"
        #expect(try book(["w/a": body, "b": ""]).html().contains(body))
    }

    @Test func `contents have the parts, the lessons and the pages that are known`() throws {
        let book = try book(["w/a": "", "b": ""])
        #expect(book.destinations == ["chapter-1", "chapter-2"])
        let html = book.html(pages: ["chapter-1": 3, "chapter-2": 17])
        #expect(html.contains("<p class=\"part-title\">First</p>\n<ol>\n<li><a href=\"#chapter-1\">A</a>"))
        #expect(html.contains(">3</span>") && html.contains(">17</span>") && html.contains("<h1>A &amp; B</h1>"))
        #expect(!html.contains("Home"))
    }

    @Test func `a lesson without a page, or with a page whose text can't be found, makes no book`() throws {
        #expect(throws: Book.Unreadable.self) { try book(["b": ""]) }
        #expect(throws: Book.Unreadable.self) { try Book(of: Self.course) { _ in "<html><article>own</article></html>" } }
    }
}
