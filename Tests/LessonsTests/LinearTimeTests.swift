import Exhibits
import Testing

@testable import Lessons

/// What a stranger writes is read in a time that grows with its length, not with the square of it: of these texts the longer one would
/// take hours. The limit is for a slow machine that runs all tests at once.
@Suite(.timeLimit(.minutes(10)))
struct LinearTimeTests {
    private func lesson(_ text: String, bibliography: String? = nil) -> Lesson {
        Lesson.parsed(source: text, file: "a.md") { $0 == "a.bib" ? bibliography : nil }
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// A head, a piece that is repeated, and an end.
    struct Text: Sendable {
        var head = ""
        var piece: String
        var end = ""

        func repeated(_ count: Int) -> String { head + LinearTimeTests.times(count, piece) + end }
    }

    @Test(arguments: [
        // Blanks before something that isn't the end.
        Text(head: "## a", piece: " ", end: "b {#sec-x}"),
        Text(head: "{ref}`", piece: " ", end: "a`"),
        Text(head: "{ref}`a", piece: " ", end: "b <c`"),
        Text(head: "```{note}\n:class: b", piece: " ", end: "b\n\nx\n```"),
        Text(head: "```{note}\n---\nclass: b", piece: " ", end: "b\n---\n\nx\n```"),
        Text(head: "```{note} a", piece: " ", end: "\u{2028}b\n```"),
        Text(head: "$$\na\n$$ (a", piece: " ", end: "b)"),
        // Tags that don't end.
        Text(head: "<iframe src=\"https://a.b\">", piece: "<"),
        Text(head: "<details><summary>", piece: "<", end: "</summary>\n\nx\n\n</details>"),
        Text(head: "<details ", piece: "<details ", end: ">\n\nx\n\n</details>"),
        Text(piece: "a <!-- b ", end: "-->"),
    ])
    func `blanks and tags are gone over once`(text: Text) {
        for count in [1_000, 300_000] {
            let lesson = lesson("# A\n\n" + text.repeated(count) + "\n")
            #expect(lesson.findings.allSatisfy { $0.message.utf8.count < 3000 })
        }
    }

    @Test(arguments: [
        Text(piece: "[1](claim:"), Text(piece: "claim{"), Text(piece: "[claim:"), Text(piece: "{{< "), Text(piece: "{{< meta "),
        Text(piece: "{% math %} "), Text(piece: "$a"), Text(piece: "a $$b "), Text(piece: "$\\claim{"),
        Text(piece: "$\\claim["),
        Text(piece: "$\\value{\""),
        Text(piece: "$\\text{"), Text(piece: "<details>\n"), Text(piece: "<details><summary>a</summary>\n"),
        Text(piece: "<br>\n"),
        Text(piece: "(a)=\n"), Text(head: "{note}\n", piece: "+++\n"), Text(head: "{note}\n", piece: "$$\na\n$$ (b)\n\n"),
        Text(head: "{{< include >}}\n", piece: "{{<\n"), Text(piece: "![[]()"), Text(piece: "![*[a]()"),
        Text(piece: "a\n: b\n\n"), Text(piece: "a\n\n: b\n\n"), Text(piece: "\\[ "), Text(piece: "$$ "),
    ])
    func `openings are looked for an end once`(text: Text) {
        for count in [1_000, 50_000] {
            let lesson = lesson("# A\n\n" + text.repeated(count) + "\n")
            #expect(lesson.findings.allSatisfy { $0.message.utf8.count < 3000 })
        }
    }

    @Test(arguments: [
        Text(piece: "\\begin{"), Text(piece: "\\color["), Text(piece: "\\color[x]{"), Text(piece: "\\textcolor["),
        Text(piece: "\\newcommand{\\x}["), Text(piece: "\\newcommand{"), Text(piece: "\\def{"), Text(piece: "\\let{"),
        Text(piece: "\\DeclarePairedDelimiter\\x{"), Text(piece: "\\mathrm{"), Text(piece: "a \\\\ "),
        Text(piece: "\\\\{ "),
        Text(piece: "\\label{"),
    ])
    func `groups of formulas are looked for once, whether they end or not`(text: Text) {
        for count in [1_000, 20_000] {
            for end in ["", Self.times(count, "}")] {
                let lesson = lesson("# A\n\n[1](claim:x)\n\n$$\n" + text.repeated(count) + end + "\n$$\n")
                #expect(lesson.claims.count == 1)
            }
        }
    }

    @Test(arguments: ["$\\ma$ ", "$\\ma$[1](claim:x) ", "$\\mz{aaaaaaaaaaaaaaaa}$ [1](claim:x)\n\n", "$\\ma\\claim{1}{x}$\n\n"])
    func `what definitions make of formulas beside claims has an end, with a finding`(piece: String) {
        let names = (0..<14).map { "m\(Character(UnicodeScalar(UInt8(ascii: "a") + UInt8($0))))" }
        let doubling = zip(names, names.dropFirst()).map { "\\newcommand{\\\($0)}{\\\($1)\\\($1)}" }.joined()
        let loop = "\\newcommand{\\mz}[1]{\\my{#1}}\\newcommand{\\my}[1]{\\mz{#1#1}}"
        let lesson = lesson("# A\n\n$\(doubling)\(loop)$\n\n[1](claim:x) " + Self.times(5_000, piece) + "\n")
        #expect(lesson.findings.contains { ["too-many-definitions", "redefined-number"].contains($0.code) }, "\(piece)")
    }

    @Test func `a long definition that gets nothing to repeat has an end as well`() {
        let long = "\\newcommand{\\mw}[1]{\(Self.times(1_500, "#1"))}"
        let uses = "$\\claim{1}{x} \(Self.times(900, "\\mw{}"))$\n\n"
        let lesson = lesson("# A\n\n$\(long)$\n\n\(Self.times(200, uses))\n")
        #expect(lesson.findings.contains { ["too-many-definitions", "redefined-number"].contains($0.code) })
    }

    @Test(arguments: [1, 1000, 1001])
    func `a code span is as wide as libcmark takes it`(width: Int) {
        let marks = Self.times(width, "`")
        let bytes = Array((marks + "x" + marks).utf8)
        let isCode = CommonMark.html(of: "a " + marks + "x" + marks, allowsRawHTML: false).contains("<code>")
        #expect((CodeSpan.closing(in: bytes, from: width, width: width, limit: bytes.count) != nil) == isCode)
        #expect(isCode == (width <= 1000))
    }

    @Test func `a paragraph's lines before a claim, and footnotes of footnotes, are gone over once`() {
        let lines = lesson("# A\n\n" + Self.times(400_000, "a\n") + "[1](claim:x)\n")
        #expect(lines.claims.count == 1)
        let count = 40_000
        let notes = (0..<count).map { "[^a\($0)]: x [^a\($0 + 1)]\n\n" }.joined()
        let footnotes = Footnotes(of: lesson("# A\n\n[^a0]\n\n" + notes))
        let solutions = lesson(
            "# A\n\n" + (0..<5_000).map { "::: {#exr-a\($0)}\nx\n:::\n\n::: {#sol-a\($0)}\ny\n:::\n\n" }.joined())
        #expect(solutions.labels.last?.number == 5_000)
        #expect(footnotes.notes.count == count && footnotes["a\(count - 1)"]?.number == count)
    }

    @Test func `lists in each other end before all empty lines go through them`() {
        let lesson = lesson("# A\n\n" + Self.times(100_000, "- ") + "x" + Self.times(50_000, "\n") + "y\n")
        #expect(lesson.findings.contains { $0.code == "nested-too-deeply" })
    }

    @Test func `an accent of a work looks for its letter once`() {
        let text =
            "@book{a, title = {\\'" + Self.times(19_000, " ") + "1}}\n@book{b, title = {B\\'{e}\\\"o\\v{s}\\ss{}\\c c}}\n"
        let lesson = lesson("---\nbibliography: a.bib\n---\n\n# A\n", bibliography: text)
        #expect(
            lesson.bibliography.works["b"]?.fields["title"] == "Be\u{301}o\u{308}s\u{30C}ßc\u{327}")
    }

