import Exhibits
import Testing

@testable import Lessons

/// Quarto's conditional content: what is hidden is in no page, and runs all the same.
struct ConditionTests {
    private static func lesson(_ source: String, profiles: [String] = []) -> Lesson {
        var defaults = FrontMatter()
        defaults.profiles = profiles
        return Lesson.parsed(source: source, file: "a.md", defaults: defaults)
    }

    /// All text that a page could show.
    private static func text(_ lesson: Lesson) -> String {
        var text = ""
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                if case .cell(let cell) = node.block { text += cell.code + " " }
                if case .code(_, let code) = node.block { text += code + " " }
            case .inline(let inline): if case .text(let words) = inline { text += words + " " }
            }
        }
        return text
    }

    @Test(arguments: [
        "::: {.content-hidden}\nanswer\n:::\n",
        "::: {.content-visible when-format=\"pdf\"}\nanswer\n:::\n",
        "::: {.content-visible when-profile=\"solutions\"}\nanswer\n:::\n",
        "Text [answer]{.content-hidden} text.\n",
        "::: {.content-visible unless-format=\"html\"}\nanswer\n:::\n",
        "::: {.content-hidden when-format=\"html\"}\nanswer\n:::\n",
        "::: {.content-hidden unless-profile=\"solutions\"}\nanswer\n:::\n",
        "::: {.content-visible when-format=\"html\" when-profile=\"solutions\"}\nanswer\n:::\n",
        "::: content-hidden\nanswer\n:::\n",
        "::: {.callout-note .content-hidden}\n## answer\n\nanswer\n:::\n",
        "::: {.content-visible when-format=html}\n::: {.content-hidden}\n- answer\n\n  > answer\n:::\n:::\n",
        "::::: {.content-hidden}\n::: {.content-visible}\nanswer\n:::\nanswer\n:::::\n",
        "- item\n\n  ::: {.content-hidden}\n  answer\n  :::\n",
        "::: {.hidden}\nanswer\n:::\n",
        "**A [answer *answer*]{.content-visible when-format=\"docx\"} B**\n",
        "::: {.content-hidden}\nText[^a].\n:::\n\n[^a]: answer\n",
        "::: {.content-hidden}\n| answer | b |\n|--|--|\n| answer | 2 |\n\n: answer\n:::\n",
    ]) func `hidden text is in no lesson`(source: String) {
        let lesson = Self.lesson("# Title\n\nBefore.\n\n" + source + "\nAfter.\n")
        #expect(!Self.text(lesson).contains("answer"), "\(lesson.blocks)")
        #expect(Self.text(lesson).contains("After."))
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test(arguments: [
        "::: {.content-visible}\nshown\n:::\n",
        "::: {.content-visible when-format=\"html\"}\nshown\n:::\n",
        "::: {.content-hidden when-format=\"pdf\"}\nshown\n:::\n",
        "::: {.content-visible when-profile=\"solutions\"}\nshown\n:::\n",
        "[shown]{.content-visible unless-format=\"latex\" when-profile=\"solutions\"}\n",
        "::: {.content-hidden unless-profile=\"solutions\"}\nshown\n:::\n",
    ]) func `what the conditions let through is shown`(source: String) {
        let lesson = Self.lesson(source, profiles: ["solutions"])
        #expect(Self.text(lesson).contains("shown"))
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test func `a division that is nothing but its condition leaves no division behind`() {
        let lesson = Self.lesson("::: {.content-visible when-format=\"html\"}\nText.\n:::\n")
        guard case .paragraph? = lesson.blocks.first?.block else { return #expect(Bool(false), "\(lesson.blocks)") }
        let tip = Self.lesson("::: {.content-visible .callout-tip when-format=\"html\"}\nText.\n:::\n")
        guard case .division(let division)? = tip.blocks.first?.block else { return #expect(Bool(false), "\(tip.blocks)") }
        #expect(division.kind == "tip" && division.attributes.isEmpty)
    }

    @Test func `hidden cells and claims run and are judged in the order of the text`() {
        let lesson = Self.lesson(
            """
            ```{swift}
            let a = 1
            ```

            ::: {.content-hidden}
            ```{swift}
            let b = a
            ```
            It is [1](claim:b).
            :::

            See [$2$ and [2](<claim: a + b>)]{.content-hidden} `{swift} b`.

            """)
        #expect(lesson.cells.map(\.index) == [0, 1])
        #expect(lesson.slots.map(\.expression) == ["b", "a + b", "b"])
        #expect(lesson.slots.map(\.number) == [0, 1, 2])
        // A cell and two claims.
        #expect(lesson.unseen.count == 3)
    }

    @Test func `labels of hidden figures count for nothing`() {
        let lesson = Self.lesson(
            "::: {.content-hidden}\n![A](a.png){#fig-a}\n:::\n\n![B](b.png){#fig-b}\n")
        #expect(lesson.labels.map(\.name) == ["fig-b"] && lesson.labels.map(\.number) == [1])
    }

    @Test func `a footnote that shown text mentions too stays`() {
        let lesson = Self.lesson("A[^a].\n\n::: {.content-hidden}\nB[^a].\n:::\n\n[^a]: note\n")
        #expect(Self.text(lesson).contains("note"))
    }

    @Test func `the title is the first heading that is shown`() {
        let lesson = Self.lesson("::: {.content-hidden}\n# Teachers\n\n`{swift} 1`\n:::\n\n# Title\n\nText.\n")
        #expect(lesson.title == "Title" && !Self.text(lesson).contains("Teachers"))
        #expect(lesson.body.count == 2)
    }

    @Test(arguments: [
        ("::: ⟦1⟧{.content-hiden}\nanswer\n:::\n", "content-hidden"),
        ("::: {.content-visible when-fromat=\"pdf\"}\nanswer\n:::\n", "when-format"),
        ("::: {.content-visible when-format=\"pfd\"}\nanswer\n:::\n", "pdf"),
        ("::: {.content-visible when-meta=\"a.b\"}\nanswer\n:::\n", "when-profile"),
        ("::: {when-profile=\"solutions\"}\nanswer\n:::\n", ".content-visible"),
        ("::: {.content-visible .content-hidden}\nanswer\n:::\n", "keep one"),
    ]) func `a condition that isn't understood is reported and hides`(source: String, advice: String) {
        let lesson = Self.lesson(source.replacing("⟦1⟧", with: ""))
        #expect(lesson.findings.map(\.code) == ["unknown-condition"], "\(lesson.findings)")
        #expect(lesson.findings.first?.message.contains(advice) == true, "\(lesson.findings)")
        #expect(!Self.text(lesson).contains("answer"))
    }

    @Test(arguments: ["## Answer {.content-hidden}\n", "![Answer](a.png){.content-hidden}\n"])
    func `conditions where they would hide nothing are refused`(source: String) {
        #expect(Self.lesson(source).findings.map(\.code) == ["unknown-condition"])
    }
}
