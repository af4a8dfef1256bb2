import Exhibits
import Lessons
import Testing

@testable import Cells

/// What a cell leaves for claims and for the search for causes of false ones.
struct FormulaTests {
    static func cell(_ code: String) -> ReadCell { ReadCell(Cell(index: 0, code: code, at: Place(file: "a.md", line: 1))) }

    static let cases: [(code: String, found: [String: String])] = [
        ("let z = w * x + b", ["z": "w * x + b"]),
        ("let a = 1.0, b = 2 * a  // twice", ["b": "2 * a"]),
        ("let p = max(a, b), q = pow(p, 2)", ["p": "max(a, b)", "q": "pow(p, 2)"]),
        ("let z = w1 * x1  // first\n    + w2 * x2", ["z": "w1 * x1 + w2 * x2"]),
        ("let y = sigmoid(\n    z\n)\nprint(y)", ["y": "sigmoid(z)"]),
        ("let g = pass[\"w5\"] - 0.5 * pass.gradient(of: \"w5\")", ["g": "pass[\"w5\"] - 0.5 * pass.gradient(of: \"w5\")"]),
        ("let `in` = a * b", ["in": "a * b"]),
        ("func f() {\n    let inner = a * b\n}", [:]),
        ("let f = { x in x * x }", [:]),
        ("var s = 0.0\ns += 1 * 2", [:]),
    ]

    @Test(arguments: cases.indices)
    func `formulas of the outermost level are kept`(index: Int) {
        let found = Self.cell(Self.cases[index].code).items.flatMap(\.formulas).map { ($0.name, $0.expression) }
        let expected = Self.cases[index].found.mapValues { PlainExpressionTests.read($0) }
        #expect(Dictionary(uniqueKeysWithValues: found) == expected.compactMapValues { $0 })
    }

    @Test(arguments: [
        ("let a = 1, b = f(2, 3), c: Double = 4", ["a", "b", "c"]), ("let a = [1, 2], f = { x, y in x }", ["a", "f"]),
        ("let (a, (b, _)) = f()", ["a", "b"]), ("let `default` = 3", ["default"]), ("let c: Int", []), ("lazy var a = 1", []),
        ("var a: Int { 3 }", []), ("async let a = f()", []), ("let `a b` = 1", []), ("#if DEBUG\nlet a = 1\n#endif", []),
    ])
    func `every name that has a value is remembered`(code: String, names: [String]) {
        #expect(Self.cell(code).items.flatMap(\.values).map(\.name) == names)
    }
}
