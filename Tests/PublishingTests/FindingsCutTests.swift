import Exhibits
import Testing

@testable import Publishing

struct FindingsCutTests {
    private func finding(_ line: Int, _ message: String = "no", code: String = "a", file: String = "l.md") -> Finding {
        Finding(.error, code: code, at: Place(file: file, line: line), message)
    }

    @Test func `of one kind in one file fifty are listed, all are counted`() {
        let many = (1...120).map { finding($0) } + (1...3).map { finding($0, code: "b") } + [finding(1, file: "m.md")]
        let result = CourseResult(lessons: [.init(file: "l.md", findings: many)])
        #expect(result.allFindings.count == 54)
        #expect(result.allFindings.filter { !$0.notes.isEmpty }.map(\.place.line) == [50])
        #expect(result.allFindings.flatMap(\.notes) == ["70 more of this kind in l.md are not listed"])
        #expect(Counts(result).errors == 124)
        #expect(result.exitCode == 2)
    }

    @Test func `a message of megabytes is cut`() {
        var long = finding(1, String(repeating: "ä", count: 1 << 20))
        long.notes = (0..<1000).map { "note \($0)" }
        let cut = FindingsCut([long]).findings
        #expect(cut[0].message.utf8.count < 5000)
        #expect(cut[0].notes.count == 21)
        #expect(cut[0].notes.last == "980 more notes are not listed")
    }

    @Test func `of a long line that is no text the part around the place is shown, too`() {
        for column in [1, 300, 450, 600] {
            let lines = Excerpt.lines(
                of: Array(repeating: 0x85, count: 600), at: Place(file: "a", line: 1, column: column), length: 9)
            #expect(lines.count == 2 && lines.allSatisfy { $0.utf8.count < 800 })
        }
    }

    @Test func `of a line of a megabyte the part around the place is shown`() {
        let line = String(repeating: "ü", count: 300_000) + "HERE" + String(repeating: "ö", count: 300_000)
        let lines = Excerpt.lines(of: Array(line.utf8), at: Place(file: "a", line: 1, column: 600_001), length: 4)
        #expect(lines.allSatisfy { $0.utf8.count < 300 })
        #expect(lines[0].hasPrefix("  1 | …ü") && lines[0].hasSuffix("ö…"))
        // The caret stands below the H.
        let here = Array(lines[0]).firstIndex(of: "H")
        #expect(Array(lines[1]).firstIndex(of: "^") == here)
        #expect(lines[1].hasSuffix("^~~~"))
    }
}

/// What a lesson prints, is called or holds never commands a terminal or a runner.
struct TerminalTextTests {
    @Test(arguments: [
        ("plain text, Übung ∂ 😀", "plain text, Übung ∂ 😀"), ("\u{1B}[2J\u{7}", "␛[2J␇"), ("a\u{9B}31mb", "a�31mb"),
        ("a\r::error::b", "a␊::error::b"), ("##[error]x", "# #[error]x"), ("##vso[task.x]", "# #vso[task.x]"),
        ("a\u{202E}b", "a�b"), ("a\r\nb", "a␊b"), ("a\tb", "a\tb"), ("\u{7F}", "␡"),
        ("::stop-commands::tok.md:3:5: error: x", ": :stop-commands::tok.md:3:5: error: x"), (" \u{A0}::a", " \u{A0}: :a"),
        ("::\u{301}a", ": :\u{301}a"), ("a::b", "a::b"), (":a", ":a"),
    ])
    func `a control character is shown, not obeyed`(text: String, shown: String) {
        #expect(TerminalText.line(text) == shown)
    }

    @Test(arguments: ["::stop-commands::tok.md", " ::error::z.md", "::: {.note}"])
    func `no line of a report begins as a command does, whatever a lesson is called`(file: String) throws {
        let place = Place(file: file, line: 1)
        let claim = CourseResult.ClaimLine(
            place: place, written: "1", expression: "x", verdict: "exact", computed: "1", holds: true)
        let result = CourseResult(
            lessons: [.init(file: file, claims: [claim], findings: [Finding(.error, code: "a", at: place, "::b\n::c")])])
        for text in [
            try report(result, as: .text, listing: ReportListing(claims: true)),
            TerminalText.message("\(file)\n\(file)", repeating: []),
        ] {
            #expect(text.contains(": :"))
            #expect(!text.split(separator: "\n").contains { $0.drop(while: \.isWhitespace).hasPrefix("::") }, "\(text)")
        }
        // The author's line stands behind its number, as it is.
        let lines = Excerpt.lines(of: Array("::: {.note}".utf8), at: Place(file: "a.md", line: 1), length: 1)
        #expect(lines.first == "  1 | ::: {.note}")
    }

    @Test(arguments: [ReportFormat.text, .github, .junit, .json, .sarif])
    func `no report holds a command of somebody else's`(format: ReportFormat) throws {
        let evil = "x\n::warning file=a::b\r::stop-commands::z\r\n\u{1B}]0;title\u{7}\u{9B}2J##[group]##vso[x]"
        var finding = Finding(.error, code: "trap", at: Place(file: "l/\(evil).md", line: 1), evil, notes: [evil])
        finding.length = 3
        let claim = CourseResult.ClaimLine(
            place: finding.place, written: evil, expression: evil, verdict: "wrong", computed: evil, holds: false)
        let lesson = CourseResult.LessonResult(
            file: "l/\(evil).md", title: evil, claims: [claim], findings: [finding])
        let text = try report(
            CourseResult(lessons: [lesson]), as: format, listing: ReportListing(claims: true, unclaimed: true))
        let isCommand = { (line: Substring) in line.drop { $0 == " " }.hasPrefix("::") }
        let lines = text.split { $0.isNewline }
        #expect(lines.count { isCommand($0) } == (format == .github ? 1 : 0), "\(text)")
        #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
        #expect(!text.contains("##["))
        #expect(!text.contains("##vso["))
    }
}
