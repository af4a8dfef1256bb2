import Exhibits
import Foundation
import Testing

@testable import Publishing

#if canImport(FoundationXML)
import FoundationXML
#endif

struct ReportTests {
    private let result = CourseResult(
        lessons: [
            .init(
                file: "l/a.md", title: "A",
                claims: [
                    .init(
                        place: Place(file: "l/a.md", line: 2, column: 5), written: "0.5", expression: "x", verdict: "exact",
                        computed: "0.5", holds: true),
                    .init(
                        place: Place(file: "l/a.md", line: 3, column: 5), written: "0.7", expression: "y < \"2\"",
                        verdict: "wrong",
                        computed: "0.8", holds: false),
                ],
                findings: [
                    Finding(
                        .error, .claim, code: "wrong-claim", at: Place(file: "l/a.md", line: 3, column: 5), length: 3,
                        "0.7 is wrong: computed 0.8", notes: ["50% off,\nroughly: much"])
                ]),
            .init(
                file: "l/b.md", title: "B",
                findings: [Finding(.warning, code: "unknown-key", at: Place(file: "l/b.md", line: 1, column: 1), "what, this?")]
            ),
        ], pages: nil)

    @Test func `text gives claims, then findings with excerpts, then counts`() {
        let text = TextReport(
            result: result, source: { $0 == "l/a.md" ? Array("---\nab\nis [0.7](…)\n".utf8) : nil },
            listing: ReportListing(claims: true)
        ).text
        #expect(
            text == """
                l/a.md:2:5: exact: 0.5 = x
                l/a.md:3:5: wrong: 0.7 = y < "2", computed 0.8
                l/a.md:3:5: error: 0.7 is wrong: computed 0.8
                  3 | is [0.7](…)
                    |     ^~~
                  note: 50% off,
                roughly: much
                l/b.md:1:1: warning: what, this?
                2 lessons (1 failed), 2 claims: 1 doesn't hold; 1 error, 1 warning

                """)
    }

    @Test func `workflow commands escape what would end them`() {
        let lines = GitHubReport(result: result).text.split(separator: "\n")
        #expect(
            lines[0]
                == "::error file=l/a.md,line=3,col=5,title=wrong-claim::0.7 is wrong: computed 0.8%0A50%25 off,%0Aroughly: much"
        )
        #expect(lines[1] == "::warning file=l/b.md,line=1,col=1,title=unknown-key::what, this?")
    }

    @Test func `JUnit gives a case to every claim and one to the lesson itself`() throws {
        let text = JUnitReport(result: result).text
        let document = try XMLDocument(data: Data(text.utf8))
        #expect(try document.nodes(forXPath: "//testsuite").count == 2)
        #expect(try document.nodes(forXPath: "//testcase").count == 4)
        let failure = try #require(try document.nodes(forXPath: "//testcase[failure]/@name").first)
        #expect(failure.stringValue == "3:5 0.7 = y < \"2\"")
    }

    @Test func `SARIF has rules, levels and columns in code points`() throws {
        let text = try SARIFReport(result: result, source: { _ in Array("---\n\n→ [0.7](…)\n".utf8) }).text
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "warning"])
        #expect(text.contains("\"startColumn\" : 3"))
        #expect(log["version"] as? String == "2.1.0")
    }

    @Test func `JSON holds every claim and finding, and the exit code`() throws {
        let text = try JSONReport(result: result).text
        let form = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let summary = try #require(form["summary"] as? [String: Int])
        #expect(summary == ["lessons": 2, "failed": 1, "claims": 2, "holding": 1, "errors": 1, "warnings": 1, "exitCode": 1])
    }

    @Test(
        arguments: [
            ([], 0), ([(.warning, .lesson)], 0), ([(.error, .claim)], 1), ([(.error, .claim), (.error, .lesson)], 2),
        ] as [([(Finding.Severity, Finding.Kind)], Int32)])
    func `the exit code is the worst there is`(findings: [(Finding.Severity, Finding.Kind)], code: Int32) {
        let findings = findings.map { Finding($0, $1, code: "c", at: Place(file: "f", line: 1), "m") }
        #expect(CourseResult(lessons: [.init(file: "f", findings: findings)]).exitCode == code)
    }
}
