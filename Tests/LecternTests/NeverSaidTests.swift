import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// What a cause must never say, however well a number would fit.
struct NeverSaidTests {
    private func hints(
        _ value: Double, _ written: String, after claims: [(Double, String)] = [], observing: [(String, Any)] = []
    ) -> [Hint] {
        Notebook.$current.withValue(Notebook()) {
            for (name, observed) in observing { Notebook.current?.observe(name, observed, type: type(of: observed)) }
            for (computed, text) in claims { _ = Outcome(computed, written: text) }
            return Outcome(value, written: written).hints
        }
    }

    @Test func `that a number is first rounded to what it doesn't round to`() {
        let a = Scalar("a", 0.015449)
        let product = a * Scalar("b", 0.7771)
        // 0.016 stands above for 0.015449: no rounding of it.
        let written = NumberFormat.decimals(6).text(0.016 * 0.7771)
        let found = Notebook.$current.withValue(Notebook()) {
            _ = Outcome(a.value, written: "0.016")
            return Outcome(product, written: written).hints
        }
        #expect(!found.contains { $0.message.contains("is first rounded to 0.016") }, "\(found)")
    }

    @Test func `that a number which was cut off was rounded`() {
        let a = Scalar("a", 0.59678)
        let found = Notebook.$current.withValue(Notebook()) {
            _ = Outcome(a.value, written: "0.596")
            return Outcome(a * Scalar("b", 0.7771), written: NumberFormat.decimals(6).text(0.596 * 0.7771)).hints
        }
        #expect(found.map(\.message) == ["true if a is first cut off to 0.596"])
    }

    @Test func `that a digit too many was typed, where the number above is right only within its tolerance`() {
        let found = hints(1.9876, "1.977", after: [(1.9876, "1.97 ± 1 %")])
        #expect(!found.contains { $0.message.contains("stands elsewhere") }, "\(found)")
    }

    @Test func `that a number follows from itself`() {
        let w1 = 0.18, w2 = 0.25
        for hint in hints(w2, "0.18", observing: [("w1", w1), ("w2", w2)]) { #expect(!hint.message.contains("follows from")) }
    }

    @Test func `names of places inside Lectern's own types`() {
        struct Inside { var values: [[Double]] }
        var evidence = Evidence()
        evidence.take(Optimizer.adam(rate: 0.1), as: "descent")
        evidence.take([DiagnosisTests.net.layers[0].parameters], as: "parameters")
        #expect(!evidence.numbers.isEmpty)
        #expect(evidence.numbers.allSatisfy { $0.name.hasPrefix("a number of ") }, "\(evidence.numbers.map(\.name))")
        // A lesson's own type is the author's to read.
        evidence.take(Inside(values: [[0.25]]), as: "mine")
        #expect(evidence.numbers.contains { $0.name == "mine.values[0][0]" })
    }

    /// Numbers that nobody computed: they differ from the value by a digit, equal a weight, or are a quotient of short numbers.
    @Test(arguments: [
        (0.75, "0.73000"), (0.8, "0.4800"), (0.8, "0.7000"), (0.8, "0.84000"), (0.3775, "0.2000"), (13.0 / 15, "0.3500"),
    ])
    func `where a round number that was made up comes from`(value: Double, written: String) {
        #expect(hints(value, written, observing: [("pass", DiagnosisTests.pass)]).isEmpty)
    }

    @Test(arguments: ["0.5500", "0.6500", "0.8150"])
    func `that a quotient has other numbers than its own`(written: String) {
        let quotient = Scalar(constant: 52) / Scalar(constant: 60)
        let found = Notebook.$current.withValue(Notebook()) { Outcome(quotient, written: written).hints }
        #expect(!found.contains { $0.message.contains("where the expression has") }, "\(found)")
    }

    @Test func `another number of the expression is still found where it was mistyped`() {
        let product = Scalar(constant: 0.37) * Scalar(constant: 0.5812)
        let found = Notebook.$current.withValue(Notebook()) {
            Outcome(product, written: NumberFormat.decimals(6).text(0.73 * 0.5812)).hints
        }
        #expect(found.map(\.message) == ["fits 0.73 where the expression has 0.37"])
    }

    @Test func `the numbers written above where none are`() {
        for written in ["0.2984", "0.29", "0.2991", "0.3", "0.31"] {
            for hint in hints(0.298371109, written, observing: [("pass", DiagnosisTests.pass)]) {
                #expect(!hint.message.contains("written above"), "\(written): \(hint.message)")
            }
        }
    }

    @Test func `a slip in the arithmetic for a number that is far off`() {
        for factor in [20, 7.3, 0.11, -31] {
            let written = NumberFormat.significant(4).text(0.298371109 * factor)
            for hint in hints(0.298371109, written, after: [(0.5932, "0.59")], observing: [("pass", DiagnosisTests.pass)]) {
                #expect(hint.cause != Cause.arithmetic.rawValue, "\(written): \(hint.message)")
            }
        }
    }

    @Test func `a coincidence of two digits`() {
        // b1 = 0.35 and 0.35 for an updated weight of 0.45: too little to say so.
        #expect(hints(0.4512, "0.35", observing: [("pass", DiagnosisTests.pass)]).isEmpty)
    }

    @Test func `of thousands of numbers without a name none is told to be the one that was meant`() {
        var random = SplitMix64(seed: 3)
        let samples = (0..<60).map { _ in
            Dataset.Sample(input: (0..<64).map { _ in Double.random(in: 0..<1, using: &random) }, target: [1])
        }
        let notebook = Notebook()
        notebook.observe("samples", samples, type: [Dataset.Sample].self)
        for step in 0..<60 {
            let written = "0.\(1013 + 131 * step)"
            let outcome = Notebook.$current.withValue(notebook) { Outcome(52.0 / 60, written: written, at: .slot(step)) }
            #expect(outcome.hints.allSatisfy { !$0.message.contains("a number of") }, "\(written): \(outcome.hints)")
        }
    }
}
