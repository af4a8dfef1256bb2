import Exhibits
import Lessons
import Testing

@testable import Cells

/// A cell goes to file scope when it only declares; everything else stays in order inside one function.
struct CellPlacementTests {
    static let rows: [(code: String, only: Bool, fileScope: Bool)] = [
        ("let x = 1", false, false),
        ("struct A {\n    let x = 1\n}", true, false),
        ("extension Int {\n    var half: Int { self / 2 }\n}", true, true),
        ("func f() -> Int {\n    3\n}\nlet y = f()", false, false),
        ("@MainActor final class B {}", true, false),
        ("print(1)", false, false),
        ("// only a comment", false, false),
        ("import Foundation", true, true),
        ("struct A {}; try f()", false, false),
        ("struct A {}; func f() { g(); h() };", true, false),
    ]

    @Test(arguments: rows.indices)
    func `declarations are told from statements`(row: Int) {
        let shape = TopLevel(Self.rows[row].code)
        #expect(shape.onlyDeclares == Self.rows[row].only)
        #expect(shape.needsFileScope == Self.rows[row].fileScope)
    }

    @Test(arguments: [
        ("struct P {\n    var x = 1\n}\nfunc f() {}", [0, 3]), ("private struct P {}\n\nfinal class Q {}", [2]),
        ("struct P {}\nextension P: Equatable {}\nextension Int {\n}", [0, 2]), ("import Foundation\nenum E {\n}", [1]),
    ])
    func `declarations that can be kept to their file are found`(code: String, lines: [Int]) {
        let cell = Cell(index: 4, code: code, at: Place(file: "a.md", line: 1))
        #expect(PrivateDeclarations([cell])?.lines == [4: lines])
    }

    @Test(arguments: [
        "infix operator **", "extension Int: P {}", "@propertyWrapper\nstruct W {}", "public struct P {}",
        "struct P {}; struct Q {}",
    ])
    func `what others would see is compiled alone`(code: String) {
        #expect(PrivateDeclarations([Cell(index: 0, code: code, at: Place(file: "a.md", line: 1))]) == nil)
    }

    @Test(arguments: [
        ("let s = \"a\"\nlet a = try f()", [1]), ("let a =\n    try f()", [0]), ("print(a,\n  try f())\ntry g()", [0, 2]),
        ("let a = 3 +\n(try f())", [0]), ("let a = try? f()\nlet b = try! f()", []), ("// try\nlet retry = 1", []),
        ("let b = x\n    .map { try f() }", [0]), ("let x = n > 1 // why\nif x { throw E() }\nelse { try f() }", [1]),
        ("do {\n    try f()\n}\ncatch {}\ntry g()", [0, 4]),
    ])
    func `statements that may throw are found where one begins`(code: String, lines: [Int]) {
        #expect(Statements(code).throwing.map(\.line) == lines)
    }

    @Test func `a cell that extends a type and uses it is divided, line by line`() throws {
        let code =
            "import Foundation\n// A pair.\nstruct P { var x = n }\nlet n = 1\nextension Int {\n    var twice: Int { 2 * self }\n}\nprint(n.twice)"
        let cell = Cell(index: 0, code: code, at: Place(file: "a.md", line: 1))
        let placement = CellPlacement([cell])
        #expect(
            placement.atFileScope.map(\.code) == [
                "import Foundation\n// A pair.\n\n\nextension Int {\n    var twice: Int { 2 * self }\n}\n"
            ])
        #expect(placement.body(of: cell)?.code == "\n\nstruct P { var x = n }\nlet n = 1\n\n\n\nprint(n.twice)")
    }

    @Test func `a function that uses an earlier cell's constant stays beside it`() {
        let place = Place(file: "a.md", line: 1)
        let placement = CellPlacement([
            Cell(index: 0, code: "let rate = 2.0", at: place),
            Cell(index: 1, code: "func doubled(_ x: Double) -> Double { rate * x }", at: place),
            Cell(index: 2, code: "func tripled(_ x: Double) -> Double { 3 * x }", at: place),
        ])
        #expect(placement.atFileScope.map(\.index) == [2])
    }
}
