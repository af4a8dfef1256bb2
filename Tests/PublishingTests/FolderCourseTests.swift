import Exhibits
import Lessons
import Testing
import TestFolders

@testable import Publishing

/// Lessons in folders, and the parts of a course.
struct FolderCourseTests {
    private func names(_ course: Course) -> [String] { course.lessons.map(course.name(of:)) }

    @Test func `lessons in folders are lessons of the course, a folder's page before the others`() throws {
        let folder = try Folder([
            "course.yml": "title: T", "index.md": "", "week1/two.md": "", "week1/README.md": "", "week1/deep/er.md": "",
            "b.md": "", "_drafts/x.md": "", ".git/y.md": "", "theme/z.md": "", "node_modules/p/n.md": "",
        ])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == ["index", "b", "week1/index", "week1/deep/er", "week1/two"])
        #expect(course.findings == [])
    }

    @Test func `what lessons include from folders is a part of theirs, unless the course lists it`() throws {
        let files = [
            "a.md": "{{< include parts/x.md >}}", "parts/x.md": "{{< include y.md >}}", "parts/y.md": "", "parts/z.md": "",
            "week1/one.md": "{{< include /parts/z.md >}}",
        ]
        let folder = try Folder(files)
        #expect(names(try Course.loaded(from: folder.path)) == ["a", "week1/one"])
        try folder.write("order: [a, parts/y, week1]", to: "course.yml")
        #expect(names(try Course.loaded(from: folder.path)) == ["a", "parts/y", "week1/one"])
    }

    @Test(arguments: [
        ("in a listing", "```text\n{{< include week/b.md >}}\n```"),
        ("in a cell", "```{swift}\n// {{< include week/b.md >}}\n```"),
        ("indented", "    {{< include week/b.md >}}"), ("in a code span", "`{{< include week/b.md >}}`"),
        ("in a comment", "<!--\n{{< include week/b.md >}}\n-->"), ("in a sentence", "We write {{< include week/b.md >}} here."),
        ("in front matter", "---\ntitle: |\n  x\n  {{< include week/b.md >}}\n---\n"),
        ("in a draft", "---\ndraft: true\n---\n\n{{< include week/b.md >}}"),
    ])
    func `what is only shown or not published includes nothing, and the other lesson stays one`(
        where: String, text: String
    ) throws {
        let folder = try Folder(["a.md": text, "week/b.md": "# B\n"])
        #expect(names(try Course.loaded(from: folder.path)) == ["a", "week/b"])
    }

    @Test(arguments: [
        ["w/a.md": "{{< include a.md >}}"], ["w/a.md": "{{< include b.md >}}", "w/b.md": "{{< include a.md >}}"],
        ["w/a.md": "{{< include b.md >}}", "w/b.md": "{{< include c.md >}}", "w/c.md": "{{< include b.md >}}"],
    ])
    func `files that include each other are not all parts`(files: [String: String]) throws {
        let folder = try Folder(files)
        #expect(names(try Course.loaded(from: folder.path)) == ["w/a"])
    }

    @Test func `a site built into the course's folder holds no lessons but those without a page`() throws {
        let folder = try Folder([
            "a.md": "", "output/a.md": "", "output/a.html": "", "output/.nojekyll": "", "output/404.html": "",
            "output/w/b.md": "", "output/w/b.html": "", "output/w/lie.md": "",
        ])
        #expect(names(try Course.loaded(from: folder.path)) == ["a", "output/w/lie"])
    }

    @Test(arguments: [("\u{E9}.md", "e\u{301}.md"), ("d\u{E9}/a.md", "de\u{301}/a.md")])
    func `of two lessons with names that look alike none is passed over`(one: String, other: String) throws {
        let folder = try Folder([:])
        for name in [one, other, "z.md"] { try folder.write("# A", to: name) }
        let course = try Course.loaded(from: folder.path)
        #expect(course.findings.map(\.code) == ["same-name", "same-name"])
        #expect(Set(course.findings.map { Array($0.place.file.utf8) }).count == 2)
    }

    @Test func `a lesson in a folder that looks like a built site is reported`() throws {
        let folder = try Folder([
            "a.md": "", "w/.nojekyll": "", "w/404.html": "", "w/a.html": "", "w/a.md": "It is [3](<claim: x>).",
        ])
        #expect(try Course.loaded(from: folder.path).findings.map(\.code) == ["unchecked-file"])
    }

    @Test(arguments: ["B.MD", "w/b.markdown", "b.qmd", "w/b.Rmd"])
    func `cells and claims in a file that is no lesson by its name are reported`(name: String) throws {
        let folder = try Folder(["a.md": "", name: "It is [3](<claim: x>).", "notes.markdown": "words", "_b.qmd": "(claim:"])
        let findings = try Course.loaded(from: folder.path).findings
        #expect(findings.map(\.code) == ["unchecked-file"])
        #expect(findings.first?.place.file == folder(name))
    }

    @Test func `a folder too deep to be looked into is a finding`() throws {
        let deep = String(repeating: "d/", count: 16)
        let folder = try Folder(["a.md": "", deep + "b.md": "", String(deep.dropLast(2)) + "c.md": ""])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == ["a", String(deep.dropLast(2)) + "c"])
        #expect(course.findings.map(\.code) == ["too-deep"])
    }

    @Test(arguments: [
        ("order: [week2, week1/one]", ["week2/c", "week2/d", "week1/one"]),
        ("order: [week2/d, week2, week1/]", ["week2/d", "week2/c", "week1/one"]),
        ("parts: [week2, week1]", ["week2/c", "week2/d", "week1/one"]),
        (
            "parts:\n  - title: One\n    folder: week1\n  - title: Two\n    lessons: [week2/d, week2/c.md]",
            ["week1/one", "week2/d", "week2/c"]
        ),
        ("parts:\n  Second: week2\n  First: [week1/one]", ["week2/c", "week2/d", "week1/one"]),
    ])
    func `order and parts name lessons and folders`(file: String, expected: [String]) throws {
        let folder = try Folder(["course.yml": file, "week1/one.md": "", "week2/c.md": "", "week2/d.md": ""])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == expected)
        #expect(course.findings == [])
    }

    @Test func `parts have the titles given to them`() throws {
        let folder = try Folder([
            "course.yml": "parts:\n  - title: One\n    folder: a\n  - b\n", "a/x.md": "", "b/y.md": "", "b/README.md": "",
        ])
        let course = try Course.loaded(from: folder.path)
        #expect(course.settings.parts.map(\.title) == ["One", nil])
        #expect(course.settings.parts.map { $0.entries.map(\.name) } == [["a/x"], ["b/index", "b/y"]])
    }

    @Test func `a folder with lessons that the order leaves out is reported, and its lessons come last`() throws {
        let folder = try Folder([
            "course.yml": "title: T\norder: [week1]\n", "week1/a.md": "", "week2/b.md": "", "week2/c.md": "",
        ])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == ["week1/a", "week2/b", "week2/c"])
        let finding = try #require(course.findings.first)
        #expect(course.findings.count == 1 && finding.severity == .warning && finding.code == "unlisted-folder")
        #expect(finding.place == Place(file: folder("course.yml"), line: 2))
        #expect(
            finding.message.contains("week2 holds 2 lessons that aren't named here") && finding.message.contains("`- week2`"))
    }

    @Test(arguments: ["README.md", "week1/README.md"])
    func `a README that nothing reads but that claims numbers is reported`(file: String) throws {
        let folder = try Folder(["a.md": "", "week1/index.md": "", file: "It is [0.5](claim:x)."])
        let course = try Course.loaded(from: folder.path)
        #expect(course.findings.map(\.code) == ["unchecked-file"])
        #expect(course.findings.map(\.place) == [Place(file: folder(file), line: 1)])
    }

    @Test func `a course of READMEs alone has them as its lessons`() throws {
        let folder = try Folder(["course.yml": "title: T", "README.md": "", "week1/README.md": "", "week2/README.md": ""])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == ["week1/index", "week2/index"] && course.findings.isEmpty, "\(course.findings)")
        // Beside lessons, one in a folder without any speaks of the folder.
        try folder.write("", to: "a.md")
        #expect(names(try Course.loaded(from: folder.path)) == ["a"])
    }

    @Test func `a course inside a course is pointed at, not passed over`() throws {
        let folder = try Folder(["a.md": "", "other/course.yml": "", "other/b.md": ""])
        let course = try Course.loaded(from: folder.path)
        #expect(names(course) == ["a"])
        #expect(course.findings.map(\.code) == ["course-in-course"])
    }

    @Test(arguments: ["week1/one.md", "week1"])
    func `a lesson or a folder of a course is its course with that selected`(path: String) throws {
        let folder = try Folder(["course.yml": "title: T\nbibliography: r.bib", "a.md": "", "week1/one.md": ""])
        let course = try Course.loaded(from: folder(path))
        #expect(course.folder == folder.path && course.settings.title == "T")
        #expect(course.selection == [folder("week1/one.md")])
        #expect(course.settings.defaults.bibliography == ["/r.bib"])
    }

    @Test func `mistakes of a course file are located, each by itself, and stop no lesson`() async throws {
        let folder = try Folder([
            "course.yml": "title: T\nimage: card.png\norder: [a, b, week1/c]\n", "a.md": "# A\n", "week1/one.md": "# One\n",
        ])
        var options = BuildOptions(output: folder("site"))
        options.usesCache = false
        let result = try await CourseBuild(
            course: Course.loaded(from: folder.path), options: options, stages: PlainStages().stages
        ).run()
        #expect(
            result.findings.map { "\($0.code) \($0.place.line):\($0.place.column)" } == [
                "missing-file 2:8", "missing-lesson 3:12", "missing-lesson 3:15", "unlisted-folder 3:1",
            ])
        #expect(result.lessons.map(\.file) == ["a.md", "week1/one.md"].map { folder($0) })
        #expect(result.exitCode == 2)
        #expect(folder.text("site/week1/one.html")?.isEmpty == false)
    }

    @Test func `lessons of one name in two folders keep their results apart`() async throws {
        let folder = try Folder(["w1/a.md": "# A1\ncode: 1\n", "w2/a.md": "# A2\ncode: 2\n", "w1+a.md": "# A3\ncode: 3\n"])
        let stages = PlainStages()
        func build() async throws -> [String] {
            _ = try await CourseBuild(
                course: Course.loaded(from: folder.path), options: BuildOptions(output: folder("site")), stages: stages.stages
            ).run()
            return stages.takeLog()
        }
        #expect(try await build().count == 9)
        #expect(try await build() == [])
        #expect(folder.text("site/w1/a.html")?.contains("code: 1") == true)
        #expect(folder.text("site/w2/a.html")?.contains("code: 2") == true)
    }
}

struct SitePathTests {
    @Test(arguments: [
        ("a.html", "b", "a.html"), ("w/a.html", "b", "w/a.html"), ("a.html", "w/b", "../a.html"), ("w/a.html", "w/b", "a.html"),
        ("w/a.html", "v/b", "../w/a.html"), ("w/x/a.html", "w/b", "x/a.html"), ("w/a.html", "w/x/b", "../a.html"),
    ])
    func `an address leads from page to file, and back to what it means`(file: String, page: String, address: String) {
        #expect(SitePath.address(of: file, from: page) == address)
        #expect(SitePath.resolved(address, on: page) == file)
        #expect(SitePath.resolved("/" + file, on: page) == file)
        #expect(SitePath.resolved(SitePath.root(from: page) + file, on: page) == file)
    }

    @Test func `an address that climbs out of the site means nothing in it`() {
        #expect(SitePath.resolved("../../a.html", on: "w/b") == nil)
    }
}
