import Foundation
import Testing

/// `lectern audit week3.audit.md`: notes as they are, held to a network that a lesson beside them describes.
@Suite(.serialized)
struct AuditedNetworkTests {
    private static let published = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../AuditTests/Published")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: published.appending(path: name), encoding: .utf8)
    }

    /// The published examples in own words, audited with their networks: right numbers are called right, errata are found.
    @Test(
        arguments: [
            // A digit slipped into the exponent; the result beside it is what the network gives.
            ("mazur-2-2-2", "tex", 44, ["1.1059059067"]),
            ("mahfuzar-2-2-1-bce", "md", 11, ["-0.243"]),
            // One wrong sum, and what was computed from it.
            ("postnetwork-3-2-2-softmax", "md", 14, ["0.185", "0.561", "0.439", "0.579"]),
            ("dlbook-3-2-2-sigmoid", "tex", 57, []), ("softmax-linear-3class", "qmd", 16, []),
            // Left over from the forward pass before: seen by arithmetic, without a name.
            ("hmkcode-2-2-1-linear", "ipynb", 8, ["0.85", "0.48"]),
        ] as [(String, String, Int, [String])])
    func `errata are found with the network given, and no right number is called wrong`(
        name: String, ending: String, tied: Int, wrong: [String]
    ) async throws {
        let notes = "\(name).\(ending)"
        let tool = try Tool([notes: Self.text(notes), "\(name).audit.md": Self.text("\(name).audit.md")])
        defer { tool.remove() }
        let run = try await tool("audit", "\(name).audit.md", "--all")
        #expect(run.code == (wrong.isEmpty ? 0 : 1), "\(run.all)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("\(tied) of them are tied to the network by their names") }, "\(run.output)")
        let found = lines.compactMap { line -> String? in
            let parts = line.split(separator: " ")
            return parts.count > 2 && parts[1] == "wrong:" ? String(parts[2]) : nil
        }
        #expect(found == wrong, "\(run.output)")
        #expect(tool.text(notes) == (try Self.text(notes)))
    }

    /// An audit file proposed from the notes alone, used as it is.
    @Test(arguments: [("mazur-2-2-2", 30), ("dlbook-3-2-2-sigmoid", 60), ("hmkcode-2-2-1-linear", 6)])
    func `a network proposed from the notes ties their numbers`(name: String, tied: Int) async throws {
        let folder = Self.published.appending(path: "../Examples")
        let notes = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
        let tool = try Tool(["\(name).md": notes])
        defer { tool.remove() }
        let proposed = try await tool("audit", "\(name).md", "--propose", "\(name).audit.md")
        #expect(proposed.code == 0, "\(proposed.all)")
        let run = try await tool("audit", "\(name).audit.md")
        let line = run.output.split(separator: "\n").first { $0.contains("are tied to the network") } ?? ""
        let count = line.split(separator: " ").first.flatMap { Int($0) } ?? 0
        #expect(count >= tied, "\(proposed.all) \(run.all)")
        // What stands is never written over.
        #expect(try await tool("audit", "\(name).md", "--propose", "\(name).audit.md").code == 2)
    }

    @Test func `a wrong number is held to its name, and to the calculation it comes from`() async throws {
        let name = "postnetwork-3-2-2-softmax"
        let tool = try Tool(["\(name).md": Self.text("\(name).md"), "\(name).audit.md": Self.text("\(name).audit.md")])
        defer { tool.remove() }
        let run = try await tool("audit", "\(name).audit.md")
        #expect(run.output.contains("p_1 isn't 0.561: pass[\"out_o1\"] gives 0.56715"), "\(run.output)")
        #expect(run.output.contains("one of the numbers there isn't the network's"), "\(run.output)")
    }

    @Test func `a cause that diagnosis is sure of is told, and a conclusion that changes stands above it`() async throws {
        let notes = """
            # A step

            The hidden units give $net_{h1} = 0.3775$, $out_{h1} = 0.593269992$ and $out_{h2} = 0.596884378$, the outputs
            $out_{o1} = 0.751365070$ and $out_{o2} = 0.772928465$.

            So $\\frac{\\partial E}{\\partial w_5} = -0.082167041$ and $\\frac{\\partial E}{\\partial w_6} = 0.082667628$.

            """
        let tool = try Tool(["mazur-2-2-2.tex": notes, "a.audit.md": Self.text("mazur-2-2-2.audit.md")])
        defer { tool.remove() }
        let run = try await tool("audit", "a.audit.md")
        #expect(run.code == 1, "\(run.all)")
        #expect(run.output.contains("0.082167041: pass.gradient(of: \"w5\") gives 0.08216704"), "\(run.output)")
        #expect(run.output.contains("opposite sign"), "\(run.output)")
        #expect(run.output.contains("the step would go the other way"), "\(run.output)")
        #expect(run.output.contains("6 right, 1 wrong"), "\(run.output)")
    }

    @Test func `an audit file is run only if it is named itself, and reads inside its course only`() async throws {
        let cell = "```{swift}\nlet a = 1\nfatalError(\"run\")\n```\n"
        let tool = try Tool([
            "notes/a.md": "$0.5 \\cdot 0.5 = 0.25$\n", "notes/a.audit.md": "---\naudits: a.md\n---\n\n\(cell)",
            "notes/b.audit.md": "---\naudits: [../secret.tex, a.txt, none.md]\n---\n\n```{swift}\nlet a = 1\n```\n",
            "notes/c.audit.md": "---\naudits: a.md\naudit-conventions: [upside-down]\n---\n\n\(cell)",
            "secret.tex": "$1 + 1.5 = 3$",
        ])
        defer { tool.remove() }
        let folder = try await tool("audit", "notes")
        #expect(folder.code == 0 && folder.output.contains("1 file of notes, 1 result: all hold"), "\(folder.all)")
        let named = try await tool("audit", "notes/a.audit.md")
        #expect(named.code == 2 && named.all.contains("notes/a.audit.md:7"), "\(named.all)")
        let outside = try await tool("audit", "notes/b.audit.md")
        #expect(outside.code == 2, "\(outside.all)")
        for name in ["../secret.tex", "a.txt", "none.md"] {
            #expect(outside.output.contains("nothing is read of “\(name)”"), "\(outside.all)")
        }
        let said = try await tool("audit", "notes/c.audit.md")
        #expect(said.code == 2 && said.output.contains("knows no “upside-down”"), "\(said.all)")
    }
}
