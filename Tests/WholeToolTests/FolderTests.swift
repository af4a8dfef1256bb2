import Foundation
import Testing

/// A course whose lessons lie in folders, built and verified by the real tool.
@Suite(.serialized)
struct FolderTests {
    private static let files = [
        "lessons/course.yml": "title: T\nbibliography: refs.bib\nparts:\n  - title: First part\n    folder: week1\n  - week2\n",
        "lessons/refs.bib": "@book{key, title = {A Book}, author = {A. Author}, year = 1999}",
        "lessons/img/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>",
        "lessons/parts/n.md": "It is [0.5](claim:x) too.\n",
        "lessons/index.md": "# Home\n\nBegin with [one](week1/one.md) or [week two](/week2/README.md).\n",
        "lessons/week1/one.md": """
        # One

        ```{swift}
        let x = 0.5
        ```

        It is [0.5](claim:x), as @sec-two and [@key] say; see [two](../week2/two.md#sec-two) and [home](/index.md).

        {{< include /parts/n.md >}}

        ![A picture](/img/a.svg){#fig-a}

        """,
        "lessons/week2/README.md": "# Week two\n\nA picture from [there](../img/a.svg), and @fig-a.\n",
        "lessons/week2/two.md": "# Two\n\n```{swift}\nlet y = 0.7\n```\n\n## Part {#sec-two}\n\n[0.7](claim:y)\n",
    ]

    @Test func `pages stand where their lessons stand, and lead to each other and to what they share`() async throws {
        let tool = try Tool(Self.files)
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let one = try #require(tool.text("site/week1/one.html"))
        for address in [
            "href=\"../week2/two.html#sec-two\"", "href=\"../index.html\"", "src=\"../img/a.svg\"",
            "href=\"../assets/lectern.css\"",
            "src=\"../assets/lectern.js\"", "href=\"../verification.html\"", "href=\"../week2/index.html\"",
        ] { #expect(one.contains(address), "\(address)") }
        #expect(one.contains("It is") && one.contains("A Book") && one.contains("width=\"20\""))
        let home = try #require(tool.text("site/index.html"))
        #expect(home.contains("<h2 id=\"part-1\">First part</h2>") && home.contains("<h2 id=\"part-2\">Week two</h2>"))
        #expect(home.contains("href=\"week2/index.html\""))
        let week = try #require(tool.text("site/week2/index.html"))
        #expect(week.contains("<a href=\"two.html\">Two</a>") && week.contains("href=\"../week1/one.html#fig-a\""))
        #expect(tool.text("site/img/a.svg") != nil && tool.text("site/assets/search/week1/one.js") != nil)
        #expect(tool.text("site/parts/n.html") == nil)
        let again = try await tool("build", "lessons", "--output", "site", "--why")
        #expect(again.code == 0 && !again.all.contains("[1/"), "\(again.all)")
    }

    @Test func `a false number in a folder's lesson is found, from the course and from the lesson`() async throws {
        var files = Self.files
        files["lessons/week2/two.md"]?.replace("[0.7]", with: "[0.8]")
        let tool = try Tool(files)
        defer { tool.remove() }
        for path in ["lessons", "lessons/week2", "lessons/week2/two.md"] {
            let verified = try await tool("verify", path)
            #expect(verified.code == 1, "\(verified.all)")
            #expect(verified.output.contains("lessons/week2/two.md:9:2: error: 0.8 is wrong: computed 0.700"))
        }
    }
}
