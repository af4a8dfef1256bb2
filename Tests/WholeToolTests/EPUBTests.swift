import Foundation
import Subprocess
import Testing

/// A course as an EPUB, from the author's text to what a reader that is not ours finds in the file: `Tests/References/epub.py`.
@Suite(.serialized)
struct EPUBTests {
    private struct Book: Decodable {
        var problems: [String]
        var pages: [String: String]
        var spine: [String]
    }

    private static let files = [
        "lessons/course.yml": "title: T & U\nparts:\n  - title: P\n    lessons: [a]\n",
        "lessons/a.md": """
        # A

        With $x^{2} < 1$ in [the other](sub/b%20c.md#far), note[^n].

        ## Section $y_1$ {#here}

        ```{swift}
        let key = 0.123456 * 3, ratio = 0.25
        plot([1, 0.5, ratio])
        ```

        $$ z = \\claim{0.25}{ratio} $$

        ::: {#exr-one points=2}
        Three times is [_.____](answer:key).
        :::

        ::: {#sol-one}
        Three of them stand side by side and are added up to a solution-secret.
        :::

        [^n]: A note with $q$.

        """,
        "lessons/sub/b c.md": "# B\n\n## Far {#far}\n\nBack to [A](/a.md#here).\n",
    ]

    private func read(_ path: String) async throws -> Book {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/epub.py").path()
        let read = try await Subprocess.run(
            .name("python3"), arguments: [script, path], output: .string(limit: 10_000_000), error: .string(limit: 100_000))
        try #require(read.terminationStatus.isSuccess, "\(read.standardError)")
        return try JSONDecoder().decode(Book.self, from: Data(read.standardOutput.utf8))
    }

    @Test func `an independent reader finds a whole book, the same twice, and in a student's no solution`() async throws {
        let tool = try Tool(Self.files)
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all", "--epub")
        try #require(built.code == 0, "\(built.all)")
        for edition in ["student", "instructor", "solutions"] {
            let book = try await read(tool.folder + "/site/\(edition)/book.epub")
            #expect(book.problems == [])
            #expect(
                book.spine == ["EPUB/cover.xhtml", "EPUB/nav.xhtml", "EPUB/text/a.xhtml", "EPUB/text/sub/b c.xhtml"])
            let text = book.pages.values.joined()
            #expect(text.contains("solution-secret") == (edition != "student"))
            #expect(book.pages["EPUB/nav.xhtml"]?.contains("Section") == true)
        }
        let first = try tool.files(below: "site")["solutions/book.epub"]
        let again = try await tool("build", "lessons", "--output", "other", "--edition", "solutions", "--epub", "--no-cache")
        #expect(again.code == 0, "\(again.all)")
        #expect(try tool.files(below: "other")["solutions/book.epub"] == first)
    }

    @Test func `a book is only there where every lesson is, and goes when it isn't asked for`() async throws {
        let tool = try Tool(Self.files)
        defer { tool.remove() }
        #expect(try await tool("build", "lessons", "--output", "site", "--epub").code == 0)
        #expect(try tool.files(below: "site")["book.epub"] != nil)
        // What stays as it was is made again for the book.
        #expect(try await tool("build", "lessons", "--output", "site", "--epub").code == 0)
        #expect(try tool.files(below: "site")["book.epub"] != nil)
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(try tool.files(below: "site")["book.epub"] == nil)
        try tool.write("# B\n\n```{swift}\nnonsense\n```\n", to: "lessons/sub/b c.md")
        let failed = try await tool("build", "lessons", "--output", "site", "--epub")
        #expect(failed.code == 2 && failed.all.contains("there is no book"), "\(failed.all)")
    }

    @Test func `an answer in a chapter of a student's book is found before anything is written`() async throws {
        let tool = try Tool(
            Self.files.merging(["lessons/sub/b c.md": "# B\n\n## Far {#far}\n\nIt is 0.37037, you see.\n"]) { $1 })
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student", "--epub")
        #expect(built.code != 0 && built.all.contains("book.epub/"), "\(built.all)")
        #expect(try tool.files(below: "site")["student/book.epub"] == nil)
    }
}
