import Foundation
import Testing

/// Every kind of mistake that published notes hold, where numbers stand in lessons: each found, none invented.
@Suite(.serialized)
struct SeededMistakesTests {
    struct Mistake: Hashable {
        var file: String
        var line: Int
        var column: Int
        var right: String
        var written: String
        var verdict: String
        var words: String

        var position: String { "\(file):\(line):\(column)" }
    }

    struct Report: Decodable {
        struct Place: Decodable {
            var file: String
            var line, column: Int

            var position: String { "\(file):\(line):\(column)" }
        }
        struct Claim: Decodable {
            var place: Place
            var written, verdict: String
            var holds: Bool
        }
        struct Lesson: Decodable {
            var file: String
            var claims: [Claim]
        }
        struct Finding: Decodable {
            var place: Place
            var severity, code, message: String
            var notes: [String]
        }
        var lessons: [Lesson]
        var findings: [Finding]
    }

    /// A lesson's text with the right numbers or the mistaken ones, and where these stand.
    static func text(of marked: String, file: String, mistaken: Bool) -> (text: String, mistakes: [Mistake]) {
        var text = SeededMistakes.cells
        var mistakes: [Mistake] = []
        var rest = Substring(marked)
        var elsewhere: (line: Int, column: Int)?
        func end() -> (line: Int, column: Int) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return (lines.count, (lines.last?.utf8.count ?? 0) + 1)
        }
        while let character = rest.popFirst() {
            if character == "§" {
                elsewhere = end()
            } else if character == "⟦", let close = rest.firstIndex(of: "⟧") {
                let parts = rest[..<close].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                let (line, column) = elsewhere ?? end()
                elsewhere = nil
                mistakes.append(
                    Mistake(
                        file: file, line: line, column: column, right: parts[0], written: parts[1], verdict: parts[2],
                        words: parts[3]))
                text += mistaken ? parts[1] : parts[0]
                rest = rest[rest.index(after: close)...]
            } else {
                text.append(character)
            }
        }
        return (text, mistakes.filter { $0.verdict != "none" })
    }

    private static func report(mistaken: Bool) async throws -> (Report, [Mistake], code: Int32) {
        var files: [String: String] = [:]
        var mistakes: [Mistake] = []
        for (name, marked) in SeededMistakes.lessons {
            let seeded = text(of: marked, file: "lessons/\(name).md", mistaken: mistaken)
            files["lessons/\(name).md"] = seeded.text
            mistakes += seeded.mistakes
        }
        let tool = try Tool(files)
        defer { tool.remove() }
        let run = try await tool("verify", "lessons", "--format", "json")
        return (try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)), mistakes, run.code)
    }

    @Test func `the right numbers are not complained of`() async throws {
        let (report, mistakes, code) = try await Self.report(mistaken: false)
        #expect(code == 0)
        #expect(report.findings.isEmpty, "\(report.findings.map { "\($0.place.position): \($0.message)" })")
        let claims = report.lessons.flatMap(\.claims)
        #expect(claims.count >= mistakes.count && claims.allSatisfy { $0.verdict == "exact" })
    }

    @Test func `each mistake is found where it stands, with its verdict and its cause`() async throws {
        let (report, mistakes, code) = try await Self.report(mistaken: true)
        #expect(code == 1)
        #expect(mistakes.count >= 40)
        let claims = report.lessons.flatMap(\.claims)
        for mistake in mistakes {
            let name = Comment(rawValue: "\(mistake.position) \(mistake.written)")
            // A matrix or a vector is one claim; its findings stand at the numbers in it.
            let isList = mistake.written.hasPrefix("[") || mistake.written.hasPrefix("\\begin")
            let claim = claims.first { $0.place.position == mistake.position }
            #expect(claim?.verdict == mistake.verdict && claim?.written == mistake.written, name)
            let found = report.findings.filter { finding in
                isList
                    ? finding.place.line == mistake.line && finding.place.file == mistake.file
                        && finding.place.column > mistake.column
                    : finding.place.position == mistake.position
            }
            #expect(found.count == 1, "\(mistake.position) \(mistake.written): \(found)")
            #expect(found.first?.severity == (mistake.verdict == "truncated" ? "warning" : "error"), name)
            let said = ([found.first?.message ?? ""] + (found.first?.notes ?? [])).joined(separator: "\n")
            #expect(mistake.words.isEmpty || said.contains(mistake.words), "\(mistake.position): \(said)")
        }
        #expect(report.findings.count == mistakes.count)
    }
}
