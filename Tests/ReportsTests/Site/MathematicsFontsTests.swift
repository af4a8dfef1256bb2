import Testing

@testable import Reports

struct MathematicsFontsTests {
    private let fonts = MathematicsFonts(
        css: """
            @font-face{font-family:KaTeX_Main;font-style:normal;font-weight:400;src:url(fonts/M.woff2) format("woff2"),url(fonts/M.ttf)}
            @font-face{font-family:KaTeX_Main;font-style:normal;font-weight:700;src:url(fonts/MB.woff2) format("woff2")}
            @font-face{font-family:KaTeX_Math;font-style:italic;font-weight:400;src:url(fonts/I.woff2) format("woff2")}
            @font-face{font-family:KaTeX_Size4;font-style:normal;font-weight:400;src:url(fonts/S4.woff2) format("woff2")}
            .katex{font:normal 1.21em KaTeX_Main,Times New Roman,serif}
            .katex .textbf{font-weight:700}.katex .mathnormal{font-family:KaTeX_Math;font-style:italic}
            .katex .delimsizing.size4,.katex .delimsizing.mult .delim-size4>span{font-family:KaTeX_Size4}
            """)

    @Test(arguments: [
        ("<p class=\"textbf\">", nil), ("<span class=\"katex\">", ["M.woff2"]),
        ("<span class=\"katex\"><span class=\"mord textbf\">", ["M.woff2", "MB.woff2"]),
        ("<span class=\"katex\"><span class=\"mord mathnormal\">", ["I.woff2", "M.woff2"]),
        ("<span class=\"katex\"><span class=\"mclose delimsizing size4\">", ["M.woff2", "S4.woff2"]),
        ("<span class=\"katex\"><span class=\"size4\">", ["M.woff2"]),
    ])
    func `a page asks for the fonts its formulas are set in`(html: String, files: [String]?) {
        #expect(fonts.files(usedIn: [html]) == files)
    }

    @Test func `browsers are offered one format, and a single page no font it doesn't hold`() {
        #expect(fonts.css.contains("src:url(fonts/M.woff2) format(\"woff2\")"))
        #expect(!fonts.css.contains("M.ttf"))
        let few = fonts.css(with: ["I.woff2"])
        #expect(few.contains("I.woff2") && !few.contains("M.woff2"))
        #expect(few.contains(".katex{"))
    }
}
