import Exhibits
import Lessons
import Testing

@testable import Cells

/// What would break: one lesson keeps the compiler busy for all others, or fills a disk with its page.
@Suite(.serialized)
struct LessonSizeTests {
    private static func program(cells: Int, claims: Int) -> LessonProgram {
        let cells = String(repeating: "```{swift}\nlet x = 1.0\n```\n\n", count: cells)
        let claims = String(repeating: "[1](<claim: x>)\n", count: claims)
        return LessonProgram(Lesson.parsed(source: cells + claims, file: "a.md") { _ in nil })
    }

    @Test(arguments: [(1000, 0, nil), (1001, 0, 4002), (1, 10_000, nil), (1, 10_001, 10_005)] as [(Int, Int, Int?)])
    func `a lesson larger than can be built in time is refused at the first part too many`(cells: Int, claims: Int, line: Int?)
    {
        let program = Self.program(cells: cells, claims: claims)
        #expect(program.certainFaults.map(\.place.line) == [line].compactMap { $0 })
        #expect(program.certainFaults.allSatisfy { $0.code == "lesson-size" })
        // Alone, or nobody would ask before compiling it with others.
        #expect(line == nil || !program.isSociable)
    }

    @Test(arguments: [(500, false), (2500, true)]) func `a line has no more values than their columns have room for`(
        count: Int, isRefused: Bool
    ) {
        let text = "# A\n\n" + String(repeating: "[1](claim:1.0) ", count: count) + "\n"
        let program = LessonProgram(Lesson.parsed(source: text, file: "a.md") { _ in nil })
        #expect(program.certainFaults.map(\.code) == (isRefused ? ["lesson-size"] : []))
    }

    @Test func `a lesson that is too large fails beside others, which are built`() async throws {
        let small = Lesson.parsed(source: "```{swift}\nprint(1)\n```\n", file: "b.md") { _ in nil }
        let transcripts = try await RunningTests.transcripts(of: [Self.program(cells: 1001, claims: 0).lesson, small])
        #expect(transcripts[0].failures.map(\.code) == ["lesson-size"])
        #expect(transcripts[1].outputs[0] == [.printed("1\n")])
    }

    @Test func `a lesson prints as much as a page can show, and no more`() async throws {
        for (lines, code) in [(1000, nil), (2000, "output-limit")] as [(Int, String?)] {
            let transcript = try await RunningTests.transcript(
                of: "```{swift}\nfor _ in 0..<\(lines) { print(String(repeating: \"x\", count: 1000)) }\n```\n")
            #expect(transcript.failures.map(\.code) == [code].compactMap { $0 })
        }
    }
}
