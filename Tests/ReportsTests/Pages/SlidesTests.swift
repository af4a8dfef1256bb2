import Exhibits
import Lessons
import Reports
import Testing

/// A lesson as slides.
struct SlidesTests {
    private func html(_ body: String, _ transcript: Transcript = Transcript()) throws -> String {
        try HandoutPageTests.page("---\ntitle: T\nformat: slides\n---\n" + body, transcript).html
    }

    private func slides(_ body: String) throws -> [Substring] {
        try html(body).split(separator: "<div class=\"slide").dropFirst().filter { !$0.hasPrefix("s-keys") }
    }

    @Test func `a heading of level 1 or 2 and a rule begin a slide, a smaller heading stays in its slide`() throws {
        let slides = try slides("Before.\n\n# A\n\n## B\n\nText.\n\n### C\n\nMore.\n\n---\n\nAfter.\n")
        #expect(slides.count == 5)
        #expect(slides[0].contains("<h1>T</h1>") && slides[0].hasPrefix(" title-slide\" id=\"slide:1\""))
        #expect(slides[1].contains("Before."))
        #expect(slides[2].hasPrefix(" divider\""))
        #expect(slides[3].contains(">B</h2>") && slides[3].contains(">C</h3>") && slides[3].contains("More."))
        #expect(slides[4].contains("After."))
    }

    @Test(arguments: [". . .", "\\. \\. \\.", "…"]) func `what follows a pause is a step`(pause: String) throws {
        let slides = try slides("## A\n\none\n\n\(pause)\n\ntwo\n\n\(pause)\n\nthree\n")
        #expect(slides[1].contains("<p>one</p>\n<div class=\"step\">\n<p>two</p>\n</div>\n<div class=\"step\">\n<p>three</p>"))
        #expect(!slides[1].contains(". . ."))
    }

    @Test func `notes for the speaker stand outside of what is shown`() throws {
        let slides = try slides("## A\n\nshown\n\n::: {.notes}\nsaid\n:::\n")
        let end = try #require(slides[1].firstRange(of: "</div>\n<aside class=\"notes\""))
        #expect(slides[1][..<end.lowerBound].contains("shown") && slides[1][end.upperBound...].contains("said"))
        #expect(!slides[1][..<end.lowerBound].contains("said"))
    }

    @Test func `footnotes and works have a slide of their own at the end`() throws {
        let slides = try slides("## A\n\ntext[^1]\n\n[^1]: note\n")
        #expect(slides.count == 3 && slides[2].contains("note"))
    }

    @Test func `slides say how many of their numbers hold, in their language`() throws {
        let page = try HandoutPageTests.page(
            "---\ntitle: T\nformat: slides\nlang: de\n---\n## A\n\n[0,5](<claim: x>)\n",
            Transcript(outcomes: [0: Outcome(.number(0.5))]))
        #expect(page.html.contains("aria-roledescription=\"Folie\"") && page.html.contains(">Notizen</button>"))
        #expect(page.html.contains("Die eine Zahl, die auf dieser Seite behauptet wird, ist die berechnete."))
    }

    @Test func `names of other tools' presentations mean slides, and a word that is none is an error`() throws {
        for name in ["slides", "revealjs", "beamer", "\n  revealjs:\n    theme: dark"] {
            let lesson = Lesson.parsed(source: "---\nformat: \(name)\n---\nA\n", file: "a.md")
            #expect(lesson.frontMatter.format == .slides && lesson.findings.isEmpty, "\(name)")
        }
        for name in ["html", "page", "\n  html:\n    toc: true"] {
            #expect(Lesson.parsed(source: "---\nformat: \(name)\n---\nA\n", file: "a.md").frontMatter.format == .page)
        }
        let wrong = Lesson.parsed(source: "---\nformat: slide\n---\nA\n", file: "a.md")
        #expect(wrong.findings.contains { $0.message.contains("page or slides") })
    }
}
