import Foundation
import Subprocess
import SystemPackage
import Testing

/// A lesson in other forms.
@Suite(.serialized)
struct ExportTests {
    private static let lesson = """
        ---
        title: One neuron
        digits: 4
        ---

        A *neuron* answers.

        ```{swift}
        struct Line { var x = 0.25 }
        extension Line { var doubled: Double { 2 * x } }
        ```

        ```{swift}
        let net = Network(inputs: 1) { Dense(1, weights: [[0.5]], bias: 0.1); Sigmoid() }
        let pass = net.backpropagate([1], toward: [1], minimizing: .halfSquaredError)
        print("doubled", Line().doubled)
        show(Table(columns: [.init(.text("out"), .trailing)], rows: [[.number(pass.output[0], nil)]]))
        plot([1, 0.5, 0.25])
        ```

        It answers [0.6457](claim:pass.output[0]), so the error is `{swift} pass.loss`.

        """

    @Test func `a notebook holds text, code and outputs in order`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let run = try await tool("export", "lessons/a.md", "--to", "ipynb")
        #expect(run.code == 0, "\(run.all)")
        let text = try #require(tool.text("export/a.ipynb"))
        let form = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(form["nbformat"] as? Int == 4)
        let cells = try #require(form["cells"] as? [[String: Any]])
        #expect(cells.compactMap { $0["cell_type"] as? String } == ["markdown", "markdown", "code", "code", "markdown"])
        #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
        let outputs = try #require(cells[3]["outputs"] as? [[String: Any]])
        #expect(outputs.compactMap { $0["output_type"] as? String } == ["stream", "display_data", "display_data"])
        #expect(outputs[0]["text"] as? String == "doubled 0.5\n")
        #expect((outputs[1]["data"] as? [String: String])?["text/plain"] == "   out\n0.6457")
        #expect((outputs[2]["data"] as? [String: String])?["image/svg+xml"]?.contains("<svg") == true)
        #expect((cells[4]["source"] as? String)?.hasPrefix("It answers 0.6457, so the error is 0.0628") == true)
    }

    @Test func `plain Markdown is what a build writes, and finds its figures`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson])
        defer { tool.remove() }
        #expect(try await tool("build").code == 0)
        #expect(try await tool("export", "lessons/a.md", "--to", "md", "--output", "plain").code == 0)
        #expect(tool.text("plain/a.md") == tool.text("output/a.md"))
        #expect(tool.text("plain/a.md")?.contains("(a/cell-2.svg)") == true)
        #expect(tool.text("plain/a/cell-2.svg")?.contains("<svg") == true)
    }

    @Test func `a Swift package prints the same numbers`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson])
        defer { tool.remove() }
        let run = try await tool("export", "lessons/a.md", "--to", "swift")
        #expect(run.code == 0, "\(run.all)")
        let package = tool.folder + "/export/a-package"
        #expect(FileManager.default.fileExists(atPath: package + "/Package.swift"))
        #expect(FileManager.default.fileExists(atPath: package + "/Sources/Networks/Layers"))
        // The engine is compiled already: a package of its own would take a minute for the same.
        let built = URL(filePath: Tool.path).deletingLastPathComponent().path()
        let compiled = try await Subprocess.run(
            .name("swiftc"),
            arguments: [
                "-Onone", "-swift-version", "5", "-I", built + "/Modules", "-L", built, "-lLecternRuntime", "-Xlinker",
                "-rpath", "-Xlinker", built, "-Xcc", "-fmodule-map-file=\(built)/CArithmetic.build/module.modulemap",
                "-o", package + "/lesson", package + "/Sources/Lesson/main.swift", package + "/Sources/Lesson/lesson.swift",
            ], output: .string(limit: 1 << 20), error: .combinedWithOutput)
        #expect(compiled.terminationStatus.isSuccess, "\(compiled.standardOutput)")
        let printed = try await Subprocess.run(
            .path(FilePath(package + "/lesson")), output: .string(limit: 1 << 20), error: .discarded)
        #expect(printed.standardOutput.contains("doubled 0.5\n   out\n0.6457\n["))
        #expect(printed.standardOutput.hasSuffix("pass.output[0] = 0.6457, written 0.6457\npass.loss = 0.0628\n"))
    }

    @Test func `what can't be exported is said`() async throws {
        let tool = try Tool(["lessons/a.md": "```{swift}\nlet x: Int = \"a\"\n```\n", "lessons/b.md": "# B\n"])
        defer { tool.remove() }
        let broken = try await tool("export", "lessons/a.md", "--to", "md")
        #expect(broken.code == 2)
        #expect(broken.output.contains("lessons/a.md:2:14: error: cannot convert value"))
        #expect(try await tool("export", "lessons", "--to", "md").code == 64)
        let over = try await tool("export", "lessons/b.md", "--to", "md", "--output", "lessons")
        #expect(over.code == 64)
        #expect(over.errors.contains("overwrite"))
        #expect(tool.text("lessons/b.md") == "# B\n")
    }
}
