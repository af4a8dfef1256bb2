import Foundation
import Subprocess
import Testing

/// Exercises as a quiz for Moodle, read again by a reader that is not ours: `Tests/References/moodle.py`.
struct MoodleTests {
    private struct Question: Decodable {
        struct Field: Decodable {
            struct Answer: Decodable {
                var text: String
                var share: Double
                var feedback: String
                var value: Double?
                var tolerance: Double?
            }

            var weight: Int
            var kind: String
            var answers: [Answer]
        }

        var name: String
        var id: String
        var fields: [Field]
        var text: String
        var feedback: String
    }

    private static let lesson = """
        # Two & three

        ```{swift}
        let values = [0.123456, -2.5]
        ```

        ::: {#exr-one points=3}
        ## A < B

        With $a^{2} < 1$: [_.___](<answer: values[0]>){points=1.5}, [(__, __._)](answer:values){tolerance=0.1 points=1}.

        ::: {.part}
        ::: choices
        - [ ] {1:x} ~ 50 % = "a" [no} #1]{.feedback}
        - [x] right, [0.1235](<claim: values[0]>)
        :::
        :::
        :::

        ::: {#sol-one}
        It is [0.123](<claim: values[0]>).
        :::

        ::: {#exr-two}
        ::: choices
        - [x] a
        - [x] b
        - [ ] c
        :::
        :::

        ::: {#exr-words}
        Why?
        :::

        """

    @Test func `an independent reader finds the questions, the answers and their tolerances`() async throws {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let exported = try await tool("export", "lessons/a.md", "--to", "moodle", "--output", "out")
        #expect(exported.code == 0, "\(exported.all)")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/moodle.py").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, tool.folder + "/out/a-moodle.xml"],
            output: .string(limit: 1_000_000), error: .string(limit: 100_000))
        let json = read.standardOutput
        let questions = try JSONDecoder().decode([Question].self, from: Data(json.utf8))
        try #require(questions.map(\.id) == ["exr-one", "exr-two"])
        #expect(questions[0].name == "Exercise 1: A < B" && questions[0].feedback.contains("0.123"))
        let fields = questions[0].fields
        try #require(fields.map(\.kind) == ["NUMERICAL", "NUMERICAL", "NUMERICAL", "MULTICHOICE_VS"])
        // 1.5 points, 1 shared by two fields, and what is left of 3 for the choices, in halves.
        #expect(fields.map(\.weight) == [3, 1, 1, 1])
        #expect(fields.prefix(3).map { $0.answers[0].value } == [0.123456, 0.123456, -2.5])
        let tolerances = fields.prefix(3).map { $0.answers[0].tolerance ?? 0 }
        #expect(abs(tolerances[0] - 0.0005) < 1e-9 && tolerances[1...] == [0.1, 0.1])
        let choices = fields[3].answers
        #expect(choices.map(\.share) == [0, 100])
        #expect(choices[0].text.contains("{1:x}") && choices[0].text.contains("~ 50 %") && choices[0].feedback == "no} #1")
        #expect(questions[0].text.contains("\\(a^{2} &lt; 1\\)") && !questions[0].text.contains("NUMERICAL"))
        #expect(questions[1].fields.map(\.kind) == ["MULTIRESPONSE_S"])
        #expect(questions[1].fields[0].answers.map(\.share) == [100, 100, 0])
    }

    @Test func `no script and no field of the text's own gets into a quiz`() async throws {
        let lesson = #"""
            # Two

            ```{swift}
            let y = 1.5
            ```

            ::: {#exr-one}
            Give [_._](answer:y) {1:NUMERICAL:=5} \{2:SA:=x} `{1:NM:=6:0}` $\text{1:NUMERICAL:=7}$ [x](javascript:alert(1))
            ![q](https://example.org/x.png){alt="{1:NUMERICAL:=8}"}
            :::

            """#
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson])
        defer { tool.remove() }
        let exported = try await tool("export", "lessons/a.md", "--to", "moodle", "--output", "out")
        #expect(exported.code == 0, "\(exported.all)")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/moodle.py").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, tool.folder + "/out/a-moodle.xml"],
            output: .string(limit: 1_000_000), error: .string(limit: 100_000))
        let questions = try JSONDecoder().decode([Question].self, from: Data(read.standardOutput.utf8))
        try #require(questions.count == 1)
        #expect(questions[0].fields.map { $0.answers[0].value } == [1.5])
        #expect(!questions[0].text.contains("javascript:"))
        #expect(questions[0].text.contains("&#123;1:NUMERICAL:=5}"))
    }

    @Test func `a lesson that asks nothing makes no quiz`() async throws {
        let tool = try Tool(["lessons/a.md": "# A\n\n::: exercise\nWhy?\n:::\n"])
        defer { tool.remove() }
        let exported = try await tool("export", "lessons/a.md", "--to", "moodle")
        #expect(exported.code == 64 && exported.all.contains("answer:"), "\(exported.all)")
    }
}
