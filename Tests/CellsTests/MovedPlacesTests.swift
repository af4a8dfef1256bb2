import Exhibits
import Lessons
import Testing

@testable import Cells

/// A finding stands where its fault is. What would break: a lesson's error is shown in a file that has none.
@Suite(.serialized)
struct MovedPlacesTests {
    @Test(arguments: [
        ("#sourceLocation(file: \"a.md\", line: 900)\nlet x: Int = \"\"", 1, 1),
        ("let a = 1\n  #sourceLocation(file: \"b.md\", line: 1)\nprint([1][a])\n#sourceLocation()", 2, 3),
        ("#if true\n#sourceLocation(file: \"b.md\", line: 1)\n#endif", 2, 1),
        ("let r = #/\"/#\n#sourceLocation(file: \"b.md\", line: 1)\nlet s = #/\"/#", 2, 1),
        ("print(1); #sourceLocation()", 1, 11),
    ])
    func `a lesson that says where its lines stand isn't run, and the finding is at that word`(
        code: String, line: Int, column: Int
    ) async throws {
        let transcript = try await RunningTests.transcript(of: "# A\n\n```{swift}\n\(code)\n```\n")
        #expect(transcript.failures.map(\.code) == ["moved-places"])
        #expect(transcript.failures.map(\.place) == [Place(file: "a.md", line: line + 3, column: column)])
        #expect(transcript.outputs == [:])
    }

    @Test func `the word in a text or a comment moves nothing`() async throws {
        let transcript = try await RunningTests.transcript(
            of: "```{swift}\n// #sourceLocation(file: \"b.md\", line: 1)\nprint(\"#sourceLocation()\")\n```\n")
        #expect(transcript.failures == [])
        #expect(transcript.outputs[0] == [.printed("#sourceLocation()\n")])
    }

    @Test(arguments: [
        ("struct LessonRun {}", 1, 1), ("let a = 1\n  let b = 2, LessonRun = 3", 2, 3), ("func LessonRun() {}", 1, 1),
        ("// mine\nenum LessonRun { static func end() {} }", 2, 1), ("typealias LessonRun = Int", 1, 1),
    ])
    func `what runs the lesson can't be called again`(code: String, line: Int, column: Int) async throws {
        let transcript = try await RunningTests.transcript(of: "# A\n\n```{swift}\n\(code)\n```\n\n[2](<claim: 1 + 0>)\n")
        #expect(transcript.failures.map(\.code) == ["taken-name"])
        #expect(transcript.failures.map(\.place) == [Place(file: "a.md", line: line + 3, column: column)])
    }

    @Test func `other names of the program's own are free`() async throws {
        let transcript = try await RunningTests.transcript(
            of: "```{swift}\nlet _v = 3, _entry = 4\nstruct Run { struct LessonRun { var x = 1 } }\n```\n\n"
                + "[3](claim:_v) [5](<claim: Run.LessonRun().x + _entry>)\n\n| a |\n|--:|\n| 4 |\n| 3 |\n\n: {claim=\"[_entry, _v]\"}\n"
        )
        #expect(transcript.failures == [])
        let numbers = transcript.outcomes.values.compactMap { outcome -> Double? in
            switch outcome.value {
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        }
        #expect(numbers.sorted() == [3, 3, 4, 5])
    }
}
