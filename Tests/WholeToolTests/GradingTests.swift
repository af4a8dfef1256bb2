import Foundation
import Subprocess
import Testing

/// A class's answers, marked by the key of its variants.
struct GradingTests {
    private static let lesson = """
        # One pass

        ```{swift}
        let pass = Exercise.drawn { draw in
            let network = Network(inputs: 2) {
                Dense(2, weights: draw.matrix(2, 2, in: 0.1...0.9, decimals: 2), biases: draw.numbers(2, in: -0.5...0.5))
                Sigmoid()
                Dense(2, weights: draw.matrix(2, 2, in: -0.9...0.9, decimals: 2), biases: draw.numbers(2, in: -0.5...0.5))
                Sigmoid()
            }
            return network.backpropagate(
                draw.numbers(2, in: 0.2...1), toward: draw.numbers(2, in: 0.1...0.9), minimizing: .halfSquaredError)
        }
        let next = pass.network.updated(along: pass, by: .gradientDescent(rate: 0.5))
        let after = next.backpropagate(pass.input, toward: pass.target, minimizing: .halfSquaredError)
        let outputs = [pass["out_h1"], pass["out_h2"], pass["out_o1"], pass["out_o2"]]
        let deltas = ["net_o1", "net_o2", "net_h1", "net_h2"].map { pass.gradient(of: $0) }
        ```

        ::: {#exr-pass points=11}
        The outputs are [(_.____, _.____, _.____, _.____)](answer:outputs){points=4}, the error is [_.____](answer:pass.loss).
        The deltas are [(_.____, _.____, _.____, _.____)](answer:deltas){points=4}, the gradient of the first weight is
        [_.____](<answer: pass.gradient(of: "w1")>), and after a step with the rate 0.5 it is [_.____](answer:after["w1"]).
        :::

        """

    private struct Graded: Decodable {
        struct Student: Decodable {
            struct Answer: Decodable {
                struct Slip: Decodable {
                    var cause: String
                    var words: String
                }
                var item, given, key, verdict: String
                var points: Double
                var slip: Slip?
            }
            var id: String
            var points: Double?
            var answers: [Answer]?
        }
        var students: [Student]
    }

    private struct Truth: Decodable {
        var slip: String?
        var causes: [String]
        var touched: [Bool]
        var shown: [Bool]
    }

