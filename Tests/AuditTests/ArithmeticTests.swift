import Audit
import Claims
import Testing

/// What would break: a wrong digit beside its own calculation is passed over, or a right one is called wrong.
struct ArithmeticTests {
    @Test(
        arguments: [
            ("0.15 \\cdot 0.05 + 0.20 \\cdot 0.10 + 0.35 = 0.3774", "0.3774"),
            ("\\frac{1}{1+e^{-0.3775}} = 0.593269929", "0.593269929"),
            ("\\frac{1}{1+\\exp(-1.105905967)} = 0.75136570", "0.75136570"),
            ("\\sqrt{2} = 1.412136", "1.412136"), ("\\ln 0.5 = -0.6391", "0.6391"), ("2^{10} = 1042", "1042"),
            ("\\tanh(0.5) = 0.4612", "0.4612"), ("\\max(0.3, 0.7) = 0.3", "0.3"), ("12.5\\% \\cdot 80 = 12", "12"),
            ("\\frac{0.5 - 0.3}{0.4} = 0.05", "0.05"), ("\\left| -2.5 \\right| + 1.25 = 3.57", "3.57"),
            (
                "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{pmatrix} 5 \\\\ 6 \\end{pmatrix} = \\begin{pmatrix} 17 \\\\ 93 \\end{pmatrix}",
                "93"
            ),
            ("(1, 2, 3)^T (4, 5, 6) = 23", "23"), ("\\| (3, 4) \\|_1 = 17", "17"),
            ("\\operatorname{softmax}(2, 1, 0) = (0.665, 0.254, 0.090)", "0.254"), ("\\sigma(0.5) = 0.6252", "0.6252"),
            ("2(0.8 - 1)^2 = 0.09", "0.09"), ("3 \\times 10^{-4} \\cdot 5 = 1.6 \\times 10^{-3}", "1.6 \\times 10^{-3}"),
            ("[0.1, 0.2] + [0.3, 0.4] = [0.4, 0.7]", "0.7"), ("(1, 2) \\odot (3, 4) = (3, 9)", "9"),
        ])
    func `a result that no choice of its operands gives is wrong`(formula: String, result: String) {
        let audit = audited("$$ \(formula) $$")
        #expect(audit.wrong == [result], "\(audit.numbers)")
    }

    @Test func `an operand that is a printed result stands for all numbers that round to it`() {
        let notes = "$\\sigma(0.75) = 0.68$ and $\\sigma(-0.75) = 0.32$, so "
        // 0.679179 · 0.320821 = 0.217896
        #expect(audited(notes + "$0.68 \\cdot 0.32 = 0.2179$.").results(.roundingPath) == ["0.2179"])
        #expect(audited(notes + "$0.68 \\cdot 0.32 = 0.2176$.").wrong.isEmpty)
        #expect(audited(notes + "$0.68 \\cdot 0.32 = 0.238$.").wrong == ["0.238"])
    }

    @Test func `a result's own calculation says what it was before it was rounded`() {
        // 0.60 is 0.59869: no number between the two gives 0.243.
        #expect(audited("$a = \\sigma(0.4) = 0.60$, $-0.4 \\cdot 0.60 = -0.243$").wrong == ["0.243"])
    }

    @Test func `given numbers are exact`() {
        #expect(audited("$w = 0.15$, $x = 0.05$: $w x = 0.15 \\cdot 0.05 = 0.0076$").wrong == ["0.0076"])
    }

    @Test func `names stand for the numbers that the notes give them`() {
        let given = "$w_1 = 0.15$, $w_2 = 0.20$, $i_1 = 0.05$, $i_2 = 0.10$, $b_1 = 0.35$\n\n"
        #expect(audited(given + "$net_{h1} = w_1 i_1 + w_2 i_2 + b_1 = 0.3775$").checked == 1)
        #expect(audited(given + "$net_{h1} = w_1 i_1 + w_2 i_2 + b_1 = 0.3757$").wrong == ["0.3757"])
        #expect(audited(given + "Now $w_1 = 0.2$. $net_{h1} = w_1 i_1 + w_2 i_2 + b_1 = 0.3757$").wrong.isEmpty)
    }

    @Test func `a letter means something new behind a heading`() {
        let notes = "# One\n\n$x = 2$\n\n# Two\n\n$x^2 + 1 = 10$"
        #expect(audited(notes).wrong.isEmpty && audited(notes).checked == 0)
    }

    @Test func `a chain goes on over the lines of an alignment`() {
        #expect(audited("\\begin{align} a &= 0.5 \\cdot 3 \\\\ &\\quad + 1 \\\\ &= 2.6 \\end{align}").wrong == ["2.6"])
    }

    @Test func `a chain is held to all its calculations`() {
        #expect(audited("$0.5 \\cdot 0.5 + 4 = 0.25 + 5 = 5.25$").wrong == ["5.25"])
    }

    @Test(
        arguments: [
            "1 + 1 = 1", "60 \\cdot 60 = 1\\text{ hour}", "3 + 4 = 7 + 2 = 9", "\\log 8 = 3", "\\log 1000 = 3", "-0.5^2 = 0.25",
            "1/2 (0.5 + 0.5) = 0.5", "f(2) = 5", "\\sigma(0.5) = 0.4621", "\\frac{2}{3} = 0.66\\ldots", "\\frac{2}{3} = 0.66",
            "12/5 = 2", "0.1 + 0.2 = 0.30000000000000004", "\\frac{1}{3} \\approx 0.3", "5! = 120", "x = 1, 2 + 2 = 4",
            "\\sum_{i=1}^{3} 1 = 3", "1{,}024 \\cdot 2 = 2{,}048", "w^{(2)} + 0.5 = 1", "\\frac{3}{4} = 75\\%",
            "3 / 4 \\cdot 100 = 75\\%",
            "\\ln 2 \\cdot 2 = 1.386", "2 \\equiv 5 - 0 = 5", "\\text{loss} = 0.5", "0.5 = 0.2 + 0.3", "a = b = 0.5", "7 = 7.0",
        ])
    func `what may be meant otherwise is never called wrong`(formula: String) {
        #expect(audited("$\(formula)$").wrong.isEmpty)
    }

    @Test func `a decimal comma is read where the notes write one`() {
        let audit = audited("$0,15 \\cdot 0,05 = 0,0076$ und $0{,}5 + 0{,}25 = 0{,}75$")
        #expect(audit.wrong == ["0,0076"] && audit.checked == 2)
    }
}
