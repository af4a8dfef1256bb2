import Foundation
import Testing

/// Every way a lesson can go wrong ends in a clear error at the author's line, with the right exit code and no page written over.
@Suite(.serialized)
struct BadInputTests {
    /// A wrong lesson: its text after a heading, what is said about it, and the exit code.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var place: String
        var message: String
        var code: Int32 = 2

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a type error in a cell",
            text: "# A\n\n```{swift}\nlet x: Int = 1\nlet y: Int = \"two\"\n```\n",
            place: "5:14", message: "cannot convert value of type 'String' to specified type 'Int'"),
        Case(
            name: "a cell that traps",
            text: "# A\n\n```{swift}\nlet xs = [1, 2]\nprint(\"before\")\nprint(xs[xs.count])\n```\n",
            place: "6:9", message: "Index out of range"),
        Case(
            name: "a wrong weight shape",
            text: """
                # A

                ```{swift}
                let net = Network(inputs: 2) {
                    Dense(2, weights: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], bias: 0)
                }
                ```

                """,
            place: "4:18", message: "weights"),
        Case(
            name: "an unclosed fence", text: "# A\n\ntext\n\n```{swift}\nlet x = 1\n", place: "5:1", message: "never closed"),
        Case(
            name: "broken YAML", text: "---\ntitle: [\n---\n\n# A\n", place: "2:9", message: "YAML"),
        Case(
            name: "a claim whose expression doesn't compile",
            text: "# A\n\n```{swift}\nlet x = 0.25\n```\n\nIt is [0.25](claim:xx).\n", place: "7:20",
            message: "cannot find 'xx' in scope"),
        Case(
            name: "a data file that isn't there",
            text: "# A\n\n```{swift}\nlet data = Dataset(contentsOf: \"data/irs.csv\", target: \"y\")\n```\n", place: "4:19",
            message: "there is no text file 'data/irs.csv'"),
        Case(
            name: "a file that isn't there",
            text:
                "# A\n\n```{swift}\nimport Foundation\nlet text = try String(contentsOfFile: \"b.txt\", encoding: .utf8)\n```\n",
            place: "5:12", message: "there is no file 'b.txt'"),
        Case(
            name: "a false claim",
            text: "# A\n\n```{swift}\nlet x = 0.25\n```\n\nIt is [0.26](claim:x).\n", place: "7:8", message: "0.25", code: 1),
        Case(
            name: "a false claim in mathematics",
            text: "# A\n\n```{swift}\nlet x = 0.25\n```\n\n$$ x = \\claim{0.26}{x} $$\n", place: "7:15", message: "0.25",
            code: 1),
        Case(
            name: "a flood of output", text: "# A\n\n```{swift}\nwhile true { print(\"all work and no play\") }\n```\n",
            place: "4:1", message: "MB"),
    ]

    static let good = "# A\n\n```{swift}\nlet x = 0.25\n```\n\nIt is [0.25](claim:x).\n"

    @Test(arguments: cases)
    func `bad input ends in a clear error and leaves the last good page`(bad: Case) async throws {
        let tool = try Tool(["lessons/a.md": Self.good])
        defer { tool.remove() }
        let first = try await tool("build", "lessons", "--output", "site")
        #expect(first.code == 0, "\(first.all)")
        let before = try tool.files(below: "site")
        try tool.write(bad.text, to: "lessons/a.md")
        let run = try await tool("build", "lessons", "--output", "site")
        #expect(run.code == bad.code, "\(run.all)")
        let line = run.output.split(separator: "\n").first { $0.contains(": error: ") } ?? ""
        #expect(line.hasPrefix("lessons/a.md:\(bad.place)"), "\(run.all)")
        #expect(line.contains(bad.message), "\(run.all)")
        #expect(try tool.files(below: "site") == before)
        #expect(!run.all.contains("Fatal error") && !run.all.contains("main.swift"), "\(run.all)")
    }

    @Test(arguments: [
        ["verify", "--no\u{1B}[31mred\u{1B}]0;title\u{7}"], ["verify", "--format", "\u{1B}[2J\n::error::forged"],
        ["\u{9B}31m\n::warning::forged"], ["new", "course", "a", "::stop-commands::x", "##[error]x"],
    ])
    func `a wrong argument commands neither a terminal nor a runner`(arguments: [String]) async throws {
        let tool = try Tool()
        defer { tool.remove() }
        let run = try await tool(arguments)
        #expect(run.code == 64, "\(run.all)")
        #expect(run.errors.contains("lectern"), "\(run.all)")
        #expect(!run.all.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
        #expect(!run.all.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") }, "\(run.all)")
        #expect(!run.all.contains("##["))
    }

    @Test func `a cell that never ends is stopped`() async throws {
        let tool = try Tool([
            "lessons/a.md": "# A\n\n```{swift}\nprint(1)\nwhile true {}\n```\n", "lessons/b.md": Self.good,
        ])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons", "--time-limit", "1")
        #expect(run.code == 2)
        #expect(run.output.contains("lessons/a.md:4:1: error: this cell was still running after 1 s"), "\(run.all)")
        #expect(run.output.contains("lessons/b.md:7:8: right: 0.25 = x"), "\(run.all)")
    }

    @Test func `a lesson that isn't text, isn't there or can't be read is said`() async throws {
        let tool = try Tool(["lessons/introduction.md": "# A\n"])
        defer { tool.remove() }
        let bytes = Data("# B\n\nvoil".utf8) + Data([0xE0, 0x0A])
        try bytes.write(to: URL(filePath: tool.folder + "/lessons/latin.md"))
        try FileManager.default.createDirectory(atPath: tool.folder + "/lessons/folder.md", withIntermediateDirectories: false)
        let run = try await tool("build")
        #expect(run.code == 2)
        #expect(run.output.contains("lessons/latin.md:3:1: error: this is not UTF-8 text"), "\(run.all)")
        #expect(run.output.contains("lessons/folder.md:1:1: error: the lesson can't be read"), "\(run.all)")
        let missing = try await tool("build", "lessons/introdution.md")
        #expect(missing.errors.contains("did you mean lessons/introduction.md?"), "\(missing.all)")
        let empty = try Tool(["lessons/notes.txt": ""])
        defer { empty.remove() }
        #expect(try await empty("build").output.contains("lectern new lesson NAME --course lessons"))
    }

    @Test func `a missing lessons folder is an error that says what to do`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        for command in ["build", "verify", "inspect"] {
            let run = try await tool(command, "nowhere")
            #expect(run.code == 2)
            #expect(run.errors.hasPrefix("nowhere: error: there is no such folder or lesson"), "\(run.all)")
        }
    }

    @Test(arguments: [
        ["--frobnicate"], ["build", "--jobs", "0"], ["build", "--time-limit", "0"], ["build", "--jobs", "x"],
        ["verify", "--format", "xml"], ["explode"],
        ["build", "lessons", "--output", "lessons"], ["build", "--shard", "3/2"], ["new", "lesson", "a/b"],
    ])
    func `a wrong call exits with 64`(arguments: [String]) async throws {
        let tool = try Tool(["lessons/a.md": "# A\n"])
        defer { tool.remove() }
        let run = try await tool(arguments)
        #expect(run.code == 64, "\(run.all)")
        #expect(!run.errors.isEmpty)
    }
}
