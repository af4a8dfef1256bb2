import Foundation
import Cells
import Lessons
import Testing

/// What a program remembers to answer claims and to search for causes: top-level names that have a value, and only where something
/// is asked of them.
struct ObservationTests {
    static func program(_ text: String) -> String {
        LessonProgram(Lesson.parsed(source: text, file: "a.md") { _ in nil }).text
    }

    @Test func `names with a value are observed`() {
        let text = Self.program(
            "```{swift}\nlet a = 1\nvar b: Int = 2\nlet c: Int\nfor i in 0..<2 { let d = i }\n```\n\n[1](claim:a)\n")
        #expect(text.contains("LessonRun.observe(\"a b\", a, b)"))
        #expect(text.components(separatedBy: "observe").count == 2)
    }

    @Test func `many names take several calls`() {
        let lets = (1...7).map { "let a\($0) = \($0)" }.joined(separator: "\n")
        let text = Self.program("```{swift}\n\(lets)\n```\n\n[1](claim:a1)\n")
        #expect(
            text.contains("LessonRun.observe(\"a1 a2 a3 a4 a5\", a1, a2, a3, a4, a5)\nLessonRun.observe(\"a6 a7\", a6, a7)"))
    }

    @Test func `what can't be copied is not observed`() {
        #expect(!Self.program("```{swift}\nstruct A: ~Copyable {}\nlet a = A()\n```\n\n[1](claim:1)\n").contains("observe"))
    }

    @Test func `a lesson without claims observes nothing`() {
        #expect(!Self.program("```{swift}\nlet a = 1\n```\n").contains("observe"))
    }
}
