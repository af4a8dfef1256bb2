import Reports
import Testing

struct SelfContainedTests {
    private let files: [String: [UInt8]] = [
        "assets/a.css": Array("p{src:url(fonts/f.woff2)}q{src:url(none.woff2)}".utf8), "assets/fonts/f.woff2": [1, 2, 3],
        "assets/a.js": Array("say('</script>')".utf8), "net.svg": Array("<svg/>".utf8), "icon.svg": [65],
        "a/t.csv": Array("x\n1\n".utf8),
    ]

    private func page(_ html: String) -> String { SelfContained.page(html) { files[$0] } }

    @Test func `style sheets come into the page with the fonts they ask for`() {
        #expect(
            page("<link rel=\"stylesheet\" href=\"assets/a.css\">")
                == "<style>\np{src:url(data:font/woff2;base64,AQID)}q{src:url(none.woff2)}</style>")
    }

    @Test func `a script comes into the page, waits for it, and can't end its own element`() {
        #expect(
            page("<script src=\"assets/a.js\" defer></script>")
                == "<script>addEventListener(\"DOMContentLoaded\", () => {\nsay('<\\/script>')});</script>")
    }

    @Test func `slides in one file need no other`() throws {
        var course = CoursePlace(title: "Course")
        course.isSelfContained = true
        let slides = try HandoutPageTests.page("---\nformat: slides\n---\n# A\n", in: course).html
        let page = SelfContained.page(slides) { _ in [] }
        #expect(slides.contains("assets/slides.js") && !page.contains("assets/"), "\(page)")
    }

    @Test func `pictures become addresses that hold them`() {
        #expect(page("<img src=\"net.svg\" alt=\"a\" />") == "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"a\" />")
        #expect(page("<link rel=\"icon\" href=\"icon.svg\" type=\"x\">").contains("data:image/svg+xml;base64,QQ=="))
    }

    @Test func `the data of a drawing become an address that holds them`() {
        let link = "<a class=\"numbers-file\" href=\"a/t.csv\" download=\"t.csv\">t.csv</a>"
        #expect(
            page(link)
                == "<a class=\"numbers-file\" href=\"data:text/csv;charset=utf-8;base64,eAoxCg==\" download=\"t.csv\">t.csv</a>"
        )
    }

    @Test func `what isn't at hand is left as it is, and so are links`() {
        let html = "<img src=\"https://a.org/x.png\"><a href=\"net.svg\">x</a><link rel=\"stylesheet\" href=\"b.css\">"
        #expect(page(html) == html)
    }
}
