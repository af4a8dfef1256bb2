import Exhibits
import Testing

import Claims

/// One row, one rule: what was written, what was computed, what is said.
struct VerdictTests {
    @Test(arguments: [
        // rounds to the digits written
        ("0.298371109", 0.2983711087600027, Verdict.exact), ("0.511301270", 0.5113012702387375, .exact),
        ("-0.20", -0.19661193, .exact),
        ("0.9950", 0.995033198349943, .exact), ("100", 99.99999999999991, .exact), ("0.2", 0.1971, .exact),
        ("4.9", 4.9000000001, .exact),
        ("-1673.365109", -1673.365108505695, .exact), ("98.4 %", 0.98437, .exact), ("-0", 0, .exact), ("0.00", 0, .exact),
        // the border between two roundings counts as either, however the double fell
        ("2.68", 2.675, .exact), ("2.67", 2.675, .exact), ("0.13", 0.125, .exact), ("0.12", 0.125, .exact),
        ("0.43", 0.42499999999999993, .exact),
        ("1", 0.5, .exact), ("2.5", 2.45, .exact), ("2.4", 2.45, .exact), ("-0.035", -0.0345, .exact),
        // one step beyond the border
        ("2.68", 2.6749, .wrong), ("2.67", 2.6751, .truncated), ("0.13", 0.1249999, .wrong),
        // noise of arithmetic in the last of seventeen digits
        ("0.3", 0.1 + 0.2, .exact), ("0.30000000000000000", 0.1 + 0.2, .exact), ("0", 0.1 + 0.2 - 0.3, .exact),
        // digits cut off
        ("0.8654", 0.8654579497810972, .truncated), ("0.28790", 0.28790627788102363, .truncated),
        ("-0.01039", -0.010396085, .truncated),
        ("0.1999", 0.19999595710678672, .truncated), ("1.730", 1.7309158995621945, .truncated), ("4", 4.7, .truncated),
        ("86.5 %", 0.86589, .truncated), ("3.51e-5", 3.5177e-5, .truncated),
        // wrong
        ("0.77197", 0.7719811057588907, .wrong), ("0.291027924", 0.29102777369359933, .wrong), ("0.12", 0.13, .wrong),
        ("0.5", -0.5, .wrong),
        ("-0.019049119", -0.019049118258278118, .wrong), ("9.6002", 9.600115513737714, .wrong), ("98.4 %", 98.4, .wrong),
        ("26 %", 0.2464700813088316, .wrong), ("-0.1", 0.17, .wrong), ("0.0000351085", 3.510187782978859e-05, .wrong),
        // too loose to fail
        ("0", 1e-9, .vague), ("0.0", 1e-9, .vague), ("0", 0.3, .vague), ("5 ± 6", 4, .vague), ("999 ± 99.9 %", 1.5, .vague),
        ("1000 ± 998.6", 1.5, .vague), ("0.0 ± 5", 1.5, .vague), ("0.000 ± 1", 0.2, .vague), ("0.0 ± 5", 0.01, .exact),
        ("5 ± 2.5", 4, .vague), ("5 ± 2.4", 4, .exact), ("0.5 ± 1e30 ulp", 0.6, .vague),
        ("0.5 ± 100 %", 0.6, .vague),
        // zeros with digits behind them say something
        ("0.000", 1e-9, .exact), ("-0.000000", -1.4e-162, .exact), ("0.00", 0.003, .exact), ("0 ± 1e-6", 1e-9, .exact),
        // stated tolerances replace the digits
        ("0.5 ± 0.1", 0.59, .exact), ("0.5 ± 0.1", 0.61, .wrong), ("0.51 ± 1 %", 0.514, .exact), ("0.51 ± 1 %", 0.516, .wrong),
        ("0.3 ± 1 ulp", 0.1 + 0.2, .exact), ("6.8532745e-06 ± 1e-5 rel", 6.853321684059441e-06, .exact),
        // not a number
        ("0.5", .nan, .notComputed), ("0.5", .infinity, .wrong), ("∞", .infinity, .exact), ("-∞", .infinity, .wrong),
    ])
    func `a number is held to its digits`(written: String, computed: Double, verdict: Verdict) {
        #expect(judge(written: written, outcome: Outcome(.number(computed))).verdict == verdict)
    }

