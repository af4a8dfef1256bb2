import Exhibits
import Testing

@testable import Lessons

/// A text made to hurt ends in a sentence: no trap, no wait, no flood. The limit is for a slow machine that runs all tests at once;
/// what isn't linear takes hours.
@Suite(.timeLimit(.minutes(10)))
struct LimitTests {
    private func lesson(_ text: String, bibliography: String? = nil) -> Lesson {
        Lesson.parsed(source: text, file: "a.md") { $0 == "a.bib" ? bibliography : nil }
    }

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// Openings without an end, in running text.
    @Test(arguments: [
        "[", "[^a] ", "<a b=", "<a b=\"", "<!--", "<?", "<![CDATA[", "<!A", "](", "](a", "](a (", "](<", "![", "$\\claim{",
        "\\claim{", "\\text{", "{a=b", "{#a ", "`` ` ", "$a ", "$x+", "@a ", "[@a ", "[@a;x ", "**a ", "*a _b ", "&#35", "1.",
        "9",
        "1e", "\\(", "|", "a|b\n", "- ", "> ", "::: {.x}\n\n", "[^a]: x\n\n", "$$\na\n\n", "[x](claim:", "[1](claim:a) ",
        "`{swift} a` ", "{{< include a.md >}}\n", "\\", "@fig-a ", "[x]{.a} ",
    ])
    func `ten thousand openings are read in one go`(text: String) {
        let lesson = lesson("# A\n\n" + Self.times(10_000, text) + "\n")
        // Ten thousand findings may be: they are cut when they are said. Long ones may not.
        #expect(lesson.findings.allSatisfy { $0.message.utf8.count < 3000 })
    }

    @Test(arguments: [("[", "]{.a}"), ("[@a ", "]"), ("**", "**"), ("> ", ""), ("::: {.note}\n\n", ":::\n\n"), ("- ", "")])
    func `what nests ten thousand deep is read, and can be walked`(opening: String, closing: String) {
        let lesson = lesson("# A\n\n" + Self.times(10_000, opening) + "x" + Self.times(10_000, closing) + "\n")
        var count = 0
        lesson.walk { _ in count += 1 }
        #expect(count > 0)
    }

    @Test(arguments: [
        Self.times(20_000, "|a") + "\n" + Self.times(20_000, "|-") + "\n" + Self.times(2_000, "|\n"),
        Self.times(300, Self.times(400, "|a") + "\n" + Self.times(400, "|-") + "\n" + Self.times(400, "|\n") + "\n"),
    ])
    func `cells that tables lack don't fill the memory`(tables: String) {
        let lesson = lesson("# A\n\n" + tables)
        #expect(Set(lesson.findings.map(\.code)) == ["table-size"])
        var inlines = 0
        lesson.walk { _ in inlines += 1 }
        #expect(inlines < 500_000)
    }

    @Test(arguments: ["@a{", "@a{k, f = {", "@a{k, f = \"", "@string{a = ", "@comment{", "@a{k,", "@", "@a(", "@a{k, f = {\\"])
    func `an entry that is never closed costs no more than its length`(text: String) {
        let lesson = lesson("---\nbibliography: a.bib\n---\n\n# A\n", bibliography: Self.times(10_000, text))
        #expect(lesson.bibliography.works.isEmpty)
        #expect(lesson.findings.allSatisfy { $0.code == "broken-bibliography" })
    }

