import Foundation
import Testing

/// One lesson, a class of students, a handout for each.
struct VariantsTests {
    private static let lesson = """
        # One pass

        ```{swift}
        let pass = Exercise.drawn { draw in
            let network = Network(inputs: 2) {
                Dense(2, weights: draw.matrix(2, 2, in: 0.1...0.9), biases: draw.numbers(2, in: -0.5...0.5))
                Sigmoid()
            }
            return network.backpropagate(draw.numbers(2, in: 0.1...1), toward: [1, 0], minimizing: .halfSquaredError)
        }
        ```

        The inputs are `{swift} pass.input`.

        ::: {#exr-pass points=2}
        The outputs are [(_.____, _.____)](answer:pass.output), the loss is [_.____](answer:pass.loss).
        :::

        """

    private static let roster = """
        \u{FEFF}ID;Name
        s1;Ada <script>alert(1)</script>
        =cmd|x;"O'Hara; Bob"
        s3;أمل

        """

    private static func course(_ lesson: String = lesson, roster: String = roster) throws -> Tool {
        try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson, "class.csv": roster])
    }

    private static func make(_ tool: Tool, salt: String = "x", into folder: String = "out") async throws -> Tool.Run {
        try await tool("variants", "lessons/a.md", "--roster", "class.csv", "--salt", salt, "--output", folder)
    }

    @Test func `every student gets other numbers, the key has all, and a second time every byte is the same`() async throws {
        let tool = try Self.course()
        defer { tool.remove() }
        let made = try await Self.make(tool)
        #expect(made.code == 0 && made.output.hasPrefix("3 handouts"), "\(made.all)")
        let key = try #require(tool.text("out/key.csv"))
        let rows = key.split(whereSeparator: \.isNewline).map(String.init)
        #expect(rows.count == 1 + 3 * 3)
        #expect(Set(rows.dropFirst().map { $0.split(separator: ",").suffix(2).joined() }).count == 9)
        // A spreadsheet computes none of it.
        #expect(rows.contains { $0.hasPrefix("'=cmd|x,\"O'Hara; Bob\",") } && !rows.contains { $0.hasPrefix("=") })
        let page = try #require(tool.text("out/handouts/student-s1.html"))
        #expect(page.contains("Ada &lt;script&gt;") && !page.contains("<script>alert"))
        for row in rows.dropFirst() where row.contains("student-s1.html") {
            let answer = String(row.split(separator: ",").suffix(2).first ?? "")
            #expect(answer.count == 6 && !page.contains(answer), "\(row)")
        }
        let again = try await Self.make(tool, into: "again")
        #expect(try again.code == 0 && tool.files(below: "out") == tool.files(below: "again"))
        let salted = try await Self.make(tool, salt: "y", into: "salted")
        #expect(salted.code == 0 && tool.text("salted/key.csv") != key)
    }

    @Test
    func `digits of an answer that stand on a page by chance are drawn again, and an answer that the page says is a leak`()
        async throws
    {
        let met = """
            # A

            ```{swift}
            //| include: false
            let x = Exercise.drawn { draw in draw.choice(of: [1.2346, 2.3457, 3.4568, 4.5679, 5.6781, 6.7892, 7.8913, 8.9124]) }
            ```

            ::: exercise
            One of them is 1.2346. Yours is [_.____](answer:x).
            :::

            """
        let roster = "id\n" + (1...12).map { "s\($0)\n" }.joined()
        let tool = try Self.course(met, roster: roster)
        defer { tool.remove() }
        let made = try await Self.make(tool)
        #expect(made.code == 0 && made.all.contains("drawn again for an answer whose digits stand on the page"), "\(made.all)")
        let key = try #require(tool.text("out/key.csv"))
        #expect(!key.contains("1.2346") && key.contains("2.3457"))
        let again = try await Self.make(tool, into: "again")
        #expect(try again.code == 0 && tool.files(below: "out") == tool.files(below: "again"))

        let said = try Self.course(met.replacing("One of them is 1.2346.", with: "It is `{swift} x`."), roster: roster)
        defer { said.remove() }
        let leaked = try await Self.make(said)
        #expect(leaked.code == 2 && leaked.all.contains("stands in the student edition"), "\(leaked.all)")
        #expect(said.text("out/key.csv") == nil)
    }

    @Test func `a lesson that draws nothing and draws of no use are findings, and there is no key`() async throws {
        let fixed = "# A\n\n```{swift}\nlet x = 1.0 / 7\n```\n\n::: exercise\n[_.____](answer:x)\n:::\n"
        let useless = """
            # A

            ```{swift}
            let x = Exercise.drawn { draw in
                draw.avoid(true, "everything")
                return draw.number(in: 1...2)
            }
            ```

            ::: exercise
            [_._](answer:x)
            :::

            """
        for (lesson, found) in [(fixed, "a.md:1"), (useless, "a.md:4")] {
            let tool = try Self.course(lesson)
            defer { tool.remove() }
            let made = try await Self.make(tool)
            #expect(made.code == 2 && made.all.contains(found), "\(made.all)")
            #expect(tool.text("out/key.csv") == nil)
        }
    }

    @Test(arguments: [
        ("id\na\nA\n", "class.csv:3:1"), ("name\nx\n", "class.csv:1:1"), ("id,name\n,x\n", "class.csv:2:1"),
        ("", "class.csv:1"),
        ("id\n\"a\n", "class.csv:2:1"), ("id,name\na,\u{202E}x\n", "class.csv:2:1"),
        ("many", "more than 20000"),
    ])
    func `a roster that can't be read is a finding at its place, before anything runs`(
        roster: String, found: String
    ) async throws {
        let tool = try Self.course(roster: roster == "many" ? "id\n" + (0...20_001).map { "s\($0)\n" }.joined() : roster)
        defer { tool.remove() }
        let made = try await Self.make(tool)
        #expect(made.code == 2 && made.all.contains(found), "\(made.all)")
        #expect(tool.text("out/key.csv") == nil)
    }

    @Test func `a trial says the range of each answer, what was drawn again and what can be guessed, and writes nothing`()
        async throws
    {
        let lesson = """
            # A

            ```{swift}
            let (x, y) = Exercise.drawn { draw in
                let x = draw.number(in: 1...9, decimals: 0)
                draw.avoid(x == 5, "a five")
                return (x, draw.number(in: 0.1...0.9, decimals: 3))
            }
            let pass = Network(inputs: 1) { Dense(1, weights: [[y]], biases: [0.5]); Sigmoid() }
                .backpropagate([x / 10], toward: [1], minimizing: .halfSquaredError)
            ```

            ::: {#exr-a}
            [_](answer:x){digits=0} [__](answer:x){digits=0} [_.____](answer:pass.loss) [_.____](<answer: pass["out_o1"]>){choices=4}
            :::

            """
        let tool = try Self.course(lesson.replacing("[_](answer:x){digits=0} ", with: ""))
        defer { tool.remove() }
        let before = try tool.files(below: ".")
        let run = try await tool("variants", "lessons/a.md", "--stress", "60")
        #expect(run.code == 0 && run.output.hasPrefix("60 variants in "), "\(run.all)")
        #expect(run.output.contains("exr-a 1: 1.000 to 9.000, 8 different\n  guessable: “"), "\(run.all)")
        #expect(run.output.contains("× for a five") && run.output.contains("exr-a 2: 0.0"), "\(run.all)")
        #expect(run.output.contains("exr-a 3: ") && run.output.contains(" different\n"), "\(run.all)")
        #expect(try tool.files(below: ".") == before)
        let again = try await tool("variants", "lessons/a.md", "--stress", "60")
        func withoutTime(_ text: String) -> String { text.split(separator: "\n").dropFirst().joined(separator: "\n") }
        #expect(withoutTime(again.output) == withoutTime(run.output))
        for wrong in [["--stress", "1"], ["--roster", "class.csv"], []] {
            let run = try await tool(["variants", "lessons/a.md"] + wrong)
            #expect(run.code == 64 && run.all.contains("--stress"), "\(run.all)")
        }
    }

    @Test func `the parts that several machines make are, joined, what one machine makes`() async throws {
        let tool = try Self.course()
        defer { tool.remove() }
        let whole = try await Self.make(tool)
        #expect(whole.code == 0, "\(whole.all)")
        let call = ["variants", "lessons/a.md", "--roster", "class.csv", "--salt", "x", "--output", "parts"]
        let first = try await tool(call + ["--shard", "1/2"])
        #expect(first.code == 0 && first.output.contains("2 handouts and part 1 of 2 of their key"), "\(first.all)")
        #expect(tool.text("parts/key.csv") == nil)
        let early = try await tool(call + ["--join"])
        #expect(early.code == 2 && early.all.contains("key-2-of-2.json") && early.all.contains("--shard 2/2"), "\(early.all)")
        let second = try await tool(call + ["--shard", "2/2"])
        #expect(second.code == 0 && second.output.hasPrefix("1 handout and part 2 of 2"), "\(second.all)")
        let joined = try await tool(call + ["--join"])
        #expect(joined.code == 0 && joined.output.hasPrefix("the key to 3 handouts"), "\(joined.all)")
        var files = try tool.files(below: "parts")
        for part in ["key-1-of-2.json", "key-2-of-2.json"] { #expect(files.removeValue(forKey: part) != nil) }
        #expect(try files == tool.files(below: "out"))
        // A student who came later is missed, by the part that should have had them.
        try tool.write(Self.roster + "s4;Zoe\n", to: "class.csv")
        let late = try await tool(call + ["--join"])
        #expect(late.code == 2 && late.all.contains("s4") && late.all.contains("--shard 2/2"), "\(late.all)")
        let none = try await tool(call + ["--shard", "5/9"])
        #expect(none.code == 2 && none.all.contains("no student belongs to this part"), "\(none.all)")
    }

    @Test func `students with the same answers are named, and a trial says what to draw otherwise`() async throws {
        let lesson = Self.lesson.replacing(
            "draw.matrix(2, 2, in: 0.1...0.9), biases: draw.numbers(2, in: -0.5...0.5)",
            with: "[[draw.choice(of: [0.2, 0.4]), 0.1], [0.3, 0.4]], biases: [0.1, 0.2]"
        ).replacing("draw.numbers(2, in: 0.1...1)", with: "[0.5, 0.6]")
        let tool = try Self.course(lesson, roster: "id\na\nb\nc\n")
        defer { tool.remove() }
        let made = try await Self.make(tool, salt: "q")
        #expect(made.code == 0 && made.output.contains("the same answers: a, c\n"), "\(made.all)")
        #expect(made.output.contains("another --salt"), "\(made.all)")
        let tried = try await tool("variants", "lessons/a.md", "--stress", "20")
        #expect(tried.code == 0 && tried.output.contains("; 18 of them have all answers of another one\n"), "\(tried.all)")
        #expect(tried.output.contains("those of 1") && tried.output.contains("draw from more numbers"), "\(tried.all)")
    }
}
