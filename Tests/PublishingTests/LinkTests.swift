import Exhibits
import Reports
import Testing

@testable import Publishing

struct LinkTests {
    @Test func `links and anchors are read from tags, not from text or other attributes`() {
        let links = PageLinks(
            page: Array(
                """
                <a class="x" href="a.html?q=1&amp;r=2">id="no"</a> <img src="p.svg" alt="> href=&quot;no&quot;">
                <h2 id="one"
                  title="<a id=">x</h2><a href="a.html?q=1&amp;r=2">again</a> href="no"
                """.utf8))
        #expect(links.targets == ["a.html?q=1&r=2", "p.svg"])
        #expect(links.anchors == ["one"])
    }

    /// Each address as it would stand on `sub/page.html`, and what is wrong with it.
    @Test(
        arguments: [
            ("#here", nil), ("page.html#here", nil), ("../index.html", nil), ("../", nil), ("../a%20b.svg", nil), ("", nil),
            ("https://example.org/x", nil), ("mailto:a@b.c", nil), ("//host/x", nil), ("data:image/png;base64,xx", nil),
            ("#top", nil),
            ("#her", "sub/page.html has no place named `her`; the nearest is `here`"),
            ("gone.html", "there is no file sub/gone.html in the site"),
            ("../../x.html", "it leads out of the site"),
            ("../index.html#x", "index.html has no place named `x`"),
        ] as [(String, String?)])
    func `a link has to lead somewhere`(target: String, reason: String?) {
        var page = PageLinks()
        page.targets = [target]
        page.anchors = ["here"]
        let check = LinkCheck(pages: ["sub/page.html": page, "index.html": PageLinks()], exists: { $0 == "a b.svg" })
        #expect(check.broken(on: "sub/page.html").map(\.reason) == [reason].compactMap { $0 })
    }

    @Test func `a broken link is found at its place in the lesson`() {
        var page = PageLinks()
        page.targets = ["other.html#x"]
        let findings = LinkCheck(pages: ["a.html": page], exists: { _ in false }).findings(
            on: "a.html", of: "l/a.md", source: Array("# A\nsee [it](other.md#x)\n".utf8))
        #expect(findings.map(\.place) == [Place(file: "l/a.md", line: 2, column: 10)])
    }
}

struct HostFilesTests {
    @Test func `a feed has the dated lessons, the newest first, and no time of its own`() throws {
        var settings = CourseSettings()
        settings.siteURL = "https://example.org"
        let entries = [
            LessonEntry(name: "a", title: "A & B", date: "2026-01-02"), LessonEntry(name: "b", title: "B", date: "2026-03-04"),
            LessonEntry(name: "c", title: "C", date: "soon"),
        ]
        let feed = String(decoding: try #require(Feed.atom(settings: settings, entries: entries)), as: UTF8.self)
        #expect(
            feed.split(separator: "\n").filter { $0.contains("<updated>") }.map { $0.trimmingPrefix { $0 == " " } } == [
                "<updated>2026-03-04T00:00:00Z</updated>", "<updated>2026-03-04T00:00:00Z</updated>",
                "<updated>2026-01-02T00:00:00Z</updated>",
            ])
        #expect(feed.contains("<title>A &amp; B</title>"))
        #expect(Feed.atom(settings: settings, entries: [LessonEntry(name: "c", title: "C")]) == nil)
    }

    @Test func `without an address there is no site map`() {
        #expect(HostFiles.all(settings: CourseSettings(), pages: ["index.html"]).keys.sorted() == [".nojekyll"])
    }

    @Test func `the site map has absolute addresses`() throws {
        var settings = CourseSettings()
        settings.siteURL = "https://example.org/c"
        let files = HostFiles.all(settings: settings, pages: ["index.html", "a b&c.html"])
        let map = String(decoding: try #require(files["sitemap.xml"]), as: UTF8.self)
        #expect(map.contains("<loc>https://example.org/c/</loc>"))
        #expect(map.contains("<loc>https://example.org/c/a%20b%26c.html</loc>"))
        #expect(
            String(decoding: try #require(files["robots.txt"]), as: UTF8.self).contains("https://example.org/c/sitemap.xml"))
    }
}
