import Claims
import Testing

/// What would break: a reader who does a printed line again finds another last digit, on a page that says it was verified; or
/// an author is warned of a line that is right.
struct PencilTests {
    /// The formula, the result that doesn't follow, and what does.
    @Test(
        arguments: [
            ("0.0554 - 0.0190 = 0.0363", "0.0363", "0.0364"),
            ("\\delta = 0.055399425 - 0.019049118 = 0.036350306", "0.036350306", "0.036350307"),
            ("0.7 \\cdot 0.9866 + 0.9 \\cdot 0.9950 + 0.5 = 2.0862", "2.0862", "2.0861"),
            ("\\frac{0.5}{1.98614} = 0.251", "0.251", "0.252"), ("2(0.8 - 1)^2 = 0.09", "0.09", "0.08"),
            ("-0.09117 \\cdot (1 - 0.7803^2) = -0.0355", "−0.0355", "−0.0357"),
            ("a &= 0.5 \\cdot 3 \\\\ &= 1.6", "1.6", "1.5"),
            ("a &= 0.5 \\\\ &\\quad + 0.5 \\cdot 3 \\\\ &= 2.1", "2.1", "2.0"),
            ("\\sqrt{2} \\cdot 1.5 = 2.13", "2.13", "2.12"), ("e^{-0.70711} + 1 = 1.50", "1.50", "1.49"),
            ("\\sigma(2.0862) = 0.8897", "0.8897", "0.8896"), ("2 \\cdot 3 = 0.5 \\cdot 12 = 7", "7", "6"),
            ("\\left(4 \\cdot 10 + 10\\right) = 51", "51", "50"),
            ("3.5 \\cdot 10^{-5} \\cdot 2 = 7.1 \\cdot 10^{-5}", "7.1 \\cdot 10^{-5}", "7.0 \\cdot 10^{-5}"),
        ])
    func `a result that its printed numbers don't give is found`(formula: String, printed: String, reckoned: String) {
        let found = pencilMismatches(in: [PencilText(.formula, formula)])
        #expect(found.map(\.printed) == [printed] && found.map(\.reckoned) == [reckoned], "\(found)")
    }

    @Test(
        arguments: [
            "0.05540 - 0.01905 = 0.0364", "0.0554 - 0.0190 \\approx 0.0363", "0.5 \\cdot 3 = 1.5",
            "w_1 \\cdot 0.5 = 0.2", "x_{1} + 2 = 0.2", "f(1, 2) = 3", "2^{24} = 16777216", "1/3 = 0.3333", "2x = 6",
            "\\begin{pmatrix} 1 & 2 \\end{pmatrix} = 4", "\\frac{\\partial L}{\\partial w} = 0.5 \\cdot x = 0.7",
            "a = 0.5 \\qquad b = 3 + 4", "(1 - 0.62246) \\cdot 0.46212 \\approx 0.17447 = 0.174", "3 = 3.0",
            "0.66\\ldots \\cdot 3 = 2",
            "h_3 - t = 0.9183 - 1.5 = -0.5817", "\\log 2 + 1 = 1.69", "10 \\times 10 = 100", "5! = 120", "7 \\le 8 = 9",
        ])
    func `a line that holds, or that nobody can reckon, is left alone`(formula: String) {
        #expect(pencilMismatches(in: [PencilText(.formula, formula)]).isEmpty)
    }

    @Test func `claims are numbers of their line, in formulas and in prose`() {
        let right = [PencilText(.formula, "0.5 \\cdot 0.3"), PencilText(.prose, " = "), PencilText(.claim, "0.15")]
        #expect(pencilMismatches(in: right).isEmpty)
        let wrong = [
            PencilText(.prose, "Together (1 − "), PencilText(.claim, "0.62246"), PencilText(.prose, ") · "),
            PencilText(.claim, "-0.46212"), PencilText(.prose, " = "), PencilText(.claim, "-0.17448"),
            PencilText(.prose, ", as before."),
        ]
        let found = pencilMismatches(in: wrong)
        #expect(found.map(\.piece) == [5] && found.map(\.reckoned) == ["-0.17447"])
    }

    @Test func `words end a calculation`() {
        #expect(pencilMismatches(in: [PencilText(.prose, "With 3 of 10 · 2 we have w = 2 and 1 + 1 = 2")]).isEmpty)
    }

    @Test func `a negative number has its sign before its power`() {
        let square = [PencilText(.claim, "-0.5"), PencilText(.formula, "^2 + 1 = "), PencilText(.claim, "1.25")]
        #expect(pencilMismatches(in: square).isEmpty)
    }

    @Test func `a page that cuts digits may cut results`() {
        let line = [PencilText(.formula, "\\frac{2}{3} \\cdot 1 = 0.666")]
        #expect(pencilMismatches(in: line).count == 1)
        #expect(pencilMismatches(in: line, under: Convention(cutsDigits: true)).isEmpty)
    }

    @Test func `a decimal comma is read as the page writes it`() {
        let german = Convention(language: "de")
        #expect(pencilMismatches(in: [PencilText(.formula, "0{,}5 \\cdot 3 = 1{,}5")], under: german).isEmpty)
        #expect(pencilMismatches(in: [PencilText(.formula, "0,5 \\cdot 3 = 1,6")], under: german).map(\.printed) == ["1,6"])
    }

    @Test func `what is deep or endless ends`() {
        let deep = String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000) + " = 2"
        #expect(pencilMismatches(in: [PencilText(.formula, deep)]).count <= 1)
    }
}
