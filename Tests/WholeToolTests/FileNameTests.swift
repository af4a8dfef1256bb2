import Foundation
import Testing

/// Lessons by any name a file system takes.
@Suite(.serialized)
struct FileNameTests {
    private static let names = [
        "it's", "a#b", "what?", "50%", "a b", "über", "a&b", "x%20y", "a:b", "[x] (1)", "say \"so\"", "plus+and=more", "<tag>",
        "日本",
    ]

    @Test func `whatever a lesson is called, its neighbours lead to it`() async throws {
        var files = [
            "lessons/course.yml": "title: T\n",
            "lessons/z.md": "# Z\n\nSee @sec-0, @sec-7 and [by hand](a%23b.md), [too](/week%201/x%2520y.md).\n",
        ]
        for (index, name) in Self.names.enumerated() {
            files["lessons/\(name).md"] = "# L\(index)\n\n## S {#sec-\(index)}\n\nText.\n"
        }
        files["lessons/week 1/x%20y.md"] = "# Inner\n\nSee @sec-1, @sec-2 and [that](../it's.md).\n"
        let tool = try Tool(files)
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let written = try tool.files(below: "site")
        for name in Self.names { #expect(written["\(name).html"] != nil, "\(name)") }
        let index = try #require(tool.text("site/index.html"))
        #expect(
            index.contains("href=\"it%27s.html\"") && index.contains("href=\"a%23b.html\"")
                && index.contains("href=\"x%2520y.html\""))
        let inner = try #require(tool.text("site/week 1/x%20y.html"))
        #expect(inner.contains("href=\"../a%23b.html#sec-1\"") && inner.contains("href=\"../what%3F.html#sec-2\""))
    }

    @Test(arguments: ["a\nb", "a\tb", "a\\b"]) func `a name that no address can say is refused with the name`(name: String)
        async throws
    {
        let tool = try Tool(["lessons/\(name).md": "# A\n", "lessons/b.md": "# B\n"])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 2 && built.all.contains("reserved-name") || built.all.contains("can't be called"), "\(built.all)")
    }

    @Test func `who takes another lesson's label takes nothing from its page`() async throws {
        let tool = try Tool([
            "lessons/a.md": "# A\n\n## First {#sec-x}\n\nSee @sec-x.\n",
            "lessons/b.md": "# B\n\n## Second {#sec-x}\n\nSee @sec-x.\n",
            "lessons/c.md": "# C\n\nSee @sec-x.\n", "lessons/d.md": "# D\n\nText.\n",
        ])
        defer { tool.remove() }
        // What is known of the pages changes nothing of it.
        for _ in 1...2 {
            let built = try await tool("build", "lessons", "--output", "site")
            #expect(built.code == 2, "\(built.all)")
            for place in ["a.md:3:1", "b.md:3:1"] { #expect(built.all.contains("lessons/\(place): error: the label “sec-x”")) }
            #expect(built.all.contains("lessons/c.md:3:5: error: “sec-x” stands in 2 lessons"))
            #expect(tool.text("site/a.html")?.contains("<a href=\"#sec-x\">First</a>") == true)
            #expect(tool.text("site/b.html")?.contains("<a href=\"#sec-x\">Second</a>") == true)
            #expect(tool.text("site/c.html") == nil && tool.text("site/d.html") != nil)
        }
    }
}
