import Foundation
import Testing

/// The tables of verified numbers: on each page, and for the whole course.
@Suite(.serialized)
struct VerificationTests {
    private static let first = """
        ---
        title: First
        ---

        ```{swift}
        let x = 0.25
        claim("0.250", x)
        ```

        It is [0.25](claim:x), not [0.26](claim:x "wrong"), and $\\frac{x}{2} = \\claim{0.125}{x / 2}$.

        $$ \\claim{0.5}{2 * x} + \\claim{0.75}{3 * x} $$

        """
    private static let second = "---\ntitle: Second\n---\n\n```{swift}\nlet y = 2.0 / 3\n```\n\n[0.666](claim:y)\n"

    private struct Form: Decodable {
        struct Lesson: Decodable {
            struct Claim: Decodable {
                var expression: String?
                var written, verdict, file, link: String
                var computed: String?
                var holds: Bool
                var line, column: Int
            }
            var page, title: String
            var counts: [String: Int]
            var claims: [Claim]
        }
        var counts: [String: Int]
        var claims, holding: Int
        var lessons: [Lesson]
    }

    private func form(_ tool: Tool) throws -> Form {
        try JSONDecoder().decode(Form.self, from: Data((tool.text("site/verification.json") ?? "").utf8))
    }

    @Test func `every claim is listed with what was computed, and its link leads to it`() async throws {
        let tool = try Tool(["lessons/a.md": Self.first, "lessons/b.md": Self.second, "lessons/c.md": "# No numbers\n"])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let form = try form(tool)
        #expect(form.counts == ["exact": 5, "wrong": 1, "truncated": 1])
        #expect(form.claims == 7 && form.holding == 7)
        #expect(form.lessons.map(\.page) == ["a.html", "b.html"])
        #expect(form.lessons[0].claims.map(\.written) == ["0.250", "0.25", "0.26", "0.125", "0.5", "0.75"])
        #expect(form.lessons[0].claims.map(\.expression) == [nil, "x", "x", "x / 2", "2 * x", "3 * x"])
        #expect(form.lessons[1].claims[0].computed == "0.66667")
        let course = try #require(tool.text("site/verification.html"))
        for lesson in form.lessons {
            let page = try #require(tool.text("site/\(lesson.page)"))
            #expect(
                page.contains("<details class=\"verification\">\n<summary>Verified numbers (\(lesson.claims.count))</summary>"))
            for claim in lesson.claims where claim.expression != nil {
                let anchor = try #require(claim.link.split(separator: "#").last)
                #expect(claim.link == "\(lesson.page)#\(anchor)")
                #expect(page.components(separatedBy: "id=\"\(anchor)\"").count == 2, "\(anchor)")
                #expect(page.contains("href=\"#\(anchor)\"") && course.contains("href=\"\(claim.link)\""))
            }
        }
        #expect(tool.text("site/c.html")?.contains("class=\"verification\"") == false)
    }

    @Test func `a page or a course can do without`() async throws {
        let plain = Self.first.replacing("title: First", with: "title: First\nverification: false")
        let tool = try Tool(["lessons/a.md": plain, "lessons/b.md": Self.second])
        defer { tool.remove() }
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(tool.text("site/a.html")?.contains("class=\"verification\"") == false)
        #expect(tool.text("site/b.html")?.contains("class=\"verification\"") == true)
        #expect(try form(tool).lessons.count == 2)
        try tool.write("verification: false\n", to: "lessons/course.yml")
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(tool.text("site/b.html")?.contains("class=\"verification\"") == false)
        #expect(tool.text("site/verification.html") == nil && tool.text("site/verification.json") == nil)
    }

    @Test func `the course's table follows an edit of one lesson`() async throws {
        let tool = try Tool(["lessons/a.md": Self.first, "lessons/b.md": Self.second])
        defer { tool.remove() }
        _ = try await tool("build", "lessons", "--output", "site")
        try tool.write(Self.second.replacing("0.666]", with: "0.667]"), to: "lessons/b.md")
        #expect(try await tool("build", "lessons/b.md", "--output", "site").code == 0)
        #expect(try form(tool).counts == ["exact": 6, "wrong": 1])
        // A lesson that fails keeps its page, and the table keeps the numbers that stand on it.
        try tool.write(Self.second.replacing("0.666]", with: "0.7]"), to: "lessons/b.md")
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        try tool.write(Self.second.replacing("0.666]", with: "0.8]"), to: "lessons/b.md")
        #expect(try await tool("build", "lessons", "--output", "site").code == 1)
        #expect(try form(tool).lessons[1].claims.map(\.written) == ["0.7"])
    }

    @Test func `tables put together from what is kept of each lesson are those of a build without anything kept`() async throws
    {
        let tool = try Tool(["lessons/a.md": Self.first, "lessons/b.md": Self.second, "lessons/c.md": "# No numbers\n"])
        defer { tool.remove() }
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        for (text, file) in [
            (Self.second.replacing("title: Second", with: "title: Other"), "b"), ("# C\n\n[4](claim:2+2)\n", "c"),
            ("# A\n", "a"),
        ] {
            try tool.write(text, to: "lessons/\(file).md")
            #expect(try await tool("build", "lessons", "--output", "site").code == 0)
            #expect(try await tool("build", "lessons", "--no-cache", "--output", "fresh").code == 0)
            for name in ["verification.html", "verification.json"] {
                #expect(
                    tool.text("site/" + name) != nil && tool.text("site/" + name) == tool.text("fresh/" + name),
                    "\(file): \(name)")
            }
        }
        // And as JSON it is laid out like all others.
        let text = try #require(tool.text("site/verification.json"))
        let data = try JSONSerialization.data(
            withJSONObject: try JSONSerialization.jsonObject(with: Data(text.utf8)),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        #expect(String(decoding: data, as: UTF8.self) + "\n" == text)
    }
}
