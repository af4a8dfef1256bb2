import Exhibits
import Testing

import Claims

struct CorrectionTests {
    @Test(arguments: [
        ("0.3774", 0.3775, "0.3775"), (".51", 0.5, ".50"), ("−0.25", 0.261, "0.26"), ("0.25", -0.261, "-0.26"),
        ("−0.25", -0.261, "−0.26"),
        ("3.51e-5", 3.6177e-5, "3.62e-5"), ("3.51E-05", 3.6177e-4, "3.62E-04"), ("3.51×10⁻⁵", 3.6177e-12, "3.62×10⁻¹²"),
        ("3.51 \\times 10^{-5}", 3.6177e-5, "3.62 \\times 10^{-5}"), ("98.4 %", 0.97, "97.0 %"), ("98.4\\%", 0.97, "97.0\\%"),
        ("1,024", 2048, "2,048"), ("1 024", 1_234_567, "1 234 567"), ("≈ 0.31", 0.4, "≈ 0.40"), ("10", 7.4, "7"),
        ("+0.5", 0.61, "+0.6"),
        ("0.5 ± 0.1", 0.7, "0.7 ± 0.1"), ("1,024.5", 2000.25, "2,000.3"), ("-12", 12, "12"), ("1.5e+3", 2511, "2.5e+3"),
        ("0.8217", 0.082167, "0.0822"), ("0.8217", 0.0082167, "0.00822"), ("0.00", 0.01234, "0.01"),
        ("0.1002", 0.09987, "0.0999"), ("0.5", 0.0123, "0.01"),
        ("12.5 %", 0.01256, "1.26 %"), ("-.250", 0.00261, ".00261"), ("0.25", 3e-16, "0.00"), ("12", 1.5, "2"),
        ("0.75", 0, "0.00"),
    ])
    func `a repair keeps form and number of digits`(written: String, computed: Double, repaired: String) {
        #expect(judge(written: written, outcome: Outcome(.number(computed))).correction == repaired)
    }

    @Test func `a false word is corrected, and left alone where it stands in other words`() {
        #expect(judge(written: "false", outcome: Outcome(.boolean(true))).correction == "true")
        #expect(judge(written: "true", outcome: Outcome(.boolean(true))).correction == nil)
        #expect(judge(written: "yes", outcome: Outcome(.boolean(false))).correction == nil)
    }

    @Test func `a decimal comma stays a comma`() {
        #expect(judge(written: "0,25", outcome: Outcome(.number(0.5)), language: "de").correction == "0,50")
        #expect(judge(written: "1.024,5", outcome: Outcome(.number(4096.5)), language: "de").correction == "4.096,5")
    }

    @Test func `in a list only the wrong numbers change`() {
        let written = "\\begin{pmatrix} 0.15 & −0.20 \\\\ 0.25 & 0.31 \\end{pmatrix}"
        let judgement = judge(written: written, outcome: Outcome(.matrix([[0.15, 0.2], [0.25, 0.3]])))
        #expect(judgement.correction == "\\begin{pmatrix} 0.15 & 0.20 \\\\ 0.25 & 0.30 \\end{pmatrix}")
    }

    @Test(arguments: [("1/3", 0.5), ("0.5", Double.infinity)])
    func `what can't be rewritten in its form is left to the author`(written: String, computed: Double) {
        #expect(judge(written: written, outcome: Outcome(.number(computed))).correction == nil)
    }
}
