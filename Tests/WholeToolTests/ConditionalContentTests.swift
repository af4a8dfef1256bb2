import Foundation
import Testing

/// Hidden answers, looked for in every file that is written.
@Suite(.serialized)
struct ConditionalContentTests {
    private static let files = [
        "lessons/course.yml": "title: T\nprofile: students\n",
        "lessons/a.md": """
        # A

        ```{swift}
        let x = 0.5
        ```

        ::: {.content-hidden}
        ```{swift}
        let secret = x * 0.25
        print("answer-printed")
        claim("0.125", secret)
        ```
        The answer-text is [0.125](claim:secret), see `answer-code`[^n].
        :::

        ::: {.content-visible when-profile="solutions"}
        ## answer-heading {#sec-answer}

        ![answer-picture](answer-file.png)
        :::

        Shown: `{swift} secret * 2`, [answer-span]{.content-hidden}, [0.5](claim:x).

        [^n]: answer-note

        """,
        "lessons/answer-file.png": "no picture",
    ]

    @Test func `no file of the site holds what is hidden, and what comes after may use it`() async throws {
        let tool = try Tool(Self.files)
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        #expect(try #require(tool.text("site/a.html")).contains("0.25"))
        let written = try tool.files(below: "site")
        for (name, bytes) in written {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!name.contains("answer") && !text.contains("answer-") && !text.contains("0.125"), "\(name)")
        }
        #expect(written.count > 5)
        let notebook = try await tool("export", "lessons/a.md", "--to", "ipynb", "--output", "out")
        #expect(notebook.code == 0, "\(notebook.all)")
        #expect(try !#require(tool.text("out/a.ipynb")).contains("answer-"))
    }

    @Test func `another profile shows what was hidden, and a false number in hidden text is found`() async throws {
        var files = Self.files
        files["lessons/a.md"]?.replace("![answer-picture](answer-file.png)", with: "Text.")
        let tool = try Tool(files)
        defer { tool.remove() }
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        let solutions = try await tool("build", "lessons", "--output", "solutions", "--profile", "solutions")
        #expect(solutions.code == 0, "\(solutions.all)")
        #expect(try #require(tool.text("solutions/a.html")).contains("answer-heading"))
        #expect(try !#require(tool.text("site/a.html")).contains("answer-heading"))
        files["lessons/a.md"]?.replace("[0.125](claim", with: "[0.126](claim")
        let wrong = try Tool(files)
        defer { wrong.remove() }
        let verified = try await wrong("verify", "lessons")
        #expect(verified.code == 1 && verified.all.contains("0.126"), "\(verified.all)")
    }
}
