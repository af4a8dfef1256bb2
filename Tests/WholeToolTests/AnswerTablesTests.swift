import Foundation
import Testing

/// Answers as course systems and spreadsheets really write them: the exercise gives a part of a derivation and asks for the rest,
/// several choices, and numbers to choose from.
struct AnswerTablesTests {
    private static let lesson = """
        # A

        ```{swift}
        let pass = Exercise.drawn { draw in
            Network(inputs: 2) { Dense(1, weights: draw.matrix(1, 2, in: 0.2...0.9), bias: 0.3); Sigmoid() }.backpropagate(
                draw.numbers(2, in: 0.3...0.9), toward: [1], minimizing: .halfSquaredError)
        }
        let chain = pass.derivation(of: "w1")
        ```

        ::: {#exr-a points=5}
        [#.#### · _.____ · #.## = _.____](<answer: chain.factors + [chain.value]>){points=2}

        ::: {.part points=1}
        ::: choices
        - [x] one, and more
        - [ ] two; or three
        - [x] four
        :::
        :::

        ::: {.part points=2}
        [_.____](<answer: pass.output[0]>){choices=4}
        :::
        :::

        ::: {#exr-b points=1}
        [_.____](answer:pass.loss)
        :::

        """

    private struct Graded: Decodable {
        struct Student: Decodable {
            struct Answer: Decodable { var item, given, verdict: String }
            var id: String
            var points: Double?
            var answers: [Answer]?
        }
        var students: [Student]
    }

