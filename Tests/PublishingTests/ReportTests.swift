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
                l/a.md:2:5: right: 0.5 = x
                l/a.md:3:5: wrong: 0.7 = y < "2", computed 0.8
                l/a.md:3:5: error: 0.7 is wrong: computed 0.8
                  3 | is [0.7](…)
                    |     ^~~
                  note: 50% off,
                  | roughly: much
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

    /// What the schema of version 2.1.0 and code scanning services ask of a log.
    @Test func `SARIF has every field that its readers need`() throws {
        let text = try SARIFReport(result: result, source: { _ in Array("---\n\n→ [0.7](…)\n".utf8) }).text
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(log.keys) == ["$schema", "version", "runs"] && log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(Set(run.keys) == ["tool", "columnKind", "results"] && run["columnKind"] as? String == "unicodeCodePoints")
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "lectern")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["unknown-key", "wrong-claim"])
        #expect(rules.allSatisfy { ($0["shortDescription"] as? [String: String])?["text"]?.isEmpty == false })
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["error", "warning"])
        var regions: [[String: Int]] = []
        for result in results {
            #expect(Set(result.keys) == ["ruleId", "level", "message", "locations"])
            #expect(rules.contains { $0["id"] as? String == result["ruleId"] as? String })
            #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
            let locations = try #require(result["locations"] as? [[String: [String: Any]]])
            let place = try #require(locations.first?["physicalLocation"])
            let uri = try #require((place["artifactLocation"] as? [String: String])?["uri"])
            #expect(URL(string: uri)?.relativePath == uri && !uri.hasPrefix("/"))
            regions.append(try #require(place["region"] as? [String: Int]))
        }
        // Columns count code points, the arrow as one.
        #expect(regions[0] == ["startLine": 3, "startColumn": 3, "endColumn": 6])
        #expect(regions.allSatisfy { ($0["startColumn"] ?? 0) >= 1 && ($0["endColumn"] ?? 0) > ($0["startColumn"] ?? 0) })
    }

    @Test func `JUnit counts what it holds, and puts a matrix's numbers with their matrix`() throws {
        var lesson = CourseResult.LessonResult(file: "a.md")
        lesson.claims = [3, 9].map { line in
            .init(
                place: Place(file: "a.md", line: line, column: 2), written: "[1, 2]", expression: "m", verdict: "wrong",
                computed: nil, holds: false)
        }
        lesson.findings = [
            Finding(.error, .claim, code: "missing-claims", at: Place(file: "a.md", line: 1), "too few"),
            Finding(.error, .claim, code: "wrong-claim", at: Place(file: "a.md", line: 3, column: 3), "first"),
            Finding(.error, .claim, code: "wrong-claim", at: Place(file: "a.md", line: 4, column: 1), "second"),
            Finding(.warning, .claim, code: "truncated-claim", at: Place(file: "a.md", line: 9, column: 3), "gently"),
        ]
        let document = try XMLDocument(data: Data(JUnitReport(result: CourseResult(lessons: [lesson])).text.utf8))
        #expect(try document.nodes(forXPath: "/testsuites[@tests='3' and @failures='2']").count == 1)
        #expect(try document.nodes(forXPath: "//testsuite[@tests='3' and @failures='2']").count == 1)
        #expect(try document.nodes(forXPath: "//testcase[@name='3:2 [1, 2] = m']/failure").count == 2)
        #expect(try document.nodes(forXPath: "//testcase[@name='runs']/failure").count == 1)
        #expect(try document.nodes(forXPath: "//testcase[starts-with(@name, '9:2')]/failure").isEmpty)
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
