import Exhibits
import Testing

@testable import Publishing

/// What would break: one lesson fills a log with megabytes, or hides behind them what else is wrong.
struct ReportSizeTests {
    private static let big = String(repeating: "long ", count: 600)

    private static func lesson(_ claims: Int) -> CourseResult.LessonResult {
        let huge = String(repeating: "x", count: 20 << 20)
        var lines = (1...claims).map { line in
            CourseResult.ClaimLine(
                place: Place(file: "a.md", line: line), written: big, expression: big, verdict: "wrong", computed: big,
                holds: false, correction: big, causes: [Hint(cause: "sign", message: big, value: 1)])
        }
        lines[0].causes = Array(repeating: Hint(cause: huge, message: huge, value: 1), count: 30)
        let findings = (1...claims).map { line in
            Finding(
                .error, .claim, code: "wrong-claim", at: Place(file: "a.md", line: line), length: .max, big,
                notes: [String](repeating: big, count: 30))
        }
        return CourseResult.LessonResult(
            file: "a.md", claims: lines,
            findings: findings + [Finding(.error, code: "x", at: Place(file: "a.md", line: .max, column: .max), huge)])
    }

    @Test(arguments: ReportFormat.allCases)
    func `a report of a lesson with long claims, causes and messages stays small`(format: ReportFormat) throws {
        let result = CourseResult(lessons: [Self.lesson(700)])
        let text = try report(result, as: format, listing: ReportListing(claims: true, unclaimed: true))
        #expect(text.utf8.count < 2 << 20, "\(text.utf8.count)")
        #expect(text.hasSuffix("\n"))
    }

    @Test(arguments: [ReportFormat.text, .json])
    func `titles and numbers without a claim are cut as claims are`(format: ReportFormat) throws {
        var lesson = CourseResult.LessonResult(file: "a.md", title: String(repeating: "t", count: 1 << 20))
        lesson.unclaimed = (1...100).map { .init(String(repeating: "9", count: 1 << 20), at: Place(file: "a.md", line: $0)) }
        let text = try report(
            CourseResult(lessons: [lesson]), as: format, listing: ReportListing(claims: true, unclaimed: true))
        #expect(text.utf8.count < 100 << 10)
        #expect(text.contains("999"))
    }

    @Test func `no claim loses its failure, and short ones lose nothing`() throws {
        let text = JUnitReport(result: CourseResult(lessons: [Self.lesson(120)])).text
        #expect(text.contains("tests=\"121\" failures=\"121\""))
        let short = CourseResult.ClaimLine(
            place: Place(file: "a.md", line: 1), written: "0.5", expression: "x", verdict: "exact", computed: "0.5", holds: true
        )
        #expect(ClaimsCut([short]).claims == [short])
    }

    @Test func `of endless progress some lines are told`() {
        var told = ToldProgress()
        let lines = (0..<5000).compactMap { told.line("a.md", RunProgress("step \($0)", fraction: 0.5), isBar: false) }
        #expect(lines.count == ToldProgress.mostLines + 1)
        #expect(lines.last?.contains("more") == true)
        // Another lesson is heard all the same, each tenth once.
        let other = (0...100).compactMap { told.line("b.md", RunProgress("", fraction: Double($0) / 100), isBar: false) }
        #expect(other.count == 11)
        #expect(
            told.line("c.md", RunProgress(String(repeating: "x", count: 1 << 20), fraction: .nan), isBar: true)?.utf8.count ?? 0
                < 600)
    }
}
