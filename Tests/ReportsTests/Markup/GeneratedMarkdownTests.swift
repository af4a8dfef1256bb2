import Lessons
import Testing

@testable import Reports

/// Random texts out of Markdown's own building blocks, the same ones in every run.
struct GeneratedMarkdownTests {
    static let fragments = [
        "a", "word ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "](/u)", "![", "<b>", "</b>", "<!-- c -->", "<http://x.y>",
        "\\", "&amp;", "\"", "\n", "\n", "\n\n", "  \n", "> ", "- ", "1. ", "    ", "\t", "# ", "## x", "---\n", "===\n",
        "```\n", "~~~\n",
        "<div>\n", "[r]: /x 't'\n", "[r]", "|", ":", "é", "🙂", "\r\n", "{", "}", "!",
    ]

    /// A linear congruential generator: enough for picking fragments.
    private static func texts(count: Int) -> [String] {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<count).map { _ in (0..<(2 + next(24))).map { _ in fragments[next(fragments.count)] }.joined() }
    }

    /// Divisions, tables, front matter, definitions.
    private static func hasConstruct(_ text: String) -> Bool {
        text.contains(":::") || text.contains("|") || text.hasPrefix("---") || text.contains(": ")
    }

    @Test func `generated Markdown without Lectern's constructs renders as libcmark renders it`() {
        for text in Self.texts(count: 20_000) where !Self.hasConstruct(text) {
            let ours = PlainFilling.html(text)
            let theirs = CommonMark.html(of: text, allowsRawHTML: true)
            #expect(ours == theirs, "\(text.debugDescription)")
            if ours != theirs { break }
        }
    }
}
