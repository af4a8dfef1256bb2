import Foundation
import Testing

/// The tables for those who come from Quarto and R Markdown: what they write is read, or answered with what is written here.
struct ComingFromNotesTests {
    /// What stands on the right or is the same on both sides works.
    private static let lesson = """
        ---
        title: Notes
        bibliography: works.bib
        ---

        # Start {#sec-start}

        ```{swift}
        #| echo: false
        let x = 0.6135
        ```

        ```{swift}
        //| echo: false
        #| fig-cap: A curve
        #| label: fig-curve
        plot([0.9, 0.5, 0.2])
        ```

        ```{swift, echo=FALSE, fig.cap="Another curve"}
        plot([0.2, 0.5, 0.9])
        ```

        ```{swift}
        #| eval: false
        let notRun = undeclared
        ```

        See @fig-curve, @sec-start and [@key]: the value is `{swift} x`, or [0.6135](claim:x).

        ::: {.callout-note}
        Note well.
        :::

        ::: {.content-visible when-format="html"}
        Only here.
        :::

        {{< include part.md >}}

        """

    @Test func `what is the same here works, and what is written instead`() async throws {
        let tool = try Tool([
            "course/notes.md": Self.lesson, "course/part.md": "From the part.\n",
            "course/course.yml": "title: T\norder: [notes]\n",
            "course/works.bib": "@book{key, author = {A. Author}, title = {T}, year = {2020}}\n",
        ])
        defer { tool.remove() }
        let run = try await tool("build", "course", "--output", "site", "--sandbox", "best")
        #expect(run.code == 0, "\(run.all)")
        let page = try #require(tool.text("site/notes.html"))
        for text in ["A curve", "Another curve", "Note well.", "Only here.", "From the part.", "0.6135"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("let x = 0.6135"))
    }

    @Test(arguments: [
        ("```{r}\nx <- 1\n```\n", "cells are written in {swift}"),
        ("```{python}\nx = 1\n```\n", "cells are written in {swift}"),
        ("The value is `{python} x`.\n", "`{swift} expression`"), ("The value is `{r} x`.\n", "`{swift} expression`"),
    ])
    func `a cell or value in another language says what is written here`(text: String, right: String) async throws {
        let tool = try Tool(["a.md": "# A\n\n" + text])
        defer { tool.remove() }
        let run = try await tool("verify", "a.md", "--sandbox", "best")
        #expect(run.all.contains(right), "\(run.all)")
    }

    @Test func `the verbs of the tables are there, and every name in them is one that works`() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/coming-from.md")
        let text = try String(contentsOf: root, encoding: .utf8)
        let notes = try #require(text.firstRange(of: "## Quarto").map { text[$0.lowerBound...] })
        let tool = try Tool()
        defer { tool.remove() }
        let verbs = Set(notes.matches(of: /`lectern (\w+)`/).map { String($0.1) })
        #expect(verbs == ["build", "preview", "doctor"])
        for verb in verbs { #expect(try await tool("help", verb).output.contains("USAGE: lectern \(verb)")) }
        // Each row is one of those tried above or says that there is nothing to write.
        let tried = [
            "{swift}", "echo: false", "fig-cap: A curve", "@fig-curve", ".callout-note", ".content-visible", "include part.md",
            "course.yml",
            "lectern ", "nothing to write", "0.6135", "echo=FALSE", "seed: 1",
        ]
        for row in notes.split(separator: "\n") where row.hasPrefix("| `") {
            #expect(tried.contains { row.contains($0) }, "\(row)")
        }
    }
}
