import Exhibits
import Testing

@testable import Reports

/// What cells print, as a terminal would leave it.
struct PrintedTextTests {
    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m\n", "red\n"), ("10%\r50%\r100%\n", "100%\n"), ("abc\rx\n", "xbc\n"),
        ("abc\r\u{1B}[Kx\n", "x\n"),
        ("a\u{8}b\n", "b\n"), ("a\u{0}\u{7}b\n", "ab\n"), ("line\r\nnext\r\n", "line\nnext\n"), ("a\tb\n", "a\tb\n"),
        ("\u{1B}]0;title\u{7}text\n", "text\n"), ("\u{1B}]8;;http://x\u{1B}\\link\n", "link\n"), ("\u{202E}evil\n", "evil\n"),
        ("é\r日本\n", "日本\n"), ("plain\n", "plain\n"), ("\u{1B}[", ""), ("\u{1B}", ""), ("a\u{9B}31mb\n", "a31mb\n"),
        ("abc\u{1B}[2K\rx\n", "x  \n"),
    ]) func `controls do what they do and leave nothing behind`(written: String, shown: String) {
        #expect(PrintedText.readable(written) == shown)
    }

    @Test func `a long output is folded, and what no page can hold stands in a file`() throws {
        let source = "```{swift}\nprint(1)\n```\n"
        func page(_ lines: Int) throws -> RenderedPage {
            let text = (1...lines).map { "line \($0)\n" }.joined()
            return try HandoutPageTests.page(source, Transcript(outputs: [0: [.printed(text)]]))
        }
        #expect(try !page(45).html.contains("<details class=\"more-lines\">"))
        let folded = try page(200)
        #expect(
            folded.html.contains("<details class=\"more-lines\">") && folded.html.contains("line 200") && folded.tables.isEmpty)
        #expect(!folded.markdown.contains("line 200") && folded.markdown.contains("line 30"))
        let long = try page(5000)
        #expect(!long.html.contains("line 5000\n") && long.tables.count == 1)
        #expect(long.tables.first?.csv.hasSuffix("line 5000\n") == true)
    }

    @Test func `printed backticks close no fence of the report`() throws {
        let page = try HandoutPageTests.page(
            "```{swift}\nprint(1)\n```\n", Transcript(outputs: [0: [.printed("```\n# no heading\n")]]))
        #expect(page.markdown.contains("````\n```\n# no heading\n````"))
    }
}
