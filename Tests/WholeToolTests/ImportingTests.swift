import Foundation
import Testing

/// `lectern import`: notes become a lesson that builds and whose claims hold; the notes stay as they are.
@Suite(.serialized)
struct ImportingTests {
    private static let notes = """
        \\documentclass{article}
        \\title{Week 3}
        \\begin{document}
        \\section{Forward}
        The network gives $net_{h1} = 0.3775$ and $out_{h1} = 0.593269992$.
        \\begin{itemize}
        \\item \\emph{One} more: $out_{h2} = 0.596884378$.
        \\end{itemize}
        \\end{document}

        """
    private static let audit = """
        ---
        audits: week3.tex
        ---

        ```{swift}
        let net = Network(inputs: 2) {
            Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
            Sigmoid()
            Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
            Sigmoid()
        }
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        ```

        """

    @Test func `what an audit ties is a claim of the lesson, and the lesson verifies`() async throws {
        let tool = try Tool(["week3.tex": Self.notes, "week3.audit.md": Self.audit])
        defer { tool.remove() }
        let run = try await tool("import", "week3.audit.md", "--to", "lesson.md")
        #expect(
            run.code == 0 && run.output.contains("lesson.md: written") && run.output.contains("3 numbers are claims"),
            "\(run.all)")
        let lesson = try #require(tool.text("lesson.md"))
        #expect(lesson.contains("title: \"") && lesson.contains("\\claim{0.593269992}{pass[\"out_h1\"]}"), "\(lesson)")
        #expect(tool.text("week3.tex") == Self.notes)
        let verified = try await tool("verify", "lesson.md")
        #expect(verified.code == 0 && verified.output.contains("3 claims"), "\(verified.all)")
        let again = try await tool("import", "week3.audit.md", "--to", "lesson.md")
        #expect(again.code != 0 && again.all.contains("stands already"), "\(again.all)")
    }

    @Test(arguments: [
        "# **Half** of<br/> $x$", "[![Colab](https://a.b/c.svg)](https://a.b)\\n\\n# Half of $x$",
        "<a href='https://a.b'>x</a>\\n# Half of $x$",
    ])
    func `a heading is the title once, in plain words`(heading: String) async throws {
        let tool = try Tool(["lab.ipynb": "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":\"\(heading)\\n\\nText.\"}]}"])
        defer { tool.remove() }
        let run = try await tool("import", "lab.ipynb")
        let lesson = try #require(tool.text("lab.lesson.md"), "\(run.all)")
        #expect(lesson.contains("title: \"Half of x\"") && !lesson.contains("# "), "\(lesson)")
    }

    @Test(arguments: [
        ##"{"cell_type":"markdown","source":"# <center>\n<img src='http://a.b/c.png' alt='A'>\n</center>\n\n# Half of x\n\nText."}"##,
        ##"{"cell_type":"code","source":"import a"},{"cell_type":"markdown","source":"# Half of x\n\nText."}"##,
    ])
    func `a title behind a frame's tag or code stands once`(cells: String) async throws {
        let tool = try Tool(["lab.ipynb": "{\"cells\":[\(cells)]}"])
        defer { tool.remove() }
        let run = try await tool("import", "lab.ipynb")
        let lesson = try #require(tool.text("lab.lesson.md"), "\(run.all)")
        #expect(lesson.contains("title: \"Half of x\"") && !lesson.contains("# Half"), "\(lesson)")
    }

    @Test func `a notebook becomes a lesson beside it, with what its code gave, marked as stored`() async throws {
        let pixel =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
        let notebook =
            ##"{"cells":[{"cell_type":"markdown","source":["# Half\n","\n","$0.5 \\cdot 0.5 = 0.25$"]},"##
            + ##"{"cell_type":"code","source":"x = 1","outputs":[{"text":"\u001b[31mseven\u001b[0m\r{swift}"},"##
            + ##"{"data":{"image/png":"\##(pixel)"}},{"data":{"text/plain":"<IPython.a>"}}]}],"metadata":{},"nbformat":4}"##
        let tool = try Tool(["lab.ipynb": notebook])
        defer { tool.remove() }
        let run = try await tool("import", "lab.ipynb")
        #expect(
            run.code == 0 && run.output.contains("lab.lesson.md") && run.output.contains("the code of cell 2"), "\(run.all)")
        let verified = try await tool("verify", "lab.lesson.md")
        #expect(verified.code == 0, "\(verified.all)")
        let built = try await tool("build", "lab.lesson.md", "--output", "out")
        let page = try #require(tool.text("out/lab.lesson.html"), "\(built.all)")
        #expect(page.contains("Stored output, not computed here") && page.contains("<pre class=\"printed\">{swift}"), "\(page)")
        #expect(page.contains("lab.outputs/cell-2-2.png"), "\(page)")
        let again = try await tool("import", "lab.ipynb", "--to", "lab.md")
        #expect(again.code != 0 && again.all.contains("lab.outputs"), "\(again.all)")
    }

    @Test(arguments: ["a.tex", "a.ipynb", "a.qmd"])
    func `verify and build lead from notes to the two verbs`(name: String) async throws {
        let tool = try Tool([name: "x"])
        defer { tool.remove() }
        for run in [try await tool("verify", name), try await tool("build", name)] {
            #expect(
                run.code != 0 && run.all.contains("lectern audit \(name)") && run.all.contains("lectern import \(name)"),
                "\(run.all)")
        }
    }
}
