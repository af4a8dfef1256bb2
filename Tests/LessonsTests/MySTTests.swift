import Exhibits
import Testing

@testable import Lessons

/// Directives and roles of MyST that Lectern has by another name are read as that.
struct MySTTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    private static func blocks(_ source: String) -> [Block] { lesson(source).blocks.map(\.block) }

    private static func division(_ source: String) -> Division? {
        guard case .division(let division)? = blocks(source).first else { return nil }
        return division
    }

    @Test func `a directive between backticks is a division, and claims in it keep their places`() throws {
        let marked = Marked("Text.\n\n```{note} A title\n:class: dropdown\nIt is [⟦1⟧0.5](claim:x).\n```\n\nMore.\n")
        guard case .division(let division)? = marked.lesson.blocks.dropFirst().first?.block else {
            return #expect(Bool(false), "\(marked.lesson.blocks)")
        }
        #expect(division.kind == "note" && division.title.plainText == "A title")
        #expect(division.attributes["collapse"] == "true")
        #expect(marked.lesson.claims.map(\.place) == [marked.place(1)])
        #expect(marked.lesson.findings.isEmpty && marked.lesson.blocks.count == 3)
    }

    @Test(
        arguments: [
            ("```{exercise} A sum\n:label: one\nAdd.\n```\n", "exercise", "exr-one"),
            ("`````{exercise}\n:label: ex:two\n````{note}\n```python\n1\n```\n````\n`````\n", "exercise", "exr-ex-two"),
            (":::{prf:theorem} Name\n:label: thm-a\nText\n:::\n", "theorem", "thm-a"),
            ("```{solution} one\nText\n```\n", "solution", "sol-one"),
            ("```{prf:algorithm} Descent\n:label: alg-a\n\nStep $x$.\n```\n", "algorithm", nil),
            (":::{prf:proof}\nText\n:::\n", "proof", nil),
            ("```{solution-start} one\n:class: dropdown\n```\nText\n\n```{solution-end}\n```\n", "solution", "sol-one"),
            ("```{margin}\nText\n```\n", "column-margin", nil),
            ("```{dropdown} See \"more\"\nText\n```\n", "details", nil),
            (":::{dropdown}\n:open:\nText\n:::\n", "open-details", nil),
            ("```{admonition} Title\n---\nclass: tip\n---\nText\n```\n", "note", nil),
        ] as [(String, String, String?)])
    func `a directive is the division that it is here`(source: String, kind: String, label: String?) throws {
        let division = try #require(Self.division(source))
        #expect(division.kind == kind && division.label == label && !division.content.isEmpty, "\(division)")
        #expect(Self.lesson(source).findings.isEmpty && Self.blocks(source).count == 1, "\(Self.lesson(source).findings)")
    }

    @Test func `a formula has its number, and roles lead to it`() throws {
        let lesson = Self.lesson(
            "See {eq}`loss_one` and {math}`x^2`.\n\n```{math}\n:label: loss_one\n\na = b\n\n+ c\n```\n\nBehind `{eq}` and ``{eq}`loss_one` ``.\n"
        )
        guard case .mathematics(let formula)? = lesson.blocks.dropFirst().first?.block else {
            return #expect(Bool(false), "\(lesson.blocks)")
        }
        #expect(formula.label == "eq-loss_one" && formula.tex.contains("a = b") && formula.tex.contains("+ c"))
        guard case .paragraph(let text)? = lesson.blocks.first?.block else { return #expect(Bool(false)) }
        #expect(
            text.contains { if case .reference("eq-loss_one", _) = $0 { true } else { false } }
                && text.contains { if case .mathematics = $0 { true } else { false } }, "\(text)")
        guard case .paragraph(let behind)? = lesson.blocks.last?.block else { return #expect(Bool(false)) }
        #expect(behind.plainText.contains("{eq}`loss_one`"), "\(behind)")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test func `code is shown without its options, and told not to run`() {
        for source in ["```{code-cell} ipython3\n:tags: [hide-input]\n\nx = 1\n```\n", ":::{code-cell}\nx = 1\n:::\n"] {
            guard case .code("python", let text)? = Self.blocks(source).first else {
                return #expect(Bool(false), "\(Self.blocks(source))")
            }
            #expect(text.contains("x = 1") && !text.contains("tags"))
            #expect(Self.lesson(source).findings.map(\.code) == ["unknown-cell-language"])
        }
        #expect(Self.blocks("```{code-block} c\n:linenos:\n{note}`x`\n```\n").first == .code(info: "c", text: "{note}`x`\n"))
    }

    @Test func `a figure has its caption, its label and its width`() {
        let blocks = Self.blocks("```{figure} img/a b.png\n---\nname: fig-net\nwidth: 300px\n---\nThe *net*.\n```\n")
        guard case .figure(let picture)? = blocks.first else { return #expect(Bool(false), "\(blocks)") }
        #expect(picture.attributes.label == "fig-net" && picture.attributes.values["width"] == "300px")
        #expect(picture.destination.replacing("%20", with: " ") == "img/a b.png" && picture.caption.plainText == "The net.")
    }

    @Test func `a heading is called by the target before it`() {
        let lesson = Self.lesson("(top)=\n# Title\n\n(part_a)=\n## Part\n\nSee {ref}`part_a`.\n")
        #expect(lesson.title == "Title" && lesson.labels.map(\.name) == ["sec-part_a"] && lesson.findings.isEmpty)
    }

    @Test func `a name in brackets behind a formula is its label`() {
        let lesson = Self.lesson(
            "$$\na = b\n$$ (eq:one)\n\n$$c$$ (two)\n\n$$d$$ (below)\n\nSee {eq}`eq:one` and {eq}`two`.\n\n```python\n$$ (eq:x)\n```\n"
        )
        #expect(lesson.labels.map(\.name) == ["eq-one", "eq-two"] && lesson.findings.isEmpty, "\(lesson.findings)")
        var references: [String] = []
        lesson.walk { if case .inline(.reference(let name, _)) = $0 { references.append(name) } }
        #expect(references == ["eq-one", "eq-two"])
    }

    @Test func `links to other pages are their words, and a finding says what to write`() {
        let lesson = Self.lesson(
            "(top)=\n# Title\n\nSee {doc}`the appendix </content/math>`, {doc}`part/mle`, {ref}`IID <iid>`, {ref}`here <top>`, {term}`bias`.\n\n(part)=\n## Part\n\nIn {ref}`this *part* <part>`.\n"
        )
        guard case .paragraph(let text)? = lesson.body.first?.block, case .paragraph(let link)? = lesson.body.last?.block else {
            return #expect(Bool(false), "\(lesson.body)")
        }
        #expect(text.plainText == "See the appendix, mle, IID, here, bias.")
        #expect(link.contains { if case .link(_, "#sec-part", _) = $0 { true } else { false } }, "\(link)")
        #expect(lesson.findings.map(\.code) == Array(repeating: "other-dialect", count: 4), "\(lesson.findings)")
        #expect(lesson.findings.first?.message.contains("[the appendix](other.md)") == true)
        #expect(lesson.findings.last?.message.contains("@trm-word") == true)
    }

    @Test func `cells of a notebook end unseen, also where the page begins with one`() {
        let lesson = Self.lesson("+++ {\"user_expressions\": []}\n\n# Title\n\nText.\n\n+++\n\nMore.\n")
        #expect(lesson.body.count == 2 && lesson.findings.isEmpty, "\(lesson.body) \(lesson.findings)")
        #expect(Self.lesson("+++\na = 1\n+++\n\nText.\n").findings.count == 1)
    }

    @Test func `raw HTML is the author's own, raw text of other formats is in no page`() {
        let lesson = Self.lesson(
            "```{raw} jupyter\n<div align=\"right\">\n<img src=\"a.png\" alt=\"A\">\n</div>\n```\n\n# Title\n\n```{raw} latex\n\\x\n```\n\n+++\n\nText.\n"
        )
        #expect(lesson.title == "Title" && lesson.addresses.map(\.destination) == ["a.png"], "\(lesson.blocks)")
        #expect(!lesson.body.contains { if case .code = $0.block { true } else { false } }, "\(lesson.body)")
        guard case .paragraph(let text)? = lesson.body.last?.block else { return #expect(Bool(false)) }
        #expect(text.plainText == "Text." && lesson.findings.count == 1, "\(lesson.findings)")
    }

    @Test(arguments: [
        "```{note}\nText\n", ":::{note}\nText\n", "```{math}\nx\n", "```{figure} a.png\n", "```{index} a\n", "(a)=\n", "{eq}`",
    ])
    func `what has no end isn't swallowed`(source: String) {
        let lesson = Self.lesson("Before.\n\n" + source)
        #expect(lesson.blocks.count > 1 || !lesson.findings.isEmpty, "\(lesson.blocks)")
    }

    @Test func `fences of other kinds stay as they are`() {
        let source = "```{swift}\nlet x = 1\n```\n\n```{python}\n```{note}\n```\n\n``{note}`` text\n"
        let lesson = Self.lesson(source)
        #expect(lesson.cells.count == 1 && lesson.blocks.count == 3, "\(lesson.blocks)")
    }
}
