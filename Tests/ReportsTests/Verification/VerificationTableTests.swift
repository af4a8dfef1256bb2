import Exhibits
import Lessons
import Reports
import Testing

/// The table of verified numbers at a page's end shows numbers as text, wherever they were claimed.
struct VerificationTableTests {
    @Test(arguments: [
        ("$a = \\claim{0{,}0822}{a}$", "0,0822", 0.0822), ("$a = \\claim{1{,}024}{a}$", "1,024", 1.024),
        ("[0,0822](claim:a)", "0,0822", 0.0822),
    ])
    func `a claim in a formula is shown without the formula's braces`(claim: String, shown: String, value: Double) throws {
        let page = try HandoutPageTests.page(
            "---\nlang: de\n---\n\n\(claim)\n", Transcript(outcomes: [0: Outcome(.number(value))])
        ).html
        #expect(page.contains("<td>\(shown)</td>") && !page.contains("<td>0{"), "\(page.suffix(900))")
    }
}
