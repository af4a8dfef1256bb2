import Exhibits
import Lessons
import Testing

import Cells

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
    ]

    @Test(arguments: rows.indices)
    func `declarations are told from statements`(row: Int) {
        let shape = TopLevel(Self.rows[row].code)
        #expect(shape.onlyDeclares == Self.rows[row].only)
        #expect(shape.needsFileScope == Self.rows[row].fileScope)
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
