import Audit
import Exhibits
import Testing

/// Notes as lessons: what an audit tied is a claim, everything else stays as it was, and what is left out is listed.
struct ImportTests {
    private static let numbers = [NamedNumber("pass[\"x\"]", 0.377512), NamedNumber("lossAfterOneUpdate", 0.291027)]

    private func imported(_ text: String, as name: String) -> ImportedNotes {
        var audit = audited(text, as: name)
        audit.tie(to: [NamedNumber("net1", 0.377512)] + Self.numbers)
        return ImportedNotes(audit)
    }

    @Test func `what was tied is a claim in text and formulas`() {
        let notes = imported(
            "---\ntitle: A step\n---\n\nSo $net_1 = 0.3775$. The loss after one update is 0.2910.\n", as: "a.qmd")
        #expect(notes.title == "A step" && notes.claims == 2)
        #expect(notes.markdown.contains("$net_1 = \\claim{0.3775}{net1}$"), "\(notes.markdown)")
        #expect(notes.markdown.contains("is [0.2910](<claim: lossAfterOneUpdate>)."), "\(notes.markdown)")
    }

    @Test func `code of other languages is shown, and what only their tools know is listed`() {
        let notes = imported(
            "```{r, echo=FALSE}\n#| label: a\nplot(x)\n```\n\n{{< embed a.ipynb >}}\n\nAt `r x`.\n", as: "a.Rmd")
        #expect(notes.markdown.contains("```r\nplot(x)\n```") && !notes.markdown.contains("{{<"))
        #expect(notes.omissions.map(\.place.line) == [1, 6, 8], "\(notes.omissions)")
    }

