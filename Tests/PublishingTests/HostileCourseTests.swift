import TestFolders
import Storage
import Exhibits
import Reports
import Testing

@testable import Publishing

#if canImport(Glibc)
import Glibc
#endif

/// What a stranger's course asks for and doesn't get.
struct HostileCourseTests {
    private let stages = PlainStages()

    private func build(_ folder: Folder, _ change: (inout BuildOptions) -> Void = { _ in }) async throws -> CourseResult {
        var options = BuildOptions(output: folder("out"))
        change(&options)
        return try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages.stages).run()
    }

    @Test(arguments: ["l/.lectern/runs/a", "l/.lectern/runs", "l/.lectern/sites", "l/.lectern/pages", "l/.lectern"])
    func `a cache that came with the course leads to nobody's files`(link: String) async throws {
        let folder = try Folder(["l/a.md": "# A\ncode: 1\n"])
        for number in 0..<20 {
            for name in ["victim/\(number)", "victim/a/\(number)", "victim/\(number).lectern-unfinished"] {
                try folder.write("theirs", to: name)
            }
        }
        let before = Files.tree(below: folder("victim"))
        try Files.makeFolder(Files.folder(of: folder(link)))
        symlink(folder("victim"), folder(link))
        for count in 1...3 {
            try folder.write("# A\ncode: \(count)\n", to: "l/a.md")
            _ = try await build(folder)
        }
        #expect(Files.tree(below: folder("victim")) == before)
    }

    @Test func `no report shows a line of what a link leads to`() async throws {
        let folder = try Folder(["l/a.md": "# A\n", "secret": "TOPSECRET\n", "elsewhere/b.md": "TOPSECRET\n"])
        symlink(folder("secret"), folder("l/e.md"))
        symlink(folder("secret"), folder("l/course.yml"))
        var result = try await build(folder)
        #expect(result.exitCode == 2)
        // What was a folder when it was read may be a link when the report is written.
        symlink(folder("elsewhere"), folder("l/data"))
        result.findings.append(Finding(.error, code: "x", at: Place(file: folder("l/data/b.md"), line: 1), "x"))
        for format in ReportFormat.allCases {
            #expect(try !report(result, as: format).contains("TOPSECRET"), "\(format)")
        }
        // Beside it, the line of a lesson is shown.
        result.findings.append(Finding(.error, code: "x", at: Place(file: folder("l/a.md"), line: 1), "x"))
        #expect(try report(result, as: .text).contains("1 | # A"))
    }

    @Test(arguments: ["../evil.sh", "/etc/passwd", "a/../../evil.png", ".git/x.png", "./card.png", "index.html", "out.png"])
    func `a picture of the course lies in the course and overwrites nothing`(image: String) async throws {
        let folder = try Folder([
            "l/a.md": "# A\n", "l/course.yml": "title: T\nimage: \(image)\n", "evil.sh": "theirs", "evil.png": "theirs",
            "l/index.html": "x", "l/.git/x.png": "x",
        ])
        symlink("../evil.png", folder("l/out.png"))
        let result = try await build(folder)
        #expect(result.findings.map(\.code) == ["refused-file"])
        #expect(result.findings.map(\.place) == [Place(file: folder("l/course.yml"), line: 2, column: 8)])
        #expect(result.exitCode == 2)
        #expect(folder.text("evil.sh") == "theirs")
        // The rest of the course is built all the same, without the picture.
        #expect(folder.text("out/evil.sh") == nil && folder.text("out/evil.png") == nil && folder.text("out/out.png") == nil)
        #expect(folder.text("out/index.html") != "x")
    }

    @Test(arguments: [
        (["404.md"], "reserved-name"), (["verification.md"], "reserved-name"), (["Assets.md"], "reserved-name"),
        (["XOR.md", "xor.md"], "same-name"),
    ])
    func `a name that is taken is a finding`(lessons: [String], code: String) throws {
        let folder = try Folder(["l/a.md": "# A\n"])
        for lesson in lessons { try folder.write("# X\n", to: "l/" + lesson) }
        let course = try Course.loaded(from: folder("l"))
        #expect(course.findings.isEmpty && course.wrongNames.values.map(\.code) == lessons.map { _ in code })
        #expect(Set(course.wrongNames.keys) == Set(lessons.map { folder("l/" + $0) }))
    }

    @Test(arguments: ["404.md", "assets.md", "A.md", "b\nc.md"])
    func `a lesson by a name that it can't have is judged, gets no page and leaves the others theirs`(name: String) async throws
    {
        let folder = try Folder(["l/a.md": "# A\n", "l/b.md": "# B\n", "l/\(name)": "# X\ncode: 1\n"])
        let result = try await build(folder)
        let twins = name == "A.md" ? ["A.md", "a.md"] : [name]
        #expect(result.exitCode == 2 && result.findings.isEmpty)
        #expect(Set(result.lessons.filter(\.failed).map(\.file)) == Set(twins.map { folder("l/" + $0) }))
        #expect(
            folder.text("out/b.html")?.hasPrefix("# B") == true && (folder.text("out/a.html") == nil) == twins.contains("a.md"))
        #expect(folder.text("out/404.html")?.hasPrefix("# X") != true)
        for twin in twins where twin != "404.md" { #expect(folder.text("out/\(twin.dropLast(3)).html") == nil) }
        // It goes when the name does.
        Files.remove(folder("l/" + name))
        let mended = try await build(folder)
        #expect(mended.exitCode == 0 && folder.text("out/a.html")?.hasPrefix("# A") == true)
    }

    @Test(arguments: [true, false])
    func `somebody else's file in the output stays, and is a finding`(usesCache: Bool) async throws {
        let folder = try Folder(["l/a.md": "# A\n", "l/b.md": "# B\n", "out/index.html": "theirs", "out/a.html": "theirs"])
        for _ in 0..<2 {
            let result = try await build(folder) { $0.usesCache = usesCache }
            #expect(result.allFindings.map(\.code) == ["foreign-file", "foreign-file"])
            #expect(result.allFindings.map(\.place.file) == [folder("out/index.html"), folder("out/a.html")])
            #expect(result.exitCode == 2)
            #expect(folder.text("out/index.html") == "theirs")
            #expect(folder.text("out/a.html") == "theirs")
            #expect(folder.text("out/b.html")?.hasPrefix("# B") == true)
        }
        Files.remove(folder("out/index.html"))
        Files.remove(folder("out/a.html"))
        #expect(try await build(folder) { $0.usesCache = usesCache }.exitCode == 0)
    }

    @Test func `a build after a killed one knows its own files`() async throws {
        let folder = try Folder(["l/a.md": "# A\n"])
        let course = try Course.loaded(from: folder("l"))
        // A build that was killed between saying what it writes and having written all of it.
        let build = CourseBuild(course: course, options: BuildOptions(output: folder("out")), stages: stages.stages)
        var item = build.item(folder("l/a.md"), shared: [:])
        item.stage = .paged(PagedLesson(["a.html": Array("half the site".utf8)]))
        _ = build.announce([item], SiteFiles(inputs: Digest(of: "")), earlier: nil)
        try folder.write("half the site", to: "out/a.html")
        try folder.write("# A\nmore\n", to: "l/a.md")
        #expect(try await self.build(folder).exitCode == 0)
        #expect(folder.text("out/a.html")?.contains("more") == true)
    }

    @Test func `a cache that is a link to somewhere else is not used`() async throws {
        let folder = try Folder(["l/a.md": "# A\n", "home/precious": "x"])
        symlink(folder("home"), folder("l/.lectern"))
        #expect(try await build(folder).exitCode == 0)
        #expect(Files.entries(of: folder("home")) == ["precious"])
        _ = try cleanCourse(at: folder("l"), output: nil)
        #expect(folder.text("home/precious") == "x")
    }

    @Test func `a lesson that is a link out, a pipe or too large is a finding, and the others are built`() async throws {
        let folder = try Folder(["l/a.md": "# A\n", "secret.md": "# Secret\n"])
        symlink("../secret.md", folder("l/link.md"))
        mkfifo(folder("l/pipe.md"), 0o600)
        try folder.write(String(repeating: "x", count: CourseDoor.textMegabytes << 20 + 1), to: "l/large.md")
        let result = try await build(folder)
        let messages = result.allFindings.filter { $0.severity == .error }.map(\.message)
        #expect(messages.count == 3)
        #expect(messages.allSatisfy { $0.hasPrefix("the lesson can't be read: it ") }, "\(messages)")
        #expect(Files.tree(below: folder("out")) == ["a.html", "index.html"])
    }

    @Test func `a lesson that names a link out of the course doesn't run`() async throws {
        let folder = try Folder(["l/a.md": "# A\n\ncode: read(\"data/t.csv\")\n", "elsewhere/t.csv": "1"])
        #expect(try await build(folder).exitCode == 0)
        symlink("../elsewhere", folder("l/data"))
        let result = try await build(folder)
        #expect(result.allFindings.map(\.place) == [Place(file: folder("l/a.md"), line: 3, column: 13)])
        #expect(result.allFindings.map(\.code) == ["refused-file"])
    }

    @Test func `a course file that may not be read is an error, not a course without one`() async throws {
        let folder = try Folder(["l/a.md": "# A\n"])
        symlink("/dev/zero", folder("l/course.yml"))
        #expect(try await build(folder).findings.map(\.code) == ["refused-file"])
    }

    @Test func `a theme shows nothing from outside the course`() async throws {
        let folder = try Folder(["l/a.md": "# A\n", "l/theme/theme.css": "p{}", "secret": "x"])
        symlink("/proc/self/environ", folder("l/theme/head.html"))
        symlink("../../secret", folder("l/theme/font.woff2"))
        let course = try Course.loaded(from: folder("l"))
        #expect(course.findings.map(\.code) == ["refused-file", "refused-file"])
        #expect(course.settings.theme?.theme.head == "")
    }

    @Test(arguments: [".git/config", "%2egit/config", "more/config", "out.txt", "zero.bin"])
    func `what may not be published is no file of the site, and the link to it says why`(target: String) throws {
        let folder = try Folder(["l/a.md": "", "l/.git/config": "secret", "secret.txt": "secret"])
        symlink(".git", folder("l/more"))
        symlink("../secret.txt", folder("l/out.txt"))
        symlink("/dev/zero", folder("l/zero.bin"))
        let door = CourseDoor(folder("l"))
        let enclosures = Enclosures("<a href=\"\(target)\">x</a>", on: "a", of: folder("l"), door: door)
        #expect(enclosures.files.isEmpty)
        var page = PageLinks()
        page.targets = [target]
        let check = LinkCheck(
            pages: ["a.html": page], exists: { _ in false },
            refusal: { Enclosures.refusal(of: $0, in: folder("l"), door: door, allowsActive: true) })
        #expect(check.broken(on: "a.html").map { $0.reason.contains("isn't published: ") } == [true])
    }
}
