import Exhibits
import Testing

@testable import Lessons

/// What other tools write is read, or reported once with what to write here; it is never printed in silence.
struct DialectTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    private static func formulas(_ lesson: Lesson) -> [(tex: String, isDisplay: Bool)] {
        var formulas: [(String, Bool)] = []
        lesson.walk { visit in
            switch visit {
            case .block(let node):
                if case .mathematics(let formula) = node.block { formulas.append((formula.tex, formula.isDisplay)) }
            case .inline(.mathematics(let formula)): formulas.append((formula.tex, formula.isDisplay))
            case .inline: break
            }
        }
        return formulas
    }

    @Test(arguments: [
        ("\\(x\\) and more\n", "x", false), ("so \\(a_1 + b\\).\n", "a_1 + b", false), ("\\[a = b\\]\n", " a = b ", true),
        ("\\[\na = b\n- c\n\\]\n", "a = b\n- c", true), ("\\begin{equation}\na = b\n\\end{equation}\n", "a = b", true),
        ("\\begin{align}\na &= b \\\\\n  &= c\n\\end{align}\n", "&= c", true),
        ("Text \\begin{align*} x \\end{align*} text.\n", "x", true),
        ("\\[ see \\[a = b\\]\n", "a = b", true), ("\\[ a \\\\[2pt] b = c \\]\n", "b = c", true),
        ("> \\begin{pmatrix}\n> 1 \\\\\n> 2\n> \\end{pmatrix}\n", "2", true),
    ]) func `formulas without dollars are formulas`(source: String, tex: String, isDisplay: Bool) {
        let lesson = Self.lesson(source)
        let formulas = Self.formulas(lesson)
        #expect(formulas.count == 1 && formulas.first?.isDisplay == isDisplay, "\(lesson.blocks)")
        #expect(formulas.first?.tex.contains(tex.trimmingPrefix(" ").trimmingSuffix(while: { $0 == " " })) == true)
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test(arguments: [
        "\\(see above\\)\n", "\\[1\\] and \\[no link\\](a)\n", "- \\[x\\] done\n", "\\[\\\\\\]\n", "It costs $ 5 and $ 6.\n",
    ])
    func `escaped brackets and prices stay text`(source: String) {
        let lesson = Self.lesson(source)
        #expect(Self.formulas(lesson).isEmpty && lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test func `a claim in a formula without dollars is read`() {
        let lesson = Self.lesson(
            "\\[ E = \\claim{0.5}{x} \\] and \\(\\claim{0.25}{y}\\) and \\begin{align} a &= \\claim{1}{z} \\end{align}\n")
        #expect(lesson.claims.map(\.expression) == ["x", "y", "z"] && lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test func `marks, tasks and definitions are read`() {
        let lesson = Self.lesson(
            "~~gone~~ H~2~O x^2^ 1^st^ **~~b~~**\n\n- [ ] to do\n- [x] *done*\n\nTerm\n: its [1](claim:a)\n: second\n\nOther\n\n: loose\n"
        )
        var marks: [TextMark] = []
        var tasks: [Bool] = []
        var definitions: [Definition] = []
        lesson.walk { visit in
            switch visit {
            case .block(let node): if case .definitions(let list) = node.block { definitions += list }
            case .inline(.marked(let mark, _)): marks.append(mark)
            case .inline(.task(let isDone)): tasks.append(isDone)
            case .inline: break
            }
        }
        #expect(marks == [.struck, .subscript, .superscript, .superscript, .struck])
        #expect(tasks == [false, true])
        #expect(definitions.map { $0.term.plainText } == ["Term", "Other"])
        #expect(definitions.map { $0.meanings.map(\.plainText) } == [["its 1", "second"], ["loose"]])
        #expect(lesson.claims.count == 1 && lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test(arguments: [
        "~/a and ~/b\n", "x ^ 2 ^ 3\n", "a~b\n", "2^10 = 1024\n", "\\~a\\~ `~b~`\n", "~~ a ~~\n", "**a ~~b** c~~\n",
    ])
    func `tildes and circumflexes that mark nothing stay`(source: String) {
        var marks = 0
        Self.lesson(source).walk { if case .inline(.marked) = $0 { marks += 1 } }
        #expect(marks == 0)
    }

    @Test func `a caption of a table is no definition`() {
        let lesson = Self.lesson("| a |\n|---|\n| 1 |\n\n: Caption\n")
        guard case .table(let table)? = lesson.blocks.first?.block else { return #expect(Bool(false)) }
        #expect(table.caption.plainText == "Caption" && lesson.blocks.count == 1)
    }

    @Test func `names of emoji become the characters, in text alone`() {
        let lesson = Self.lesson(":rocket: and `:rocket:` at 10:20:30 :no_such_thing:\n")
        guard case .paragraph(let text)? = lesson.blocks.first?.block else { return #expect(Bool(false)) }
        #expect(text.plainText == "🚀 and :rocket: at 10:20:30 :no_such_thing:")
        #expect(lesson.findings.map(\.code) == ["other-dialect"])
    }

    @Test func `shortcodes say what the front matter says, and videos are links`() {
        let lesson = Self.lesson(
            "---\ntitle: T\npath: img/\n---\nIn {{< meta title >}}: ![A]({{< meta path >}}a.png).\n\n{{< video https://example.org/v >}}\n"
        )
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        var addresses: [String] = []
        lesson.walk { visit in
            if case .inline(.image(_, let address, _)) = visit { addresses.append(address) }
            if case .inline(.link(_, let address, _)) = visit { addresses.append(address) }
        }
        #expect(addresses == ["img/a.png", "https://example.org/v"])
    }

    /// Each with what the advice must say.
    @Test(arguments: [
        ("$ x_1 $ and $ \\sqrt n $.\n", "$x_1$"), ("{{< includ part.md >}}\n", "include"),
        ("![]({{< meta path >}}a.png)\n", "path"),
        ("See {eq}`eq-a`.\n", "@eq-name"), ("{doc}`other`\n", "[other](other.md)"), ("{cite}`Key`\n", "bibliography"),
        ("```{index} a\n```\n", "remove it"), ("```{include} other.md\n```\n", "{{< include"),
        ("[TOC]\n", "toc: true"), ("{: .note}\n", "::: {.callout-note}"),
        // Others of the same kinds.
        ("```{epigraph}\nText\n```\n", "> text"), ("!!! warning\n    Text\n", "::: {.callout-note}"),
        ("See [[Other page]].\n", "[text](file.md)"),
        ("{% include a.html %}\n", "include"), ("{{% notice %}}\n", "Hugo"), ("{{ page.title }}\n", "meta"),
        (".. note::\n\n   Text\n", "callout"), ("See :ref:`a`.\n", "@sec-name"), ("See :numref:`fig_a`.\n", "@fig-name"),
        (":begin_tab:`x`\na\n:end_tab:\n", "panel-tabset"), ("+---+---+\n| a     |\n+---+---+\n", "| a | b |"),
        ("A note^[with text].\n", "[^name]"), ("As [@key] says.\n", "bibliography"), ("It is ==marked== here.\n", "{.mark}"),
        ("\\textbf{bold} text\n", "**text**"), ("\\begin{itemize}\n\\item a\n\\end{itemize}\n", "- before"),
        ("(label)=\n", "{#sec-name}"), ("\\[y\\] alone\n", "$$y$$"), ("**bold**{.red} text\n", "attributes"),
        ("a   b\n\n--- ---\n\n1   2\n", "| a | b |"), ("```mermaid\ngraph\n```\n", "picture"),
        (":::{card} A\nb\n:::\n", "::: {.callout-note}"),
        ("\\newpage\n", "remove it"), ("#. one\n", "1."), ("a) one\nb) two\n", "1."), ("| a line\n| another\n", "backslash"),
    ]) func `what isn't understood is reported with what to write`(source: String, advice: String) {
        let lesson = Self.lesson(source)
        let found = lesson.findings.filter { $0.code == "other-dialect" }
        #expect(!found.isEmpty && lesson.findings.allSatisfy { $0.severity == .warning }, "\(lesson.findings)")
        #expect(found.contains { $0.message.contains(advice) }, "\(lesson.findings)")
    }

    @Test(arguments: [
        "A `\\newline`{=tex} B `<b>`{=html} C", "A \\bigskip B \\vspace*{1cm} C",
        "A\n\n\\bigskip\n\nB\n\n```{=latex}\n\\x\n```\n\nC",
    ]) func `what only moves paper or is written for another format is in no page`(source: String) {
        let words = Self.lesson(source + "\n").blocks.flatMap { node -> [Substring] in
            guard case .paragraph(let text) = node.block else { return [] }
            return text.plainText.split(whereSeparator: \.isWhitespace)
        }
        #expect(words == ["A", "B", "C"], "\(Self.lesson(source).blocks)")
        #expect(Self.lesson(source).blocks.allSatisfy { if case .code = $0.block { false } else { true } })
        #expect(Self.lesson(source).findings.allSatisfy { $0.severity == .warning })
    }

    @Test(
        arguments: [
            ("[![B](b.svg)](https://a.b)\n\n[Code](https://a.b) | [Slides](https://a.b)\n\n# Title\n\nText\n", "Title", 3),
            ("<!-- c -->\n\n# Title\n\nText\n", "Title", 2), ("Text\n\n# Part\n", "A", 2),
            ("[![B](b.svg)](https://a.b)\n\n## Part\n", "A", 2), ("[Read](https://a.b) this\n\n# Part\n", "A", 2),
        ] as [(String, String, Int)])
    func `badges may stand before the heading that is the title, words may not`(source: String, title: String, blocks: Int) {
        let lesson = Self.lesson(source)
        #expect(lesson.title == title && lesson.body.count == blocks, "\(lesson.body)")
    }

    @Test(arguments: ["**a)** Compute.", "See a) and b).", "| a) | b |\n|---|---|\n| c | d |", "*a)* One."])
    func `a letter that labels is none that begins a list`(source: String) {
        #expect(Self.lesson(source + "\n").findings.isEmpty)
    }

    @Test func `each kind is reported once a page, at its first place`() {
        let marked = Marked("Text.\n\nSee ⟦1⟧{eq}`a` and {eq}`b`.\n\n{eq}`c` and ⟦2⟧{doc}`d`.\n")
        let found = marked.lesson.findings
        #expect(found.map(\.code) == ["other-dialect", "other-dialect"], "\(found)")
        #expect(found.map(\.place) == [marked.place(1), marked.place(2)])
    }

    @Test func `code and formulas are nobody's dialect`() {
        let lesson = Self.lesson(
            "`{eq}` and `\\textbf{a}` and $\\text{[TOC]}$ and `[[x]]`\n\n```python\n{% x %}\n```\n\n    {: .note}\n")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test(arguments: [
        "See Figure \\@ref(fig:net).\n", "| a |\n|---|\n| 1 |\n\nTable: (\\#tab:a) Ones\n", "``` tikz\nx\n```\n",
    ])
    func `what bookdown names and draws is found`(source: String) {
        #expect(Self.lesson(source).findings.count == 1, "\(Self.lesson(source).findings)")
    }

    @Test func `callouts of other tools' colons are callouts`() {
        for source in [":::{note}\nText\n:::\n", ":::note Title\nText\n:::\n", ":::{seealso} Title\nText\n:::\n"] {
            guard case .division(let division)? = Self.lesson(source).blocks.first?.block else {
                return #expect(Bool(false), "\(source)")
            }
            #expect(division.kind == "note")
        }
    }

    @Test func `listings have labels and captions, links and code attributes`() {
        let lesson = Self.lesson(
            "```{#lst-a .python lst-cap=\"A *sum*\"}\n1 + 1\n```\n\nSee @lst-a, [x](https://a.b){.external} and `a`{.python}.\n"
        )
        #expect(lesson.labels.map(\.name) == ["lst-a"] && lesson.labels.first?.title == "A sum")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test func `parts of a figure count under its number`() {
        let lesson = Self.lesson(
            "![Z](z.png){#fig-z}\n\n::: {#fig-x layout-ncol=2}\n![A](a.png){#fig-a}\n\n![B](b.png){#fig-b}\n\nBoth\n:::\n\n![C](c.png){#fig-c}\n"
        )
        let words = ReferenceWords(lang: "en")
        #expect(lesson.labels.map { words.name(of: $0) } == ["Figure 1", "Figure 2", "Figure 2a", "Figure 2b", "Figure 3"])
    }

    @Test func `a video in HTML is a link`() {
        let lesson = Self.lesson("<iframe src=\"https://a.b/v?x=1&amp;y=2\" title=\"The film\"></iframe>\n")
        guard case .paragraph(let text)? = lesson.blocks.first?.block, case .link(let words, let address, _)? = text.first
        else {
            return #expect(Bool(false), "\(lesson.blocks)")
        }
        #expect(words.plainText == "The film" && address == "https://a.b/v?x=1&y=2" && lesson.findings.isEmpty)
    }

    @Test(arguments: [
        ("\\color[rgb]{1,0.5,0} x", "\\color{#ff8000} x"), ("\\textcolor[RGB]{0, 16, 255}{x}", "\\textcolor{#0010ff}{x}"),
        ("\\color[HTML]{00aa11}x", "\\color{#00aa11}x"), ("\\color[gray]{0.2}x", "\\color{#333333}x"),
        ("\\color{red}x", "\\color{red}x"), ("\\color[rgb]{1,2}x", "\\color[rgb]{1,2}x"),
    ]) func `a colour of LaTeX's models is one of KaTeX's`(written: String, tex: String) {
        #expect(Self.formulas(Self.lesson("$$\(written)$$\n")).map(\.tex) == [tex])
    }

    @Test(arguments: [
        ("week2/05-gradient_descent.md", "05 gradient descent"), ("week2/README.md", "Week2"), ("lstm.md", "Lstm"),
    ]) func `a lesson without a title is called by the words of its file's name`(file: String, title: String) {
        var lesson = Lesson.parsed(source: "Text.\n", file: file)
        lesson.name = String(file.dropLast(3))
        #expect(lesson.title == title)
    }
}
