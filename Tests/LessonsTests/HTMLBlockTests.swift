import Exhibits
import Testing

@testable import Lessons

/// Markdown beside HTML, which CommonMark would take for HTML too.
struct HTMLBlockTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    @Test(arguments: [
        "<div>\n```{swift}\nlet a = 1\n```\n</div>\n",
        "<details>\n<summary>S</summary>\n```{swift}\nlet a = 1\n```\n</details>\n",
        "<details><summary>S</summary>\n\n```{swift}\nlet a = 1\n```\n\n</details>\n", "<br>\n```{swift}\nlet a = 1\n```\n",
        "<center>\n::: {.callout-note}\n```{swift}\nlet a = 1\n```\n:::\n</center>\n",
    ]) func `a cell beside HTML runs`(source: String) {
        let lesson = Self.lesson(source)
        #expect(lesson.cells.map { $0.code.replacing("\n", with: "") } == ["let a = 1"], "\(lesson.blocks)")
        #expect(!lesson.findings.contains { $0.severity == .error }, "\(lesson.findings)")
    }

    @Test func `details are a division with their summary`() {
        let lesson = Self.lesson(
            "<details open>\n<summary>The <b>answer</b></summary>\nIt is [1](claim:a).\n</details>\n\nAfter.\n")
        guard case .division(let division)? = lesson.blocks.first?.block else {
            return #expect(Bool(false), "\(lesson.blocks)")
        }
        #expect(division.kind == "open-details" && division.title.plainText == "The answer")
        #expect(lesson.claims.count == 1 && lesson.findings.isEmpty, "\(lesson.findings)")
        #expect(lesson.blocks.count == 2)
    }

    @Test func `text after a line break is text`() {
        let lesson = Self.lesson("<br>\n**Bold** and [1](claim:a).\n\nOne<br>two<br/>\nthree\n")
        #expect(lesson.claims.count == 1 && lesson.findings.isEmpty, "\(lesson.findings)")
        var breaks = 0
        lesson.walk { if case .inline(.lineBreak) = $0 { breaks += 1 } }
        #expect(breaks == 2)
    }

    @Test(arguments: ["<!--\n```{swift}\nlet a = 1\n```\n-->\n", "<pre>\n```{swift}\nlet a = 1\n```\n</pre>\n"])
    func `comments and listings stay closed`(source: String) {
        #expect(Self.lesson(source).cells.isEmpty)
    }

    @Test func `a frame right below a comment is read`() {
        let lesson = Self.lesson("<!-- a note -->\n<center>\n    <b>Fig. 1</b> Text\n</center>\n\nAfter.\n")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        #expect(
            lesson.blocks.contains {
                if case .paragraph(let text) = $0.block { text.plainText == "Fig. 1 Text" } else { false }
            })
    }

    @Test func `positions behind HTML stay those of the file`() {
        let marked = Marked("<div>\n:::note\nIt is [⟦1⟧1](claim:a).\n:::\n</div>\n")
        #expect(marked.lesson.claims.first?.place == marked.place(1))
    }

    @Test func `HTML in a fence is left out with a finding, as HTML without one`() {
        let lesson = Lesson.parsed(source: "Text\n\n```{=html}\n<object data=\"a.svg\"></object>\n```\n", file: "a.md")
        #expect(lesson.findings.map(\.code) == ["raw-html"] && lesson.findings.first?.place.line == 3, "\(lesson.findings)")
    }
}
