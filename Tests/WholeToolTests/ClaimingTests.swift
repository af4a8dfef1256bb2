import Foundation
import Testing

/// Notes without claims are brought under verification.
@Suite(.serialized)
struct ClaimingTests {
    private static let lessons = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../lessons").path()

    /// A lesson's text with its claims turned back into plain numbers.
    private static func plain(_ text: String) -> String {
        text.replacing(/\[([^\]\n]*)\]\((?:<claim:[^>]*>|claim:[A-Za-z0-9_.]*)(?: "[a-z ]+")?\)/) { $0.1 }
            .replacing(/\\claim\{((?:[^{}]|\{[^{}]*\})*)\}\{[^{}]*\}/) { $0.1 }
    }

    @Test(arguments: [("backpropagation-step-by-step", 50), ("forward-pass", 5)])
    func `a lesson of the course gets its claims back, and nothing else changes`(name: String, atLeast: Int) async throws {
        let text = Self.plain(try String(contentsOfFile: Self.lessons + "/\(name).md", encoding: .utf8))
            .replacing(/(?m)^claims: .*\n/, with: "")
        let tool = try Tool(["notes/\(name).md": text.replacing("\n", with: "\r\n")])
        defer { tool.remove() }
        let proposed = try await tool("claim", "notes/\(name).md")
        #expect(proposed.code == 0, "\(proposed.errors)")
        #expect(tool.text("notes/\(name).md")?.utf8.elementsEqual(text.replacing("\n", with: "\r\n").utf8) == true)
        let written = try await tool("claim", "notes/\(name).md", "--write")
        #expect(written.output == proposed.output)
        let after = try #require(tool.text("notes/\(name).md"))
        #expect(Self.plain(after).utf8.elementsEqual(text.replacing("\n", with: "\r\n").utf8))
        let verified = try await tool("verify", "notes/\(name).md", "--quiet", "--strict")
        #expect(verified.code == 0, "\(verified.output)")
        let count = verified.output.firstMatch(of: /(\d+) claims/).flatMap { Int($0.1) } ?? 0
        #expect(count >= atLeast, "\(verified.output)")
        let again = try await tool("claim", "notes/\(name).md")
        #expect(!again.output.contains("@@"), "\(again.output)")
    }

    @Test func `a lesson that fails gets no claims but says why`() async throws {
        let tool = try Tool(["a.md": "# A\n\n```{swift}\nlet x = nowhere\n```\n\nIt is 0.2571.\n"])
        defer { tool.remove() }
        let run = try await tool("claim", "a.md", "--write")
        #expect(run.code == 2)
        #expect(run.errors.contains("a.md:4:9: error: cannot find 'nowhere' in scope"), "\(run.all)")
        #expect(try await tool("claim", "missing.md").code == 2)
    }
}
