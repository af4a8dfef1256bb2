import Exhibits
import Testing

@testable import Claims

/// What would break: a sentence that has become false stays on the page with a mark that says it was verified.
struct StatementTests {
    @Test(
        arguments: [
            "rises from 0.5 on", "the larger of the two", "in all 10 seeds", "hardly better than guessing", "doesn't change",
            "at least 95 %", "fewer false positives", "fällt in jeder Epoche", "never\n  rises", "zuerst schnell, dann langsam",
        ])
    func `a statement holds if its expression is true, and only then`(text: String) {
        #expect(judge(written: text, outcome: Outcome(.boolean(true))).verdict == .exact)
        let judgement = judge(written: text, outcome: Outcome(.boolean(false)))
        #expect(judgement.verdict == .wrong && !judgement.holds && judgement.correction == nil)
        #expect(judge(written: text, outcome: Outcome(nil, failure: "no such name")).verdict == .notComputed)
    }

    /// Words for a truth value in any language, numbers with a word, lists, formulas.
    @Test(
        arguments: [
            "falsch", "wahr", "rises", "no", "is false", "that is not true", "0.5 s", "10", "1,5 kg", "[1, 2]", "10 of 10",
            "\\text{falls sharply}", "falls *sharply*", "below $x$ always", "f32 x1", "",
        ])
    func `what may mean something else is no statement`(text: String) {
        if case .statement = Written(parsing: text) { Issue.record("\(text) is read as a statement") }
        let judgement = judge(written: text, outcome: Outcome(.boolean(true)))
        #expect(text == "no" || judgement.verdict == .wrong)
        #expect(judge(written: text, outcome: Outcome(.boolean(false))).verdict == (text == "no" ? .exact : .wrong))
    }

    @Test func `a statement is no number, no list and no text`() {
        for value in [Quantity.number(1), .integer(1), .vector([1]), .matrix([[1]]), .text("falls fast")] {
            #expect(judge(written: "rises in all seeds", outcome: Outcome(value)).verdict == .wrong)
        }
        #expect(judge(written: "falls fast", outcome: Outcome(.text("falls fast"))).verdict == .exact)
    }

    @Test func `a statement may be quoted as wrong`() {
        #expect(judge(written: "never rises", outcome: Outcome(.boolean(false)), expected: "wrong").holds)
        #expect(!judge(written: "never rises", outcome: Outcome(.boolean(true)), expected: "wrong").holds)
    }

    @Test(
        arguments: [
            ("rises from\n0.5 on", Quantity.boolean(false), "“rises from 0.5 on” doesn't hold: its expression is false"),
            ("rises from 0.5 on", .number(0.25), "it is a statement, and the expression gives the number 0.250000; write that"),
            ("rises", .boolean(true), "write true or false, or a statement of two plain words or more"),
        ] as [(String, Quantity, String)])
    func `a finding says what doesn't hold and what to write`(text: String, value: Quantity, message: String) {
        let findings = judge(written: text, outcome: Outcome(value)).findings(at: Place(file: "a.md", line: 3, column: 5))
        #expect(findings.count == 1 && findings[0].severity == .error && findings[0].place.line == 3)
        #expect(findings.first?.message.contains(message) == true, "\(findings)")
    }
}
