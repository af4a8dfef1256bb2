import Exhibits
import Testing

@testable import Lessons

/// What would break: a page shows another number than the one that was verified, or the mark of a verified number where nothing was.
struct ForgedNumbersTests {
    private static func codes(_ text: String) -> [String] {
        Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }.findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test(arguments: [
        #"$\def1{9}\claim{1.5}{x}$"#, #"$\let1=9\claim{1.5}{x}$"#, #"$\renewcommand{1}{9}\claim{1.5}{x}$"#, #"$\gdef 1{9}$"#,
        #"$\def\htmlClass#1#2{9}\claim{1.5}{x}$"#, "$\\renewcommand{\\times}{+}$\n\n$\\claim{1.5 \\times 10^{3}}{x}$",
        #"$\newcommand{\times}[2][a]{9}\claim{1.5 \times 10^{3}}{x}$"#, #"$\newcommand{\a}{\def1{9}}\a\claim{1.5}{x}$"#,
        #"$\text{\htmlClass{claim}{6}}$"#, #"$\mathrm{x\htmlClass{claim}{6}}$"#, #"$\operatorname{\htmlId{claim.1}{6}}$"#,
        #"$\mbox{a \textbf{\htmlClass{claim}{6}}}$"#, #"$$\text{$\htmlClass{claim}{6}$}$$"#,
        #"$\htmlClass{claim claim-right}{99}$"#, #"$\newcommand{\h}[1]{\htmlClass{#1}{99}}\h{claim}$"#,
        #"$\htmlId{claim.1}{9}$"#,
        #"$\global\def1{9}\claim{1.5}{x}$"#, #"$\futurelet1\x\x$"#,
    ])
    func `no definition changes what a claim shows`(text: String) { #expect(Self.codes(text).contains("redefined-number")) }

    @Test(arguments: [
        #"$\def\a{9}\claim{1.5}{x}$"#, #"$\newcommand{\R}{\mathbb{R}}\claim{1.5}{x} \in \R$"#, #"$\let\a=\b\claim{1.5}{x}$"#,
        #"$\renewcommand{\vec}[1]{\mathbf{#1}} \vec{x} = \claim{1.5}{x}$"#, #"$\newcommand{\a}[2][b]{#1#2}$"#,
        #"$\renewcommand{\times}{\cdot}\claim{1.5}{x}$"#,
    ])
    func `other definitions are let be`(text: String) { #expect(Self.codes(text) == []) }

    @Test func `a front matter's macros neither define nor mark`() {
        for body in [#"\\def1{9}"#, #"\\htmlClass{claim}{9}"#] {
            #expect(Self.codes("---\nmacros:\n  a: \"\(body)\"\n---\nText") != [])
        }
        #expect(Self.codes("---\nmacros:\n  a: \"\\\\mathbb{R}\"\n---\nText") == [])
    }

    @Test(arguments: [
        "[99]{.claim .claim-right}", "[99 [✓]{.mark}]{.claim}", "[99]{.claim-right}", "[(9)]{.computed}", "![a](b.png){.claim}",
        "[a](b){.claim}", "[9]{.written}", "[9]{.visually-hidden}", "# A [9]{.claim}", "`9`{.claim}",
        "::: {.claim-right}\n99 [✓]{.mark}\n:::", "::: claim\n99\n:::", "::: visually-hidden\nNo.\n:::",
    ])
    func `the mark of what was verified is no author's`(text: String) { #expect(Self.codes(text) == ["reserved-class"]) }

    @Test(arguments: [
        "[x]{#claim.1}", "## A {#claim.2}", "# A {#content}", "$$x$$ {#frame-1}", "::: {.note #slide:3}\nA.\n:::",
        "<a id=\"claim.1\">x</a>", "![a](b.png){#search-list}",
    ])
    func `the names of a page's own parts are no author's`(text: String) { #expect(Self.codes(text) == ["reserved-name"]) }

    @Test(arguments: ["[x]{#claims}", "[x]{#claim.a}", "## Frame 1", "## Content", "[x]{#frame-a}"])
    func `names like them are`(text: String) { #expect(Self.codes(text) == []) }

    @Test(arguments: ["[99]{.mark}", "[99]{.claims}", "[99]{.wide}"])
    func `other classes are`(text: String) { #expect(Self.codes(text) == []) }

    @Test func `in a formula _ parts no digits`() {
        #expect(Self.codes(#"$\claim{1000_5}{x}$"#) == ["split-number"])
        #expect(Self.codes(#"$\claim{1_000}{x}$"#) == ["split-number"])
        #expect(Self.codes("[1_000](claim:x)") == [])
    }

    @Test(arguments: [
        #"$\rlap{9.9}\phantom{\claim{1.5}{x}}$"#, #"$\rlap{9.9}\color{transparent}{\claim{1.5}{x}}$"#,
        #"$9.9\kern-1.2em\claim{1.5}{x}$"#, #"$\mathchoice{9.9}{9.9}{9}{\claim{1.5}{x}}$"#,
        #"$\raisebox{99em}{\claim{1.5}{x}}$"#,
        #"$9.9\hspace{-2em}\claim{1.5}{x}$"#, #"$\newcommand{\a}{\smash}\a{\claim{1.5}{x}}$"#, #"$9\!\!\!\!\!\claim{1.5}{x}$"#,
    ])
    func `nothing is laid over a claim in a formula`(text: String) { #expect(Self.codes(text).contains("redefined-number")) }

    @Test(arguments: [
        #"$x\!=\!\claim{1.5}{x}$"#, #"$x \hspace{1em} \claim{1.5}{x}$"#, #"$\textcolor{red}{w} = 3$ and $\claim{1.5}{x}$"#,
        #"$\underbrace{\claim{1.5}{x}}_{\text{error}}$"#, #"$\boxed{\claim{1.5}{x}}$"#,
    ])
    func `what only sets it is let be`(text: String) { #expect(Self.codes(text) == []) }

    @Test(arguments: [
        #"$\claim{1 5}{v}$"#, #"$\claim{[1 5]}{v}$"#, #"$\claim{[1\!5]}{v}$"#, #"$\claim{[1 5; 2 3]}{w}$"#,
        #"$\claim{1 -5}{v}$"#,
    ])
    func `blanks that a formula doesn't show part no numbers`(text: String) { #expect(Self.codes(text) == ["split-number"]) }

    @Test(arguments: [
        #"$\claim{[1, 5]}{v}$"#, #"$\claim{1\,000}{v}$"#, #"$\claim{\begin{pmatrix} 1 & 5 \\ 2 & 3 \end{pmatrix}}{w}$"#,
        #"$\claim{3.5 \times 10^{-3}}{x}$"#, #"$\claim{0.5 \pm 0.1}{x}$"#, "[1 5](claim:v)",
    ])
    func `those that it shows do`(text: String) { #expect(Self.codes(text) == []) }

    private static func told(_ text: String) -> [String] {
        let cell = "```{swift}\nlet at = 0.97, w8 = 7\n```\n\n"
        return Lesson.parsed(source: cell + text + "\n", file: "a.md") { _ in nil }.findings.map(\.code)
    }

    @Test(arguments: [
        "[the loss is 99](<claim: x == 1.5>)", "[x equals 99](claim:true)", "[rises from 3 on](<claim: run.rises(from: 2)>)",
        "[the weight is 8](<claim: w8 == 7>)", "[the loss is ⁹⁹](<claim: x == 1.5>)", "[the loss is ９９](<claim: x == 1.5>)",
    ])
    func `a statement's number that stands nowhere in the code is told`(text: String) {
        #expect(Self.told(text) == ["statement-number"])
    }

    @Test(arguments: [
        "[the loss is below 0.5](<claim: x \\< 0.5>)", "[rises from 3 on](<claim: run.rises(from: 3)>)",
        "[it always falls](<claim: x == 1>)",
        "[unter 0,5 gefallen](<claim: x == 0.5>)", "[more than 97 % are right](<claim: isMore>)",
        "[the weight is 7](claim:isSo)",
    ])
    func `one that stands there isn't`(text: String) { #expect(Self.told(text) == []) }

    @Test(arguments: ["**99**", "*99*", "`99`", "<b>99</b>", "1.5[^t]", "−&#8203;99", "9&#56;", "~1.5", "99 %&#8203;"])
    func `in a claimed table no cell shows a number that isn't claimed`(cell: String) {
        let text = "a | b\n--|--\n1.5 | 2.5\n\(cell) | x\n\n: Losses {#tbl-x claim=\"[[x], [y]]\"}\n\n[^t]: A note."
        #expect(Self.codes(text).contains("unclaimed-cell"), "\(Self.codes(text))")
    }

    @Test(arguments: ["Step 3", "**best**", "—", "", "3×3", "1–3", "1.6"])
    func `other cells may say what they like`(cell: String) {
        #expect(Self.codes("a | b\n--|--\n1.5 | 2.5\n\(cell) | 3.5\n\n: Losses {#tbl-x claim=\"[[x], [y]]\"}") == [])
    }
}
