import Exhibits
import Testing

@testable import Lessons

struct CellTests {
    @Test func `a cell begins behind its options`() throws {
        let marked = Marked("Text\n\n```{swift}\n//| label: fig-a\n//| echo: false\n⟦1⟧let a = 1\n\nshow(a)\n```\n")
        let cell = try #require(marked.lesson.cells.first)
        #expect(cell.code == "let a = 1\n\nshow(a)")
        #expect(cell.place == marked.place(1))
        #expect(cell.options.label == "fig-a")
        #expect(cell.options.echo == .no)
        #expect(marked.lesson.findings.isEmpty)
    }

    @Test(arguments: [
        ("let a = 1\nlet b = 2 // hide\nshow(a)", "let a = 1\nshow(a)"), ("// hide\nlet a = 1", "let a = 1"),
        ("let a = 1 // hidden", "let a = 1 // hidden"), ("let a = 1 // hide  ", ""),
    ])
    func `lines that end in hide run without being shown`(code: String, shown: String) throws {
        let lesson = Lesson.parsed(source: "```{swift}\n\(code)\n```\n", file: "a.md")
        let cell = try #require(lesson.cells.first)
        #expect(cell.code == code)
        #expect(cell.shownCode == shown)
    }

    @Test func `a cell in a list begins at its own column`() throws {
        let marked = Marked("1. Do\n\n   ```{swift}\n   ⟦1⟧let a = 1\n   let b = 2\n   ```\n")
        let cell = try #require(marked.lesson.cells.first)
        #expect(cell.code == "let a = 1\nlet b = 2")
        #expect(cell.place == marked.place(1))
    }

    @Test(arguments: [
        "```{swift}\n#| label: a\n#| echo: fenced\n1\n```", "```swift {run #a echo=fenced}\n1\n```",
        "~~~{swift #a, echo=fenced}\n1\n~~~",
    ])
    func `every spelling of a cell gives the same options`(text: String) throws {
        let lesson = Lesson.parsed(source: text, file: "a.md")
        let cell = try #require(lesson.cells.first)
        #expect(cell.options.label == "a")
        #expect(cell.options.echo == .fenced)
        #expect(cell.code == "1")
        #expect(lesson.findings.isEmpty)
    }

    @Test(arguments: ["```swift\nlet a = 1\n```", "```{.swift}\nlet a = 1\n```"])
    func `code that only shows is no cell`(text: String) {
        let lesson = Lesson.parsed(source: text, file: "a.md")
        #expect(lesson.cells.isEmpty)
        #expect(lesson.blocks.map(\.block) == [.code(info: "swift", text: "let a = 1\n")])
    }

    @Test func `a fence in two pairs of braces shows a cell with its fence`() {
        let lesson = Lesson.parsed(source: "````{{swift}}\n//| echo: false\nlet a = 1\n````\n", file: "a.md")
        #expect(lesson.cells.isEmpty)
        #expect(
            lesson.blocks.map(\.block) == [.code(info: "swift", text: "```{swift}\n//| echo: false\nlet a = 1\n```\n")])
    }

    @Test func `R Markdown's settings on the fence mean what they mean there`() throws {
        let lesson = Lesson.parsed(
            source: "```{swift curve, echo=FALSE, fig.cap=\"Loss, falling\", fig.alt=\"A curve\"}\n1\n```\n", file: "a.md")
        #expect(lesson.findings.isEmpty)
        let cell = try #require(lesson.cells.first)
        #expect(cell.options.label == "curve" && cell.options.echo == .no && cell.options.figAlt == "A curve")
        #expect(cell.caption == [.text("Loss, falling")])
    }

    @Test func `cells take the page's defaults and may overrule them`() {
        let lesson = Lesson.parsed(
            source:
                "---\nexecute:\n  echo: false\n  error: true\n---\n```{swift}\n1\n```\n```{swift}\n//| echo: true\n2\n```\n",
            file: "a.md")
        #expect(lesson.cells.map(\.options.echo) == [.no, .yes])
        #expect(lesson.cells.map(\.options.error) == [true, true])
    }

    @Test func `cells and slots are numbered in the order of the text, captions behind their cell`() {
        let lesson = Lesson.parsed(
            source: """
                `{swift} a` and [1](claim:b)

                ```{swift}
                //| fig-cap: Up to [2](claim:c)
                1
                ```

                $$ \\claim{3}{d} + \\value{e} $$

                | [4](claim:f) |
                |---|
                | [5](claim:g) |

                ```{swift}
                2
                ```
                """, file: "a.md")
        #expect(lesson.cells.map(\.index) == [0, 1])
        #expect(lesson.slots.map(\.number) == [0, 1, 2, 3, 4, 5, 6])
        #expect(lesson.slots.map(\.expression) == ["a", "b", "c", "d", "e", "f", "g"])
    }
}