    @Test func `what code was to draw is named where it is referred to, and hidden code is left out`() {
        let notes = imported(
            "```{r setup, include=FALSE}\nx\n```\n\n```{python}\n#| label: fig-a\nplot()\n```\n\nSee @fig-a, @fig-ab and a@fig-a.\n\n```{r fig-ab}\n#| include: false\ny\n```\n",
            as: "a.qmd")
        #expect(
            notes.markdown == "\n```python\nplot()\n```\n\nSee `fig-a`, `fig-ab` and a`fig-a`.\n\n", "\(notes.markdown)")
        #expect(notes.omissions.map(\.place.line) == [1, 5, 10, 10, 10, 12], "\(notes.omissions)")
    }

    @Test func `a cell that only shows a picture is that picture, with its caption and label`() {
        let notes = imported(
            "```{r digits, echo=FALSE, fig.cap=\"Ten digits.\"}\nknitr::include_graphics(\"images/digits.png\", dpi = 90)\n```\n\n"
                + "```{r}\n#| label: fig-net\n#| fig-cap: A net\ninclude_graphics('net.png')\n```\n\nSee @fig-net.\n",
            as: "a.Rmd")
        #expect(
            notes.markdown == "![Ten digits.](<images/digits.png>)\n\n![A net](<net.png>){#fig-net}\n\nSee @fig-net.\n",
            "\(notes.markdown)")
        #expect(notes.omissions.isEmpty, "\(notes.omissions)")
    }

    @Test func `a fence in a list stays in the list, HTML stays HTML, and no heading has a sign that it has no number`() {
        let notes = imported(
            "# Uses {-}\n\n1. Write\n\n    ```{bash}\n    ls\n    ```\n\n```{=html}\n<b>a</b>\n```\n\n```{ojs}\n//| echo: false\nx\n```\n",
            as: "a.qmd")
        #expect(
            notes.markdown
                == "# Uses\n\n1. Write\n\n    ```bash\n    ls\n    ```\n\n```{=html}\n<b>a</b>\n```\n\n```ojs\nx\n```\n",
            "\(notes.markdown)")
    }

    @Test(arguments: [
        (#"py\n```\n\n```{swift}\nprint(1)"#, "python"), ("{swift}", "python"), ("C++", "c++"), ("r ", "python"), ("R", "r"),
    ])
    func `the language of a notebook is one word`(language: String, written: String) {
        let notebook = #"{"cells":[{"cell_type":"code","source":"x"}],"metadata":{"kernelspec":{"language":"\#(language)"}}}"#
        #expect(imported(notebook, as: "a.ipynb").markdown == "```\(written)\nx\n```")
    }

    @Test func `nothing of a notebook becomes a cell that runs`() {
        let cells = [
            #"{"cell_type":"code","source":"'''\n```\n\n```{swift}\nprint(1)\n```\n'''"}"#,
            #"{"cell_type":"markdown","source":"a\n\n```{swift}\nprint(1)\n```\n\n- ~~~ {swift}\n  x\n  ~~~\n"}"#,
        ]
        let markdown = imported(#"{"cells":[\#(cells.joined(separator: ","))]}"#, as: "a.ipynb").markdown
        #expect(markdown.hasPrefix("````python\n'''\n```\n\n```{swift}\n"), "\(markdown)")
        #expect(markdown.contains("a\n\n```swift\nprint(1)\n```"), "\(markdown)")
        #expect(markdown.contains("- ~~~ swift\n"), "\(markdown)")
    }

    @Test func `directives of a notebook's text stay, and nothing of them runs`() {
        let text =
            ##"```{dropdown} More\nText\n```\n\n:::{code-cell} swift\n1\n:::\n\n```swift {run}\n1\n```\n\n```{python}\n1\n```\n\n```{code-cell} swift\n1\n```"##
        let markdown = imported("{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"\(text)\"}]}", as: "a.ipynb").markdown
        #expect(
            markdown
                == "```{dropdown} More\nText\n```\n\n:::{code-block} swift\n1\n:::\n\n```swift\n1\n```\n\n```python\n1\n```\n\n"
                + "```{code-block} swift\n1\n```", "\(markdown)")
    }

    @Test func `a film in a frame is a link, also where text shows the cell once more`() {
        let html = #"["<iframe\n width=\"4\" src=\"https://a.b/c?d=1&amp;e\"\n></iframe>"]"#
        let film = #"{"data":{"text/html":\#(html),"text/plain":"<a.Film at 0x7f>"}}"#
        let notes = imported(
            ##"{"cells":[{"cell_type":"markdown","source":"![](#film)\n![](#text)\n![](#other)"},{"cell_type":"code","source":"#| label: film\nf()","outputs":[\##(film)]},{"cell_type":"code","source":"#| label: text\ng()","outputs":[{"text":"1"}]}]}"##,
            as: "a.ipynb")
        let stored = "::: {.stored-output}\n\n<https://a.b/c?d=1&e>\n\n:::"
        #expect(notes.markdown.hasPrefix("\n\(stored)\n\n\n![](#other)\n\n```python\n"), "\(notes.markdown)")
        #expect(notes.markdown.contains("f()\n```\n\n\(stored)\n\n") && notes.omissions.count == 1, "\(notes)")
    }

    @Test func `the words of one heading in brackets are a link to it`() {
        let notes = imported(
            "## Least squares {-}\n\nSee [least  Squares], [these][Least squares], [Twice], `[Named]`, [Named](a), [Named] and [Own].\n\n"
                + "[Own]: a\n\n## Twice\n\n## Twice\n\n## Named {#sec-n .a}\n\n## Own\n\n```\n## Least squares\n```\n",
            as: "a.Rmd")
        #expect(notes.markdown.hasPrefix("## Least squares {#sec-least-squares}\n\n"), "\(notes.markdown)")
        #expect(
            notes.markdown.contains(
                "See [least  Squares](#sec-least-squares), [these](#sec-least-squares), [Twice], `[Named]`, [Named](a), [Named](#sec-n) and [Own].\n"
            ), "\(notes.markdown)")
        #expect(notes.markdown.contains("## Named {#sec-n .a}\n\n## Own\n"), "\(notes.markdown)")
    }

    @Test func `emphasis and strong words without a blank between them are both`() {
        let notes = imported("The *age***-64** and `*a***-b**`.\n\nA *b***-c** and **d***-e**.\n", as: "a.qmd")
        #expect(notes.markdown.hasSuffix("A *b*<strong>-c</strong> and **d***-e**.\n"), "\(notes.markdown)")
        #expect(notes.markdown.hasPrefix("The *age***-64** and `*a***-b**`."), "\(notes.markdown)")
    }

    @Test func `a box with a class of its own is a frame`() {
        let notes = imported("```{block2, type ='own'}\nText.\n```\n\n```{block, type=\"proof\"}\nText.\n```\n", as: "a.Rmd")
        #expect(
            notes.markdown == ":::::: {.callout-note}\n\nText.\n\n::::::\n\n:::::: {.proof}\n\nText.\n\n::::::\n",
            "\(notes.markdown)")
    }

    @Test func `comments in code are none of the headings that may be the title`() {
        let markdown = "```python\n# one\n# two\n# three\n```\n\n# Title\n\n~~~\n# four\n~~~\n"
        #expect(ImportedNotes.titles(in: markdown) == ["# Title"])
    }

    @Test func `a comment in code is no title`() {
        let notes = imported(
            ###"{"cells": [{"cell_type":"code","source":"# We use a simple set\nx = 1","outputs":[]},{"cell_type":"markdown","source":"## Regression\n\n# Real title"}],"metadata":{"kernelspec":{"language":"python"}}}"###,
            as: "a.ipynb")
        #expect(notes.title == "Real title", "\(notes)")
        #expect(imported("# <center>\n<img src=\"a.png\">\n</center>\n\n# Real title\n", as: "a.md").title == "Real title")
    }

    @Test func `frames and videos that lessons have too stay, unless a frame is never closed`() {
        let frames = "::: {.columns}\n:::: {.column width=50%}\nText\n::::\n:::\n\n{{< video a >}}\n"
        let notes = imported(frames, as: "a.qmd")
        #expect(notes.markdown == frames && notes.omissions.isEmpty, "\(notes)")
        let open = imported("::: {.columns}\nText\n", as: "a.qmd")
        #expect(!open.markdown.contains(":::") && open.omissions.map(\.place.line) == [1], "\(open)")
    }

    @Test(arguments: ["format: revealjs", "format:\n  revealjs:\n    theme: dark", "output: xaringan::moon_reader"])
    func `slides stay slides`(head: String) {
        #expect(imported("---\ntitle: A\n\(head)\n---\n\n# One\n", as: "a.qmd").isSlides)
        #expect(!imported("---\ntitle: A revealjs\nformat: html\n---\n\n# One\n", as: "a.qmd").isSlides)
    }

    @Test func `a notebook's cells stand one after the other`() {
        let notes = imported(
            #"{"cells": [{"cell_type":"markdown","source":["So $net_1 = 0.3775$.\n","\n","$$\\frac{1}{2}$$"]},{"cell_type":"code","source":"x = 1","outputs":[{"text":"1"}]}],"metadata":{"kernelspec":{"language":"python"}}}"#,
            as: "a.ipynb")
        #expect(notes.markdown.contains("$net_1 = \\claim{0.3775}{net1}$.") && notes.markdown.contains("$$\\frac{1}{2}$$"))
        #expect(
            notes.markdown.hasSuffix("```python\nx = 1\n```\n\n::: {.stored-output}\n\n```\n1\n```\n\n:::"), "\(notes.markdown)"
        )
        #expect(notes.omissions.isEmpty, "\(notes.omissions)")
    }

    private static let pixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="

    @Test func `pictures that a notebook holds are files, and only such pictures`() {
        let png = "{\"data\":{\"text/plain\":\"<Figure size 1x1>\",\"image/png\":[\"\(Self.pixel)\\n\"]}}"
        let notes = imported(
            "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"plot()\",\"outputs\":[{\"text\":\"a\"},\(png),"
                + "{\"data\":{\"image/png\":\"PHNjcmlwdD4=\"}},{\"data\":{\"text/html\":\"<b>\"}},"
                + "{\"data\":{\"text/plain\":\"<IPython.core.display.HTML object>\"}}]},"
                + "{\"cell_type\":\"markdown\",\"source\":\"![Net](attachment:my%20net.png)\",\"attachments\":{\"my net.png\":{\"image/png\":\"\(Self.pixel)\"}}}]}",
            as: "a.ipynb")
        #expect(
            notes.markdown
                == "```python\nplot()\n```\n\n::: {.stored-output}\n\n```\na\n```\n\n![](outputs/cell-1-2.png){alt=\"Out [1]\"}\n\n:::\n\n![Net](outputs/text-2-1.png)",
            "\(notes.markdown)")
        #expect(notes.pictures.map(\.name) == ["cell-1-2.png", "text-2-1.png"])
        #expect(notes.pictures.allSatisfy { $0.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) })
        #expect(notes.omissions.count == 2, "\(notes.omissions)")
    }

    @Test func `what a notebook printed closes no fence, goes through the reader of printed text and has an end`() {
        let lines = String(repeating: "x\\n", count: 2000)
        let notes = ImportedNotes(
            audited(
                "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"f()\",\"outputs\":[{\"text\":[\"````\\n\",\"b\\r\"]}]},{\"cell_type\":\"code\",\"source\":\"g()\",\"outputs\":[{\"traceback\":[\"\(lines)\",\"Error\"]}]}]}",
                as: "a.ipynb"), readable: { $0.replacing("\r", with: "") })
        #expect(notes.markdown.contains("`````\n````\nb\n`````"), "\(notes.markdown.prefix(200))")
        #expect(notes.markdown.count { $0 == "x" } == 1000 && notes.omissions.count == 1, "\(notes.omissions)")
    }

    @Test(arguments: [
        ("So $ x_1 $, $y $ and $z$.", "So $x_1$, $y$ and $z$."), ("It costs 5$ or 6 $ more.", "It costs 5$ or 6 $ more."),
        ("`$ x_1 $` and \\\\$ a $$ b $$", "`$ x_1 $` and \\$ a $$ b $$"), ("```\\n$ x_1 $\\n```", "```\n$ x_1 $\n```"),
    ])
    func `formulas of a notebook have no blanks inside their dollars`(source: String, text: String) {
        #expect(imported("{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"\(source)\"}]}", as: "a.ipynb").markdown == text)
    }

    @Test func `bookdown's cells for theorems and boxes are divisions, and its references lead to what has its label`() {
        let notes = imported(
            "```{theorem, sum, name=\"A sum\"}\nBe $x$.\n```\n\n```{block2, type='rmdtip'}\nBox.\n```\n\n```{r net, fig.cap=\"A net\"}\n"
                + "knitr::include_graphics(\"net.png\")\n```\n\nSee Figure \\@ref(fig:net), \\@ref(fig:plot) and \\@ref(tab:a).\n\n"
                + "| a |\n|---|\n| 1 |\n\nTable: (\\#tab:a) Ones.\n",
            as: "a.Rmd")
        #expect(
            notes.markdown
                == ":::::: {#thm-sum title=\"A sum\"}\n\nBe $x$.\n\n::::::\n\n:::::: {.callout-tip}\n\nBox.\n\n::::::\n\n"
                + "![A net](<net.png>){#fig-net}\n\nSee @fig-net, `fig:plot` and @tbl-a.\n\n| a |\n|---|\n| 1 |\n\nTable: Ones. {#tbl-a}\n",
            "\(notes.markdown)")
        #expect(notes.omissions.map(\.place.line) == [13], "\(notes.omissions)")
    }

    @Test func `a cell without code of its own leaves nothing, and no empty line stands at the head of code`() {
        let notes = imported(
            "```{r}\n#| echo: true\n\nplot(x)\n```\n\n```{r, ref.label=\"plot\"}\n#| echo = FALSE\n```\n\n```{r, echo=FALSE}\nknitr::opts_chunk$set(a=1)\n```\n",
            as: "a.Rmd")
        #expect(notes.markdown == "```r\nplot(x)\n```\n\n\n", "\(notes.markdown)")
        #expect(notes.omissions.map(\.place.line) == [1, 7, 11], "\(notes.omissions)")
    }

    @Test func `what cells give when they run is listed once, and nothing for code that doesn't run`() {
        let text =
            "```{python}\nf()\n```\n\n```{python}\n#| eval: false\ng()\n```\n\n```{.python}\nh()\n```\n\n```{r}\nk()\n```\n"
        let omissions = imported(text, as: "a.qmd").omissions
        #expect(omissions.count == 1 && omissions[0].what.contains("2 cells"), "\(omissions)")
    }

    @Test(arguments: [":::rmdnote", "::: {.rmdnote}"])
    func `a box by bookdown's names is a callout, and a named text is a caption that nothing draws`(opening: String) {
        let notes = imported("\(opening)\nText.\n:::\n\n(ref:net) A net.\n", as: "a.Rmd")
        #expect(notes.markdown == "::: {.callout-note}\nText.\n:::\n\n", "\(notes.markdown)")
        #expect(notes.omissions.map(\.place.line) == [5], "\(notes.omissions)")
    }

    @Test func `front matter in a notebook's first cell and a film that only its name stands for are listed`() {
        let notes = imported(
            ##"{"cells":[{"cell_type":"markdown","source":"---\nnumbering:\n  title: 1\n---\n# A"},{"cell_type":"code","source":"f()","outputs":[{"data":{"text/html":"<video></video>","text/plain":"<a.Film at 0x7f>"}},{"data":{"text/plain":"<a.Line at 0x7f>"}}]}]}"##,
            as: "a.ipynb")
        #expect(notes.title == "A" && !notes.markdown.contains("numbering") && !notes.markdown.contains("Film"), "\(notes)")
        #expect(notes.markdown.contains("<a.Line at 0x7f>") && notes.omissions.count == 2, "\(notes.omissions)")
    }

    @Test func `a note inside the text is a note behind it`() {
        let notes = imported("So^[See [there](b).] it `x^[1]` is^[open\n", as: "a.Rmd")
        #expect(notes.markdown == "So[^note-1-1] it `x^[1]` is^[open\n\n\n[^note-1-1]: See [there](b).\n", "\(notes.markdown)")
    }

    @Test(arguments: ["^[", "^[a] ", "Figure \\@ref(tab:a) ", "[a] ", "*a***-", "##      "])
    func `a long line is gone over once`(piece: String) {
        let line = String(repeating: piece, count: 100_000)
        let notes = imported("Table: (\\#tab:a) A\n\n## a\n\n\(line)\n", as: "a.Rmd")
        #expect(notes.markdown.utf8.count > 100_000)
    }

    @Test func `of the head a lesson keeps what it says in the same words`() {
        let notes = imported(
            "---\ntitle: A\nauthor: \"B C\"\ndate: \"`r Sys.Date()`\"\nsubtitle: >\n  D\nlang: de\nbibliography: [a.bib]\ntheme: x\n---\n",
            as: "a.qmd")
        #expect(notes.head.map(\.line) == ["author: \"B C\"", "lang: de", "bibliography: [a.bib]"])
    }

    @Test func `LaTeX becomes Markdown with its macros expanded`() {
        let notes = imported(
            """
            \\documentclass{article}
            \\title{Week 3}
            \\newcommand{\\net}[1]{net_{#1}}
            \\begin{document}
            \\section{Forward}
            Here \\textbf{bold} and \\emph{this}: $\\net{1} = 0.3775$.\\label{a}
            \\begin{itemize}
            \\item one \\foo
            \\end{itemize}
            \\begin{align*} a &= 1 \\\\ b &= 2 \\end{align*}
            \\begin{tabular}{rr} $x$ & $y$ \\\\ \\hline 1 & 2 \\\\ \\end{tabular}
            \\end{document}
            """, as: "a.tex")
        #expect(notes.title == "Week 3" && notes.claims == 1)
        for part in [
            "## Forward", "**bold** and *this*: $net_{1} = \\claim{0.3775}{net1}$.", "- one", "\\begin{aligned}",
            "| $x$ | $y$ |", "| 1 | 2 |",
        ] { #expect(notes.markdown.contains(part), "\(part) in \(notes.markdown)") }
        #expect(notes.omissions.map(\.what) == ["the command \\foo"])
    }

    @Test(arguments: ["a.tex", "a.md", "a.ipynb", "a.Rmd"])
    func `a hostile file ends`(name: String) {
        for text in [
            "", "\\", "$", "\\begin{", "\\begin{itemize}", "\\item", "{{{", "```", "---", "\\href{a}",
            "\\newcommand{\\a}{\\a\\a}\\a", "\\begin{tabular}", "{\"cells\": [",
        ] {
            _ = imported(text, as: name)
        }
    }
}
