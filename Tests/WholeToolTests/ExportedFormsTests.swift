import Foundation
import Subprocess
import Testing

/// Every form of an exercise in every export, read again by readers that are not ours.
struct ExportedFormsTests {
    private static let lesson = """
        # A

        ```{swift}
        let network = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let pass = network.backpropagate([0.83, 2], toward: [1], minimizing: .halfSquaredError)
        let chain = pass.derivation(of: "w1")
        ```

        ::: {#exr-all points=12}
        Somebody has [0.7777](<claim: pass.output[0]> "wrong").

        ```{swift}
        //| output: false
        let (target, output) = (1.0, pass.output[0])
        let delta = /*_*/(output - target) * output * (1 - output)/*_*/
        ```

        ```{swift}
        //| echo: false
        show(network.diagram(asking: ["w2"]))
        ```

        [#.#### · _.____ · #.## = _.____](<answer: chain.factors + [chain.value]>){points=4}

        [[_.__ #.##; #.## _.__]](<answer: [[0.25, 0.5], [0.75, 1.25]]>){points=2 tolerance=0.01}

        [_.____](<answer: pass.gradient(of: "b1")>){choices=4 points=2}

        ::: {.part points=2}
        ::: choices
        - [x] one
        - [ ] two [not two]{.feedback}
        :::
        :::

        ::: {.part points=2}
        ::: choices
        - [x] a
        - [x] b
        - [ ] c
        :::
        :::

        ::: hint
        secret-hint
        :::
        :::

        ::: {#sol-all}
        The output is [0.5037](<claim: pass.output[0]>).
        :::

        """

    /// σ(0.5·0.83 − 0.3·2 + 0.2) = 0.503749…, so its slope is 0.249986 and the product −0.102966; by Python.
    private static let asked = [0.2499859380, -0.1029660976, 0.25, 1.25]

    private static func read(_ script: String, _ path: String) async throws -> Data {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/\(script)").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, path], output: .string(limit: 1_000_000), error: .string(limit: 100_000))
        try #require(read.terminationStatus.isSuccess, "\(read.standardError)")
        return Data(read.standardOutput.utf8)
    }

    private static func exported(_ tool: Tool, _ form: String) async throws {
        let run = try await tool("export", "lessons/a.md", "--to", form, "--output", "out")
        try #require(run.code == 0, "\(run.all)")
    }

