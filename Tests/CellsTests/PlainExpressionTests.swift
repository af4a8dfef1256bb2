import Exhibits
import Lessons
import Testing

@testable import Cells

/// Expressions that say everything by themselves, read by Swift's parser.
struct PlainExpressionTests {
    static func read(_ text: String) -> PlainExpression? {
        ReadSlot(.value(InlineValue(slot: 0, expression: text, at: Place(file: "a.md", line: 3)))).plain
    }

    @Test(arguments: [
        ("pass", ["pass"]), ("pass[\"w5\"]", ["pass"]), ("f.gradient(of: x)", ["f", "x"]), ("1 - a*b", ["a", "b"]),
        ("run.losses[10_000]", ["run"]), ("-(a + b) / 2.5e-3", ["a", "b"]), ("pass.partial(\"E\", \"o\")", ["pass"]),
        ("  a ", ["a"]), ("rows[n][0]", ["rows", "n"]),
    ])
    func `names, members, subscripts, calls and arithmetic are plain`(text: String, roots: [String]) throws {
        #expect(try #require(Self.read(text)).roots == Set(roots))
    }

    @Test(arguments: [
        "", "a b", "a ?? 0", "a.b?.c", "a!", "a { $0 }", "\"\\(a)\"", "a[1...2]", "a == b", "a  -b", "a- b", "a %2", "[1, 2]",
        "try f()", "a.map(sqrt)(", "0x10", "a.0", "\"\"\"a\"\"\"", "a<b", "a += 1", "1.", "a.", "a..b",
    ])
    func `anything else is the compiler's`(text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test func `what nobody follows by hand is the compiler's, and no stack is used up by it`() {
        #expect(Self.read(Array(repeating: "a", count: 900).joined(separator: "+")) != nil)
        for separator in ["+", "*", " - "] {
            #expect(Self.read(Array(repeating: "a", count: 100_000).joined(separator: separator)) == nil)
        }
        #expect(Self.read(String(repeating: "-(", count: 200) + "a" + String(repeating: ")", count: 200)) != nil)
    }

    @Test func `a function by itself is read but not followed`() throws {
        let expression = try #require(Self.read("1 - exp(-z)"))
        #expect(expression.roots == ["z"])
        #expect(!expression.isKnown)
    }

    @Test func `products bind tighter than sums, and both from left to right`() throws {
        let (a, b, c) = (PlainExpression.name("a"), PlainExpression.name("b"), PlainExpression.name("c"))
        #expect(Self.read("a - b - c") == .combined(.combined(a, .minus, b), .minus, c))
        #expect(Self.read("a - b * c") == .combined(a, .minus, .combined(b, .times, c)))
        #expect(Self.read("(a - b) / c") == .combined(.combined(a, .minus, b), .by, c))
        #expect(Self.read("-a.value * 2") == .combined(.negated(.member(a, "value")), .times, .integer(2)))
    }

    @Test func `what is read without the parser is what the parser reads`() throws {
        let words = [
            "pass", "net12", "a_1", "self", "nil", "true", "Self", "any", "copy", "loss", "gradients", "count", "init", "of",
            "in",
            "inout", "nope", "0", "7", "007", "12345678901234567890", "1_0", "0x1", "1.5", "\"w5\"", "\"∂E\"", "\"\"",
            "\"net_h1^(1)\"", "\"a\\n\"", "\"\\(x)\"", "\"", "#", "$0", "`if`", ".", "[", "]", "(", ")", ",", ", ", ": ", ":",
            " ",
            "?", "!", "-", "+", "{", "}", "\n", "//", "/*", "@", "\\",
        ]
        let shapes = [
            "W.W", "W[W]", "W.W(W: W)", "W.W(W, W)", "W[W][W]", "W.W[W].W", "W.W()", "W", "WW", "WWW", "W.W(W: W)[W]",
        ]
        var random = LinearGenerator(state: 7)
        var read = 0
        for _ in 0..<50_000 {
            let shape = shapes[random.below(shapes.count)]
            let text = shape.map { $0 == "W" ? words[random.below(words.count)] : String($0) }.joined()
            guard let chain = PlainChain(text) else { continue }
            read += 1
            let slot = Slot.value(InlineValue(slot: 0, expression: text, at: Place(file: "a.md", line: 3)))
            let parsed = ReadSlot(parsing: slot)
            #expect(parsed == ReadSlot(slot), "\(text)")
            #expect(parsed.plain == chain.expression, "\(text)")
        }
        #expect(read > 1000)
    }
}

private struct LinearGenerator {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}
