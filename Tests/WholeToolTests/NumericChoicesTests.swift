import Foundation
import Testing

/// Numbers to choose from, made of an answer and of what slips lead to.
struct NumericChoicesTests {
    private static func lesson(_ blank: String) -> String {
        """
        # One pass

        ```{swift}
        let pass = Exercise.drawn { draw in
            let network = Network(inputs: 2) {
                Dense(2, weights: draw.matrix(2, 2, in: 0.1...0.9), biases: draw.numbers(2, in: 0.1...0.5))
                Sigmoid()
            }
            return network.backpropagate(draw.numbers(2, in: 0.1...0.9), toward: [1, 0], minimizing: .halfSquaredError)
        }
        ```

        ::: {#exr-pass}
        The gradient is \(blank).
        :::

        """
    }

    private static let blank = "[_.____](<answer: pass.gradient(of: \"w1\")>){choices=4}"

    /// The numbers behind (A), (B), …
    private static func options(_ page: String) -> [String] {
        page.matches(of: /\([A-H]\) <span class="offered-number">([−0-9.]+)</).map { String($0.output.1) }
    }

    @Test func `students choose among different numbers in order of size, and instructors see which slip leads to each`()
        async throws
    {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson(Self.blank)])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--edition", "all", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let student = try #require(tool.text("site/student/a.html"))
        let numbers = Self.options(student).compactMap { Double($0.replacing("−", with: "-")) }
        try #require(numbers.count == 4, "\(Self.options(student))")
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 > 0.9e-4 })
        #expect(!student.contains("left out") && !student.contains("the sign turned round") && student.contains("Blank 1"))
        let instructor = try #require(tool.text("site/instructor/a.html"))
        #expect(Self.options(instructor) == Self.options(student))
        #expect(instructor.contains("left out") || instructor.contains("the sign turned round"), "\(instructor)")
    }

    @Test func `a letter is marked, and a wrong one is told its slip`() async throws {
        let tool = try Tool([
            "lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson(Self.blank), "class.csv": "id\ns1\ns2\n",
        ])
        defer { tool.remove() }
        let made = try await tool("variants", "lessons/a.md", "--roster", "class.csv", "--output", "out")
        try #require(made.code == 0, "\(made.all)")
        let rows = try #require(tool.text("out/key.csv")).split(whereSeparator: \.isNewline).dropFirst()
        let letters = rows.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[7]) }
        try #require(letters.count == 2 && letters.allSatisfy { ["A", "B", "C", "D"].contains($0) }, "\(letters)")
        try tool.write("id,1\ns1,\(letters[0].lowercased())\ns2,\(letters[1] == "A" ? "B" : "A")\n", to: "answers.csv")
        let run = try await tool("grade", "answers.csv", "--key", "out", "--output", "marks")
        #expect(run.code == 0 && run.output.contains("2 answers: 1 right,") && run.output.contains("1 wrong"), "\(run.all)")
        let marks = try #require(tool.text("marks/marks.csv")).split(whereSeparator: \.isNewline)
        #expect(marks.count == 3 && marks[1].contains(",right,1,1,,") && marks[2].contains(",wrong,0,1,choice,"), "\(marks)")
    }

    @Test(arguments: [
        ("[_.____](<answer: pass.loss>){choices=9}", "2 to 8"), ("[(__, __)](answer:pass.output){choices=3}", "one field"),
        ("[__](<answer: pass.input.count>){choices=4}", "ask for fewer choices"),
    ])
    func `choices that can't be made are found at the blank`(blank: String, words: String) async throws {
        let tool = try Tool(["lessons/course.yml": "title: T\n", "lessons/a.md": Self.lesson(blank)])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.all.contains("a.md:14:") && built.all.contains(words), "\(built.all)")
    }
}
