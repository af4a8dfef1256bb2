import Exhibits
import Foundation
import Lessons
import Reports
import Testing

/// What would break: a warning about a calculation stands in another line, or is no warning.
struct PencilTestTests {
    private static func findings(_ source: String, strict: Bool = false) -> [Finding] {
        let lesson = Lesson.parsed(source: source, file: "a.md")
        return Handout(lesson: lesson, transcript: Transcript(), strict: strict).findings
    }

    @Test(
        arguments: [
            ("# A\n\nWe get 1 + 2 = 4 apples.\n", 3), ("Words\nand 1 + 2 = 4\nand more.\n", 2), ("And $1 + 2 = 4$.\n", 1),
            ("Text\n\n$$\n\\begin{aligned}\na &= 1 + 2 \\\\\n&= 4\n\\end{aligned}\n$$\n", 6),
            ("- one\n- two *and $2 \\cdot 2 = 5$*\n", 2), ("> quoted\n>\n> $1 + 1 = 3$\n", 3),
            ("| a |\n|--|\n| $1 + 1 = 3$ |\n", 3), ("$1 + 1$ = [3](claim:x)\n", 1),
            ("::: {.callout-note}\nIn $1 + 1 = 3$.\n:::\n", 2),
        ])
    func `a calculation that doesn't hold is a warning in its line, an error when strict`(source: String, line: Int) {
        let found = Self.findings(source).filter { $0.code == "pencil" }
        #expect(found.map(\.place.line) == [line], "\(found)")
        #expect(found.allSatisfy { $0.severity == .warning && $0.kind == .claim })
        #expect(Self.findings(source, strict: true).filter { $0.code == "pencil" }.map(\.severity) == [.error])
    }

    @Test func `every calculation that the course prints can be done again by its readers`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../lessons")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let lessons = files.filter { $0.pathExtension == "md" }
        #expect(lessons.count > 20)
        for file in lessons {
            let source = try String(contentsOf: file, encoding: .utf8)
            let lesson = Lesson.parsed(source: source, file: file.lastPathComponent)
            let found = Handout(lesson: lesson, transcript: Transcript()).findings.filter { $0.code == "pencil" }
            #expect(found.isEmpty, "\(found.map { "\($0.place): \($0.message)" })")
        }
    }

    @Test(
        arguments: [
            "We get 1 + 2 = 3.\n", "`1 + 2 = 4`\n", "```\n1 + 2 = 4\n```\n", "$1 + 2 \\approx 4$\n",
            "$1 + 1$ = [3](claim:x \"wrong\")\n", "Words 1 + 2\n\n= 4\n",
        ])
    func `code, quoted mistakes and what holds are left alone`(source: String) {
        #expect(Self.findings(source).filter { $0.code == "pencil" }.isEmpty)
    }
}
