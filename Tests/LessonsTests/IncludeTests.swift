import Exhibits
import Testing

@testable import Lessons

struct IncludeTests {
    static let files = [
        "lessons/parts/a.md": "---\ntitle: Part\n---\nIn part a [0.5](claim:x).\n\n{{< include b.md >}}\n",
        "lessons/parts/b.md": "```{swift}\nlet b = 1\n```\n", "lessons/loop.md": "{{< include loop.md >}}\n",
        "lessons/broken.md": "Text\n\n```{swift}\n",
    ]

    func lesson(_ text: String) -> Lesson {
        Lesson.parsed(source: text, file: "lessons/main.md") { Self.files[$0] }
    }

    @Test func `included text keeps its own file, lines and bytes`() throws {
        let lesson = lesson("One\n\n{{< include parts/a.md >}}\n\n[0.25](claim:y)\n")
        #expect(
            lesson.claims.map(\.place) == [
                Place(file: "lessons/parts/a.md", line: 4, column: 12), Place(file: "lessons/main.md", line: 5, column: 2),
            ])
        #expect(lesson.cells.map(\.place) == [Place(file: "lessons/parts/b.md", line: 2, column: 1)])
        let part = Array((Self.files["lessons/parts/a.md"] ?? "").utf8)
        let claim = try #require(lesson.claims.first)
        #expect(String(decoding: part[claim.bytes], as: UTF8.self) == "0.5")
        #expect(lesson.reads == ["lessons/parts/a.md", "lessons/parts/b.md"])
        #expect(lesson.findings.isEmpty)
    }

    @Test func `a mistake in an included file is reported there`() {
        let lesson = lesson("A\n\n{{< include broken.md >}}\n")
        #expect(lesson.findings.map(\.code) == ["unclosed-fence"])
        #expect(lesson.findings.map(\.place) == [Place(file: "lessons/broken.md", line: 3, column: 1)])
    }

    @Test func `a file that includes itself is reported, not followed`() {
        #expect(
            lesson("{{< include loop.md >}}\n").findings.map(\.message) == [
                "“lessons/loop.md” includes itself: lessons/main.md → lessons/loop.md → lessons/loop.md"
            ])
    }

    @Test func `an include that code shows is not followed`() {
        let lesson = lesson("```\n{{< include parts/a.md >}}\n```\n")
        #expect(lesson.claims.isEmpty)
        #expect(lesson.reads.isEmpty)
    }
}
