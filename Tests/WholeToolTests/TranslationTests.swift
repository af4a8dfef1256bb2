import Foundation
import Testing

/// A lesson in several languages: readers stay in theirs, and no translation states other numbers than its original.
@Suite(.serialized)
struct TranslationTests {
    private static let cell = "```{swift}\nlet x = 1234.5\nlet ys = [0.25, 0.5]\n```\n"
    private static let files = [
        "lessons/course.yml": "title: T\nparts:\n  - title: One\n    lessons: [index, a, b]\n",
        "lessons/index.md": "# Welcome\n",
        "lessons/index.de.md": "---\nlang: de\ntranslates: index.md\n---\n\n# Willkommen\n",
        "lessons/a.md": "# Alpha\n\n\(cell)\nIt is [1,234.5](claim:x), $\\claim{0.25}{ys[0]}$ and [[0.25, 0.50]](claim:ys).\n",
        "lessons/a.de.md":
            "---\nlang: de\ntranslates: a.md\n---\n\n# Alef\n\n\(cell)\n"
            + "Es ist [1.234,5](claim:x), $\\claim{0{,}25}{ys[0]}$ und [[0,25; 0,50]](claim:ys).\n",
        "lessons/b.md": "# Beta\n\n[1](<claim: 1>)\n",
    ]

    private static func course(_ changes: [String: String] = [:]) throws -> Tool {
        try Tool(files.merging(changes) { _, new in new })
    }

    @Test func `a reader sees the course in the language of the page, and is told where a lesson isn't in it`() async throws {
        let tool = try Self.course()
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        let (english, german) = (try #require(tool.text("site/a.html")), try #require(tool.text("site/a.de.html")))
        for page in [english, german] {
            #expect(page.contains("href=\"a.html\" hreflang=\"en\" lang=\"en\""))
            #expect(page.contains("href=\"a.de.html\" hreflang=\"de\" lang=\"de\""))
            #expect(page.contains(">English</a>") && page.contains(">Deutsch</a>"))
            #expect(page.contains("<link rel=\"alternate\" hreflang=\"de\" href=\"a.de.html\">"))
        }
        #expect(english.contains(">Beta</a>") && !english.contains("Alef</a>") && !english.contains("in-language\">("))
        let note = "<span class=\"in-language\" lang=\"de\">(Englisch)</span>"
        let beta = "href=\"b.html\" lang=\"en\" hreflang=\"en\">Beta \(note)</a>"
        #expect(german.contains(beta))
        #expect(!german.contains(">Alpha</a>") && german.contains("href=\"index.de.html\">T</a>"))
        let (front, vorne) = (try #require(tool.text("site/index.html")), try #require(tool.text("site/index.de.html")))
        #expect(front.contains(">Alpha</a>") && !front.contains(">Alef</a>") && !front.contains(">Willkommen</a>"))
        #expect(vorne.contains(">Alef</a>") && vorne.contains(">Beta</a> \(note)"))
        let again = try await tool("build", "lessons", "--output", "site")
        #expect(again.code == 0, "\(again.all)")
    }

    @Test func `a translation left behind is found, though all its numbers are what its own cells compute`() async throws {
        let translation = try #require(Self.files["lessons/a.de.md"])
        let stale = translation.replacing("1234.5", with: "1234.6").replacing("1.234,5", with: "1.234,6")
        let tool = try Self.course(["lessons/a.de.md": stale])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons")
        #expect(run.code == 2)
        #expect(
            run.all.contains("a.de.md:13:9: error: the original says 1,234.5 here, at lessons/a.md:8:8"), "\(run.all)")
    }

    @Test func `when the original is corrected, the translation is looked at again`() async throws {
        let tool = try Self.course()
        defer { tool.remove() }
        #expect(try await tool("verify", "lessons").code == 0)
        let original = try #require(Self.files["lessons/a.md"])
        let corrected = original.replacing("1234.5", with: "1235.5").replacing("1,234.5", with: "1,235.5")
        try tool.write(corrected, to: "lessons/a.md")
        let run = try await tool("verify", "lessons")
        #expect(run.all.contains("a.de.md:13:9: error: the original says 1,235.5 here"), "\(run.all)")
    }

    @Test func `numbers that the translation leaves out are told`() async throws {
        let short = Self.files["lessons/a.de.md"]?.replacing(/, \$.*\(claim:ys\)/, with: "") ?? ""
        let tool = try Self.course(["lessons/a.de.md": short])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons")
        #expect(run.code == 0)
        #expect(
            run.all.contains(
                "a.de.md:3:1: warning: 2 claims of the original aren't made by this translation; the first is 0.25 = ys[0] at lessons/a.md:8:"
            ), "\(run.all)")
        #expect(try await tool("verify", "lessons", "--strict").code == 2)
    }

    @Test(arguments: [
        ("translates: nowhere.md\nlang: de", "there is no lesson nowhere.md in this course"),
        ("translates: b.de.md\nlang: de", "a lesson doesn't translate itself"),
        ("translates: a.de.md\nlang: fr", "a.de.md is a translation itself; write `translates: a.md`"),
        ("translates: a.md\nlang: en-GB", "both lessons are in the language `en-GB`"),
        ("translates: a.md\nlang: de-AT", "lessons/a.de.md translates the same lesson into the same language; keep one"),
    ])
    func `a translation without an original, or besides another, is a finding`(matter: String, words: String) async throws {
        let tool = try Self.course(["lessons/b.de.md": "---\n\(matter)\n---\n\n# B\n"])
        defer { tool.remove() }
        let run = try await tool("verify", "lessons")
        #expect(run.code == 2)
        #expect(run.all.contains("lessons/b.de.md:2:1: error: " + words), "\(run.all)")
    }
}
