import Claims
import Exhibits
import Lessons
import Testing

@testable import Publishing

/// Which numbers get a claim, and which only a remark.
struct ProposalsTests {
    private static let quantities = [
        NamedNumber("loss", 0.298371109), NamedNumber("pass[\"w5\"]", 0.4), NamedNumber("pass.loss", 0.298371109),
        NamedNumber("pass.gradient(of: \"w5\")", 0.0821670406), NamedNumber("pass.gradient(of: \"w6\")", 0.0826676278),
        NamedNumber("pass.partial(\"o\", \"n\")", 0.0821670406), NamedNumber("later", 0.12345), NamedNumber("steps", 10_000),
        NamedNumber("negative", -0.022602540), NamedNumber("share", 0.98437), NamedNumber("pass.gradient(of: \"w9\")", 0.08219),
    ]
    private static let cells = "```{swift}\nlet pass = 1, loss = 1, steps = 1, negative = 1, share = 1\n```\n\n"

    private func proposals(_ text: String, lang: String = "en") -> Proposals {
        let source = "---\nlang: \(lang)\n---\n" + Self.cells + text
        let places = ["pass", "loss", "steps", "negative", "share"].map { ($0, Place(file: "a.md", line: 5)) }
        return Proposals(
            for: Lesson.parsed(source: source, file: "a.md"), source: Array(source.utf8), quantities: Self.quantities,
            constants: Dictionary(places + [("later", Place(file: "a.md", line: 99))]) { first, _ in first })
    }

    @Test(arguments: [
        ("The loss is 0.29837.", "[0.29837](claim:loss)"), ("So $E = 0.298371109$.", "\\claim{0.298371109}{loss}"),
        ("Gradient 0.0821670.", "[0.0821670](<claim: pass.gradient(of: \"w5\")>)"),
        ("Here −0.0226025!", "[−0.0226025](claim:negative)"),
        ("At 8.2167e-2,", "[8.2167e-2](<claim: pass.gradient(of: \"w5\")>)"), ("98.44 % right", "[98.44 %](claim:share)"),
        ("| a |\n|--|\n| 0.08267 |\n", "[0.08267](<claim: pass.gradient(of: \"w6\")>)"),
    ])
    func `a number that one quantity rounds to is claimed`(text: String, claim: String) throws {
        let found = proposals(text)
        #expect(found.fixes.map(\.new) == [claim])
        #expect(found.doubtful.isEmpty)
    }

    @Test func `with a decimal comma the whole number is claimed`() {
        #expect(proposals("Der Fehler ist 0,29837.", lang: "de").fixes.map(\.new) == ["[0,29837](claim:loss)"])
        #expect(proposals("So $E = 0{,}29837$.", lang: "de").fixes.map(\.new) == ["\\claim{0{,}29837}{loss}"])
    }

    @Test(arguments: [
        "0.29838", "0.2", "2", "10,000", "0.12345", "[0.29837](claim:loss)", "`0.29837`", "0.2983711099", "2.9837",
    ])
    func `no claim without a quantity, for a quantity that comes later or with a digit or two`(text: String) {
        #expect(proposals("It is \(text).").fixes.isEmpty)
    }

    @Test func `a number with two digits swapped is shown beside the quantity it misses`() {
        let found = proposals("It is 0.29387.")
        #expect(found.fixes.isEmpty)
        #expect(found.doubtful.map(\.reason) == ["differs from loss = 0.29837 by swapped digits"])
    }

    @Test(arguments: [
        ("In 1986 a net 784-30-10 took 28 × 28 pixels in 3 steps: 0.98 after 100 epochs.", ["0.98", "100"]),
        ("## 2.1 Steps\n\nIt is 2.1.", ["2.1"]), ("$x_{12}^{30} = 0.5$", ["0.5"]),
    ])
    func `what counts, names or sizes is no result`(text: String, results: [String]) {
        let lesson = Lesson.parsed(source: text + "\n", file: "a.md")
        let found = UnclaimedNumbers.results(lesson.numerals, in: "a.md", source: Array(lesson.source.utf8), mark: .point)
        #expect(found.map(\.text) == results)
    }

    @Test(arguments: [("0.0822", "several quantities round to it"), ("0.30", "too few digits to be sure")])
    func `a doubtful number is only remarked upon`(text: String, reason: String) {
        let found = proposals("It is \(text).")
        #expect(found.fixes.isEmpty)
        #expect(found.doubtful.map(\.reason) == [reason])
    }
}
