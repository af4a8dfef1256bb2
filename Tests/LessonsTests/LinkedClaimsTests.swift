import Exhibits
import Testing

@testable import Lessons

/// What would break: a number stands on the page as the text of a link to `claim:x`, and verification ends well without a word.
struct LinkedClaimsTests {
    private static func codes(_ text: String, files: [String: String] = [:]) -> [String] {
        Lesson.parsed(source: text + "\n", file: "a.md") { files[$0] }.findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test(arguments: [
        "a <!-- b -- [99](claim:x) -->", "a <!-- [99](claim:x) --->", "a <!--> [99](claim:x) -->", "a <!---> [99](claim:x) -->",
        "<a title=\"`\"> <@[99](claim:x)> <a title=\"`\">", "<a title=\"`\"> [a](b ([99](claim:x)) <a title=\"`\">",
        "<a title=\"<!--\"> <@[99](claim:x)> <a title=\"-->\">", "[99][m]\n\n[m]: claim&colon;x",
        "[99][m]\n\n[m]: <clai&#109;:x>",
        "![99][m]\n\n[m]: claim&colon;x", "a | b\n--|--\n[99][m] | 1\n\n[m]: claim&#58;x", "# [99][m]\n\n[m]: clai%6d:x",
        "[99][m]\n\n[m]: answer&colon;x", "[99](< claim:x>)", "<a href=claim:x>99</a>", "<a href= \"claim:x\">99</a>",
        "<a href=\" claim:x\">99</a>", "{{< video claim:x title=\"99\" >}}", "[99](c1aim:x)", "[99](clɑim:x)", "[99](claim.:x)",
        "[99](x-claim:x)", "[0.5 %](the-claim:x)", "[1.5e0](c1aim:x)", "[NaN](c1aim:x)", "[x = 99](cla1m:x)",
        "[99](doi:claim:x)",
    ])
    func `a link that leads to a claim is a claim that is read, or an error`(text: String) {
        let lesson = Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }
        #expect(Self.codes(text).contains("unread-claim") || lesson.claims.map(\.written) == ["99"], "\(lesson.findings)")
    }

    @Test(arguments: [
        "[99](claims.html)", "[a](https://example.org/claim:x)", "[a][m]\n\n[m]: disclaimer.md", "[1](https://a.b)",
        "[(2)](doi:10.1/2)",
        "[a](zotero:x)", "[Version 9](zotero:x)", "<!-- [99](claim:x) -->",
    ])
    func `other links are none`(text: String) { #expect(Self.codes(text) == []) }

    @Test func `what the front matter says brings neither a claim nor a link nor a tag`() {
        let text = "---\nm: \"[99](cl\\x61im:x) <b> &colon; *so*\"\n---\n{{< meta m >}}"
        let lesson = Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }
        guard case .paragraph(let shown)? = lesson.blocks.first?.block else {
            Issue.record("no paragraph")
            return
        }
        #expect(shown.plainText == "[99](claim:x) <b> &colon; so")
    }

    @Test(arguments: ["&#xE000;0&#xE000;", "&#57344;0&#57344;", "{{< include b.md >}}", "{{< meta m >}}"])
    func `what stands for a claim can't be written by anybody else`(again: String) {
        let text = "---\nm: \"\\uE0000\\uE000\"\n---\n[1.5](claim:x)\n\n\(again)\n"
        let lesson = Lesson.parsed(source: text, file: "a.md") { $0 == "b.md" ? "\u{E000}0\u{E000}\n" : nil }
        #expect(lesson.claims.count == 1)
    }
}
