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

    private func proposals(
        _ text: String, lang: String = "en", quantities: [NamedNumber] = Self.quantities, named: Bool = false
    ) -> Proposals {
        let source = "---\nlang: \(lang)\n---\n" + Self.cells + text
        let places = ["pass", "loss", "steps", "negative", "share"].map { ($0, Place(file: "a.md", line: 5)) }
        return Proposals(
            for: Lesson.parsed(source: source, file: "a.md"), source: Array(source.utf8), quantities: quantities,
            constants: Dictionary(places + [("later", Place(file: "a.md", line: 99))]) { first, _ in first },
            names: named ? NamesBeside(file: "a.md", source: Array(source.utf8), quantities: quantities) : NamesBeside())
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

    /// A hidden unit's two gradients, of which one is the other number's too.
    private static var hidden: [NamedNumber] {
        let sum = QuantityIdentity(key: "net_h2", indexedKey: "z_2^(1)", kinds: [.sum], level: 1, unit: 2)
        let output = QuantityIdentity(key: "out_h2", indexedKey: "a_2^(1)", kinds: [.output], level: 1, unit: 2)
        let first = QuantityIdentity(key: "net_h1", indexedKey: "z_1^(1)", kinds: [.sum], level: 1, unit: 1)
        let last = QuantityIdentity(key: "net_o1", indexedKey: "z_1^(2)", kinds: [.sum], level: 2, unit: 1)
        let loss = QuantityIdentity(key: "E", indexedKey: "E", kinds: [.loss])
        return [
            NamedNumber("pass[\"E\"]", 0.298371109, .value(loss)),
            NamedNumber("pass[\"net_o1\"]", 1.105905967, .value(last)), NamedNumber("pass[\"net_h1\"]", 0.3775, .value(first)),
            NamedNumber("pass[\"net_h2\"]", 0.3925, .value(sum)),
            NamedNumber("pass[\"out_h2\"]", 0.596884378, .value(output)),
            NamedNumber("pass.gradient(of: \"out_h2\")", 0.0720112, .gradient(output)),
            NamedNumber("pass.gradient(of: \"net_h2\")", 0.0173289, .gradient(sum)),
            NamedNumber("pass.partial(\"x\", \"y\")", 0.3775),
        ]
    }

    @Test func `a number named as one quantity isn't claimed to be another that happens to have its value`() {
        let text = "$net_{h1} = 0.3775$, $net_{h2} = 0.3925$, $out_{h2} = 0.596884378$\n\n$\\delta_{h2} = 0.07201$"
        #expect(proposals(text, quantities: Self.hidden).fixes.map(\.old).contains("0.07201"))
        let found = proposals(text, quantities: Self.hidden, named: true)
        #expect(found.fixes.map(\.old) == ["0.3775", "0.3925", "0.596884378"])
        #expect(found.doubtful.map(\.text) == ["0.07201"])
        #expect(found.doubtful.map(\.expressions) == [["pass.gradient(of: \"out_h2\")"]])
        #expect(found.doubtful.allSatisfy { $0.reason.contains("the text calls it") })
        let other = proposals(
            text.replacing("\\delta_{h2}", with: "\\frac{\\partial E}{\\partial net_{h2}}"), quantities: Self.hidden,
            named: true)
        #expect(other.fixes.map(\.old) == ["0.3775", "0.3925", "0.596884378"])
        #expect(other.doubtful.map(\.text) == ["0.07201"])
    }

    @Test func `numbers that are given get no claim and aren't missed`() {
        let text = "It is [0.29837 and 0.0821670]{.given}, then −0.0226025.\n\n::: {.given}\n$E = 0.29837$\n:::\n\nAnd 0.98437."
        #expect(proposals(text).fixes.map(\.old) == ["−0.0226025", "0.98437"])
        let lesson = Lesson.parsed(source: text, file: "a.md")
        let left = UnclaimedNumbers.results(lesson.numerals, in: "a.md", source: Array(text.utf8), mark: .point)
        #expect(left.map(\.text) == ["−0.0226025", "0.98437"])
    }

    @Test func `proposals are taken by line, by place, and by choice where they are doubtful`() throws {
        let text = "It is 0.29837.\n\nHere 0.0821670 and −0.0226025, about 0.0822."
        func kept(_ acceptances: String...) throws -> [String] {
            var found = proposals(text)
            try found.keep(acceptances.compactMap(Acceptance.init))
            return found.fixes.map(\.new)
        }
        let last = try #require(proposals(text).doubtful.first).place.column
        #expect(try kept("8") == ["[0.29837](claim:loss)"])
        #expect(try kept("10:20") == ["[−0.0226025](claim:negative)"])
        #expect(try kept("10").count == 2)
        #expect(try kept("10:\(last)=2") == ["[0.0822](<claim: pass.gradient(of: \"w9\")>)"])
        #expect(throws: AcceptanceError.self) { try kept("9") }
        #expect(throws: AcceptanceError.self) { try kept("10:\(last)") }
        #expect(throws: AcceptanceError.self) { try kept("10:\(last)=9") }
        #expect(throws: AcceptanceError.self) { try kept("8=1") }
        #expect(["", "x", "0", "3:", "3:4=", "3:4=x", "3:4:5", "-1"].allSatisfy { Acceptance($0) == nil })
    }
}
