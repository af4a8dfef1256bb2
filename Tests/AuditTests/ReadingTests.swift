import Audit
import Claims
import Exhibits
import Testing

/// What would break: a number is reported at the wrong place, what is no text is audited, or a strange file ends the tool.
struct ReadingTests {
    @Test func `the author's macros are expanded, with their arguments at the author's place`() {
        let notes = """
            \\newcommand{\\s}[1]{\\frac{1}{1+e^{-#1}}}
            \\def\\half{\\frac{1}{2}}
            \\newcommand{\\two}[2][0.5]{#1 \\cdot #2}
            \\begin{document}
            $\\s{0.3775} = 0.593269929$
            $\\half \\cdot 3 = 1.6$ and $\\two{0.3} = 0.16$
            \\end{document}
            """
        let audit = audited(notes, as: "a.tex")
        #expect(audit.wrong == ["0.593269929", "1.6", "0.16"])
        let places = audit.numbers.filter { ["0.3775", "0.593269929", "1.6"].contains($0.text) }.map { "\($0.place)" }
        #expect(places == ["a.tex:5:5", "a.tex:5:15", "a.tex:6:18"])
    }

    @Test func `a file that is taken in is read at its own places`() {
        let audit = audited("\\input{part}\n\\include{none}", as: "a.tex", files: ["part.tex": "x\n$0.5 + 0.5 = 2.0$"])
        #expect(audit.numbers.last.map { "\($0.place)" } == "part.tex:2:14" && audit.wrong == ["2.0"])
        #expect(audit.unread.map(\.place.line) == [2])
    }

