import Exhibits
import Testing

import Claims

/// What authors read. Reading this table is the quickest review of the tool's manners.
struct WordingTests {
    @Test(
        arguments: [
            (
                "0.291027924", Quantity.number(0.29102777369359933), nil,
                "error: wrong-claim: 0.291027924 is wrong: computed 0.29102777369, off by 150 units of the last digit; write 0.291027774"
            ),
            (
                "-0.019049119", .number(-0.019049118258278118), nil,
                "error: wrong-claim: -0.019049119 is wrong: computed -0.01904911826, off by 0.7 units of the last digit; "
                    + "write -0.019049118"
            ),
            (
                "0.0000351085", .number(3.510187782978859e-05), nil,
                "error: wrong-claim: 0.0000351085 is wrong: computed 0.000035101878, off by 66 units of the last digit; "
                    + "write 0.0000351019"
            ),
            (
                "0.8654", .number(0.8654579497810972), nil,
                "warning: truncated-claim: 0.8654 is cut off, not rounded: computed 0.865458; write 0.8655"
            ),
            (
                "0", .number(1e-9), nil,
                "warning: vague-claim: 0 says too little to be checked: computed 1.000e-09; write digits that could be wrong"
            ),
            (
                "0.5", .number(.nan), nil,
                "error: claim-not-computed: 0.5 could not be computed: the value is not a number (NaN)"
            ),
            (
                "0.3775", .number(0.3775), "wrong",
                "error: unexpected-verdict: 0.3775 was expected to be wrong, but it is right: computed 0.377500; "
                    + "remove the title \"wrong\""
            ),
            (
                "0.5", .vector([0.5, 1]), nil,
                "error: wrong-claim: 0.5 can't be compared: the expression gives 2 numbers; write them all, [a, b, …](claim:…), or pick one of them"
            ),
            (
                "[1, 2, 3]", .vector([1, 2]), nil,
                "error: wrong-claim: [1, 2, 3] can't be compared: written are 1 × 3 numbers, the expression gives 1 × 2"
            ),
            (
                "98 %", .number(0.9712), nil,
                "error: wrong-claim: 98 % is wrong: computed 97.12 %, off by 0.9 units of the last digit; write 97 %"
            ),
            (
                "10", .number(12), nil,
                "error: wrong-claim: 10 is wrong: computed 12, off by 2.0 units of the last digit; write 12"
            ),
        ] as [(String, Quantity, String?, String)])
    func `a finding says what was found and what to do`(written: String, value: Quantity, expected: String?, message: String)
        throws
    {
        let judgement = judge(written: written, outcome: Outcome(value), expected: expected)
        let finding = try #require(judgement.findings(at: Place(file: "a.md", line: 3, column: 5)).first)
        #expect("\(finding.severity): \(finding.code): \(finding.message)" == message)
        #expect(finding.kind == .claim)
        #expect(finding.place == Place(file: "a.md", line: 3, column: 5))
    }

    @Test func `a right claim and an expected verdict say nothing`() {
        let place = Place(file: "a.md", line: 1)
        #expect(judge(written: "0.5", outcome: Outcome(.number(0.5))).findings(at: place).isEmpty)
        #expect(judge(written: "0.51", outcome: Outcome(.number(0.5)), expected: "wrong").findings(at: place).isEmpty)
    }

    @Test func `strictness turns a warning into an error`() {
        let judgement = judge(written: "0.8654", outcome: Outcome(.number(0.8654579)))
        #expect(judgement.findings(at: Place(file: "a.md", line: 1), strict: true).map(\.severity) == [.error])
    }

    @Test func `each wrong number of a matrix is found where it stands`() {
        let written = "\\begin{pmatrix} 0.15 & 0.21 \\\\\n 0.25 & 0.31 \\end{pmatrix}"
        let findings = judge(written: written, outcome: Outcome(.matrix([[0.15, 0.2], [0.25, 0.3]])))
            .findings(at: Place(file: "a.md", line: 7, column: 10))
        #expect(findings.map(\.place.description) == ["a.md:7:33", "a.md:8:9"])
        #expect(findings.map(\.length) == [4, 4])
        #expect(findings[0].message.hasPrefix("0.21 at [0, 1] is wrong: computed 0.2000"))
    }

    @Test func `a misspelled expectation is an error`() {
        let place = Place(file: "a.md", line: 1)
        #expect(finding(forExpectation: "wrnog", at: place)?.severity == .error)
        #expect(finding(forExpectation: "rounding-path", at: place) == nil)
    }
}
