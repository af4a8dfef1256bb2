import Exhibits
import Testing

@testable import Claims

/// What the digits of a page mean: tolerances, single precision, halves, cut digits, languages.
struct DigitsTests {
    private func verdict(_ written: String, _ value: Quantity, _ convention: Convention = Convention()) -> Verdict {
        judge(written: written, outcome: Outcome(value), under: convention).verdict
    }

    @Test(
        arguments: [
            // A tolerance never makes a number stricter than its digits.
            ("0.3333 ± 1e-9", 0.3333333333333333, Verdict.exact), ("0.291027924 ± 2e-7", 0.29102777369359933, .exact),
            ("0.291027924 ± 1e-8", 0.29102777369359933, .wrong), ("0.33 \\pm 0.1 rel", 0.36, .exact),
            ("0.5 ± 3 ulp", 0.5, .exact),
            // Nor does one that is narrower: it is cut off with it as without.
            ("1.987 ± 2 ulp", 1.9876, .truncated), ("1.987 ± 1e-5", 1.9876, .truncated), ("1.987 ± 0.00055", 1.9876, .wrong),
            // The digits of a zero say nothing, its tolerance all.
            ("0 ± 1e-6", 0.3, .wrong), ("0.0 ± 0.1", 0.05, .exact),
            // Digits that go on, and digits of which the last is unsure.
            ("0.66…", 0.6666666666666666, .exact), ("0.66...", 0.6666666666666666, .exact),
            ("0.67…", 0.6666666666666666, .wrong), ("-0.66\\ldots", -0.6666666666666666, .exact),
            ("0.65…", 0.6666666666666666, .wrong), ("0.6667(1)", 0.66678, .exact), ("0.6667(1)", 0.6669, .wrong),
            ("0.6667(2)", 0.66689, .exact),
            // A whole number is a number of its own: a half goes away from zero or to even, nowhere else.
            ("-1", -1.5, .truncated), ("-2", -1.5, .exact), ("2", 2.5, .exact), ("3", 2.5, .exact), ("1", 1.5, .truncated),
            ("1", 0.5, .exact), ("-1", -1.49, .exact), ("2.4", 2.45, .exact), ("2.5", 2.45, .exact),
        ] as [(String, Double, Verdict)])
    func `a tolerance widens what the digits allow`(written: String, value: Double, expected: Verdict) {
        #expect(verdict(written, .number(value)) == expected)
    }

    @Test(arguments: ["1.987", "1.987 ± 2 ulp", "1.987 ± 0.00055", "1.987 ± 0.1 %", "1.988", "1.988 ± 1e-9"])
    func `where digits are cut, a tolerance comes on top`(written: String) {
        #expect(verdict(written, .number(1.9876), Convention(cutsDigits: true)) == .exact)
        #expect(verdict(written, .number(1.9912), Convention(cutsDigits: true)) == .wrong)
    }

    // The values are those of NumPy: float64, float32(x), float16(x).
    @Test(
        arguments: [
            ("0.33333334", 0.3333333333333333, Precision.single, Verdict.exact),
            ("0.33333334", 0.3333333333333333, .double, .wrong),
            ("-3.79272318", -3.7927229, .single, .exact), ("-3.79272918", -3.7927229, .single, .wrong),
            ("0.33325195", 0.3333333333333333, .half, .exact), ("0.33325195", 0.3333333333333333, .single, .wrong),
            ("0.334", 0.3333333333333333, .bfloat16, .exact),
            ("0.35", 0.3333333333333333, .half, .wrong), ("0.3333", 0.3333333333333333, .single, .exact),
            ("0.333", 0.3333333333333333, .single, .exact),
            ("0.666", 0.6666666666666666, .single, .truncated), ("0.34", 0.3333333333333333, .single, .wrong),
            ("1e-9", 3e-9, .single, .wrong),
            ("0.5", 0.3333333333333333, .single, .wrong),
        ] as [(String, Double, Precision, Verdict)])
    func `a stated precision allows a few of its steps, and no more`(
        written: String, value: Double, precision: Precision, expected: Verdict
    ) {
        #expect(verdict(written, .number(value), Convention(precision: precision)) == expected)
    }

