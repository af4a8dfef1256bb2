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

    @Test(arguments: [("0.0822", "several quantities round to it"), ("0.30", "too few digits to be sure")])
    func `a doubtful number is only remarked upon`(text: String, reason: String) {
        let found = proposals("It is \(text).")
        #expect(found.fixes.isEmpty)
        #expect(found.doubtful.map(\.reason) == [reason])
    }
}
