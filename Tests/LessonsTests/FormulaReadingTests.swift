import Exhibits
import Testing

@testable import Lessons

/// Definitions, environments and labels of LaTeX, as formulas bring them along.
struct FormulaReadingTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    private static func formulas(_ source: String) -> [Mathematics] {
        var formulas: [Mathematics] = []
        lesson(source).walk { visit in
            switch visit {
            case .block(let node): if case .mathematics(let formula) = node.block { formulas.append(formula) }
            case .inline(.mathematics(let formula)): formulas.append(formula)
            case .inline: break
            }
        }
        return formulas
    }

    @Test(arguments: [
        "Sum [0.75](<claim:list.map { $0 }.reduce(0, +)>) of [$x = 0.5$]{.mark}, [$y$]{.mark}.",
        "Sum [0.75](claim:list.reduce(0){$0+$1}) of [$x = 0.5$]{.mark}, [$y$]{.mark}.",
        "See [there](http://a.b/$c[1) of [$x = 0.5$]{.mark}, [$y$]{.mark}.",
    ])
    func `a dollar of an expression or an address is no formula's`(source: String) throws {
        let lesson = Lesson.parsed(source: source + "\n", file: "a.md")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        var formulas = 0
        lesson.walk { if case .inline(.mathematics) = $0 { formulas += 1 } }
        #expect(formulas == 2, "\(lesson.blocks)")
        guard case .paragraph(let text)? = lesson.blocks.first?.block else { return #expect(Bool(false), "no paragraph") }
        #expect(!text.plainText.contains("{"), "\(text.plainText)")
    }

    @Test(arguments: [
        (#"\text{___} \mbox{# heads}"#, ##"\text{\_\_\_} \mbox{\# heads}"##),
        (#"\textbf{50% \& a_b, $x_1$}"#, #"\textbf{50\% \& a\_b, $x_1$}"#), (#"\text{a\_b} x_1"#, #"\text{a\_b} x_1"#),
    ])
    func `words in a formula show their signs as MathJax does`(source: String, tex: String) {
        #expect(Self.formulas("$$\(source)$$\n").map(\.tex) == [tex])
    }

    @Test func `bookdown's label of a formula is its label`() {
        let formulas = Self.formulas("$$\na = b (\\#eq:loss)\n$$\n")
        #expect(formulas.first?.label == "eq-loss" && formulas.first?.tex.contains("#") == false, "\(formulas)")
    }

    @Test(arguments: [
        (#"\newcommand{\R}{\mathbb{R}}"#, #"\R"#, #"\mathbb{R}"#), (#"\newcommand\v[1]{\mathbf{#1}}"#, #"\v"#, #"\mathbf{#1}"#),
        (#"\gdef\loss{L}"#, #"\loss"#, "L"), (#"\def\p#1#2{#1 \mid #2}"#, #"\p"#, #"#1 \mid #2"#),
        (#"\DeclareMathOperator*{\best}{arg\,max}"#, #"\best"#, #"\operatorname*{arg\,max}"#),
        (#"\let\eps=\varepsilon"#, #"\eps"#, #"\varepsilon"#), (#"\renewcommand*{\abs}[1]{|#1|}"#, #"\abs"#, "|#1|"),
        (#"\DeclarePairedDelimiter{\n}{\lVert}{\rVert}"#, #"\n"#, #"\left\lVert #1 \right\rVert"#),
    ]) func `a definition holds in later formulas and in no earlier one`(definition: String, name: String, body: String) {
        let formulas = Self.formulas("$\(name)$\n\n$\(definition)$\n\nText $\(name)$ and\n\n$$\(name) + 1$$\n")
        #expect(formulas.count == 4)
        #expect(formulas[1].isBlank && formulas[1].definitions == definition)
        #expect(formulas[2].macros[name] == body && formulas[3].macros[name] == body, "\(formulas)")
        #expect(formulas[0].macros[name] == TeXDialect.macros[name])
    }

    @Test func `an environment in dollars goes on behind empty lines, to its end`() throws {
        let marked = Marked(
            "Text.\n\n$$\n\\begin{aligned}\na &= \\claim{⟦1⟧0.5}{x}\\\\\n\n  & = c\n\n\\end{aligned}\n$$ {#eq-a}\n\nMore $d$.\n"
        )
        guard case .mathematics(let formula)? = marked.lesson.blocks.dropFirst().first?.block else {
            return #expect(Bool(false), "\(marked.lesson.blocks)")
        }
        #expect(formula.label == "eq-a" && formula.tex.contains("& = c\n\\end{aligned}"), "\(formula.tex)")
        #expect(marked.lesson.claims.map(\.place) == [marked.place(1)] && marked.lesson.blocks.count == 3)
        #expect(marked.lesson.findings.isEmpty, "\(marked.lesson.findings)")
    }

    @Test(arguments: [
        "$$\n\\begin{aligned}\na\n\nText.\n\n$$b$$\n", "$$\na\n\nb\n$$\n",
        "$$\n\\begin{aligned}\na\n\n```\n$$\n\\end{aligned}\n```\n",
        "$$\n\\begin{aligned}\n\n\n",
    ])
    func `a formula without an end stays unclosed at an empty line`(source: String) {
        #expect(Self.lesson(source).findings.contains { $0.code == "unclosed-mathematics" }, "\(Self.lesson(source).findings)")
    }

    /// The text of a page whose formulas stand in two dollars, and which of them stand in its lines.
    @Test(
        arguments: [
            (
                "If $$a$$ or $$g$$ or $$h$$ holds, and\n$$b$$ too:\n\n$$c$$\n\n- Or $$d$$\n\n$$\ne\n$$ {#eq-e}\n\n$$f$$ {#eq-f}\n",
                ["a", "g", "h", "b", "d"]
            ),
            ("If $$a$$ or $$b$$ or $$c$$ holds, $d$ too.\n", ["d"]), ("If $$a$$ or $$b$$ holds.\n", []),
            ("It is $$a$$\n\nand\n$$b$$\n\nor\n$$c$$\n", []), ("`If $$a$$ or $$b$$ or $$c$$ holds` is code, $$d$$\n", []),
            ("If $$a$$ or $$b$$ or $$c$$ holds, for \\$5 and `$d$`, `$`.\n", ["a", "b", "c"]),
            ("If $$a\nb$$ holds\nand $$c$$ or $$d$$ or $$e$$ too.\n", ["c", "d", "e"]),
        ] as [(String, [String])])
    func `two dollars in a line of text are kramdown's, where a page has no single ones`(source: String, inText: [String]) {
        #expect(Self.formulas(source).filter { !$0.isDisplay }.map(\.tex) == inText)
    }

    @Test func `definitions may use each other, and a formula carries only what it needs`() {
        let formulas = Self.formulas(#"$\newcommand{\a}{\b} \newcommand{\b}{c} \newcommand{\d}{e}$ and $\a$"#)
        #expect(formulas.last?.macros == [#"\a"#: #"\b"#, #"\b"#: "c"])
    }

    @Test func `a hidden division defines for the page`() {
        let formulas = Self.formulas("::: {.hidden}\n$$\n\\def\\RR{\\mathbb{R}}\n$$\n:::\n\n$\\RR$\n")
        #expect(formulas.last?.macros[#"\RR"#] == #"\mathbb{R}"#)
    }

    @Test(arguments: [
        (#"$$\begin{eqnarray} a & = & b \end{eqnarray}$$"#, #"\begin{darray}{rcl} a & = & b \end{darray}"#),
        (#"$$\begin{multline} a \\ b \end{multline}$$"#, #"\begin{gathered} a \\ b \end{gathered}"#),
        (#"$$\begin{flalign*} a &= b \nonumber \end{flalign*}$$"#, #"\begin{aligned} a &= b  \end{aligned}"#),
        (#"$$\begin{equation} a \end{equation}$$"#, " a "), (#"$$\require{cancel} \cancel{a}$$"#, #" \cancel{a}"#),
        (#"$$\begin{alignat}{2} a &= b \end{alignat}$$"#, #"\begin{alignedat}{2} a &= b \end{alignedat}"#),
    ]) func `environments have KaTeX's names`(source: String, tex: String) {
        #expect(Self.formulas(source + "\n").first?.tex == tex)
    }

    @Test func `labels of LaTeX name formulas, and its references lead there`() {
        let lesson = Self.lesson(
            "$$a = b \\label{eq:1}$$\n\nSee $\\eqref{eq:1}$, \\eqref{eq:1}, (\\ref{eq:1}) and \\ref{fig:net}.\n")
        #expect(lesson.labels.map(\.name) == ["eq-1"])
        var references: [String] = []
        lesson.walk { if case .inline(.reference(let name, _)) = $0 { references.append(name) } }
        #expect(references == ["eq-1", "eq-1", "eq-1", "fig-net"])
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
    }

    @Test(arguments: [
        ("$x\\_1$\n", "write _"), ("$$a \\\\\\\\ b$$\n", "write \\\\ for one"), ("$\\\\{1, 2\\\\}$\n", "write \\{"),
        ("$$\\begin{align} a \\label{a} \\\\ b \\label{b} \\end{align}$$\n", "each label"),
    ]) func `what changes a formula silently is found`(source: String, advice: String) {
        let findings = Self.lesson(source).findings
        #expect(findings.map(\.code) == ["other-dialect"], "\(findings)")
        #expect(findings.first?.message.contains(advice) == true, "\(findings)")
    }

    @Test(arguments: ["$\\text{a\\_b}$\n", "$$a \\\\ b \\\\ c$$\n", "$\\{1, 2\\}$\n", "$a\\,b\\;c$\n"])
    func `what is meant stays`(source: String) {
        #expect(Self.lesson(source).findings.isEmpty, "\(Self.lesson(source).findings)")
    }

    @Test func `macros of the front matter hold on its page`() {
        let formulas = Self.formulas(
            "---\nmacros:\n  R: \\mathbb{R}\n  \\norm: ['\\lVert #1 \\rVert', 1]\n---\n$\\norm{\\R}$\n")
        #expect(formulas.first?.macros == [#"\R"#: #"\mathbb{R}"#, #"\norm"#: #"\lVert #1 \rVert"#])
    }
}
