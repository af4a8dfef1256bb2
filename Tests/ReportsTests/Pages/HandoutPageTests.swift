import Exhibits
import Lessons
import Reports
import Testing

/// A lesson and its transcript as a page, without running anything.
struct HandoutPageTests {
    static func page(_ source: String, _ transcript: Transcript) throws -> RenderedPage {
        let lesson = Lesson.parsed(source: source, file: "a.md")
        // Colouring needs scripts; a page is complete without them.
        let typesetter = Typesetter { throw CancellationError() }
        return try Handout(lesson: lesson, transcript: transcript).rendered(
            in: CoursePlace(title: "Course"), with: typesetter
        ) { _, name in "<svg id=\"\(name)\"></svg>" }
    }

    @Test func `text that a cell prints as Markdown becomes text of the page`() throws {
        let page = try Self.page(
            "```{swift}\nprint(1)\n```\n", Transcript(outputs: [0: [.exhibit(.markdown("a *word* of it\n"))]]))
        #expect(page.html.contains("<p>a <em>word</em> of it</p>"))
        #expect(page.markdown.contains("a *word* of it"))
    }

    @Test func `the front page ends with the list of lessons and stands outside their row`() throws {
        let course = CoursePlace(
            title: "Course", entries: [.init(name: "index", title: "Home"), .init(name: "a", title: "First", description: "D")])
        func html(_ file: String) throws -> String {
            let lesson = Lesson.parsed(source: "Welcome.\n", file: file)
            return try Handout(lesson: lesson, transcript: Transcript()).rendered(
                in: course, with: Typesetter { throw CancellationError() }
            ) { _, _ in "" }.html
        }
        let front = try html("index.md")
        #expect(front.contains("Welcome.") && front.contains("<li><a href=\"a.html\">First</a>\n<p>D</p></li>"))
        #expect(!front.contains("rel=\"next\""))
        #expect(try !html("a.md").contains("rel=\"prev\""))
    }

    @Test func `printed text is escaped`() throws {
        let page = try Self.page("```{swift}\nprint(1)\n```\n", Transcript(outputs: [0: [.printed("<b> & co\n")]]))
        #expect(page.html.contains("&lt;b&gt; &amp; co"))
        #expect(!page.html.contains("<b>"))
    }

    @Test func `a claim that doesn't hold shows what was computed`() throws {
        let page = try Self.page("It is [0.5](claim:x).\n", Transcript(outcomes: [0: Outcome(.number(0.7))]))
        #expect(page.html.contains("claim-wrong"))
        #expect(page.html.contains("computed: 0.7"))
        #expect(page.markdown.contains("~~0.5~~"))
    }

    @Test func `numbers in a table keep the page's digits, trailing zeros included`() throws {
        let table = Table(columns: [.init(.text("loss"), .trailing)], rows: [[.number(0.5, nil)], [.number(-1.25e-9, nil)]])
        let page = try Self.page(
            "---\ndigits: 4\n---\n\n```{swift}\nshow(t)\n```\n", Transcript(outputs: [0: [.exhibit(.table(table))]]))
        #expect(page.html.contains(">0.5000</td>"))
        #expect(page.html.contains(">−1.2500 × 10<sup>−9</sup></td>"))
    }
}
