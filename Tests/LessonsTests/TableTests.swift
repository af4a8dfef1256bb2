import Exhibits
import Testing

@testable import Lessons

struct TableTests {
    func firstTable(in text: String) -> PipeTable? {
        for node in Lesson.parsed(source: text, file: "a.md").blocks {
            if case .table(let table) = node.block { return table }
        }
        return nil
    }

    @Test func `a table has a header, alignments and rows as long as its header`() throws {
        let table = try #require(firstTable(in: "a | b | c\n:-- | :-: | --:\n1 | 2\n4 | 5 | 6 | 7\n"))
        #expect(table.header == [[.text("a")], [.text("b")], [.text("c")]])
        #expect(table.alignments == [.leading, .center, .trailing])
        #expect(table.rows == [[[.text("1")], [.text("2")], []], [[.text("4")], [.text("5")], [.text("6")]]])
    }

    @Test func `cells hold inlines, and bars in formulas and escaped bars stay inside`() throws {
        let table = try #require(firstTable(in: "| *a* |\n|---|\n| $|x|$ \\| `c` |\n"))
        #expect(table.header == [[.emphasis([.text("a")])]])
        #expect(table.rows.count == 1)
        #expect(table.rows[0][0].plainText == "|x| | c")
    }

    @Test(arguments: ["- Now:\n", "> Now:\n", "1. Now:\n   ", "- a\n  - Now:\n", "Now:\n", "> - Now:\n"])
    func `a table right below text has its rows, and nothing behind it is lost`(before: String) throws {
        let lesson = Lesson.parsed(
            source: before + "| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\nAfter.\n\nLast.\n", file: "a.md")
        var tables: [PipeTable] = []
        lesson.walk { if case .block(let node) = $0, case .table(let table) = node.block { tables.append(table) } }
        #expect(tables.map(\.rows) == [[[[.text("1")], [.text("2")], [.text("3")], [.text("4")]]]], "\(lesson.blocks)")
        let paragraphs = lesson.blocks.compactMap { node in
            if case .paragraph(let text) = node.block { text.plainText } else { nil as String? }
        }
        #expect(paragraphs.suffix(2) == ["After.", "Last."], "\(lesson.blocks)")
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0", "-1"])
    func `a column that no table has is a finding, however it is numbered`(number: String) {
        let text = "| a |\n|---|\n| 1 |\n\n: Losses {#tbl-a claim=\"x\" columns=\"\(number)\"}\n"
        let findings = Lesson.parsed(source: text, file: "a.md").findings
        #expect(findings.contains { $0.message.contains("this table has no \(number). column") }, "\(findings)")
    }

    @Test func `a cell that looks like a list is text`() throws {
        let table = try #require(firstTable(in: "| a |\n|---|\n| - 1 |\n| # 2 |\n| 1. |\n"))
        #expect(table.rows.map { $0[0].plainText } == ["- 1", "# 2", "1."])
    }

    @Test func `text before a table stays a paragraph, and a caption follows it`() throws {
        let lesson = Lesson.parsed(source: "Before\n| a |\n|---|\n| 1 |\n\n: The *caption* {#tbl-a}\n\nAfter\n", file: "a.md")
        #expect(lesson.blocks.count == 3)
        guard case .table(let table) = lesson.blocks[1].block else { return #expect(Bool(false), "no table") }
        #expect(table.label == "tbl-a")
        #expect(table.caption == [.text("The "), .emphasis([.text("caption")])])
    }

    @Test(arguments: [
        "| a |\n|---|\n| 1 |\n\nTable: Losses {#tbl-a claim=\"run.losses\"}\n",
        "Table: Losses {#tbl-a claim=\"run.losses\"}\n\n| a |\n|---|\n| 1 |\n",
        "table: Losses {#tbl-a claim=\"run.losses\"}\n\n| a |\n|---|\n| 1 |\n",
        "| a |\n|---|\n| 1 |\nTable: Losses {#tbl-a claim=\"run.losses\"}\n",
        "| a |\n|---|\n| 1 |\n: Losses {#tbl-a claim=\"run.losses\"}\n",
    ])
    func `a caption begins with a colon or with the word, which may also stand above`(source: String) {
        let lesson = Lesson.parsed(source: source, file: "a.md")
        #expect(lesson.blocks.count == 1 && lesson.findings.isEmpty, "\(lesson.blocks) \(lesson.findings)")
        guard case .table(let table)? = lesson.blocks.first?.block else { return #expect(Bool(false), "no table") }
        #expect(table.caption.plainText.trimmingPrefix(" ") == "Losses" && table.label == "tbl-a")
        #expect(lesson.claims.map(\.written) == ["1"])
    }

    @Test func `a colon alone above a table is no caption of it behind a paragraph, and a second caption is text`() {
        let above = Lesson.parsed(source: "Text\n\n: Losses\n\n| a |\n|---|\n| 1 |\n", file: "a.md")
        #expect(firstTable(in: "Text\n\n: Losses\n\n| a |\n|---|\n| 1 |\n")?.caption.isEmpty == true, "\(above.blocks)")
        let first = firstTable(in: "# A\n\n: Losses\n\n| a |\n|---|\n| 1 |\n")
        #expect(first?.caption == [.text("Losses")], "\(String(describing: first))")
        let twice = Lesson.parsed(source: "| a |\n|---|\n| 1 |\n\n: One\n\nTable: Two\n", file: "a.md")
        #expect(twice.blocks.count == 2)
    }

    @Test(arguments: ["a | b\n--- | --- | ---\n", "a\n---\n", "a | b\n", "`a | b`\nc\n"])
    func `a header and a delimiter row of different width make no table`(text: String) {
        #expect(firstTable(in: text) == nil)
    }

    @Test func `a table claimed whole claims each of its numbers at its own place`() throws {
        let marked = Marked(
            """
            | step | loss |
            |---|--:|
            | ten | ⟦1⟧0.25 |
            | twenty | $⟦2⟧-1.5$ |
            | none | – |

            : Losses {#tbl-losses claim="⟦3⟧run.losses"}
            """)
        let claims = marked.lesson.claims
        #expect(claims.map(\.written) == ["0.25", "-1.5"])
        #expect(claims.map(\.place) == [marked.place(1), marked.place(2)])
        #expect(claims.map { marked.bytes(of: $0) } == ["0.25", "-1.5"])
        #expect(
            claims.map { $0.entry?.call } == [
                "_entry(of: run.losses, row: 0, column: 0, rows: 2, columns: 1)",
                "_entry(of: run.losses, row: 1, column: 0, rows: 2, columns: 1)",
            ])
        #expect(claims.allSatisfy { $0.expression == "run.losses" && $0.expressionPlace == marked.place(3) })
        #expect(marked.lesson.numerals.isEmpty)
        #expect(marked.lesson.findings.isEmpty)
    }

    @Test(arguments: [("de", ["0,25", "-3", "−0,5 %", "2,5 × 10⁻⁵", "0{,}75"]), ("en", ["-3"])])
    func `a cell may hold a decimal comma where the language has one`(lang: String, numbers: [String]) {
        let text = """
            ---
            lang: \(lang)
            ---

            | a |
            |--:|
            | 0,25 |
            | -3 |
            | −0,5 % |
            | 2,5 × 10⁻⁵ |
            | $0{,}75$ |
            | 1, 2 |

            : Numbers {#tbl-a claim="m"}

            """
        let lesson = Lesson.parsed(source: text, file: "a.md")
        #expect(lesson.claims.map(\.written) == numbers)
        if lang == "de" { #expect(lesson.numerals.map(\.text) == ["1", "2"]) }
    }

    @Test func `columns to claim are named by heading or number`() {
        let lesson = Lesson.parsed(
            source: "| n | a | b |\n|--|--|--|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n\n: {claim=\"m\" columns=\"a, 3\"}\n",
            file: "a.md")
        #expect(lesson.claims.map(\.written) == ["2", "3", "5", "6"])
        #expect(lesson.numerals.map(\.text) == ["1", "4"])
        #expect(lesson.claims.last?.entry?.call == "_entry(of: m, row: 1, column: 1, rows: 2, columns: 2)")
    }

    @Test func `an unknown column is reported with the nearest one`() throws {
        let marked = Marked("| loss |\n|--|\n| 1 |\n\n: {claim=\"⟦1⟧m\" columns=\"los\"}\n")
        let finding = try #require(marked.lesson.findings.first)
        #expect(finding.message == "this table has no column “los”; did you mean “loss”?")
        #expect(finding.place == marked.place(1))
        #expect(marked.lesson.claims.isEmpty)
    }

    @Test(arguments: [
        ("2, 3", ["2", "3"]), ("'3', 3", ["1", "3"]), ("\u{201C}3\u{201D}", ["1"]), ("a, b", ["2", "3"]), ("1", ["1"]),
    ])
    func `a bare number in columns is a position, a quoted one a heading`(columns: String, written: [String]) {
        let lesson = Lesson.parsed(
            source: "| 3 | a | b |\n|--|--|--|\n| 1 | 2 | 3 |\n\n: {claim=\"m\" columns=\"\(columns)\"}\n", file: "a.md")
        #expect(lesson.claims.map(\.written) == written)
    }

    @Test func `a number keeps its column where a cell before it holds none`() {
        let lesson = Lesson.parsed(
            source: "| a | b |\n|--|--|\n| 1.5 | 2.5 |\n| – | 4.5 |\n| | 5.5 |\n\n: {claim=\"m\"}\n", file: "a.md")
        #expect(lesson.claims.map(\.written) == ["1.5", "2.5", "4.5", "5.5"])
        #expect(lesson.claims[2].entry?.call == "_entry(of: m, row: 1, column: 1, rows: 3, columns: 2)")
        #expect(lesson.findings.isEmpty)
    }

    @Test func `what a claimed table leaves unchecked is said`() throws {
        let marked = Marked(
            "| a | b | n |\n|--|--|--|\n| 1.5 | 2.5 | 1 |\n| 3.5 m | 4.5 | 2 |\n\n: {claim=\"⟦1⟧m\" columns=\"a\"}\n")
        #expect(marked.lesson.claims.map(\.written) == ["1.5"])
        let noted = marked.lesson.findings
        #expect(noted.map(\.code) == ["unclaimed-column"] && noted[0].severity == .note)
        #expect(noted[0].message == "of this table's numbers column 2 (b) isn't claimed" && noted[0].place == marked.place(1))
        let gap = Marked("| a |\n|--|\n| 1.5 |\n| 3.5 m |\n\n: {claim=\"m\"}\n")
        // A row without a number of its own is no row of the claim, and is passed over.
        #expect(gap.lesson.claims.count == 1)
        let mixed = Marked("| a | b |\n|--|--|\n| 1.5 | 2 |\n| 3.5 m | 4 |\n\n: {claim=\"m\"}\n")
        #expect(mixed.lesson.findings.map(\.code) == ["unclaimed-cell"])
    }

    @Test(arguments: ["", " "])
    func `a table claimed with nothing is an error`(expression: String) {
        let lesson = Lesson.parsed(source: "| a |\n|--|\n| 0.5 |\n\n: {claim=\"\(expression)\"}\n", file: "a.md")
        #expect(lesson.findings.map(\.code) == ["empty-expression"] && lesson.claims.isEmpty)
    }

    @Test func `a table may say in what its numbers were computed`() {
        let text = "| a |\n|--|\n| 0.5 |\n\n: {claim=\"m\" precision="
        let lesson = Lesson.parsed(source: text + "\"single\"}\n", file: "a.md")
        #expect(lesson.claims.map(\.precision) == [.single] && lesson.claims[0].table?.line == 5)
        let wrong = Lesson.parsed(source: text + "\"simple\"}\n", file: "a.md")
        #expect(wrong.findings.map(\.message) == ["there is no precision “simple”; did you mean “single”?"])
    }

    @Test(arguments: [
        "0.5 ± 0.01", "0.51 f32", "0.66…", "0.66...", "0.6667(1)", "$0.5 \\pm 10^{-3}$", "-0.5 ± 1 %", "98.4 % ± 0.2 %",
    ])
    func `a cell's number may say how exactly it is meant`(cell: String) {
        let lesson = Lesson.parsed(source: "| a |\n|--|\n| \(cell) |\n\n: {claim=\"m\"}\n", file: "a.md")
        #expect(lesson.claims.map(\.written) == [cell.filter { $0 != "$" }])
        #expect(lesson.numerals.isEmpty)
    }
}