    private static func made(_ students: Int) async throws -> Tool {
        let roster = "id,name\n" + (1...students).map { "s\($0),Name \($0)\n" }.joined()
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson, "class.csv": roster])
        let made = try await tool("variants", "lessons/a.md", "--roster", "class.csv", "--salt", "x", "--output", "out")
        try #require(made.code == 0, "\(made.all)")
        return tool
    }

    private static func graded(_ tool: Tool, _ file: String = "answers.csv") async throws -> Graded {
        let run = try await tool("grade", file, "--key", "out", "--format", "json")
        try #require(run.code == 0, "\(run.all)")
        return try JSONDecoder().decode(Graded.self, from: Data(run.output.utf8))
    }

    /// One class's sheets, marked, beside what was done on each; they come from `answer_sheets.py`, which computes every number
    /// itself.
    private struct Counts {
        var (right, slips, named, misnamed) = (0, 0, 0, 0)
        var missed: [String: Int] = [:]
    }

    private static func counts(of tool: Tool, seed: Int) async throws -> Counts {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/answer_sheets.py")
            .path()
        let sheets = try await Subprocess.run(
            .name("python3"),
            arguments: [
                script, tool.folder + "/out/key.json", "\(seed)", tool.folder + "/answers.csv", tool.folder + "/truth.json",
            ],
            output: .string(limit: 100_000), error: .string(limit: 100_000))
        try #require(sheets.terminationStatus.isSuccess, "\(sheets.standardError)")
        let truth = try JSONDecoder().decode([String: Truth].self, from: Data((tool.text("truth.json") ?? "").utf8))
        var counts = Counts()
        for student in try await graded(tool).students {
            let (made, answers) = (try #require(truth[student.id]), try #require(student.answers))
            guard let slip = made.slip else {
                counts.right += 1
                #expect(answers.allSatisfy { $0.verdict == "right" || $0.verdict == "rounded" }, "\(student)")
                #expect(answers.allSatisfy { $0.slip == nil } && abs((student.points ?? 0) - 11) < 1e-9)
                continue
            }
            // What doesn't show beyond the rounding by hand can't be told.
            guard made.shown.contains(true), let first = made.touched.firstIndex(of: true) else { continue }
            counts.slips += 1
            #expect(
                answers[..<first].allSatisfy { $0.verdict == "right" || $0.verdict == "rounded" },
                "\(slip) \(answers)")
            let said = answers.compactMap(\.slip)
            // Of one layer nobody is told that it was done everywhere.
            let isOfOneLayer = slip.hasPrefix("slope left out in")
            let isFalse = said.contains {
                !made.causes.contains($0.cause) || isOfOneLayer && $0.words.contains("everywhere")
            }
            if isFalse {
                counts.misnamed += 1
                print("misnamed:", seed, student.id, slip, said.map(\.words))
            } else if said.isEmpty {
                counts.missed[slip, default: 0] += 1
            } else {
                counts.named += 1
            }
        }
        return counts
    }

    @Test func `of made-up classes right answers are right, slips are named, and hardly one is named wrongly`() async throws {
        let tool = try await Self.made(200)
        defer { tool.remove() }
        var (slips, misnamed) = (0, 0)
        // More of them, 20 say, on request: each seed is a class of its own.
        let seeds = ProcessInfo.processInfo.environment["LECTERN_SEEDS"].flatMap(Int.init) ?? 5
        for seed in 1...max(1, seeds) {
            let counts = try await Self.counts(of: tool, seed: seed)
            print("seed \(seed): \(counts)")
            #expect(counts.right > 60 && counts.slips > 100)
            #expect(Double(counts.named) >= 0.9 * Double(counts.slips), "seed \(seed): \(counts)")
            #expect(Double(counts.misnamed) <= 0.01 * Double(counts.slips), "seed \(seed): \(counts)")
            slips += counts.slips
            misnamed += counts.misnamed
        }
        print("\(slips) slips, \(misnamed) named wrongly")
        #expect(Double(misnamed) <= 0.002 * Double(slips), "\(misnamed) of \(slips)")

        // 0.0006 with its digits swapped is 0.0060, and so is it with its point moved: nobody knows which was done.
        let key = try #require(tool.text("out/key.csv"))
        var questions: [String] = []
        var tenfold: [(id: String, question: String, text: String)] = []
        for line in key.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let text = fields[7].replacing("\u{2212}", with: "-")
            guard text.contains(/^-?0\.0+[1-9]0*$/), let value = Double(text) else { continue }
            tenfold.append((fields[0], "\(fields[5]).\(fields[6])", String(format: "%.4f", 10 * value)))
            if !questions.contains(tenfold[tenfold.count - 1].question) {
                questions.append(tenfold[tenfold.count - 1].question)
            }
        }
        try #require(!tenfold.isEmpty)
        // Where a student has several of these, the later one may follow from the earlier.
        let rows = tenfold.map { "\($0.id),exr-pass,\($0.question.replacing(".", with: ",")),\($0.text)\n" }
        try tool.write("id,exercise,question,field,answer\n" + rows.joined(), to: "tenfold.csv")
        let answers = try await Self.graded(tool, "tenfold.csv").students.flatMap { $0.answers ?? [] }.filter {
            !$0.given.isEmpty
        }
        #expect(answers.count == tenfold.count && answers.allSatisfy { $0.slip == nil && $0.verdict != "right" }, "\(answers)")
    }

    @Test func `what Moodle, Canvas, a list and a spreadsheet export is marked alike`() async throws {
        let tool = try await Self.made(3)
        defer { tool.remove() }
        let key = try #require(tool.text("out/key.csv"))
        var texts: [String: [String]] = [:]
        for line in key.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            texts[fields[0], default: []].append(fields[7])
        }
        let ids = ["s1", "s2", "s3"]
        func rows(_ header: String, _ row: (String, [String]) -> String) -> String {
            ([header] + ids.map { row($0, texts[$0] ?? []) }).joined(separator: "\n") + "\n"
        }
        let questions = ["1.1", "1.2", "1.3", "1.4", "2", "3.1", "3.2", "3.3", "3.4", "4", "5"]
        let tables = [
            "sheet": rows("id;" + questions.map { "exr-pass \($0)" }.joined(separator: ";")) { id, texts in
                id + ";" + texts.map { $0.replacing(".", with: ",") }.joined(separator: ";")
            },
            "blanks": rows("Name,ID number,1,2,3,4,5") { id, texts in
                "x,\(id),\"(\(texts[..<4].joined(separator: "; ")))\",\(texts[4]),"
                    + "\"\(texts[5..<9].joined(separator: " "))\",\(texts[9]),\(texts[10])"
            },
            "moodle": rows("Surname,\"First name\",\"ID number\",State,Grade/10.00,\"Response 1\"") { id, texts in
                "A,B,\(id),Finished,10.00,\"\(texts.enumerated().map { "part \($0 + 1): \($1)" }.joined(separator: "; "))\""
            },
            "canvas": rows("name,id,sis_id,section,submitted,attempt,\"4711: One pass\",11.0,score") { id, texts in
                "A B,99,\(id),S,2026-11-29,1,\"\(texts.joined(separator: ","))\",11.0,11"
            },
            "list": "id,exercise,question,field,answer\n"
                + ids.map { id in
                    zip(questions, texts[id] ?? []).map { question, text in
                        let parts = question.split(separator: ".")
                        return "\(id),exr-pass,\(parts[0]),\(parts.count > 1 ? parts[1] : "1"),\(text)\n"
                    }.joined()
                }.joined(),
        ]
        for (name, table) in tables {
            try tool.write(table, to: name + ".csv")
            let students = try await Self.graded(tool, name + ".csv").students
            #expect(students.allSatisfy { abs(($0.points ?? 0) - 11) < 1e-9 }, "\(name) \(students)")
        }
    }

    @Test func `a wrong number that is carried on rightly costs its own points alone, and pages say so`() async throws {
        let tool = try await Self.made(1)
        defer { tool.remove() }
        let key = try #require(tool.text("out/key.csv"))
        let fields = key.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var written = fields.map { $0[7] }
        let exact = fields.compactMap { Double($0[8]) }
        try #require(exact.count == 11)
        // ∂E/∂w1 = δ_h1 · x1, and w1 − ½ ∂E/∂w1: on from a δ_h1 of one's own.
        func rounded(_ number: Double) -> (text: String, value: Double) {
            let text = String(format: "%.4f", number)
            return (text, Double(text) ?? .nan)
        }
        let own = rounded(exact[7] + 0.05)
        let gradient = rounded(own.value * exact[9] / exact[7])
        let step = rounded(exact[10] + 0.5 * exact[9] - 0.5 * gradient.value)
        (written[7], written[9], written[10]) = (own.text, gradient.text, step.text)
        written[0] = ""
        written[1] = "about half"
        let header = ["1.1", "1.2", "1.3", "1.4", "2", "3.1", "3.2", "3.3", "3.4", "4", "5"].joined(separator: ",")
        try tool.write("id,\(header)\ns1,\(written.joined(separator: ","))\n", to: "answers.csv")
        let graded = try await Self.graded(tool)
        let verdicts = try #require(graded.students[0].answers).map(\.verdict)
        #expect(
            verdicts == [
                "missing", "unreadable", "right", "right", "right", "right", "right", "wrong", "right", "carried", "carried",
            ],
            "\(graded)")
        #expect(graded.students[0].points.map { abs($0 - 8) < 1e-9 } == true)
        let run = try await tool("grade", "answers.csv", "--key", "out/key.json", "--output", "marks")
        #expect(run.code == 0 && run.output.contains("1 of 1 answer sheets; on average 8 of 11 points"), "\(run.all)")
        let page = try #require(tool.text("marks/students/student-s1.html"))
        #expect(page.contains("follows from an earlier mistake") && page.contains("8 / 11 points"))
        let grades = try #require(tool.text("marks/grades.csv"))
        #expect(grades.contains("s1,Name 1,8,11,0,0,1,1,1,1,1,0,1,1,1"), "\(grades)")
        #expect(tool.text("marks/marks.csv")?.contains("carried") == true && tool.text("marks/grades.html") != nil)
        let again = try await tool("grade", "answers.csv", "--key", "out", "--output", "again")
        #expect(try again.code == 0 && tool.files(below: "marks") == tool.files(below: "again"))
    }

    @Test(arguments: [
        ("id,nothing\ns1,0.5\n", "answers.csv:1:1"), ("name,1.1\nx,0.5\n", "answers.csv:1:1"), ("", "answers.csv:1"),
        ("id,2\ns1,0.5\ns1,0.6\n", "answers.csv:3:1"),
        ("id,exercise,question,answer\ns1,exr-pass,2,1\ns1,exr-pass,2,2\n", "answers.csv:3:1"),
    ])
    func `a table that can't be marked is a finding at its place`(table: String, found: String) async throws {
        let tool = try await Self.made(1)
        defer { tool.remove() }
        try tool.write(table, to: "answers.csv")
        let run = try await tool("grade", "answers.csv", "--key", "out")
        #expect(run.code == 2 && run.all.contains(found), "\(run.all)")
        try tool.write("{}", to: "broken.json")
        let broken = try await tool("grade", "answers.csv", "--key", "broken.json")
        #expect(broken.code == 2 && broken.all.contains("broken.json:1"), "\(broken.all)")
    }
}
