import Foundation
import Subprocess
import Testing

/// Exercises as items of QTI 2.1, read and answered by a reader that is not ours: `Tests/References/qti.py`.
struct QTITests {
    private struct Item: Decodable {
        struct Field: Decodable {
            var name, element: String
            var choices: [String: String]
        }
        struct Outcome: Decodable {
            var score: Double
            var feedback: [String]
        }
        var id, title, text: String
        var most: Double
        var fields: [Field]
        var right, none: Outcome
        var slips: [Outcome]
    }

    private static let lesson = """
        # Two & three

        ```{swift}
        let network = Network(inputs: 2) { Dense(2, weights: [[0.1, 0.2], [0.3, -0.4]], biases: [0.5, 0.6]); Sigmoid() }
        let pass = network.backpropagate([0.7, 0.8], toward: [1, 0], minimizing: .halfSquaredError)
        let values = [0.123456, -2.5]
        ```

        ::: {#exr-one points=6}
        ## A < B

        With $a^{2} < 1$: [_.___](<answer: values[0]>){points=1.5}, [(__, __._)](answer:values){tolerance=0.1 points=1}, and
        *this*: [_.____](<answer: pass.gradient(of: "w1")>).

        | x | y |
        |---|---|
        | 1 | [_.____](<answer: pass["out_o1"]>){choices=4} |

        ::: {.part points=1}
        - a list

        ::: choices
        - [ ] {1:x} ~ 50 % = "a" [no} #1 & <2>]{.feedback}
        - [x] right
        :::
        :::
        :::

        ::: {#exr-two}
        ::: choices
        - [x] a
        - [x] b
        - [ ] c [not c]{.feedback}
        :::
        :::

        """

    @Test func `an independent reader gets the points for right answers, none for others, and a word about slips`() async throws
    {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let exported = try await tool("export", "lessons/a.md", "--to", "qti", "--output", "out")
        #expect(exported.code == 0, "\(exported.all)")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/qti.py").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, tool.folder + "/out/a-qti"], output: .string(limit: 1_000_000),
            error: .string(limit: 100_000))
        try #require(read.terminationStatus.isSuccess, "\(read.standardError)")
        let items = try JSONDecoder().decode([Item].self, from: Data(read.standardOutput.utf8))
        try #require(items.map(\.id) == ["exr-one", "exr-two"])
        let one = items[0]
        #expect(one.title == "Exercise 1: A < B" && one.text.contains("\\(a^{2} < 1\\)"))
        #expect(one.fields.map(\.name) == ["BLANK_1_1", "BLANK_2_1", "BLANK_2_2", "BLANK_3_1", "BLANK_4_1", "CHOICE_A"])
        #expect(one.fields.map(\.element).suffix(2) == ["inlineChoiceInteraction", "choiceInteraction"])
        #expect(one.fields[4].choices.count == 4 && one.fields[5].choices["A"]?.contains("{1:x} ~ 50 %") == true)
        #expect(abs(one.most - 6) < 1e-9 && abs(one.right.score - 6) < 1e-9 && one.right.feedback.isEmpty)
        #expect(one.none.score == 0 && one.none.feedback.isEmpty)
        // Slips of the gradient, of the numbers to choose from, and the wrong choice: each says one thing and is worth nothing.
        let said = one.slips.filter { $0.score == 0 }
        #expect(said.count >= 6 && said.allSatisfy { $0.feedback.count == 1 }, "\(one.slips)")
        #expect(said.contains { $0.feedback[0].contains("slope of the activation function left out") })
        #expect(said.contains { $0.feedback == ["no} #1 & <2>"] })
        try await checkCanvas(tool)
        let table = try await tool("export", "lessons/a.md", "--to", "csv", "--output", "out")
        #expect(table.code == 0, "\(table.all)")
        let csv = try #require(tool.text("out/a-questions.csv"))
        #expect(csv.hasPrefix("exercise,question,field,points,answer,value,tolerance,choices,slips\r\n"))
        #expect(
            csv.contains("\r\nexr-one,1,1,1.5,0.123,0.123456,0.0005,,\r\n") && csv.contains("\r\nexr-two,A,1,1,\"A, B\",,,"))
        #expect(csv.contains("left out everywhere") || csv.contains("left out in"), "\(csv)")
        #expect(items[1].right.score == 1 && items[1].slips.map(\.feedback) == [[], [], ["not c"]])
    }

    private struct CanvasItem: Decodable {
        struct Outcome: Decodable {
            var score: Double
            var said: [String]
        }
        var id, title, kind, text: String
        var points: Double
        var choices: [String]
        var number, width: Double?
        var tried: [Outcome]
    }

    /// The same exercises in QTI 1.2, read by `Tests/References/qti12.py`.
    private func checkCanvas(_ tool: Tool) async throws {
        let exported = try await tool("export", "lessons/a.md", "--to", "canvas", "--output", "out")
        #expect(exported.code == 0, "\(exported.all)")
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/qti12.py").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, tool.folder + "/out/a-canvas"], output: .string(limit: 1_000_000),
            error: .string(limit: 100_000))
        try #require(read.terminationStatus.isSuccess, "\(read.standardError)")
        let items = try JSONDecoder().decode([CanvasItem].self, from: Data(read.standardOutput.utf8))
        // The text, its four numbers, the numbers to choose from, the choices; and an exercise that asks one thing.
        try #require(
            items.map(\.id) == [
                "exr-one", "exr-one_BLANK_1_1", "exr-one_BLANK_2_1", "exr-one_BLANK_2_2", "exr-one_BLANK_3_1",
                "exr-one_BLANK_4_1", "exr-one_CHOICE_A", "exr-two_CHOICE_A",
            ])
        #expect(items[0].kind == "text_only_question" && items[0].text.contains("\\(a^{2} < 1\\)"))
        #expect(items[0].text.contains("_____1") && items[0].text.contains("(____, ____)2"))
        #expect(abs(items.dropLast().map(\.points).reduce(0, +) - 6) < 1e-9)
        for item in items.filter({ $0.kind == "numerical_question" }) {
            #expect(item.tried.map(\.score) == [100, 100, 100, 0, 0, 0] && item.title.hasPrefix("Exercise 1: A < B ("))
        }
        #expect(items[1].number == 0.123456 && abs((items[1].width ?? 0) - 0.001) < 1e-9)
        #expect(items[2].width.map { abs($0 - 0.2) < 1e-9 } == true)
        #expect(items[5].choices.count == 4 && items[5].tried.count { $0.score == 100 } == 1)
        #expect(items[5].tried.prefix(4).count { $0.score == 0 && $0.said.count == 1 } == 3)
        #expect(items[6].kind == "multiple_choice_question" && items[6].choices == ["{1:x} ~ 50 % = \"a\"", "right"])
        #expect(items[6].tried[0].said == ["no} #1 & <2>"] && items[6].tried[1].score == 100)
        #expect(items[7].kind == "multiple_answers_question" && items[7].tried.map(\.score) == [0, 0, 0, 0, 0, 100, 0])
    }
}