    @Test(
        arguments: [
            (
                "a.tex",
                "% $1 + 2 = 5$\n\\begin{verbatim}\n$1 + 2 = 5$\n\\end{verbatim} \\verb|$1+2=5$|\n\\iffalse $1 + 2 = 5$ \\fi"
            ),
            ("a.md", "```\n1 + 2 = 5\n```\n`1 + 2 = 5` <!-- 1 + 2 = 5 --> <b title=\"1 + 2 = 5\">x</b> [a](1+2=5)"),
            ("a.md", "---\nx: 1 + 2 = 5\n---\n~~~ {r}\n1 + 2 = 5\n~~~\nhttps://example.org/?1+2=5"),
            ("a.ipynb", #"{"cells": [{"cell_type": "code", "source": ["1 + 2 = 5"], "outputs": [{"text": "1 + 2 = 5"}]}]}"#),
        ])
    func `comments, code and outputs are no notes`(name: String, text: String) {
        #expect(audited(text, as: name).numbers.isEmpty)
    }

    @Test func `overlays are read through`() {
        let audit = audited("\\begin{frame}<1->{T}\\item<2-> $0.5 + 0.5 = \\only<2>{2.0}$\\end{frame}", as: "a.tex")
        #expect(audit.wrong == ["2.0"])
    }

    @Test func `a notebook's numbers have their cell and line`() {
        let audit = audited(
            #"{"cells": [{"cell_type":"code","source":"x"},{"cell_type":"markdown","source":["a\n","$1.5 + 2 = 5$ \u00fc"]}]}"#,
            as: "a.ipynb")
        #expect(audit.wrong == ["5"] && audit.numbers.last?.cell == "cell 2, line 2")
    }

    @Test(
        arguments: [
            "a.tex", "a.md", "a.ipynb",
        ])
    func `a hostile file ends in a sentence`(name: String) {
        let texts: [String] = [
            "", "\\", "$", "$$", "\\[", "\\begin{align}", "\\newcommand{\\a}{\\a\\a}\\begin{document}\\a",
            "\\def\\a#1{\\a{#1#1}}\\a{x}",
            String(repeating: "{", count: 50_000), String(repeating: "$(", count: 20_000),
            "$" + String(repeating: "(", count: 20_000) + "$",
            "$" + String(repeating: "-", count: 20_000) + "1 = 2$", "$" + String(repeating: "\\frac{1}{", count: 5_000) + "$",
            "$" + String(repeating: "9", count: 50_000) + " = 1$", "$2^{2^{2^{2^{2^{2}}}}} = 5$", "\\input{a}", "{\"cells\": [",
            "[1, 2",
            String(repeating: "[", count: 50_000), "{\"cells\": " + String(repeating: "[", count: 5_000), "\u{0}\u{1}binary",
            "`" + String(repeating: "``", count: 10_000), String(repeating: "<", count: 50_000),
            "$1 = " + String(repeating: "1 + ", count: 10_000) + "$",
            "\\begin{verbatim}", "\\verb", "\\verb|", "\\begin", "\\begin{", "<!--", "```", "---\n", "\\input", "\\input{",
            "$\\begin{pmatrix} 1 & $", String(repeating: "\\[", count: 30_000), String(repeating: "\\label{", count: 30_000),
            String(repeating: "\\begin{tabular}", count: 5_000), String(repeating: "| a |\n", count: 5_000),
            String(repeating: "\\begin{align}", count: 5_000), String(repeating: "$a ", count: 30_000),
        ]
        for text in texts { #expect(audited(text, as: name).wrong.isEmpty) }
    }

    @Test func `what can't be read says so`() {
        #expect(audited("\u{0}x", as: "a.tex").unread.count == 1)
        #expect(
            audited("{\"cells\": [{\"cell_type\": \"markdown\", \"source\": [\"$1.5 + 1.5 = 4$\"]}, {", as: "a.ipynb").unread
                .count == 1)
        #expect(audited("no", as: "a.ipynb").unread.map(\.reason) == ["it is not a notebook in JSON"])
    }

    /// Each was called wrong in notes that are right.
    @Test(arguments: [
        "the first layer has 32\\*(9+1)=320 weights", "$2 \\cdot 512 \\cdot 512 = 524,\\!288$",
        "After the first iteration $ x_1^{(1)} = 1.6667 $ and $ x_2^{(1)} = 1.5 $.",
        "The size \\\\((W - F + 2P)/S + 1 = (10 - 3 + 0) / 2 + 1 = 4.5\\\\) is none.", "so size + 1 = 4.5 holds",
        "in [0,1] and (0,1) and [0,1]: 290400 * 364 = 105,705,600 parameters",
        "the cosine = 2/sqrt(2\\*5) = 0.63.", "We have s(B) = 100/10\\^5 \\* 100/10\\^5 = 1/10\\^3 \\* 1/10\\^3.",
        "$P(young) = 3/5 = 0.6P(medium) = 4/9 = 0.444$",
    ])
    func `what notes write in their own way is never called wrong`(text: String) {
        #expect(audited(text).wrong.isEmpty, "\(audited(text).numbers)")
    }

    @Test func `what is written in that way is checked all the same`() {
        #expect(audited("32\\*(9+1)=330 here").wrong == ["330"])
        #expect(audited("the sum is 2\\^5 + 1 = 34 here").wrong == ["34"])
        #expect(audited("$2 \\cdot 512 \\cdot 512 = 524,\\!289$").checked == 1)
        #expect(audited("the size \\\\((10 - 3 + 0) / 2 + 1 = 4.6\\\\) is none").wrong == ["4.6"])
    }

    @Test func `an author silences a number with a reason`() {
        let audit = audited("% audit-ok 0.16: quoted\n$0.5 \\cdot 0.3 = 0.16$\n% audit-ok 0.5\n% audit-ok 7: idle", as: "a.tex")
        #expect(audit.wrong.isEmpty)
        #expect(audit.silences.map(\.isNeeded) == [true, false, false] && audit.silences[1].reason == nil)
    }

    @Test func `a macro that one cell of a notebook defines holds in those behind it`() {
        let cells = ["$\\newcommand{\\half}[1]{\\frac{#1}{2}}$", "$\\half{0.5} = 0.52$", "$\\half{0.5} = 0.25$"]
        let text = cells.map {
            #"{"cell_type": "markdown", "metadata": {}, "source": ["\#($0.replacing("\\", with: "\\\\"))"]}"#
        }
        .joined(separator: ", ")
        let notebook = #"{"cells": [\#(text)], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#
        let audit = audited(notebook, as: "lab.ipynb")
        #expect(audit.wrong == ["0.52"] && audit.results(.exact) == ["0.25"])
    }

    @Test func `a notebook of format 3 has its cells in worksheets`() {
        let cell = #"{"cell_type": "markdown", "source": ["$0.5 \\cdot 0.5 = 0.26$"]}"#
        let notebook = #"{"metadata": {}, "nbformat": 3, "worksheets": [{"cells": [\#(cell)]}, {"cells": [\#(cell)]}]}"#
        let audit = audited(notebook, as: "old.ipynb")
        #expect(audit.wrong == ["0.26", "0.26"] && audit.numbers.last?.cell?.contains("2") == true)
    }

    @Test func `e is a quantity where a number takes its place`() {
        #expect(audited("$$ L = e^2 = 2^2 = 4 $$").wrong == [])
        #expect(audited("$$ y = e^2 = 7.389 $$").wrong == [])
        #expect(audited("$$ y = e^2 = 7.839 $$").wrong == ["7.839"])
    }

    /// Each row is read once, however many there are: in seconds alone, within the limit beside all other tests.
    @Test(.timeLimit(.minutes(10))) func `a table of a hundred thousand rows is read`() {
        let rows = String(repeating: "| 0.5 | 1.5 |\n", count: 100_000)
        #expect(audited("| a | b |\n|--|--|\n" + rows).numbers.count == 200_000)
    }
}