    private static func made() async throws -> (tool: Tool, right: [String: [String]]) {
        let tool = try Tool([
            "lessons/course.yml": "title: T\n", "lessons/a.md": lesson, "class.csv": "id,name\ns1,A B\ns2,C D\n",
        ])
        let made = try await tool("variants", "lessons/a.md", "--roster", "class.csv", "--salt", "x", "--output", "out")
        try #require(made.code == 0, "\(made.all)")
        var right: [String: [String]] = [:]
        for line in try #require(tool.text("out/key.csv")).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", maxSplits: 7, omittingEmptySubsequences: false).map(String.init)
            right[fields[0], default: []].append(fields[7])
        }
        return (tool, right)
    }

    /// The texts of the two numbers of the derivation, of the number to choose and of the loss.
    private static func texts(_ right: [String]) -> (slope: String, product: String, letter: String, loss: String) {
        func number(_ text: String) -> String {
            String(text.prefix { $0 != "," }).replacing("\u{2212}", with: "-")
        }
        // Blanks come before choices in a key.
        return (number(right[0]), number(right[1]), number(right[2]), number(right[4]))
    }

    private static func comma(_ text: String) -> String { text.replacing(".", with: ",") }

    private static let forms: [(String, String, @Sendable (String, String, String, String, String) -> String)] = [
        (
            "Moodle, with a mark of the byte order, semicolons, decimal commas and a line break in a field",
            "\u{FEFF}Nachname;Vorname;ID-Nummer;\"ID number\";\"Antwort 1\";\"Antwort 2\"\r\n",
            { id, slope, product, letter, loss in
                "A;B;;\(id);\"Teil 1: \(comma(slope));\nTeil 2: \(comma(product)); Teil 3: one, and more; four; Teil 4: \(letter)\";"
                    + "\"Teil 1: \(comma(loss))\"\r\n"
            }
        ),
        (
            "Moodle, a number by itself", "Username,\"Response 1\",\"Response 2\"\n",
            { id, slope, product, letter, loss in
                "\(id),\"part 1: \(slope); part 2: \(product); part 3: A; C; part 4: \(letter)\",\(loss)\n"
            }
        ),
        (
            "Canvas, a question for each answer",
            "name,id,sis_id,\"11: (1)\",1,\"12: (1)\",1,\"13: (A)\",1,\"14: (2)\",2,\"15: b\",1,score\n",
            { id, slope, product, letter, loss in
                "A B,99,\(id),\(slope),1,\(product),1,\"one\\, and more,four\",1,\(letter),2,\(loss),1,6\n"
            }
        ),
        (
            "Canvas, with the text of an exercise as a question before",
            "name,id,sis_id,\"10: text\",0,\"11: (1)\",1,\"12: (1)\",1,\"13: (A)\",1,\"14: (2)\",2,\"15: b\",1,score\n",
            { id, slope, product, letter, loss in
                "A B,99,\(id),,0,\(slope),1,\(product),1,\"one\\, and more,four\",1,\(letter),2,\(loss),1,6\n"
            }
        ),
        (
            "a spreadsheet that says its separator", "sep=;\r\nid;exr-a 1.1;exr-a 1.2;exr-a A;exr-a 2;exr-b 1\r\n",
            { id, slope, product, letter, loss in
                "\(id);\(comma(slope));\(comma(product));\"A, C\";\(letter);\(comma(loss))\r\n"
            }
        ),
        (
            "a spreadsheet with tabs and a blank's fields in one", "id\texr-a 1\texr-a a\texr-a 2\texr-b 1\n",
            { id, slope, product, letter, loss in "\(id)\t\(slope)  \(product)\ta c\t(\(letter.lowercased()))\t\(loss)\n" }
        ),
    ]

    @Test func `tables of Moodle, Canvas and spreadsheets with all their habits are marked alike`() async throws {
        let (tool, right) = try await Self.made()
        defer { tool.remove() }
        for (name, header, row) in Self.forms {
            var table = header
            for id in ["s1", "s2"] {
                let texts = Self.texts(try #require(right[id]))
                // The second student writes another product.
                let product = id == "s1" ? texts.product : "0.9999"
                table += row(id, texts.slope, product, texts.letter, texts.loss)
            }
            try tool.write(table, to: "answers.csv")
            let run = try await tool("grade", "answers.csv", "--key", "out", "--format", "json")
            try #require(run.code == 0, "\(name): \(run.all)")
            let graded = try JSONDecoder().decode(Graded.self, from: Data(run.output.utf8)).students
            try #require(graded.map(\.id) == ["s1", "s2"], "\(name)")
            #expect(graded[0].points == 6, "\(name): \(graded[0])")
            #expect(graded[1].points == 5, "\(name): \(graded[1])")
            #expect(
                graded[1].answers?.map(\.verdict) == ["right", "wrong", "right", "right", "right"], "\(name): \(graded[1])")
        }
    }

    @Test func `questions of Canvas that don't fit to the key are an error, not a class of wrong answers`() async throws {
        let (tool, _) = try await Self.made()
        defer { tool.remove() }
        try tool.write("name,id,sis_id,\"1: a\",1,\"2: b\",1,\"3: c\",1\nA B,9,s1,0.1,1,0.2,1,0.3,1\n", to: "answers.csv")
        let run = try await tool("grade", "answers.csv", "--key", "out")
        #expect(
            run.code == 2 && run.all.contains("answers.csv:1:1") && run.all.contains("3 questions of Canvas")
                && run.all.contains("2 exercises with 5 answers"), "\(run.all)")
    }

    @Test func `what Moodle's response doesn't name by parts is unreadable, not missing`() async throws {
        let (tool, _) = try await Self.made()
        defer { tool.remove() }
        try tool.write("id,\"Response 1\"\ns1,\"0.5 0.6\"\n", to: "answers.csv")
        let run = try await tool("grade", "answers.csv", "--key", "out", "--format", "json")
        try #require(run.code == 0, "\(run.all)")
        let verdicts = try JSONDecoder().decode(Graded.self, from: Data(run.output.utf8)).students[0].answers?.map(\.verdict)
        #expect(
            verdicts?.prefix(4).allSatisfy { $0 == "unreadable" } == true && verdicts?.last == "missing", "\(verdicts ?? [])")
    }
}
