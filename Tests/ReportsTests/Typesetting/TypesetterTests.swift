import Foundation
import Reports
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

    @Test func `matrices, alignment and cases are understood`() throws {
        for tex in [
            #"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
            #"f(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}"#,
        ] {
            #expect(try typesetter.mathematics(tex, display: true).contains("mtable"))
        }
    }

    @Test func `TeX that can't be read is an error with its place`() {
        let error = #expect(throws: Typesetter.FormulaError.self) {
            try typesetter.mathematics(#"1 + \frc{1}{2}"#, display: false)
        }
        #expect(error?.offset == 4)
        #expect(error?.message.contains("Undefined control sequence: \\frc") == true)
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
