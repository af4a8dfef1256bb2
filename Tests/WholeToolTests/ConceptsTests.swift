import Foundation
import Testing

/// The instructor's guide says in which line each concept of the course's sources is taught.
struct ConceptsTests {
    static let lessons = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../lessons")

    /// `| what | [title](lesson.md) | line | `words` |`.
    static var row: Regex<(Substring, lesson: Substring, line: Substring, words: Substring)> {
        /\| \[[^\]]+\]\((?<lesson>[a-z0-9-]+\.md)\) \| (?<line>\d+) \| `(?<words>[^`]+)` \|$/
    }

    /// After lines have moved, `LECTERN_RECORD=1 swift test --filter ConceptsTests` puts the new numbers in.
    @Test func `every concept stands in the line that the guide names`() throws {
        let file = Self.lessons.appending(path: "instructors-guide.md")
        let guide = try String(contentsOf: file, encoding: .utf8)
        var rows = 0
        let renewed = try guide.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard let row = line.firstMatch(of: Self.row) else { return String(line) }
            rows += 1
            let lesson = try String(contentsOf: Self.lessons.appending(path: String(row.lesson)), encoding: .utf8)
            let place = lesson.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains(row.words) }
            let found = try #require(place, "\(row.lesson) no longer says “\(row.words)”")
            return String(line).replacingOccurrences(
                of: "| \(row.line) | `", with: "| \(found + 1) | `")
        }.joined(separator: "\n")
        #expect(rows >= 45)
        if ProcessInfo.processInfo.environment["LECTERN_RECORD"] == "1" {
            try Data(renewed.utf8).write(to: file)
        } else {
            #expect(renewed == guide, "lines have moved; record them again with LECTERN_RECORD=1")
        }
    }
}
