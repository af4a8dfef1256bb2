import Foundation
import Testing

/// Exercises that give a part and ask for the rest: factors of a derivation, lines of a program.
struct ExerciseFormsTests {
    private static let lesson = """
        # A

        ```{swift}
        let network = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2); Sigmoid() }
        let pass = network.backpropagate([0.83, 2], toward: [1], minimizing: .halfSquaredError)
        let chain = pass.derivation(of: "w1")
        ```

        ::: {#exr-chain points=4}
        ```{swift}
        //| echo: false
        show(pass.derivation(of: "w1", detail: .symbols))
        ```

        [#.#### · _.____ · #.## = _.____](<answer: chain.factors + [chain.value]>)

        ```{swift}
        //| output: false
        let (target, output, net) = (1.0, pass.output[0], 0.0)
        let delta = /*_*/(output - target) * output * (1 - output)/*_*/ + net
        ```
        :::

        ::: {#sol-chain}
        The derivative is `{swift} chain.value`.
        :::

        """

    @Test func `a derivation with blanks gives some factors and asks for the others, in every edition, export and key`()
        async throws
    {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(built.code == 0, "\(built.all)")
        // σ(0.5·0.83 − 0.3·2 + 0.2) = 0.5037, so the factors are 0.5037 − 1, 0.5037·0.4963 and 0.83; NumPy has the same digits.
        let page = try #require(tool.text("site/student/a.html"))
        #expect(page.contains("−0.4963 · <span class=\"field\"") && page.contains("· 0.83 = <span class=\"field\""))
        #expect(page.ranges(of: "<span class=\"field\"").count == 2 && !page.contains("0.2500") && !page.contains("0.1030"))
        let solved = try #require(tool.text("site/solutions/a.html"))
        #expect(solved.contains("−0.4963 · 0.2500 · 0.83 = −0.1030"), "\(solved)")
        let moodle = try await tool("export", "lessons/a.md", "--to", "moodle", "--output", "out")
        #expect(moodle.code == 0, "\(moodle.all)")
        let quiz = try #require(tool.text("out/a-moodle.xml"))
        #expect(quiz.ranges(of: ":NUMERICAL:").count == 2 && quiz.contains("−0.4963 · {"))
        let table = try await tool("export", "lessons/a.md", "--to", "csv", "--output", "out")
        #expect(table.code == 0)
        let csv = try #require(tool.text("out/a-questions.csv"))
        #expect(csv.contains("\r\nexr-chain,1,1,2,0.2500,") && csv.contains("\r\nexr-chain,1,2,2,−0.1030,"), "\(csv)")
    }

    @Test func `a blank in code runs with its key, and only students see room to write`() async throws {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(built.code == 0, "\(built.all)")
        for (name, bytes) in try tool.files(below: "site/student") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("/*_*/") && !text.contains("(output - target)") && !text.contains("- output)"), "\(name)")
        }
        #expect(try #require(tool.text("site/student/a.md")).contains("let delta = \(String(repeating: "_", count: 16)) + net"))
        #expect(
            try #require(tool.text("site/solutions/a.md")).contains(
                "let delta = (output - target) * output * (1 - output) + net"))
        // Somewhere else in the lesson the key is a leak.
        try tool.write(Self.lesson + "\nWrite `(output - target) * output * (1 - output)` there.\n", to: "lessons/a.md")
        let leaking = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(leaking.code == 2 && leaking.all.contains("in the student edition, at a."), "\(leaking.all)")
    }

    @Test(arguments: [
        ("let a = /*_*/1", "open-code-blank", "doesn't close"),
        ("let a = /*_*/1/*_*/", "blank-outside-exercise", "::: exercise"),
    ]) func `a code blank that isn't closed or asks nothing is an error at its cell`(
        code: String, name: String, advice: String
    ) async throws {
        let tool = try Tool(["lessons/a.md": "# A\n\n```{swift}\n\(code)\n```\n"])
        defer { tool.remove() }
        let built = try await tool("verify", "lessons")
        #expect(built.code == 2 && built.all.contains("lessons/a.md:4:1") && built.all.contains(advice), "\(built.all)")
    }

    @Test func `a drawing that asks for names has them nowhere, and a name that isn't in it is an error at the call`()
        async throws
    {
        let lesson = """
            # A

            ```{swift}
            //| echo: false
            let network = Network(inputs: 2) { Dense(2, weights: [[0.11, 0.12], [0.13, 0.14]], biases: [0, 0]); Sigmoid() }
            show(network.diagram(asking: ["w4", "w1"]))
            ```

            """
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        for (name, bytes) in try tool.files(below: "site") where name.hasPrefix("a") && !name.hasPrefix("assets") {
            let text = String(decoding: bytes, as: UTF8.self)
            for label in ["w4", "w1", "w₄", "w₁"] { #expect(!text.contains(label), "\(label) in \(name)") }
        }
        let page = try #require(tool.text("site/a.html"))
        #expect(page.contains("(1) = 0.14") && page.contains("(2) = 0.11") && page.contains("w2 = 0.12"))
        try tool.write(lesson.replacing("w1", with: "w9"), to: "lessons/a.md")
        let wrong = try await tool("verify", "lessons")
        #expect(
            wrong.code == 2 && wrong.all.contains("lessons/a.md:6:") && wrong.all.contains("no weight called “w9”"),
            "\(wrong.all)")
    }

    @Test func `one drawing asks students for names and tells them where the answers are`() async throws {
        let lesson = """
            # A

            ::: {#exr-names points=2}
            ```{swift}
            //| echo: false
            let network = Network(inputs: 2) { Dense(2, weights: [[0.11, 0.12], [0.13, 0.14]], biases: [0, 0]); Sigmoid() }
            show(network.diagram(asking: ["w4", "w1"]))
            ```

            What are they called?
            :::

            """
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": lesson])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(built.code == 0, "\(built.all)")
        func files(_ edition: String) throws -> [(name: String, text: String)] {
            try tool.files(below: "site/" + edition).filter { $0.key.hasPrefix("a") && !$0.key.hasPrefix("assets/") }
                .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
        }
        let student = try files("student")
        #expect(student.count >= 3 && student.contains { $0.name.hasSuffix(".svg") })
        for (name, text) in student {
            for label in ["w4", "w1", "w₄", "w₁"] { #expect(!text.contains(label), "\(label) in \(name)") }
        }
        for edition in ["solutions", "instructor"] {
            let page = try #require(tool.text("site/\(edition)/a.html"))
            #expect(page.contains("w4 = 0.14") && page.contains("w1 = 0.11") && !page.contains("(1) = 0.14"), "\(edition)")
            #expect(try #require(tool.text("site/\(edition)/a.md")).contains("w4 = 0.14"))
            // One drawing, not two.
            #expect(page.ranges(of: "<svg").count == 1, "\(edition)")
        }
        let alone = try await tool("build", "lessons", "--output", "alone")
        #expect(alone.code == 0, "\(alone.all)")
        let page = try #require(tool.text("alone/a.html"))
        #expect(page.contains("(1) = 0.14") && !page.contains("w4 = 0.14"))
        #expect(page.contains("In the drawing: (1) <code>w4</code> (2) <code>w1</code>"), "\(page)")
        #expect(page.ranges(of: "solution answers").count == 1)
    }
}
