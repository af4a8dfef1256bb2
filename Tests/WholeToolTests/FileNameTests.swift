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
}
