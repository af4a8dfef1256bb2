import Exhibits
import Testing

@testable import Lessons

/// What other tools read as tables, formulas and links is that here, too.
struct ForeignMarkdownTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    private static func formulas(_ source: String) -> [String] {
        var formulas: [String] = []
        func take(_ formula: Mathematics) {
            formulas.append(formula.parts.map { if case .tex(let tex) = $0 { tex } else { "" } }.joined())
        }
        lesson(source).walk { visit in
            switch visit {
            case .inline(.mathematics(let formula)): take(formula)
            case .block(let node): if case .mathematics(let formula) = node.block { take(formula) }
            default: break
            }
        }
        return formulas
    }

    private static func links(_ source: String) -> [String] {
        var links: [String] = []
        lesson(source).walk { visit in
            if case .inline(.link(_, let address, _)) = visit { links.append(address) }
        }
        return links
    }

    @Test func `a grid table is a table, with its caption and the lines of its cells`() throws {
        let lesson = Self.lesson(
            "+-----+-----+\n| a   | 損失|\n+=====+====:+\n| x\\  | 1   |\n| y   |     |\n+-----+-----+\n| z   |$|2|$|\n+-----+-----+\n\n: Text\n"
        )
        guard case .table(let table)? = lesson.blocks.first?.block else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(table.header.map(\.plainText) == ["a", "損失"] && table.caption.plainText == "Text")
        #expect(table.rows.count == 2 && table.rows[0][1].plainText == "1" && table.rows[0][0].count == 3, "\(table.rows)")
        #expect(lesson.findings.isEmpty && lesson.blocks.count == 1, "\(lesson.findings)")
    }

    @Test(arguments: [
        "+---+---+\n| a | b |\n+   +---+\n|   | c |\n+---+---+\n", "+---+\n| - a |\n+---+\n", "+-----+\n| - a |\n+-----+\n",
        "+---+---+\n| a b c |\n+---+---+\n",
    ])
    func `a grid table with cells that span others or hold a list stays, and a finding says what to write`(source: String) {
        let findings = Self.lesson(source).findings
        #expect(findings.contains { $0.message.contains("a grid table is printed as it is") }, "\(findings)")
    }

    @Test func `a grid table directly behind colons is a table, and a listing in its cell is code line by line`() throws {
        let lesson = Self.lesson(
            "::: {.note}\n+-----+-------+\n| a   | b     |\n+=====+=======+\n| x   | Text: |\n|     |       |\n|     | ```r  |\n"
                + "|     | f()   |\n|     | g()   |\n|     | ```   |\n|     | end   |\n+-----+-------+\n:::\n")
        guard case .division(let division)? = lesson.blocks.first?.block,
            case .table(let table)? = division.content.first?.block
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        let codes = table.rows[0][1].compactMap { if case .code(let code) = $0 { code } else { nil } }
        #expect(codes == ["f()", "g()"] && table.rows[0][1].plainText.hasSuffix("end"), "\(table.rows)")
        #expect(lesson.findings.isEmpty && division.content.count == 1, "\(lesson.findings)")
    }

    @Test(arguments: ["| f(    |\n|   x)  |\n", "| a | b |\n", "| `a`   |\n", "| {a} b |\n"])
    func `a listing that can't stand in a row leaves its grid table as it is`(code: String) {
        for end in ["| ```   |\n", ""] {
            let findings = Self.lesson("+-------+\n| ```   |\n\(code)\(end)+-------+\n").findings
            #expect(findings.contains { $0.message.contains("a grid table is printed as it is") }, "\(findings)")
        }
    }

    @Test func `a claim in a grid table keeps its place`() {
        let marked = Marked(
            "+----------------+\n| a              |\n+================+\n| [⟦1⟧0.5](claim:x) |\n+----------------+\n")
        #expect(marked.lesson.claims.map(\.place) == [marked.place(1)], "\(marked.lesson.findings)")
    }

    @Test func `blanks inside dollars are a formula's only on pages in MyST`() {
        let text = "It is $ x_1 $, $y $ and `$ z $`; it costs 5 $ or 6 $ more.\n"
        #expect(Self.formulas("```{note}\nA\n```\n\n\(text)\n$$\na $ b\n$$\n").prefix(2) == ["x_1", "y"])
        #expect(Self.formulas(text).isEmpty)
        #expect(Self.lesson(text).findings.contains { $0.message.contains("a dollar with a blank behind it") })
    }

    @Test(arguments: [
        ("See https://a.b/c_d_e(f), and (http://a.b/?x=1&y=2).", ["https://a.b/c_d_e(f)", "http://a.b/?x=1&y=2"]),
        ("**https://a.b** 見https://a.b/c。", ["https://a.b", "https://a.b/c"]), ("`https://a.b` $https://a.b$", []),
        ("[https://a.b](c.md) <a href=\"d.md\">https://a.b</a>", ["c.md", "d.md"]),
        ("https://localhost xhttps://a.b https://", []),
        ("<https://a.b>", ["https://a.b"]),
    ])
    func `an address in running text is a link`(source: String, addresses: [String]) {
        #expect(Self.links(source + "\n") == addresses, "\(Self.lesson(source + "\n").blocks)")
    }

    @Test func `a title with a label is the title, and what refers to it leads to its place`() {
        let lesson = Self.lesson("# Networks {#sec-networks}\n\nText.\n")
        #expect(lesson.title == "Networks" && lesson.body.count == 2)
        guard case .paragraph(let anchor)? = lesson.body.first?.block, case .span(let inner, let attributes)? = anchor.first
        else {
            return #expect(Bool(false), "\(lesson.body)")
        }
        #expect(inner.isEmpty && attributes.label == "sec-networks")
    }

    @Test func `an invisible character is left out of a formula, and said`() {
        let source = "So $a \u{8}+ b$.\n"
        #expect(Self.formulas(source) == ["a + b"])
        #expect(Self.lesson(source).findings.map(\.code).contains("control-character"))
    }

    @Test func `words between tags of a quotation have quotation marks`() {
        guard case .paragraph(let text)? = Self.lesson("A <q>word</q> more.\n").blocks.first?.block else {
            return #expect(Bool(false))
        }
        #expect(text.plainText == "A “word” more.")
    }

    @Test func `the formulas of Jekyll's plug-in are formulas`() {
        let source = "So {% math %} x^2 {% endmath %}:\n\n{% math %}\n\\alpha\n\n+ 1\n{% endmath %}\n"
        #expect(Self.formulas(source).map { $0.filter { !$0.isWhitespace } } == ["x^2", "\\alpha+1"])
        #expect(Self.lesson(source).findings.isEmpty)
    }

    @Test func `the formulas of Jekyll's plug-in are shown as they are in code`() {
        let formula = "{% math %}\nx\n{% endmath %}\n{% math %} y {% endmath %}\n"
        let source = "```\n\(formula)```\n\n`{% math %} y {% endmath %}` {% math %} z {% endmath %}\n"
        let lesson = Self.lesson(source)
        #expect(lesson.blocks.first?.block == .code(info: "", text: formula))
        #expect(Self.formulas(source) == ["z"])
        guard case .paragraph(let text)? = lesson.blocks.last?.block else { return #expect(Bool(false)) }
        #expect(text.first == .code("{% math %} y {% endmath %}"), "\(text)")
    }

    @Test func `a page inside the page is looked for as any link is`() {
        #expect(Self.lesson("<iframe src=\"plot.html\"></iframe>\n").addresses.map(\.destination) == ["plot.html"])
    }

    @Test(arguments: [
        ("So **a word **(b) is.", true), ("**값(value)**은", true), ("2 ** 3 ** a ** b ** c and **d**", false),
        ("The *age***-64** is", true), ("x**-2**y and **-2**", false),
    ])
    func `stars that are printed where words were to stand out are found`(source: String, isFound: Bool) {
        #expect(Self.lesson(source + "\n").findings.contains { $0.message.contains("these stars") } == isFound)
    }

    @Test func `stars that are printed are found on their line, whatever marks stand between them`() {
        let findings = Self.lesson("語。\n**加算（足し算）**及び**減算（引き算）**は\n").findings
        #expect(findings.map(\.place.line) == [2] && findings.first?.message.contains("these stars") == true, "\(findings)")
    }

    @Test func `what notes a word for an index isn't shown`() {
        let lesson = Self.lesson("## {index}`Vectors <single: Vectors>`\n\nA word\\index{a|see{b}} more.\n")
        guard case .heading(_, let words, _)? = lesson.blocks.first?.block,
            case .paragraph(let text)? = lesson.blocks.last?.block
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(words.plainText == "Vectors" && text.plainText == "A word more.")
    }

    @Test func `no empty line stands between a cell's options and its code`() {
        guard case .code(_, let code)? = Self.lesson("```{code-cell} python\n:tags: [hide]\n\nx = 1\n```\n").blocks.first?.block
        else { return #expect(Bool(false)) }
        #expect(code.hasPrefix("x = 1"))
    }
}
