import Exhibits
import Lessons
import Reports
import Testing

/// The list of parts and lessons beside a page.
struct CourseSidebarTests {
    private static let course = {
        var course = CoursePlace(
            title: "Course",
            entries: [
                .init(name: "index", title: "Home"), .init(name: "one/a", title: "A & B"), .init(name: "one/b", title: "B"),
                .init(name: "two/c", title: "C"), .init(name: "d", title: "D"),
            ])
        course.parts = [.init(title: "First", lessons: ["one/a", "one/b"]), .init(title: "Second", lessons: ["two/c"])]
        return course
    }()

    private func sidebar(
        _ name: String, in course: CoursePlace = Self.course, source: String = "Text.\n"
    ) throws -> Substring? {
        var lesson = Lesson.parsed(source: source, file: "\(name).md")
        lesson.name = name
        let html = try Handout(lesson: lesson, transcript: Transcript()).rendered(
            in: course, with: Typesetter { throw CancellationError() }
        ).html
        guard let start = html.firstRange(of: "<nav class=\"course\""), let end = html.firstRange(of: "<main") else {
            return nil
        }
        return html[start.lowerBound..<end.lowerBound]
    }

    @Test func `the part that is read is open, the others are folded, and the lesson is marked once`() throws {
        let html = try #require(try sidebar("one/b"))
        #expect(html.contains("<details class=\"course-part\" open>\n<summary>First</summary>"))
        #expect(html.contains("<details class=\"course-part\">\n<summary>Second</summary>"))
        #expect(html.contains("<a href=\"b.html\" aria-current=\"page\">B</a>"))
        #expect(html.ranges(of: "aria-current").count == 1)
        #expect(html.contains("<a href=\"a.html\">A &amp; B</a>") && html.contains("<a href=\"../two/c.html\">C</a>"))
        // What is in no part comes last, outside all of them.
        #expect(html.contains("</details>\n<ol>\n<li><a href=\"../d.html\">D</a></li>"))
        #expect(!html.contains("Home"))
    }

    @Test func `the sections of a page stand below its lesson`() throws {
        let html = try #require(try sidebar("d", source: "## X\n\n## Y\n\n## Z\n"))
        #expect(html.contains("aria-current=\"page\">D</a>\n<ol class=\"sections\">") && html.contains("href=\"#y\""))
        #expect(!html.contains("<details class=\"course-part\" open>"))
    }

    @Test func `neither a front page nor a lone lesson nor a course that says so has a sidebar`() throws {
        #expect(try sidebar("index") == nil)
        #expect(try sidebar("a", in: CoursePlace(title: "C", entries: [.init(name: "a", title: "A")])) == nil)
        var without = Self.course
        without.showsSidebar = false
        #expect(try sidebar("d", in: without) == nil)
    }
}
