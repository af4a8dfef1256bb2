import Foundation
import Lessons
import Reports
import Synchronization
import Testing

/// KaTeX and highlight.js from the system's packages, in duktape.
struct TypesetterTests {
    let typesetter = Typesetter {
        TypesetterSources(
            katex: try String(contentsOfFile: "/usr/share/javascript/katex/katex.min.js", encoding: .utf8),
            highlight: try String(contentsOfFile: "/usr/share/javascript/highlight.js/highlight.min.js", encoding: .utf8))
    }

    @Test func `a formula becomes HTML and MathML`() throws {
        let html = try typesetter.mathematics(#"\frac{\partial E_{total}}{\partial w_5}"#, display: true)
        #expect(html.contains("katex-display"))
        #expect(html.contains("<math"))
        #expect(html.contains("mfrac"))
    }

    /// What was kept of the scripts, and what was asked for.
    private final class Kept: Sendable {
        let state = Mutex<(programs: [TypesetterScript: [UInt8]], texts: Int)>(([:], 0))

        func typesetter() -> Typesetter {
            Typesetter {
                TypesetterSources(
                    text: { script in
                        self.state.withLock { $0.texts += 1 }
                        return switch script {
                        case .katex:
                            try String(contentsOfFile: "/usr/share/javascript/katex/katex.min.js", encoding: .utf8)
                        case .highlight:
                            try String(contentsOfFile: "/usr/share/javascript/highlight.js/highlight.min.js", encoding: .utf8)
                        }
                    }, kept: { script in self.state.withLock { $0.programs[script] } },
                    keep: { script, program in self.state.withLock { $0.programs[script] = program } })
            }
        }
    }

    @Test func `a script that was kept compiled makes the same of formulas and code as its text`() throws {
        let kept = Kept()
        let formulas = [
            #"\hat{y} = \sum_{i=1}^{n} w_i x_i + b"#, #"\begin{pmatrix} 1 & ∂ \\ é & 4 \end{pmatrix}"#, #"\text{ä – ∂}"#,
        ]
        let code = "struct A { let x = \"é 😀\" } // 1"
        let (first, second) = (kept.typesetter(), kept.typesetter())
        for formula in formulas {
            #expect(try first.mathematics(formula, display: true) == second.mathematics(formula, display: true))
        }
        #expect(first.code(code, language: "swift") == second.code(code, language: "swift"))
        #expect(first.code(code, language: "swift")?.contains("hljs-keyword") == true)
        #expect(kept.state.withLock { $0.texts } == 2, "the second asks for no text")
    }

    @Test func `what another engine compiled is compiled again`() throws {
        let kept = Kept()
        kept.state.withLock { $0.programs[.katex] = [0, 1, 2, 3] }
        #expect(try kept.typesetter().mathematics("x", display: false).contains("katex"))
        #expect(kept.state.withLock { $0.programs[.katex]?.count ?? 0 } > 100_000)
    }

    @Test func `matrices, alignment and cases are understood`() throws {
        for tex in [
            #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
            #"f(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}"#,
        ] {
            #expect(try typesetter.mathematics(tex, display: true).contains("mtable"))
        }
    }

    @Test func `macros hold in the formula they come with and in no other`() throws {
        #expect(try typesetter.mathematics(#"\R"#, display: false, macros: [#"\R"#: "Q"]).contains("Q"))
        #expect(try typesetter.mathematics(#"\v{x}"#, display: false, macros: [#"\v"#: #"\mathbf{#1}"#]).contains("mathbf"))
        #expect(throws: Typesetter.FormulaError.self) { try typesetter.mathematics(#"\vx{x}"#, display: false) }
        #expect(try !typesetter.mathematics(#"\R"#, display: false).contains("Q"))
    }

    @Test(arguments: [
        #"\begin{eqnarray} a & = & \frac{b}{2} \end{eqnarray}"#, #"\mbox{if } x"#, #"\textsc{Relu}"#,
        #"\require{cancel}\cancel{a}"#,
        #"\begin{multline} a \\ b \end{multline}"#, #"\begin{flalign} a &= b \end{flalign}"#,
        #"\abs{x} + \norm{x} + \mathds{1}"#,
        #"a = b \label{eq:1}"#,
    ]) func `the words of LaTeX that notes use are typeset`(tex: String) throws {
        let lesson = Lesson.parsed(source: "$$\(tex)$$\n", file: "a.md")
        guard case .mathematics(let formula)? = lesson.blocks.first?.block else { return #expect(Bool(false)) }
        #expect(try typesetter.mathematics(formula.tex, display: true, macros: formula.macros).contains("katex"))
    }

    @Test func `TeX that can't be read is an error with its place`() {
        let error = #expect(throws: Typesetter.FormulaError.self) {
            try typesetter.mathematics(#"1 + \frc{1}{2}"#, display: false)
        }
        #expect(error?.offset == 4)
        #expect(error?.message.contains("Undefined control sequence: \\frc") == true)
    }

    @Test(arguments: [
        #"\href{javascript:alert(1)}{x}"#, #"\href{java script:alert(1)}{x}"#, #"\url{https://a.example}"#,
        #"\text{\href{a}{b}}"#, #"\includegraphics{a.png}"#, #"\htmlStyle{color: red}{x}"#, #"\htmlData{a=b}{x}"#,
        #"\let\h=\href \h{javascript:alert(1)}{x}"#, #"\def\h{\href}\h{javascript:alert(1)}{x}"#,
    ])
    func `a formula holds no links, pictures or styles, for readers of TeX would follow them`(tex: String) throws {
        let error = #expect(throws: Typesetter.FormulaError.self) { try typesetter.mathematics(tex, display: false) }
        #expect(try #require(error).message.contains("Undefined control sequence: \\"))
    }

    @Test func `an author's own command may be called like one of them`() throws {
        #expect(try typesetter.mathematics(#"\url + 1"#, display: false, macros: [#"\url"#: "U_r"]).contains("<mi>U</mi>"))
    }

    @Test func `Swift is coloured, an unknown language is not`() throws {
        let code = try #require(typesetter.code("let net = Network(inputs: 2)", language: "swift"))
        #expect(code.contains("hljs-keyword"))
        #expect(typesetter.code("x", language: "klingon") == nil)
    }

    @Test func `what is known needs no engine`() throws {
        let other = Typesetter(known: ["Ix": "kept"]) { throw CancellationError() }
        #expect(try other.mathematics("x", display: false) == "kept")
    }
}
