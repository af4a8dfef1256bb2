import Exhibits
import Lessons
import Reports
import Testing
import TestFolders

@testable import Publishing

struct CourseFileTests {
    @Test func `a course file gives titles, order and defaults`() {
        let file = CourseFile(
            """
            title: Networks
            author: A. Author
            site-url: https://example.org/course/
            digits: 4
            paper: A4
            notation: indexed
            execute:
              echo: false
            order: [b, a.md]
            """, file: "c/course.yml")
        #expect(file.findings == [])
        #expect(file.settings.title == "Networks")
        #expect(file.settings.siteURL == "https://example.org/course")
        #expect(file.settings.defaults.style.digits == 4)
        #expect(file.settings.paper == "a4")
        #expect(file.settings.defaults.style.notation == .indexed)
        #expect(file.settings.defaults.execute.echo == .no)
        #expect(file.settings.order.map(\.name) == ["b", "a"])
    }

    /// Addresses that would run something, or lead out of the site.
    @Test(arguments: [
        "links: {Home: \"javascript:alert(1)\"}", "links: {Home: \"JaVaScRiPt:alert(1)\"}", "links: {Home: ../secret.html}",
        "links: {Home: //example.org}", "links: {Home: \"data:text/html,x\"}",
        "links:\n  - text: A\n    href: file:///etc/passwd",
        "versions: {Old: \"javascript:alert(1)\"}", "footer: \"[x](javascript:alert(1))\"", "footer: \"[x](../../x.md)\"",
        "repo-url: javascript:alert(1)", "repo-url: https://a.example\nrepo-subdir: ../../other", "downloads: [exe]",
        "repo-actions: [delete]", "links: [1]", "footer: \"# Heading\"",
    ]) func `a hostile address around the pages is refused where it stands`(text: String) {
        let file = CourseFile(text, file: "course.yml")
        #expect(
            file.findings.map(\.severity) == [.error] && file.findings.map(\.code) == ["invalid-course-file"],
            "\(file.findings)")
    }

    @Test func `links are known by their keys, or written as Quarto has them`() {
        let file = CourseFile(
            "links: {github: https://github.com/a/b, plan: plan.md}\nversions: {Winter: ../winter/}\nrepo-url: https://gitlab.example.org/a/b/",
            file: "course.yml")
        #expect(file.findings == [])
        let furnishing = file.settings.furnishing
        #expect(
            furnishing.links == [
                .init(text: "GitHub", address: "https://github.com/a/b", icon: .branch),
                .init(text: "Plan", address: "plan.md"),
            ])
        #expect(furnishing.versions == [.init(text: "Winter", address: "../winter/")])
        #expect(furnishing.repository?.address == "https://gitlab.example.org/a/b")
        let list = CourseFile(
            "links:\n  - icon: rss\n    href: feed.xml\n  - text: Chat\n    icon: zulip\n    href: https://x.org", file: "c")
        #expect(
            list.settings.furnishing.links.map(\.text) == ["RSS", "Chat"]
                && list.settings.furnishing.links.map(\.icon) == [.feed, .bubble])
    }

    /// Every way to get a course file wrong, with the place and the beginning of what is said.
    @Test(arguments: [
        ("title: [", "1:9: error: the YAML can't be read"),
        ("a: 1\n  b: 2", "2:4: error: the YAML can't be read"),
        ("- a", "1:1: error: the course file holds `key: value` lines"),
        ("title: A\ntilte: B", "2:1: warning: `tilte` isn't a key of a course file; did you mean `title`?"),
        ("wholly: new", "1:1: warning: `wholly` isn't a key of a course file"),
        ("title: A\ntitle: B", "2:1: error: the YAML can't be read: the key `title` stands twice"),
        ("title: A\ndigits: many", "2:9: error: “digits” must be a whole number"),
        ("notation: greek\ntitle: A", "1:11: error: “notation” must be sequential or indexed"),
        ("title: A\nexecute:\n  echho: false", "3:3: warning: "),
        ("sidebar: maybe", "1:10: error: `sidebar` is `true` or `false`"),
        ("paper: a5", "1:8: error: `paper` is `a4` or `letter`"),
        ("order: a", "1:8: error: `order` is a list"),
        ("order:\n  - a\n  - [b]", "3:5: error: a lesson is named by its file"),
        ("order: [a, a]", "1:12: warning: `a` stands in `order` twice"),
        ("site-url: example.org", "1:11: error: `site-url` begins with https://"),
        ("title:", "1:7: error: `title` is a text"),
    ])
    func `a wrong course file is located`(text: String, expected: String) {
        let findings = CourseFile(text, file: "course.yml").findings.map {
            "\($0.place.line):\($0.place.column): \($0.severity): \($0.message)"
        }
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix(expected) == true, "\(findings)")
    }
}

struct SearchedCoursesTests {
    @Test(arguments: [
        ("search: reference", ["reference"]), ("search: [.., ../week-1/]", ["..", "../week-1"]), ("title: T", []),
    ])
    func `other courses of the site are named by the way to them`(text: String, ways: [String]) {
        let file = CourseFile(text, file: "course.yml")
        #expect(file.settings.searched == ways)
        #expect(file.findings == [])
    }

    @Test(arguments: ["https://a.org/x", "/reference", "a//b", "./a", "a b", "\"\"", "{a: b}", "a?b", "'a\"onload=1'"])
    func `an address elsewhere is an error`(way: String) {
        let file = CourseFile("search: \(way)", file: "course.yml")
        #expect(file.settings.searched == [])
        #expect(file.findings.map(\.code) == ["invalid-course-file"])
    }
}

struct CourseLoadingTests {
    @Test func `lessons follow the order of the course file, the others by name`() throws {
        let folder = try Folder([
            "course.yml": "order: [c, a]", "a.md": "", "b.md": "", "c.md": "", "README.md": "", "_part.md": "", "x.txt": "",
        ])
        let course = try Course.loaded(from: folder.path)
        #expect(course.lessons == ["c.md", "a.md", "b.md"].map { folder($0) })
        #expect(course.findings == [])
    }

    @Test func `the front page comes first, wherever it is listed`() throws {
        let folder = try Folder(["course.yml": "order: [b, index]", "a.md": "", "b.md": "", "index.md": ""])
        #expect(try Course.loaded(from: folder.path).lessons == ["index.md", "b.md", "a.md"].map { folder($0) })
    }

    @Test func `a lesson in the order that isn't there is an error at its place`() throws {
        let folder = try Folder(["course.yml": "title: T\norder:\n  - intor\n", "intro.md": ""])
        let finding = try #require(try Course.loaded(from: folder.path).findings.first)
        #expect(finding.place == Place(file: folder("course.yml"), line: 3, column: 5))
        #expect(finding.message.hasSuffix("the nearest there is: `intro`"))
    }

    @Test func `a lesson's file is its course with that lesson selected`() throws {
        let folder = try Folder(["course.yml": "title: T", "a.md": "", "b.md": ""])
        let course = try Course.loaded(from: folder("b.md"))
        #expect(course.lessons == ["a.md", "b.md"].map { folder($0) })
        #expect(course.selection == [folder("b.md")])
        #expect(course.settings.title == "T")
    }

    @Test func `a folder that isn't there is an error that says what to do`() {
        #expect(throws: CourseError.missing("nowhere")) { try Course.loaded(from: "nowhere/") }
        #expect(CourseError.missing("nowhere").exitCode == 2)
    }
}
