import Testing

@testable import Cells

/// The text of a cell's formulas, kept for the search for causes of false claims.
struct DefinitionsTests {
    static let cases: [(code: String, found: [String])] = [
        ("let z = w * x + b", ["z = w * x + b"]),
        ("let a = 1.0, b = 2 * a  // twice", ["b = 2 * a"]),
        ("let p = max(a, b), q = pow(p, 2)", ["p = max(a, b)", "q = pow(p, 2)"]),
        ("let z = w1 * x1\n    + w2 * x2", ["z = w1 * x1 + w2 * x2"]),
        ("let y = sigmoid(\n    z\n)\nprint(y)", ["y = sigmoid( z )"]),
        ("let g = pass[\"w5\"] - 0.5 * pass.gradient(of: \"w5\")", ["g = pass[\"w5\"] - 0.5 * pass.gradient(of: \"w5\")"]),
        ("func f() {\n    let inner = a * b\n}", []),
        ("let f = { x in x * x }", []),
        ("var s = 0.0\ns += 1 * 2", []),
    ]

    @Test(arguments: cases.indices)
    func `formulas of the outermost level are kept as written`(index: Int) {
        #expect(Definitions(Self.cases[index].code).all == Self.cases[index].found)
    }

    @Test func `every name of a line is observed`() {
        #expect(TopLevel("let a = 1, b = f(2, 3), c: Double = 4").observable == ["a", "b", "c"])
        #expect(TopLevel("let a = [1, 2], f = { x, y in x }").observable == ["a", "f"])
    }
}