    @Test(arguments: [
        ("[0.5, 1]", Quantity.vector([0.5, 1]), Verdict.exact), ("[1.5, 999 ± 998]", .vector([1.5, 1.5]), .vague),
        ("[0.5, 1.2]", .vector([0.5, 1]), .wrong),
        ("(2, 1, 0)", .vector([0.5, 0.2, 0.1]), .wrong), ("[0.25, 0, 1]", .vector([0.25, 1e-9, 1]), .exact),
        ("[0.88, 1]", .vector([0.8654579, 1]), .wrong), ("[0.865, 1]", .vector([0.8657, 1]), .truncated),
        ("[1, 2, 3]", .vector([1, 2]), .wrong), ("[[1, 2], [3, 4]]", .matrix([[1, 2], [3, 4]]), .exact),
        ("[[1, 2], [3, 4]]", .matrix([[1, 3], [2, 4]]), .wrong), ("[1, 2, 3, 4]", .matrix([[1, 2], [3, 4]]), .wrong),
        ("\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}", .vector([1, 2]), .exact), ("true", .boolean(true), .exact),
        ("false", .boolean(true), .wrong), ("cat", .text("cat"), .exact), ("cat", .text("dog"), .wrong),
        ("1,024", .integer(1024), .exact),
        ("1,025", .integer(1024), .wrong), ("NaN", .number(.nan), .exact), ("0.5", .vector([0.5, 1]), .wrong),
        ("0.5", .vector([0.5]), .exact),
    ])
    func `lists, truth values and words are compared as what they are`(written: String, computed: Quantity, verdict: Verdict) {
        #expect(judge(written: written, outcome: Outcome(computed)).verdict == verdict)
    }

    @Test(arguments: [
        ("0.51", 0.5, "wrong", true), ("0.5", 0.5, "wrong", false), ("0.8654", 0.86546, "truncated", true),
        ("0.8654", 0.86546, "wrong", false),
        ("0.51", 0.5, "truncated", false), ("0.51", 0.5, "Wrong", true),
    ])
    func `an expected verdict passes while the verdict is that`(
        written: String, computed: Double, expected: String, holds: Bool
    ) {
        #expect(judge(written: written, outcome: Outcome(.number(computed)), expected: expected).holds == holds)
    }

    @Test func `a rounding path found by the run is a verdict of its own and still one way of being wrong`() {
        let hint = Hint(cause: Hint.roundingPath, message: "true if out_h1 is first rounded to 9 decimals", value: -0.019049119)
        let outcome = Outcome(.number(-0.019049118258278118), hints: [hint])
        #expect(judge(written: "-0.019049119", outcome: outcome).verdict == .roundingPath)
        #expect(!judge(written: "-0.019049119", outcome: outcome).holds)
        #expect(judge(written: "-0.019049119", outcome: outcome, expected: "wrong").holds)
        #expect(judge(written: "-0.019049119", outcome: outcome, expected: "rounding path").holds)
    }

    @Test func `a cause is told at the number of a list that it was found for`() {
        var hints = [
            Hint(cause: "sign", message: "the sign", value: -2), Hint(cause: "typo", message: "the fingers", value: 3.4),
        ]
        hints[0].entry = 1
        hints[1].entry = 2
        let judgement = judge(written: "[1.0, -2.0, 4.3]", outcome: Outcome(.vector([1, 2, 3.4]), hints: hints))
        #expect(judgement.findings(at: Place(file: "a.md", line: 1)).map(\.notes) == [["the sign"], ["the fingers"]])
        hints = [Hint(cause: "neighbour", message: "these are the numbers of b", value: 1)]
        let other = judge(written: "[1.0, -2.0, 4.3]", outcome: Outcome(.vector([1, 2, 3.4]), hints: hints))
        #expect(
            other.findings(at: Place(file: "a.md", line: 1)).flatMap(\.notes) == [
                "these are the numbers of b", "these are the numbers of b",
            ])
    }

    @Test func `an expression that failed leaves the claim open, with the reason`() {
        let judgement = judge(written: "0.5", outcome: Outcome(nil, failure: "no such file"))
        #expect(judgement.verdict == .notComputed)
        #expect(judgement.reason == "no such file")
    }

    @Test func `a list that is vague is told, a zero in a list isn't`() {
        func codes(_ written: String, _ values: [Double]) -> [String] {
            judge(written: written, outcome: Outcome(.vector(values))).findings(at: Place(file: "a.md", line: 1)).map(\.code)
        }
        #expect(codes("[1.5, 999 ± 998]", [1.5, 1.5]) == ["vague-claim"])
        #expect(codes("[0, 0]", [1e-9, 1e-9]) == ["vague-claim", "vague-claim"])
        #expect(codes("[0, 1]", [1e-9, 1]) == [])
        #expect(codes("[0, 2]", [1e-9, 1]) == ["wrong-claim"])
    }
}