    @Test(arguments: [
        "0.33333334 f32", "0.33333334 float32", "0.33333334f32", "0.33333334 \\text{ f32}", "0.33333334 ± 1 ulp f32",
        "0.33333334 f32 ± 1 ulp", "0.33333334 ± 1e-7",
    ])
    func `a number may say how it was computed, and readers see the number alone`(written: String) {
        #expect(verdict(written, .number(0.3333333333333333)) == .exact)
        #expect(verdict(written, .number(0.3334)) == .wrong)
        #expect(NumberTail.bare(written) == "0.33333334")
    }

    @Test(arguments: [
        "[0.33333334, 2] f32", "[0.33333334, 2] ± 1e-7", "(0.33333334, 2) \\pm 1e-5 rel",
        "\\begin{pmatrix} 0.33333334 \\\\ 2 \\end{pmatrix} \\pm 10^{-7}", "[0.33333334 f32, 2]",
    ])
    func `what stands behind a list holds for all its numbers`(written: String) {
        #expect(verdict(written, .vector([0.3333333333333333, 2])) == .exact)
        #expect(verdict(written, .vector([0.34, 2])) == .wrong)
    }

    @Test func `the numbers of a list share the steps of their largest`() {
        // A difference of numbers near 4: what is left has their steps, not its own.
        #expect(verdict("[4.0000005, 0.0000003]", .vector([4.0000005, 0]), Convention(precision: .single)) == .exact)
        #expect(verdict("0.0000003", .number(0), Convention(precision: .single)) == .wrong)
    }

    @Test(arguments: [
        "0.5", "3.5e-5", "3.51 × 10⁻⁵", "98.4 %", "[1, 2]", "\\frac{2}{3}", "true", "0.66…", "0.6667(1)", "2 + 3",
    ])
    func `a plain number has no tail`(written: String) { #expect(NumberTail.bare(written) == written) }

    @Test func `cut digits are right where a page cuts all of them`() {
        #expect(verdict("0.666", .number(0.6666666666666666), Convention(cutsDigits: true)) == .exact)
        #expect(verdict("-1", .number(-1.5), Convention(cutsDigits: true)) == .exact)
        #expect(verdict("0.665", .number(0.6666666666666666), Convention(cutsDigits: true)) == .wrong)
    }

    @Test(
        arguments: [
            ("fr", "1.982", 1.982), ("de", "1.982", 1.982), ("de", "1.982", 1982), ("es", "0.5", 0.5), ("de", "1,982", 1.982),
        ] as [(String, String, Double)])
    func `a language decides how a number is spelled, not what it is`(language: String, written: String, value: Double) {
        #expect(verdict(written, .number(value), Convention(language: language)) == .exact)
    }

    @Test func `a wrong number that languages read differently says how it was read, and is never rewritten`() throws {
        let judgement = judge(written: "1.982", outcome: Outcome(.number(1.5)), language: "de")
        #expect(judgement.verdict == .wrong && judgement.correction == nil)
        let message = try #require(judgement.findings(at: Place(file: "a", line: 1)).first?.message)
        #expect(
            message == "1.982 (read as 1982, since this page's language writes 1,982 for 1.982) is wrong: computed 1.50000")
        let english = judge(written: "1,982", outcome: Outcome(.number(1.982)), language: "en")
        #expect(english.verdict == .wrong && english.correction == nil)
        #expect(english.reading == "read as 1982, since this page's language writes 1.982 for 1.982")
        let comma = judge(written: "0,5", outcome: Outcome(.number(0.5)), language: "en")
        #expect(comma.reason == "this page's language writes 0.5; write that, or set `lang:`")
    }

    @Test func `a message measures by the tolerance`() throws {
        let judgement = judge(written: "0.5 ± 0.1", outcome: Outcome(.number(0.7)))
        let message = try #require(judgement.findings(at: Place(file: "a", line: 1)).first?.message)
        #expect(message.contains("more than ± 0.1 allows"), "\(message)")
    }
}

/// Lists of any nesting.
struct NestedListTests {
    private let deep = Quantity(
        .list([.list([.list([.number(1), .number(2)]), .list([.number(3)])]), .list([.list([.number(4)])])]))

