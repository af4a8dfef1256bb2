import Derivations
import Exhibits
import Networks
import Testing

@testable import Lectern

/// A false number is explained by what would have made it true: seeded slips in the numbers of the slides' example.
struct DiagnosisTests {
    static let net = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
        Sigmoid()
        Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
        Sigmoid()
    }
    static let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
    static let descent = Optimizer.gradientDescent(rate: 0.5, updating: .weights)
    static let run = net.trained(
        on: [[0.05, 0.10]: [0.01, 0.99]], minimizing: .halfSquaredError, by: descent, epochs: 100)

    /// What was written, what it was claimed to be, and the cause of the best hint.
    static let slips: [(written: String, value: Double, cause: String, words: String)] = [
        ("0.082667628", pass.gradient(of: "w5"), "neighbour", "w6"),
        ("-0.082167041", pass.gradient(of: "w5"), "sign", "opposite sign"),
        ("0.596742218", pass.loss, "factor", "without ½"),
        ("0.298731109", pass.loss, "typo", "digits swapped: 73 for 37"),
        ("-0.019049119", pass.partial("E_o2", "out_h1"), "rounding-path", "rounded"),
        ("\(NumberFormat.decimals(9).text(run.losses[49]))", run.losses[50], "step", "step 49, not 50"),
    ]

    @Test(arguments: slips.indices)
    func `a slip is named by its cause`(index: Int) throws {
        let slip = Self.slips[index]
        let outcome = Notebook.$current.withValue(Notebook()) {
            LessonRun.observe("pass", Self.pass)
            LessonRun.observe("run", Self.run)
            return Outcome(slip.value, written: slip.written)
        }
        let best = try #require(outcome.hints.first)
        #expect(best.cause == slip.cause, "\(outcome.hints)")
        #expect(best.message.contains(slip.words), "\(best.message)")
    }

    /// The worst a verifier can do is to find fault with what is right.
    @Test func `a number that holds has no hints`() {
        for (written, value) in [
            ("0.298371109", Self.pass.loss), ("0.0822", Self.pass.gradient(of: "w5")), ("0.3", Self.pass.loss),
        ] {
            let outcome = Notebook.$current.withValue(Notebook()) {
                LessonRun.observe("pass", Self.pass)
                return Outcome(value, written: written)
            }
            #expect(outcome.hints.isEmpty)
        }
    }

    @Test func `a number that nothing explains has no hints`() {
        let outcome = Notebook.$current.withValue(Notebook()) {
            LessonRun.observe("pass", Self.pass)
            return Outcome(Self.pass.loss, written: "0.417263958")
        }
        #expect(outcome.hints.isEmpty, "\(outcome.hints)")
    }

    private func hints(for value: Any, written: String) -> [Hint] {
        Notebook.$current.withValue(Notebook()) {
            LessonRun.observe("pass", Self.pass)
            return Outcome(value, written: written).hints
        }
    }

    @Test func `the cause of a number in a list is said of that number`() {
        let values = [Self.pass.loss, Self.pass.gradient(of: "w5")]
        let both = hints(for: values, written: "[0.298731109, -0.082167041]")
        #expect(both.map(\.cause) == ["typo", "sign"])
        #expect(both.map(\.entry) == [0, 1])
        for written in ["[0.298371109, -0.082167041]", "[0.417263958, -0.082167041]"] {
            #expect(hints(for: values, written: written).map(\.cause) == ["sign"])
            #expect(hints(for: values, written: written).map(\.entry) == [1])
        }
    }

    @Test func `a list is rounded on the way only where all its wrong numbers are`() {
        let values = [Self.pass.partial("E_o2", "out_h1"), Self.pass.loss]
        #expect(hints(for: values, written: "[-0.019049119, 0.298371109]").map(\.cause) == ["rounding-path"])
        #expect(hints(for: values, written: "[-0.019049119, 0.417263958]").isEmpty)
    }

    @Test(arguments: ["0.41", "0.35", "0.25"])
    func `two digits are explained by nothing that many numbers fit`(written: String) {
        #expect(hints(for: Self.pass.loss, written: written).isEmpty)
    }

    @Test func `a point in the wrong place is no slip of another key`() throws {
        let best = try #require(hints(for: Self.pass.loss, written: "2.98371109").first)
        #expect(best.cause == "factor")
    }
}
