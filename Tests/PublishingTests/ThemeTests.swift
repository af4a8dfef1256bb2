import Exhibits
import Reports
import Testing
import Storage
import TestFolders

@testable import Publishing

struct ThemeTests {
    private func place(_ files: [String: String]) throws -> (course: Course, folder: Folder) {
        let folder = try Folder(["l/a.md": "# A\n"].merging(files) { $1 })
        return (try Course.loaded(from: folder("l")), folder)
    }

    @Test func `the files of the theme folder reach every page`() throws {
        let (course, folder) = try place([
            "l/theme/theme.css": "p{}", "l/theme/head.html": "<meta name=\"x\" content=\"y\">\n",
            "l/theme/foot.html": "<p>Foot</p>\n",
            "l/theme/logo.svg": "<svg/>",
        ])
        #expect(course.findings == [])
        let site = Stages.Site(settings: course.settings, entries: [LessonEntry(name: "a", title: "A")])
        let files = try SharedFiles.all(site, isSelfContained: false)
        let index = String(decoding: try #require(files["index.html"]), as: UTF8.self)
        #expect(index.contains("<meta name=\"x\" content=\"y\">\n</head>"))
        #expect(index.contains("<p>Foot</p>\n</body>"))
        #expect(index.contains("<link rel=\"stylesheet\" href=\"assets/theme/theme.css\">"))
        #expect(files["assets/theme/theme.css"] == Array("p{}".utf8))
        #expect(files["assets/theme/logo.svg"] == Array("<svg/>".utf8))
        #expect(files["assets/theme/head.html"] == nil)
        withExtendedLifetime(folder) {}
    }

    @Test func `a template of the course's own takes the place of Lectern's`() throws {
        let (course, folder) = try place(["l/theme/page.html": "<h1>{{title}}</h1>{{{body}}}\n"])
        let site = Stages.Site(settings: course.settings, entries: [LessonEntry(name: "a", title: "A & B")])
        let files = try SharedFiles.all(site, isSelfContained: false)
        let index = String(decoding: try #require(files["index.html"]), as: UTF8.self)
        #expect(index == "<h1>Course</h1><ol class=\"lessons\">\n<li><a href=\"a.html\">A &amp; B</a></li>\n</ol>\n")
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        ("page.html", "<p>\n{{#title}}{{{body}}}", "broken-template"), ("page.html", "<p>{{title}}</p>", "broken-template"),
        ("footer.html", "x", "unknown-theme-file"),
    ])
    func `a theme that can't be used says so at its file`(file: String, text: String, code: String) throws {
        let (course, folder) = try place(["l/theme/\(file)": text])
        #expect(course.findings.map(\.code) == [code])
        #expect(course.findings.first?.place.file == folder("l/theme/\(file)"))
    }

    @Test func `a changed theme renders every page and runs nothing`() async throws {
        let folder = try Folder(["l/a.md": "# A\ncode: 1\n", "l/theme/theme.css": "p{}"])
        let stages = PlainStages()
        func build() async throws -> [String] {
            let course = try Course.loaded(from: folder("l"))
            _ = try await CourseBuild(course: course, options: BuildOptions(output: folder("out")), stages: stages.stages).run()
            return stages.takeLog()
        }
        #expect(try await build() == ["parse a.md", "render a.md", "run a.md"])
        #expect(try await build() == [])
        try folder.write("q{}", to: "l/theme/theme.css")
        #expect(try await build() == ["parse a.md", "render a.md"])
    }

    @Test func `what a page shows and links to goes with it, pictures with their size`() throws {
        let folder = try Folder([
            "l/net.svg": "<svg width=\"30\" height=\"20\">", "l/data/t.csv": "1", "secret.txt": "s", "l/b.md": "B",
        ])
        let html = """
            <img src="net.svg" alt="a" /><img src="net.svg" alt="b" width="50%" /><a href="data/t.csv#row">t</a>
            <a href="../secret.txt">s</a><a href="b.html">b</a><a href="https://a.org/net.svg">n</a><img src="assets/x.svg">
            """
        let enclosures = Enclosures(html, on: "a", of: folder("l"), door: CourseDoor(folder("l")))
        #expect(enclosures.files.keys.sorted() == ["data/t.csv", "net.svg"])
        #expect(enclosures.html.contains("<img src=\"net.svg\" width=\"30\" height=\"20\" alt=\"a\" />"))
        #expect(enclosures.html.contains("<img src=\"net.svg\" alt=\"b\" width=\"50%\" />"))
    }

    @Test func `the picture of a course has to be there`() throws {
        #expect(try place(["l/course.yml": "image: card.png\n"]).course.findings.map(\.code) == ["missing-file"])
        #expect(try place(["l/course.yml": "image: card.png\n", "l/card.png": "x"]).course.findings.isEmpty)
    }
}