    @Test func `what formulas take in of definitions has an end`() {
        let uses = Self.times(10_000, "$\\a$ ")
        let long = lesson("$\\def\\a{\(Self.times(1_000_000, "x"))}$\n\n\(uses)\n")
        #expect(long.findings.filter { $0.severity == .error }.map(\.code) == ["too-many-definitions"])
        #expect(lesson("$\\def\\a{\\mathbb{A}}$\n\n\(uses)\n").findings.filter { $0.severity == .error }.isEmpty)
    }

    // MARK: The bounds of what libcmark is given

    @Test(arguments: [
        "# A\n\n![[]()\n", Self.times(500, "![a](b.png)\n"), Self.times(400, "![[]()") + "\n \n" + Self.times(400, "![[]()"),
        "![",
        Self.times(200, "> ") + "x\n", Self.times(100, "- ") + "x\n", Self.times(2000, "- ") + "\n",
        Self.times(2000, "* ") + "\n",
        Self.times(2000, " ") + "x\n", "1. 2) - + > x\n",
    ])
    func `below its bounds a text is what it was`(text: String) {
        let bounded = BoundedText(in: Array(text.utf8))
        #expect(bounded.bytes == Array(text.utf8))
        #expect(bounded.beyond.isEmpty)
    }

    @Test func `a paragraph with more pictures than are read says so where they begin`() {
        let lesson = lesson("# A\n\n" + Self.times(501, "![a](b.png)\n"))
        let found = lesson.findings.filter { $0.code == "too-many-pictures" }
        #expect(found.map(\.severity) == [.error])
        #expect(found.map(\.place) == [Place(file: "a.md", line: 503, column: 1)])
    }
}
