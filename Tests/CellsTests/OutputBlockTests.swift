import Cells
import Exhibits
import Lessons
import Testing

/// What stands below `// output` in a cell is what the cell prints.
struct OutputBlockTests {
    static let rows: [(code: String, printed: String, finding: String?)] = [
        ("print(2)\n// output\n// 2", "2\n", nil),
        ("print(2)\n// output:\n// 2\n//\n//  3", "2  \n\n 3\n\n", nil),
        ("print(2)\n// output\n// 3", "2\n", "a.md:6:1 \"2\" where its output block has \"3\""),
        ("print(2)\n// output\n// 2\n// 3", "2\n", "a.md:7:1 nothing more where its output block has \"3\""),
        ("print(2)\n// output\n// 2", "2\n3\n", "a.md:6:1 \"3\" where its output block has nothing more"),
        ("// output", "x\n", "a.md:4:1 \"x\" where its output block has nothing more"),
    ]

    @Test(arguments: rows.indices)
    func `the first differing line is named`(row: Int) throws {
        let cell = Cell(index: 0, code: Self.rows[row].code, at: Place(file: "a.md", line: 4))
        let finding = try #require(OutputBlock(cell.code)).finding(printed: Self.rows[row].printed, in: cell)
        let text = finding.map { "\($0.place) \($0.message)" }
        if let expected = Self.rows[row].finding {
            let parts = expected.split(separator: " ", maxSplits: 1)
            #expect(text?.hasPrefix(parts[0] + " the cell printed " + parts[1]) == true, "\(text ?? "no finding")")
            #expect(finding?.kind == .claim)
        } else {
            #expect(text == nil)
        }
    }

    @Test func `a cell without the comment promises nothing`() {
        #expect(OutputBlock("print(1) // output of the network\n// 2") == nil)
    }
}
