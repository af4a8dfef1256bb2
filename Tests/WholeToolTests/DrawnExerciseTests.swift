import Foundation
import Testing

/// The drawn exercises of the course, each run by itself: its cells and its blanks, without the lesson's trainings.
///
/// The keys of the sample come from `Tests/References/exercises.py`, where the numbers are drawn a second time.
struct DrawnExerciseTests {
    private struct Drawn {
        var file: String
        var head: String
        var cell: String
        var label: String
        var text: String
        var answers: [String]
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")

    private static func exercises() throws -> [Drawn] {
        let folder = root.appending(path: "lessons")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().compactMap { file in
            guard file.hasSuffix(".md"), file.split(separator: ".").count == 2 else { return nil }
            let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            guard let cell = source.firstMatch(of: /(?s)```\{swift\}\n\/\/\| label: drawn-.*?\n```\n/) else { return nil }
            let rest = source[cell.range.upperBound...]
            let exercise = try #require(
                rest.firstMatch(of: /(?s)(::: \{#(exr-[\w-]+).*?\n)::: \{#sol-/), "\(file)")
            let notation = try #require(source.firstMatch(of: /(?m)^notation: (\w+)$/), "\(file)")
            let answers = exercise.output.0.matches(of: /\]\(<answer: (.+?)>\)/).map { String($0.output.1) }
            return Drawn(
                file: file, head: "---\nnotation: \(notation.output.1)\n---\n\n# One\n\n", cell: String(cell.output),
                label: String(exercise.output.2), text: String(exercise.output.1), answers: answers)
        }
    }

    @Test func `the sample of every drawn exercise has the key that NumPy computes`() async throws {
        let data = try Data(contentsOf: Self.root.appending(path: "Tests/References/exercises.json"))
        let keys = try JSONDecoder().decode([String: [Double]].self, from: data)
        let exercises = try Self.exercises()
        #expect(exercises.count >= 12)
        var files = ["lessons/course.yml": "title: T\n"]
        for exercise in exercises {
            let key = try #require(keys[exercise.label], "\(exercise.label)")
            let all = "[" + exercise.answers.map { "numbersOf(\($0))" }.joined(separator: ", ") + "].flatMap { $0 }"
            let reader = """
                ```{swift}
                func numbersOf(_ value: Any) -> [Double] {
                    if let list = value as? [Any] { return list.flatMap(numbersOf) }
                    return ((value as? Double) ?? (value as? Int).map(Double.init)).map { [$0] } ?? []
                }
                let keys = \(all)
                ```

                """
            let list = key.map { String(format: "%.10f", $0) }.joined(separator: ", ")
            files["lessons/\(exercise.file)"] = exercise.head + exercise.cell + "\n" + reader + "\n[(\(list))](claim:keys)\n"
        }
        let tool = try Tool(files)
        defer { tool.remove() }
        let run = try await tool("verify", "lessons")
        #expect(run.code == 0, "\(run.all)")
    }

    @Test func `every drawn exercise has numbers for each of thirty students`() async throws {
        let roster = "id,name\n" + (1...30).map { "s\($0),Student \($0)\n" }.joined()
        for exercise in try Self.exercises() {
            let tool = try Tool([
                "lessons/course.yml": "title: T\n", "lessons/a.md": exercise.head + exercise.cell + "\n" + exercise.text,
                "class.csv": roster,
            ])
            defer { tool.remove() }
            let run = try await tool(
                "variants", "lessons/a.md", "--roster", "class.csv", "--salt", "autumn", "--output", "out")
            #expect(run.code == 0 && run.output.hasPrefix("30 handouts"), "\(exercise.file): \(run.all)")
            let key = try #require(tool.text("out/key.csv"))
            #expect(!key.contains("nan") && !key.contains("inf"), "\(exercise.file)")
        }
    }
}