    private static func made() throws -> Tool {
        try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson])
    }

    private static func agrees(_ one: [Double], _ other: [Double]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-6 }
    }

    /// Whether the text of a question says neither the key of the blank in code nor the truth of the planted mistake.
    private static func hides(_ text: String) -> Bool {
        !["output - target", "0.5037", "/*_*/"].contains(where: text.contains)
    }

    private struct Cloze: Decodable {
        struct Field: Decodable {
            struct Answer: Decodable {
                var text: String
                var share: Double
                var value, tolerance: Double?
            }
            var weight: Int
            var kind: String
            var answers: [Answer]
        }
        var fields: [Field]
        var text: String
    }

    @Test func `a cloze question of Moodle has every form, and says the numbers that are given`() async throws {
        let tool = try Self.made()
        defer { tool.remove() }
        try await Self.exported(tool, "moodle")
        let questions = try JSONDecoder().decode(
            [Cloze].self, from: try await Self.read("moodle.py", tool.folder + "/out/a-moodle.xml"))
        let question = try #require(questions.first)
        #expect(question.fields.map(\.kind).prefix(4).allSatisfy { $0 == "NUMERICAL" } && question.fields.count == 7)
        #expect(
            question.fields.suffix(3).map(\.kind) == ["MULTICHOICE_V", "MULTICHOICE_VS", "MULTIRESPONSE_S"],
            "\(question.fields)")
        let right = question.fields.prefix(4).compactMap { $0.answers.first { $0.share == 100 }?.value }
        #expect(Self.agrees(right, Self.asked), "\(right)")
        #expect(question.fields[2].answers.first?.tolerance == 0.01 && question.fields[4].answers.count == 4)
        #expect(question.fields.map(\.weight) == [2, 2, 1, 1, 2, 2, 2], "\(question.fields.map(\.weight))")
        #expect(question.text.contains("−0.4963 · … · 0.83 = …"), "\(question.text)")
        #expect(question.text.contains("let delta = ____") && question.text.contains("0.7777") && Self.hides(question.text))
        #expect(question.text.contains("<details class=\"hint\">"))
    }

    private struct Item: Decodable {
        struct Field: Decodable {
            var name, element: String
            var choices: [String: String]
        }
        struct Outcome: Decodable { var score: Double }
        var text: String
        var most: Double
        var fields: [Field]
        var right, none: Outcome
    }

    @Test func `an item of QTI has every form, and says the numbers that are given`() async throws {
        let tool = try Self.made()
        defer { tool.remove() }
        try await Self.exported(tool, "qti")
        let items = try JSONDecoder().decode([Item].self, from: try await Self.read("qti.py", tool.folder + "/out/a-qti"))
        let item = try #require(items.first)
        #expect(item.fields.map(\.element).prefix(4).allSatisfy { $0 == "textEntryInteraction" } && item.fields.count == 7)
        #expect(item.fields[4].choices.count == 4 && item.fields[5].choices.count == 2 && item.fields[6].choices.count == 3)
        #expect(abs(item.most - 12) < 1e-9 && abs(item.right.score - 12) < 1e-9 && item.none.score == 0)
        #expect(item.text.contains("−0.4963 ·") && item.text.contains("· 0.83 ="), "\(item.text)")
        #expect(item.text.contains("let delta = ____") && item.text.contains("0.7777") && Self.hides(item.text))
        #expect(!item.text.contains("secret-hint"))
    }

    private struct CanvasItem: Decodable {
        struct Outcome: Decodable { var score: Double }
        var id, kind, text: String
        var points: Double
        var choices: [String]
        var number, width: Double?
        var tried: [Outcome]
    }

    @Test func `questions of Canvas have every form, and their text says the numbers that are given`() async throws {
        let tool = try Self.made()
        defer { tool.remove() }
        try await Self.exported(tool, "canvas")
        let items = try JSONDecoder().decode(
            [CanvasItem].self, from: try await Self.read("qti12.py", tool.folder + "/out/a-canvas"))
        #expect(
            items.map(\.kind) == ["text_only_question"] + Array(repeating: "numerical_question", count: 4)
                + ["multiple_choice_question", "multiple_choice_question", "multiple_answers_question"], "\(items.map(\.id))")
        #expect(Self.agrees(items.compactMap(\.number), Self.asked), "\(items.compactMap(\.number))")
        #expect(items[3].width.map { abs($0 - 0.02) < 1e-9 } == true && items[5].choices.count == 4)
        #expect(abs(items.map(\.points).reduce(0, +) - 12) < 1e-9)
        #expect(items[0].text.contains("−0.4963 ·") && items[0].text.contains("· 0.83 ="), "\(items[0].text)")
        #expect(items[0].text.contains("let delta = ____") && items[0].text.contains("0.7777") && Self.hides(items[0].text))
    }

    @Test func `the table of questions has a line for each number that is asked, and none for those that are given`()
        async throws
    {
        let tool = try Self.made()
        defer { tool.remove() }
        try await Self.exported(tool, "csv")
        let csv = try #require(tool.text("out/a-questions.csv"))
        let lines = csv.split(separator: "\r\n").map(String.init)
        #expect(
            lines.count == 8 && lines[1].hasPrefix("exr-all,1,1,2,0.2500,") && lines[2].hasPrefix("exr-all,1,2,2,−0.1030,"),
            "\(csv)")
        #expect(
            lines[3].hasPrefix("exr-all,2,1,1,0.25,0.25,0.01,") && lines[4].hasPrefix("exr-all,2,2,1,1.25,1.25,0.01,"), "\(csv)"
        )
    }
}
