import Audit
import Testing

/// Published worked examples in own words, with the formulas that their sources show. What their authors printed wrongly beside a
/// right calculation is found, and nothing else is called wrong.
struct PublishedTests {
    @Test(
        arguments: [
            // A digit slipped into the exponent; the result follows from the number that was meant.
            ("mazur-2-2-2.tex", 15, ["1.1059059067"]),
            ("postnetwork-3-2-2-softmax.md", 8, ["0.185"]),
            ("mahfuzar-2-2-1-bce.md", 10, ["0.243"]),
            // Left over from the forward pass before.
            ("hmkcode-2-2-1-linear.ipynb", 12, ["0.85", "0.48"]),
            // A rounded θ was carried on, which is no slip of arithmetic.
            ("adam-three-steps-by-hand.tex", 16, []),
            ("softmax-linear-3class.qmd", 15, []), ("cs231n-gates.Rmd", 14, []),
        ] as [(String, Int, [String])])
    func `what is wrong beside its calculation is found, and nothing else is`(file: String, results: Int, wrong: [String])
        throws
    {
        let audit = try #require(TestFolder.audit(file, in: "Published"))
        #expect(audit.wrong == wrong, "\(audit.numbers.map { ($0.text, $0.status) })")
        #expect(audit.checked >= results, "\(audit.checked)")
    }
}