    @Test(
        arguments: [
            ("[[[1, 2], [3]], [[4]]]", Verdict.exact), ("[[[1, 2], [3]], [[5]]]", .wrong), ("[[1, 2], [3, 4]]", .wrong),
            ("[1, 2, 3, 4]", .wrong),
        ] as [(String, Verdict)])
    func `lists compare by shape and entry, however deep`(written: String, expected: Verdict) {
        #expect(judge(written: written, outcome: Outcome(deep)).verdict == expected)
    }

    @Test func `a number in a deep list is called by its place in all levels`() throws {
        let judgement = judge(written: "[[[1, 2], [3]], [[5]]]", outcome: Outcome(deep))
        let message = try #require(judgement.findings(at: Place(file: "a", line: 1)).first?.message)
        #expect(message.hasPrefix("5 at [1, 0, 0] is wrong: computed 4"))
    }

    @Test(
        arguments: [
            ("[1, 2, 3, 4]", Quantity.matrix([[1, 2], [3, 4]]), "write [[1, 2], [3, 4]]"),
            ("[[1, 2], [3, 4]]", .vector([1, 2, 3, 4]), "write [1, 2, 3, 4]"),
            ("0.125 s", .number(0.125), "“s” is no part of the number; write it behind the claim: [0.125](claim:…) s"),
            ("true", .number(1), "'true' is a truth value, and the expression gives the number 1; write that"),
            ("[1, 2, …]", .vector([1, 2, 3]), "dots claim nothing"),
            ("[1, \\cdots, 3]", .vector([1, 2, 3]), "dots claim nothing"),
            ("[1, 2]", .number(1), "2 numbers are written and the expression gives one"),
        ] as [(String, Quantity, String)])
    func `what can't be compared says what to write`(written: String, value: Quantity, advice: String) throws {
        let judgement = judge(written: written, outcome: Outcome(value))
        #expect(judgement.verdict == .wrong)
        let message = try #require(judgement.findings(at: Place(file: "a", line: 1)).first?.message)
        #expect(message.contains(advice), "\(message)")
    }

    @Test(arguments: ["[1 2; 3 4]", "[1, 2; 3, 4]", "[1 2 \\\\ 3 4]", "[[1, 2], [3, 4]]"])
    func `rows may be parted by semicolons`(written: String) {
        #expect(judge(written: written, outcome: Outcome(.matrix([[1, 2], [3, 4]]))).verdict == .exact)
        #expect(judge(written: written, outcome: Outcome(.matrix([[1, 3], [2, 4]]))).verdict == .wrong)
    }

    @Test(
        arguments: [("[[1, 2], [3]]", Verdict.exact), ("[[1, 2], [4]]", .wrong), ("[[1], [2, 3]]", .wrong)]
            as [(String, Verdict)])
    func `lists of unequal length are compared too`(written: String, expected: Verdict) {
        let value = Quantity(.list([.list([.number(1), .number(2)]), .list([.number(3)])]))
        #expect(judge(written: written, outcome: Outcome(value)).verdict == expected)
    }

    @Test(arguments: [
        ("2.9 ± 1.44", "2.9 ± 1.44"), ("0.5 ± 1e-9", "0.5"), ("0.93 ± 0.02", "0.93 ± 0.02"), ("0.93 ± 0.01", "0.93"),
        ("0.3 ± 1 ulp", "0.3"), ("0.5 ± 10 %", "0.5"), ("5.00 ± 10 %", "5.00 ± 10 %"), (#"2.9 \pm 1.44"#, #"2.9 \pm 1.44"#),
        ("0.5 f32", "0.5"), ("2.9 ± 1.44 f32", "2.9 ± 1.44"), ("1.5", "1.5"), ("[1, 9 ± 4.4]", "[1, 9 ± 4.4]"),
        ("1500.5 ± 0.1e+3", "1500.5 ± 0.1e+3"), ("1500.5 ± 0.1E3", "1500.5 ± 0.1E3"), ("1.5 ± 1e-3", "1.5"),
        ("1.5 ± 100 ulp f16", "1.5 ± 100 ulp f16"), ("1.5 ± 2 ulp f16", "1.5 ± 2 ulp f16"), ("1.5 ± 16 ulp", "1.5"),
        ("1.5 ± 1e9 ulp", "1.5 ± 1e9 ulp"),
    ])
    func `a tolerance wider than the last digit is shown with its number`(written: String, shown: String) {
        #expect(NumberTail.shown(written) == shown)
    }
}