    @Test func `abbreviations of abbreviations don't fill the memory`() {
        let lines = (1...40).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1) # s\($0 - 1) # s\($0 - 1)}\n" }
        let text = "@string{s0 = \"ha\"}\n" + lines.joined() + "@book{a, title = s40}\n@book{b, title = \"B\"}\n"
        let lesson = lesson("---\nbibliography: a.bib\n---\n\n# A\n", bibliography: text)
        #expect(lesson.bibliography.works["b"] != nil)
        #expect(
            lesson.bibliography.works.values.allSatisfy { ($0.fields["title"] ?? "").utf8.count <= BibTeXParser.longestValue })
    }

    @Test(arguments: ["1e300", ".inf", "-1", ".nan", "0", "604801"])
    func `a time limit is one that a clock can count`(limit: String) {
        let lesson = lesson("---\ntime-limit: \(limit)\n---\n\n# A\n")
        #expect(lesson.findings.map(\.code) == ["bad-value"])
        #expect(lesson.findings.map(\.place) == [Place(file: "a.md", line: 2, column: 13)])
        #expect(lesson.frontMatter.timeLimit == nil)
    }

    @Test(arguments: ["..", "../x", "/tmp", ".", ".git", "a/.b", "a//b", "b.md", "''", "[data, ../x]"])
    func `what a lesson writes to lies below it and is nothing hidden`(path: String) {
        let lesson = lesson("---\nwrites: \(path)\n---\n\n# A\n")
        #expect(lesson.findings.map(\.code) == ["bad-value"])
        #expect(lesson.findings.first?.place.line == 2)
        #expect(lesson.frontMatter.writes == [])
    }

    @Test func `a lesson names one folder or several that it writes to`() {
        #expect(lesson("---\nwrites: data\n---\n\n# A\n").frontMatter.writes == ["data"])
        #expect(lesson("---\nwrites: [data, made/new]\n---\n\n# A\n").frontMatter.writes == ["data", "made/new"])
    }

    @Test(arguments: [100, 101]) func `a front matter names no more than a hundred`(count: Int) {
        let names = (0..<count).map { "a\($0)" }.joined(separator: ", ")
        let lesson = lesson("---\nwrites: [\(names)]\n---\n\n# A\n")
        #expect(lesson.frontMatter.writes.count == (count > 100 ? 0 : count))
        #expect(lesson.findings.count == (count > 100 ? 1 : 0))
    }

    @Test(arguments: [
        "title: [\r\r\r", "title: [\n\n\n", "a: b: c", "\u{85}: [", "\"", "a: *b", "? [a", "- \t- a: {", "%YAML 9\n---",
    ])
    func `broken YAML is a finding in the file`(text: String) {
        for ending in ["\n", "\r", "\r\n", "\n\n\n"] {
            let lesson = lesson("---" + ending + text + ending + "---" + ending + "\n# A\n")
            let lines = lesson.source.utf8.count { $0 == 0x0A || $0 == 0x0D }
            #expect(lesson.findings.allSatisfy { (1...lines + 1).contains($0.place.line) })
        }
    }

    @Test(arguments: ["a0: &a0 x\n", "a0: &a0 x\n? *a11\n: 1\n"])
    func `named values that multiply are refused`(start: String) {
        let lines = (1...11).map { level in "a\(level): &a\(level) [" + Self.times(10, "*a\(level - 1), ") + "]\n" }
        let lesson = lesson("---\n" + start + lines.joined() + "---\n\n# A\n")
        #expect(lesson.findings.map(\.code).contains("broken-yaml"))
    }

    @Test func `a few named values are fine`() {
        #expect(!YAMLAliases.multiply(in: "a: &a 1\nb: *a\nc: [*a, *a]\n"))
        #expect(!YAMLAliases.multiply(in: Self.times(20, "- *very* good, *really*\n")))
    }

    @Test func `two thousand wrong references to a thousand labels are said in short`() {
        let labels = (0..<1000).map { "# S\($0) {#sec-label\($0)}\n\n" }.joined()
        let references = (0..<2000).map { "@sec-wrong\($0) " }.joined()
        let lesson = lesson(labels + references + "\n")
        let findings = CourseLabels(of: [lesson]).findings(in: lesson)
        #expect(findings.count == 2000)
        #expect(findings.reduce(0) { $0 + $1.message.utf8.count } < 1_000_000)
    }

    @Test func `files that include each other ten times over come to an end`() {
        let lesson = Lesson.parsed(source: "{{< include f1.md >}}\n", file: "f0.md") { path in
            guard let number = Int(path.dropFirst().dropLast(3)), number < 9 else { return "end\n" }
            return Self.times(10, "{{< include f\(number + 1).md >}}\n\n")
        }
        #expect(lesson.findings.contains { $0.code == "too-much-included" })
    }

    @Test func `a file that may not be read is refused at the author's line`() {
        let source = "---\nbibliography: b.bib\n---\n\n# A\n\n  {{< include /proc/self/environ >}}\n"
        let lesson = Lesson.parsed(source: source, file: "a.md") { (_: String) throws(UnreadableFile) -> String? in
            throw UnreadableFile("it lies outside")
        }
        #expect(lesson.findings.map(\.code) == ["refused-file", "refused-file"])
        #expect(lesson.findings.map(\.place.line) == [2, 7])
        #expect(lesson.findings.last?.message == "“/proc/self/environ” is not included: it lies outside")
    }
}
