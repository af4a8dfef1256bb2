import Exhibits
import Lessons
import Testing

@testable import Cells

/// Types and functions go to file scope with what they use; everything else stays in order inside one function.
struct PlacementTests {
    static func cells(_ codes: String...) -> [Cell] {
        codes.enumerated().map { Cell(index: $0, code: $1, at: Place(file: "a.md", line: 1 + 100 * $0)) }
    }

    static func placement(_ cells: [Cell]) -> Placement { Placement(cells.map { .cell(ReadCell($0)) }) }

    static func hiding(_ code: String) -> Hiding? {
        let cells = cells(code)
        return Hiding(cells.map(ReadCell.init), placement(cells))
    }

    @Test(arguments: [
        ("let x = 1", []), ("struct A {\n    let x = 1\n}", [0]), ("extension Int {\n    var half: Int { self / 2 }\n}", [0]),
        ("func f() -> Int {\n    3\n}\nlet y = f()", [0]), ("@MainActor final class B {}", [0]), ("print(1)", []),
        ("// only a comment", []), ("import Foundation", [0]), ("struct A {}; try f()", [0]),
        ("struct A {}; func f() { g(); h() };", [0, 1]),
        ("struct A {\n    let s = \"}\"\n}\nfunc f() -> String { \"{\" }", [0, 1]),
        // With the constants they use, in one cell or several.
        ("let rate = 0.1\nstruct Box { var v = rate }", [0, 1]),
        ("let a = 1\nlet b = 2 * a\nlet c = 3\nextension Int { var d: Int { b + f() } }\nfunc f() -> Int { a }", [0, 1, 3, 4]),
        ("let a = 1.0, b = a + 1\nstruct S { let c = b }", [0, 1]),
        ("let (a, b) = (1, 2)\nenum E { static let all = [a] }", [0, 1]),
        ("var count = 0\nfinal class C { func add() { count += 1 } }\ncount += 1", [0, 1]),
        ("let k = 2\nfunc f() -> Int { k }", []), ("func f() -> Int { g() }\nlet k = f2()\nfunc g() -> Int { k }", [0, 1, 2]),
        // A parameter of the same name, a member and a label are no use of it.
        ("let k = try f()\nstruct S { var k = 1 }\nlet s = S(k: 2).k", [1]),
        // What can't leave stays, and with it what uses it.
        ("let k = try f()\nfunc g() -> Int { k }\nstruct S { let a = g() }", []),
        ("let k: Int\nk = 1\nstruct S { let a = k }", []),
        ("print(k)\nlet k = 1\nstruct S { let a = k }", []), ("let k = 1\nlet k = 2\nstruct S { let a = k }", []),
        ("guard let k = f() else { fatalError() }\nfunc g() -> Int { k }", []),
        ("#if DEBUG\nlet k = 1\n#else\nlet k = 2\n#endif\nfunc g() -> Int { k }", []),
        ("#if DEBUG\nfunc f() {}\nextension Int {}\n#endif", [0]), ("async let k = f()\nfunc g() async -> Int { await k }", []),
    ])
    func `declarations that can stand outside a function do`(code: String, positions: [Int]) {
        #expect(Self.placement(Self.cells(code)).atFileScope[0, default: []] == Set(positions))
    }

    @Test func `a function that uses an earlier cell's constant stays beside it, however that is declared`() {
        let cells = Self.cells(
            "let (train, test) = split()", "func score() -> Double { test.count }",
            "func tripled(_ x: Double) -> Double { 3 * x }")
        #expect(Self.placement(cells).atFileScope == [2: [0]])
    }

    @Test func `a type sees no constant of a later cell`() {
        #expect(Self.placement(Self.cells("struct S { let a = k }", "let k = 1")).atFileScope == [:])
    }

    @Test func `what a claim used before is not moved`() {
        let steps = Self.cells("print(1)", "let k = 1\nstruct S { let a = k }").map { ReadLesson.Step.cell(ReadCell($0)) }
        let claim = ReadSlot(.value(InlineValue(slot: 0, expression: "k", at: Place(file: "a.md", line: 9))))
        #expect(Placement([steps[0], .slot(claim), steps[1]]).atFileScope == [:])
        #expect(Placement([steps[0], steps[1], .slot(claim)]).atFileScope == [1: [0, 1]])
    }

    @Test(arguments: [
        ("struct P {\n    var x = 1\n}\nfunc f() {}", [0, 27]), ("private struct P {}\n\nfinal class Q {}", [21]),
        ("struct P {}\nextension P: Equatable {}\nextension Int {\n}", [0, 38]), ("import Foundation\nenum E {\n}", [18]),
        ("@propertyWrapper\nstruct W {}", [0]), ("struct P {}; struct Q {}", [0, 13]),
        ("/* a */ let k = 1\nstruct S { let a = k }", [8, 18]), ("#if DEBUG\nfunc f() {}\n#endif", [10]),
        ("protocol P {}\nextension Q: P {}\nstruct Q {}", [0, 32]),
    ])
    func `declarations that can be kept to their file are found`(code: String, places: [Int]) {
        #expect(Self.hiding(code)?.modifiers[0]?.map(\.lowerBound).sorted() == places)
    }

    @Test(arguments: [
        "infix operator **", "extension Int: P {}", "public struct P {}", "typealias N = Int\nextension N: P {}\nprotocol P {}",
    ])
    func `what others would see is compiled alone`(code: String) { #expect(Self.hiding(code) == nil) }

    @Test(arguments: [
        ("let s = \"a\"\nlet a = try f()", [1]), ("let a =\n    try f()", [0]), ("print(a,\n  try f())\ntry g()", [0, 2]),
        ("let a = 3 +\n(try f())", [0]), ("let a = try? f()\nlet b = try! f()", []), ("// try\nlet retry = 1", []),
        ("let b = x\n    .map { try f() }", [0]), ("let x = n > 1 // why\nif x { throw E() }\nelse { try f() }", [1]),
        ("do {\n    try f()\n}\ncatch {}\ntry g()", [0, 4]), ("let a = 1; try f()", [0]),
        ("let r = /try x/\nprint(\"try\")", []),
    ])
    func `statements that may throw are found where one begins`(code: String, lines: [Int]) {
        let found = ReadCell(Self.cells(code)[0]).items.filter { $0.uses.throwing != nil }
        #expect(found.map { code.utf8.prefix($0.start).count { $0 == 0x0A } } == lines)
    }

    @Test func `a cell is divided line by line, and what stands behind something on its line goes with it`() throws {
        let code =
            "import Foundation  // for pow\n// A pair.\nstruct P { var x = n }\nlet n = 1\nprint(n); extension Int {\n    var twice: Int { 2 * self }\n}"
        let program = LessonProgram(Lesson.parsed(source: "```{swift}\n\(code)\n```\n", file: "a.md") { _ in nil })
        #expect(
            program.text.contains(
                """
                #sourceLocation(file: "a.md", line: 2)
                import Foundation  // for pow
                // A pair.
                #sourceLocation(file: "a.md", line: 3)
                fileprivate
                struct P { var x = n }
                #sourceLocation(file: "a.md", line: 4)
                fileprivate
                let n = 1
                #sourceLocation(file: "a.md", line: 5)
                fileprivate
                          extension Int {
                    var twice: Int { 2 * self }
                }
                """))
        #expect(
            program.text.contains(
                """
                #sourceLocation(file: "a.md", line: 2)



                #sourceLocation()
                _ = (n)
                #sourceLocation(file: "a.md", line: 5)

                print(n);
                """))
    }
}
