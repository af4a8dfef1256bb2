import Testing

@testable import Exhibits

struct PlainExpressionTests {
    @Test(arguments: [
        ("pass", ["pass"]), ("pass[\"w5\"]", ["pass"]), ("f.gradient(of: x)", ["f", "x"]), ("1 - a*b", ["a", "b"]),
        ("run.losses[10_000]", ["run"]), ("-(a + b) / 2.5e-3", ["a", "b"]), ("pass.partial(\"E\", \"o\")", ["pass"]),
        ("  a ", ["a"]), ("rows[n][0]", ["rows", "n"]),
    ])
    func `names, members, subscripts, calls and arithmetic are plain`(text: String, roots: [String]) throws {
        #expect(try #require(PlainExpression(text)).roots == Set(roots))
    }

    @Test(arguments: [
        "", "a b", "a ?? 0", "a.b?.c", "a!", "a { $0 }", "\"\\(a)\"", "a[1...2]", "a == b", "a  -b", "a- b", "a %2", "[1, 2]",
        "try f()", "a.map(sqrt)(", "0x10", "a.0", "a // b", "a\n", "\"\"\"a\"\"\"", "a<b", "a += 1", "1.", "a.", "a..b",
    ])
    func `anything else is the compiler's`(text: String) {
        #expect(PlainExpression(text) == nil)
    }

    @Test func `a function by itself is read but not followed`() throws {
        let expression = try #require(PlainExpression("1 - exp(-z)"))
        #expect(expression.roots == ["z"])
        #expect(!expression.isKnown)
    }

    @Test func `products bind tighter than sums, and both from left to right`() throws {
        let (a, b, c) = (PlainExpression.name("a"), PlainExpression.name("b"), PlainExpression.name("c"))
        #expect(PlainExpression("a - b - c") == .combined(.combined(a, .minus, b), .minus, c))
        #expect(PlainExpression("a - b * c") == .combined(a, .minus, .combined(b, .times, c)))
        #expect(PlainExpression("(a - b) / c") == .combined(.combined(a, .minus, b), .by, c))
        #expect(PlainExpression("-a.value * 2") == .combined(.negated(.member(a, "value")), .times, .integer(2)))
    }

    @Test func `questions come back as they were asked`() {
        let all = [
            Questions.Question(slot: 3, expression: "pass[\"w5\"]", written: "−0.25"),
            Questions.Question(slot: 4, expression: "a - b"),
            Questions.Question(slot: 5, expression: "c", written: ""),
        ]
        #expect(Questions(Questions(all).text).all == all)
        #expect(!Questions.carries("a\u{1F}b"))
    }

    @Test func `a word is found wherever it stands`() {
        #expect("await x".holds("await") && "x await".holds("await") && "awawait".holds("await") && "−await".holds("await"))
        #expect(!"awai".holds("await") && !"".holds("await") && !"a w a i t".holds("await"))
    }
}
