import Foundation
import Testing

/// Worked examples that others have published, every number they print as a claim, judged by the real tool.
///
/// `PublishedExamples/course` holds one lesson for each, `PublishedExamples/expected` what is known about each number in the
/// order of the lesson: as written, whether it is right, truncated or an erratum, and the causes that may be named for it.
struct PublishedExamplesTests {
    private struct Report: Decodable {
        struct Claim: Decodable {
            struct Cause: Decodable {
                var cause: String
                var message: String
            }
            var written: String
            var verdict: String
            var causes: [Cause]
        }
        struct Lesson: Decodable {
            var file: String
            var claims: [Claim]
        }
        var lessons: [Lesson]
    }

    private struct Expectation {
        var written: String
        var verdict: String
        /// Any of these is the right explanation; empty when nobody knows one.
        var causes: [String]

        init(_ line: Substring) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            written = fields[0]
            verdict = fields.count > 1 ? fields[1] : ""
            causes = fields.count > 2 ? fields[2].split(separator: " ").map(String.init) : []
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "PublishedExamples")

    private static func expectations(of lesson: String) throws -> [Expectation] {
        try String(contentsOf: folder.appending(path: "expected/\(lesson).tsv"), encoding: .utf8)
            .split(separator: "\n").map(Expectation.init)
    }

    @Test func `published numbers are judged as they deserve, and their errata explained`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        try FileManager.default.copyItem(at: Self.folder.appending(path: "course"), to: URL(filePath: tool.folder + "/course"))
        let run = try await tool("verify", "course", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        #expect(report.lessons.count == 18)
        var errata = 0
        var explained = 0
        for lesson in report.lessons {
            let name = URL(filePath: lesson.file).deletingPathExtension().lastPathComponent
            let expected = try Self.expectations(of: name)
            #expect(lesson.claims.map(\.written) == expected.map(\.written), "\(name)")
            for (claim, expectation) in zip(lesson.claims, expected) {
                let isRight = claim.verdict == "exact" || claim.verdict == "truncated"
                #expect(
                    isRight == (expectation.verdict != "erratum"),
                    "\(name): \(claim.written) is \(claim.verdict), expected \(expectation.verdict)")
                guard expectation.verdict == "erratum" else {
                    #expect(claim.causes.isEmpty, "\(name): \(claim.written)")
                    continue
                }
                errata += 1
                #expect(claim.causes.count <= 1, "\(name): \(claim.written)")
                let best = claim.causes.first
                let isExplained = best.map { expectation.causes.contains($0.cause) } ?? false
                if isExplained { explained += 1 }
                // None rather than a false one: with two digits most things fit something.
                #expect(
                    best == nil || isExplained || expectation.causes.isEmpty,
                    "\(name): \(claim.written), expected \(expectation.causes), found \(claim.causes.map(\.message))")
            }
        }
        #expect(errata >= 47)
        #expect(explained * 100 >= errata * 92, "\(explained) of \(errata)")
    }
}
