import Foundation
import Testing

/// What a stranger's lesson takes from others by its name, its aliases, its links, its labels and what it includes: nothing.
@Suite(.serialized)
struct InnocentPagesTests {
    private static let innocent = [
        "c/course.yml": "title: C\nsite-url: https://example.org/c\n",
        "c/alpha.md": "# Alpha\n\n## Intro {#sec-alpha}\n\nIt is [4](claim:2+2).\n",
        "c/beta.md": "# Beta\n\nSee @sec-alpha.\n", "c/week/one.md": "# One\n\nText.\n",
        "c/week/prose.md": "# Prose\n\nText.\n",
    ]
    /// What a site has whatever becomes of a stranger's lesson.
    private static let written = [
        "alpha.html", "beta.html", "week/one.html", "week/prose.html", "index.html", "404.html", "sitemap.xml", "robots.txt",
        "verification.html", "verification.json", "assets/lectern.css", "assets/search/alpha.js", ".nojekyll",
    ]

    @Test(arguments: [
        ["c/alpha.html/x.md": "# X\n"], ["c/404.html/x.md": "# X\n"], ["c/feed.xml/x.md": "# X\n"],
        ["c/verification.json/x.md": "# X\n"],
        ["c/assets/search/alpha.js/x.md": "# X\n"], ["c/week/one.html/x.md": "# X\n"], ["c/book.epub/x.md": "# X\n"],
        ["c/\(String(repeating: "x", count: 240)).md": "# X\n"],
        ["c/x.md": "---\naliases: [/alpha.html/]\n---\n# X\n"], ["c/x.md": "---\naliases: [/404.html/]\n---\n# X\n"],
        ["c/x.md": "---\naliases: [/alpha.html]\n---\n# X\n"],
        ["c/x.md": "---\naliases: [/\(String(repeating: "x", count: 230)).html]\n---\n# X\n"],
        ["c/x.md": "# X\n\n[x](assets)\n", "c/assets": "theirs"],
        ["c/x.md": "# X\n\n[x](assets/search)\n", "c/assets/search": "theirs"],
        ["c/x.md": "# X\n\n[x](book.epub)\n", "c/book.epub": "theirs"],
        ["c/x.md": "# X\n\n[x](\(String(repeating: "x", count: 240)))\n", "c/\(String(repeating: "x", count: 240))": "theirs"],
    ]) func `a place that others need is refused to who wants it, and to nobody else`(stranger: [String: String]) async throws {
        let tool = try Tool(Self.innocent.merging(stranger) { $1 })
        defer { tool.remove() }
        let run = try await tool("build", "c", "--output", "site")
        #expect(run.code == 2 && run.errors.contains("error") == false, "\(run.all)")
        let files = try tool.files(below: "site")
        for name in Self.written { #expect(files[name] != nil, "\(name): \(run.all)") }
        #expect(files["x.html"] == nil && files["book.epub"] == nil)
    }

    @Test func `a lesson that another includes stays one, and nothing is said or corrected in it for that`() async throws {
        let evil = """
            # E

            ```{swift}
            extension Int { static func + (a: Int, b: Int) -> Int { 999 } }
            ```

            {{< include alpha.md >}}

            {{< include week/prose.md >}}

            """
        let tool = try Tool(Self.innocent.merging(["c/e.md": evil]) { $1 })
        defer { tool.remove() }
        let run = try await tool("verify", "c", "--fix", "--write")
        #expect(run.code != 0, "\(run.all)")
        #expect(!run.all.contains("c/alpha.md:5:7: error") && run.all.contains("c/e.md:1:1: error"), "\(run.all)")
        #expect(tool.text("c/alpha.md") == Self.innocent["c/alpha.md"])
        _ = try await tool("build", "c", "--output", "site")
        let files = try tool.files(below: "site")
        for name in Self.written { #expect(files[name] != nil, "\(name)") }
        #expect(tool.text("site/beta.html")?.contains("href=\"alpha.html#sec-alpha\"") == true)
    }

    @Test func `of two translations into one language the one with the original's name counts`() async throws {
        let german = "---\nlang: de\ntranslates: alpha.md\n---\n# Alpha\n\n## Anfang {#sec-alpha}\n\nEs ist [4](claim:2+2).\n"
        let tool = try Tool(Self.innocent.merging(["c/alpha.de.md": german, "c/a.de.md": german]) { $1 })
        defer { tool.remove() }
        let run = try await tool("build", "c", "--output", "site")
        #expect(run.code == 2 && run.all.contains("c/a.de.md:3:1: error"), "\(run.all)")
        #expect(tool.text("site/alpha.de.html") != nil && tool.text("site/a.de.html") == nil)
        #expect(tool.text("site/alpha.html")?.contains("href=\"alpha.de.html\"") == true)
    }

    @Test func `a name commands neither the log nor the patch nor the package`() async throws {
        let name = "x\n::error file=a.md::forged"
        let tool = try Tool(["c/\(name).md": "# X\n\nIt is [5](claim:2+2).\n"])
        defer { tool.remove() }
        for call in [
            ["verify", "c", "--fix"], ["export", "c/\(name).md", "--to", "md"], ["export", "c/\(name).md", "--to", "swift"],
        ] {
            let run = try await tool(call)
            #expect(!run.all.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("::") }, "\(run.all)")
        }
        let manifest = try tool.files(below: "export").first { $0.key.hasSuffix("Package.swift") }
        if let manifest { #expect(!String(decoding: manifest.value, as: UTF8.self).contains("\n::")) }
    }
}
