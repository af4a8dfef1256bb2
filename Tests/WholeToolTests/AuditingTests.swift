import Foundation
import Testing

/// `lectern audit`: notes as they are, in all formats, without a change to them.
@Suite(.serialized)
struct AuditingTests {
    private static let notes = """
        \\documentclass{article}
        \\begin{document}
        The inputs are $i_1 = 0.05$, $i_2 = 0.10$, the weights $w_1 = 0.15$, $w_2 = 0.20$.
        \\begin{align*}
          net &= w_1 i_1 + w_2 i_2 + b \\\\
              &= 0.15 \\cdot 0.05 + 0.20 \\cdot 0.10 + 0.35 = 0.3775 \\\\
          out &= \\frac{1}{1+e^{-0.3775}} = 0.593296992 \\\\
          E   &= \\tfrac12 (0.5 - 0.593269992)^2 = 0.004349646
        \\end{align*}
        \\end{document}

        """

    @Test func `the documentation's ten lines have one wrong digit`() async throws {
        let tool = try Tool(["week3.tex": Self.notes])
        defer { tool.remove() }
        let run = try await tool("audit", "week3.tex")
        #expect(run.code == 1 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("18 of 18 numbers were checked or enter what was checked: 3 results"), "\(run.output)")
        let message =
            "week3.tex:7:36: error: 0.593296992 doesn't follow: \\frac{1}{1+e^{-0.3775}} gives 0.59326999211; two digits are swapped"
        #expect(run.output.contains(message), "\(run.output)")
        #expect(run.output.hasSuffix("1 file of notes (1 failed), 3 results: 1 doesn't hold; 1 error\n"))
        #expect(tool.text("week3.tex") == Self.notes)
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/audit.md")
        let document = try String(contentsOf: path, encoding: .utf8)
        #expect(document.contains(Self.notes.trimmingCharacters(in: .newlines)) && document.contains(message))
    }

    @Test func `every format says it, and all have one exit code`() async throws {
        let tool = try Tool(["notes/week3.tex": Self.notes, "notes/b.md": "$0.5 \\cdot 0.5 = 0.25$\n"])
        defer { tool.remove() }
        for (format, mark) in [
            ("json", "\"wrong-number\""), ("github", "::error file=notes/week3.tex,line=7,col=36"),
            ("junit", "<failure type=\"wrong-number\""),
            ("sarif", "\"startLine\" : 7"),
        ] {
            let run = try await tool("audit", "notes", "--format", format)
            #expect(run.code == 1 && run.output.contains(mark), "\(format): \(run.all)")
        }
        let right = try await tool("audit", "notes/b.md")
        #expect(right.code == 0)
    }

    @Test func `what can't be read ends in a sentence`() async throws {
        let tool = try Tool(["a.ipynb": "{\"cells\": [", "c.txt": "1 + 1 = 3"])
        defer { tool.remove() }
        let broken = try await tool("audit", "a.ipynb")
        #expect(broken.code == 2 && broken.output.contains("a.ipynb:1:12: error: the notes aren't read here"), "\(broken.all)")
        let (absent, other, nothing) = try await (tool("audit", "none.tex"), tool("audit", "c.txt"), tool("audit"))
        #expect(absent.code == 2 && nothing.code == 64)
        #expect(other.errors.contains("notes end in .md, .qmd, .Rmd, .ipynb or .tex"))
    }

    @Test func `what one file takes in counts once, is looked for from above, and nothing is passed over`() async throws {
        let tool = try Tool([
            "n/main.tex": "\\input{ch/a}\n$1.5+1=2.5$", "n/ch/a.tex": "\\input{ch/b}\n$0.5+1=1.6$", "n/ch/b.tex": "$2.5+1=3.6$",
            // Only from its own folder does d find c, so main doesn't read c, and d counts by itself.
            "m/main.tex": "\\input{ch/d}\n$1.5+1=2.5$", "m/ch/d.tex": "$1.5+1=2.5$ \\input{../ch/c}",
            "m/ch/c.tex": "$2.25+1=3.35$",
        ])
        defer { tool.remove() }
        let once = try await tool("audit", "n", "--all")
        #expect(
            once.output.contains("1 file of notes") && once.output.components(separatedBy: ": wrong:").count == 3, "\(once.all)"
        )
        let whole = try await tool("audit", "m", "--all")
        #expect(whole.output.contains("m/ch/c.tex:1:9: wrong: 3.35"), "\(whole.all)")
    }

    @Test func `a file outside the notes' folder isn't opened`() async throws {
        let tool = try Tool(["secret.tex": "$1 + 1.5 = 3$", "notes/a.tex": "\\input{../secret}\n$1.5 + 1 = 2.5$"])
        defer { tool.remove() }
        let run = try await tool("audit", "notes/a.tex")
        #expect(run.code == 0 && run.output.contains("outside the course's folder"), "\(run.all)")
    }

    @Test func `power and page are written`() async throws {
        let tool = try Tool(["week3.tex": Self.notes])
        defer { tool.remove() }
        let run = try await tool("audit", "week3.tex", "--power", "--html", "out/week3.html")
        #expect(run.output.contains("planted slips"), "\(run.output)")
        let page = try #require(tool.text("out/week3.html"))
        #expect(
            page.contains("claim-wrong") && page.contains("0.593296992") && page.contains("<title>Audit of week3.tex</title>"))
    }
}
