import Cells
import Exhibits
import Testing

/// Brackets are paired as the compiler pairs them: what stands in strings and comments doesn't count.
struct BracketsTests {
    static let rows: [(code: String, place: String?)] = [
        ("f(1, [2, 3]) { $0 }", nil),
        ("print(\"{\")", nil),
        ("let s = \"a\\\"}\" // }", nil),
        ("/* { /* ( */ */ f()", nil),
        ("let s = \"\\(f(\"}\"))\"", nil),
        ("let s = #\"\\(\"#", nil),
        ("let s = \"\"\"\n    {\n    \"\"\"", nil),
        ("let r = #/[(]/#", "a.md:10:15"),
        ("func f() {\n    g()", "a.md:10:12"),
        ("f()\n}", "a.md:11:3"),
        ("f([1, 2)", "a.md:10:10"),
        ("f()\n/* never", "a.md:11:3"),
        ("let s = \"\"\"\n    abc", "a.md:10:11"),
    ]

    @Test(arguments: rows.indices)
    func `the first bracket without a partner is found`(row: Int) {
        let finding = Brackets.finding(in: Self.rows[row].code, at: Place(file: "a.md", line: 10, column: 3))
        #expect(finding?.place.description == Self.rows[row].place)
    }

    @Test func `a brace in a string does not open a type`() {
        let shape = TopLevel("struct A {\n    let s = \"}\"\n}\nfunc f() -> String { \"{\" }")
        #expect(shape.onlyDeclares)
    }
}
