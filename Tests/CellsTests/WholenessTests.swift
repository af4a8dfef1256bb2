import Exhibits
import Testing

@testable import Cells

/// Brackets are paired as the compiler pairs them: what stands in strings, comments and regular expressions doesn't count.
struct WholenessTests {
    static let rows: [(code: String, place: String?)] = [
        ("f(1, [2, 3]) { $0 }", nil),
        ("print(\"{\")", nil),
        ("let s = \"a\\\"}\" // }", nil),
        ("/* { /* ( */ */ f()", nil),
        ("let s = \"\\(f(\"}\"))\"", nil),
        ("let s = #\"\\(\"#", nil),
        ("let s = \"\"\"\n    {\n    \"\"\"", nil),
        ("let r = #/[(]/#", nil),
        ("let p = /\\{/", nil),
        ("let `a }` = 1", nil),
        ("func f() {\n    g()", "a.md:10:12"),
        ("f()\n}", "a.md:11:3"),
        ("f([1, 2)", "a.md:10:5"),
        ("f()\n/* never", "a.md:11:3"),
        ("f() */", "a.md:10:7"),
        ("let s = \"\"\"\n    abc", "a.md:10:11"),
        ("let s = \"\\({ 1", "a.md:10:14"),
        ("f()\n#if DEBUG\n#else", "a.md:11:3"),
        ("f()\n#else", "a.md:11:3"),
        ("let r = #/\"\"\"/#\n}\nlet s = #/\"\"\"/#", "a.md:11:3"),
        ("let s = \"\"\"\n  \\(f([1, 2)\n  \"\"\"", "a.md:11:9"),
        ("let s = \"*/ #endif\"", nil),
        ("print(#line, #\"]\"#, { [x] in x })", nil),
        // What is wrong in another way is the compiler's.
        ("let s = \"abc\nprint(s)", nil),
        ("let let = 3", nil),
    ]

    @Test(arguments: rows.indices)
    func `the first bracket without a partner is found`(row: Int) throws {
        let text = try #require(SwiftText(Self.rows[row].code, at: Place(file: "a.md", line: 10, column: 3)))
        #expect(text.imbalance?.place.description == Self.rows[row].place)
    }
}
