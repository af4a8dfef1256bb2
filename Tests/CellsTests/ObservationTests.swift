import Cells
import Lessons
import Testing

/// What a program remembers for the search for causes: top-level names that have a value, and only where something is claimed.
struct ObservationTests {
    static func program(_ text: String) -> String {
        LessonProgram(Lesson.parsed(source: text, file: "a.md") { _ in nil }).text
    }

    @Test func `names with a value are observed`() {
        let text = Self.program(
            "```{swift}\nlet a = 1\nvar b: Int = 2\nlet c: Int\nfor i in 0..<2 { let d = i }\n```\n\n[1](claim:a)\n")
        #expect(text.contains("LessonRun.observe(\"a\", a)"))
        #expect(text.contains("LessonRun.observe(\"b\", b)"))
        #expect(!text.contains("LessonRun.observe(\"c\""))
        #expect(!text.contains("LessonRun.observe(\"d\""))
    }

    @Test func `a lesson without claims observes nothing`() {
        #expect(!Self.program("```{swift}\nlet a = 1\n```\n").contains("observe"))
    }
}
