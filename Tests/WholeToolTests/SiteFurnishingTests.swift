import Foundation
import Testing

/// What a department puts around its course: logo, links, footer, sources, semesters, old addresses, downloads.
@Suite(.serialized)
struct SiteFurnishingTests {
    private static let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8H0z\"/></svg>\n"
    private static let course = """
        title: {en: Networks, de: Netze}
        logo: img/logo.svg
        footer: "© Department, [imprint](imprint.md) and [law](https://example.org/law)"
        links:
          github: https://github.com/department/course
          Timetable: https://example.org/when
        repo-url: https://github.com/department/course/
        repo-branch: main
        repo-subdir: lessons
        repo-actions: [edit, source, issue]
        version: Winter 2026
        versions:
          Summer 2026: ../summer/
        downloads: [notebook, markdown]
        parts:
          - title: {en: Foundations, de: Grundlagen}
            lessons: [week1/a, imprint]

        """
    private static let files = [
        "lessons/course.yml": course, "lessons/img/logo.svg": logo, "lessons/imprint.md": "# Imprint\n",
        "lessons/index.md": "# Welcome\n\nBefore.\n\n::: {.lessons}\n:::\n\nAfter.\n",
        "lessons/week1/a.md":
            "---\naliases: [/old.html, earlier/]\n---\n# Alpha\n\n```{swift}\nlet x = 0.5\n```\n\nIt is [0.5](claim:x).\n",
        "lessons/week1/a.de.md":
            "---\nlang: de\ntranslates: a.md\n---\n# Alef\n\n```{swift}\nlet x = 0.5\n```\n\nEs ist [0,5](claim:x).\n",
    ]

    private static func tool(_ changes: [String: String] = [:]) throws -> Tool {
        try Tool(files.merging(changes) { _, new in new })
    }

    @Test func `every page has logo, links, footer, sources and versions, and leads to them from its folder`() async throws {
        let tool = try Self.tool()
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let (front, page) = (try #require(tool.text("site/index.html")), try #require(tool.text("site/week1/a.html")))
        #expect(
            front.contains("class=\"logo\" src=\"img/logo.svg\"") && page.contains("class=\"logo\" src=\"../img/logo.svg\""))
        #expect(tool.text("site/img/logo.svg") == Self.logo)
        #expect(page.contains("href=\"https://github.com/department/course\"") && page.contains("</svg>GitHub</a>"))
        #expect(page.contains(">Timetable</a>"))
        #expect(
            page.contains("<a href=\"../imprint.html\">imprint</a>") && front.contains("<a href=\"imprint.html\">imprint</a>"))
        #expect(page.contains("https://github.com/department/course/edit/main/lessons/week1/a.md\">Edit this page"))
        #expect(page.contains("https://github.com/department/course/blob/main/lessons/week1/a.md"))
        #expect(page.contains("https://github.com/department/course/issues/new"))
        #expect(page.contains("<summary>Winter 2026</summary>") && page.contains("href=\"../../summer/\">Summer 2026"))
        // The list stands where its author says, once.
        let list = try #require(front.range(of: "<ol class=\"lessons\">"))
        #expect(
            front.range(of: "Before.")!.lowerBound < list.lowerBound && list.lowerBound < front.range(of: "After.")!.lowerBound)
        #expect(front.components(separatedBy: "<ol class=\"lessons\">").count == 2)
        #expect(page.contains("href=\"a.ipynb\" download>Jupyter notebook"))
        #expect(tool.text("site/week1/a.ipynb")?.contains("\"nbformat\"") == true)
        let german = try #require(tool.text("site/week1/a.de.html"))
        #expect(german.contains("Grundlagen") && !german.contains("Foundations") && german.contains(">Netze</a>"))
        #expect(german.contains("Diese Seite bearbeiten") && page.contains("Foundations"))
        let again = try await tool("build", "lessons", "--output", "site")
        #expect(again.code == 0, "\(again.all)")
    }

    @Test func `an old address leads to the new one, and one that is taken is a finding`() async throws {
        let tool = try Self.tool()
        defer { tool.remove() }
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(tool.text("site/old.html")?.contains("content=\"0; url=week1/a.html\"") == true)
        #expect(tool.text("site/week1/earlier/index.html")?.contains("content=\"0; url=../a.html\"") == true)
        // Without the alias the page goes.
        try tool.write(
            Self.files["lessons/week1/a.md"]!.replacing("aliases: [/old.html, earlier/]\n", with: "date: 2026\n"),
            to: "lessons/week1/a.md")
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(tool.text("site/old.html") == nil)
        try tool.write(
            Self.files["lessons/week1/a.md"]!.replacing("/old.html", with: "/imprint.html"), to: "lessons/week1/a.md")
        let taken = try await tool("build", "lessons", "--output", "site")
        #expect(
            taken.code == 2 && taken.all.contains("lessons/week1/a.md:1:1: error: “imprint.html” would be"), "\(taken.all)")
    }

    @Test func `a course's own assets folder goes with its pages`() async throws {
        let tool = try Self.tool([
            "lessons/assets/nn/a.svg": Self.logo, "lessons/imprint.md": "# Imprint\n\n![A square](/assets/nn/a.svg)\n",
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0 && tool.text("site/assets/nn/a.svg") == Self.logo, "\(built.all)")
    }

    @Test(arguments: [
        "/../up.html", "../up.html", "a?b", ".hidden/x", "/ok.html/x.html", "/web.config", "/x.php", "/book.epub",
    ]) func `an old address stays inside the site`(
        address: String
    ) async throws {
        let tool = try Self.tool(["lessons/imprint.md": "---\naliases: [\"\(address)\"]\n---\n# Imprint\n"])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 2 && built.all.contains("“aliases” must be old addresses"), "\(built.all)")
    }

    @Test(arguments: [("a", "b"), ("b", "a")]) func `an old address that is another lesson's page is its own lesson's fault`(
        wrong: String, innocent: String
    ) async throws {
        let tool = try Tool([
            "lessons/\(wrong).md": "---\naliases: /\(innocent).html\n---\n# Wrong\n", "lessons/\(innocent).md": "# Innocent\n",
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 2, "\(built.all)")
        #expect(built.all.contains("lessons/\(wrong).md:1:1: error: “\(innocent).html” would be written for"), "\(built.all)")
        #expect(!built.all.contains("lessons/\(innocent).md:1:1: error"), "\(built.all)")
        #expect(tool.text("site/\(innocent).html")?.contains("Innocent") == true)
        // Also while that page can't be made.
        try tool.write("# Innocent\n\n[x](nowhere.md)\n", to: "lessons/\(innocent).md")
        #expect(try await tool("build", "lessons", "--output", "site").code == 2)
        #expect(tool.text("site/\(innocent).html")?.contains("Innocent") == true)
    }

    @Test func `an author's own notebook isn't replaced by the one to take along`() async throws {
        let own = "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n"
        let tool = try Tool([
            "lessons/course.yml": "title: T\ndownloads: [notebook]\n", "lessons/a.ipynb": own,
            "lessons/a.md": "# A\n\nWork in [the notebook](a.ipynb).\n", "lessons/b.md": "# B\n\n[Another](a.ipynb).\n",
        ])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(
            built.code != 0 && built.all.contains("a.md:1:1: error: this lesson links to a notebook a.ipynb"), "\(built.all)")
        #expect(tool.text("site/a.ipynb") == own)
        try tool.write("title: T\n", to: "lessons/course.yml")
        #expect(try await tool("build", "lessons", "--output", "site").code == 0)
        #expect(tool.text("site/a.ipynb") == own)
    }
}
