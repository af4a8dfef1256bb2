import Exhibits
import Lessons
import Testing
import Storage
import TestFolders

@testable import Publishing

/// What would break: a file added beside lessons, or a new name, takes them out of verification, and it is all well.
struct LeftOutTests {
    private static let claim = "```{swift}\nlet x = 1.5\n```\n\nIt is [99](claim:x).\n"

    /// The findings as a verification of these courses takes them.
    private static func judged(_ course: Course, strictly: Bool = false, beside: Set<String> = []) -> [String] {
        course.findings.map { course.leftOut.judged($0, strictly: strictly, beside: beside) }.map {
            "\($0.severity.rawValue) \($0.code)"
        }
    }

    @Test(arguments: ["b.MD", "w/b.qmd", "README.md"])
    func `a file with claims that is no lesson by mistake fails a verification`(name: String) throws {
        let folder = try Folder(["a.md": "", "w/index.md": "", name: Self.claim])
        let course = try Course.loaded(from: folder.path)
        #expect(course.findings.map(\.severity) == [.warning])
        #expect(Self.judged(course) == ["error unchecked-file"])
        // One that only shows how claims are written is no such file.
        try folder.write("Write `[3](claim:x)`, and\n\n````text\n```{swift}\n```\n````\n", to: name)
        #expect(Self.judged(try Course.loaded(from: folder.path)) == ["warning unchecked-file"])
    }

    @Test func `a page's report with claims fails a verification where it is no lesson for looking like one`() throws {
        let folder = try Folder(["a.md": "", "w/.nojekyll": "", "w/404.html": "", "w/b.html": "", "w/b.md": Self.claim])
        #expect(Self.judged(try Course.loaded(from: folder.path)) == ["error unchecked-file"])
    }

    @Test func `a course in the course fails it unless it is verified too, or claims nothing`() throws {
        let folder = try Folder(["a.md": "", "w/course.yml": "", "w/b.md": Self.claim])
        let course = try Course.loaded(from: folder.path)
        #expect(Self.judged(course) == ["error course-in-course"])
        #expect(Self.judged(course, beside: [Files.absolute(folder("w"))]) == ["warning course-in-course"])
        try folder.write("Only words.", to: "w/b.md")
        #expect(Self.judged(try Course.loaded(from: folder.path)) == ["warning course-in-course"])
    }

    @Test(arguments: ["_w/b.md", "_b.md", "w/_drafts/x/b.md", "_b.qmd"])
    func `what begins with _ and claims is told, and fails a strict verification`(name: String) throws {
        let folder = try Folder(["a.md": "", "_empty/c.md": "Words.", name: Self.claim])
        let course = try Course.loaded(from: folder.path)
        #expect(course.findings.map(\.place.file) == [folder(name)])
        #expect(Self.judged(course) == ["warning left-out"])
        #expect(Self.judged(course, strictly: true) == ["error left-out"])
    }

    @Test func `a part that a lesson includes is verified there`() throws {
        let folder = try Folder([
            "a.md": "{{< include _p/b.md >}}\n", "_p/b.md": "{{< include c.md >}}\n", "_p/c.md": Self.claim,
        ])
        #expect(try Course.loaded(from: folder.path).findings == [])
    }

    @Test func `a verification of no lesson isn't all well`() async throws {
        let folder = try Folder(["notes.txt": "words"])
        let result = try await verifyCourses([folder.path], options: BuildOptions())
        #expect(result.exitCode == 2)
        #expect(result.findings.map(\.code) == ["no-lessons", "nothing-verified"])
    }

    @Test func `where nobody waits a lesson gives itself ten minutes at most`() {
        #expect(LessonRuns.longestOwnTime(in: ["CI": "true"]) == 600)
        for environment in [[:], ["CI": "false"]] {
            #expect(LessonRuns.longestOwnTime(in: environment) == FrontMatter.longestRun)
        }
    }
}
