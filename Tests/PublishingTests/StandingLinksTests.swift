import Exhibits
import Testing
import Storage
import TestFolders

@testable import Publishing

/// Links of pages that are as they were are looked through again only where something went away; and then they must be.
struct StandingLinksTests {
    private let stages = PlainStages()
    private let folder: Folder

    init() throws {
        folder = try Folder(["l/a.md": "# A\n<a href=\"b.html#x\">\n", "l/b.md": "# B\n<p id=\"x\">\n", "l/c.md": "# C\n"])
    }

    @discardableResult
    private func build() async throws -> CourseResult {
        var options = BuildOptions(output: folder("out"))
        options.listsClaims = false
        return try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages.stages).run()
    }

    /// Where links lead nowhere after two sound builds and a change, and that they still do in the build after.
    private func broken(after change: () throws -> Void) async throws -> [String] {
        try await build()
        #expect(try await build().exitCode == 0)
        try change()
        let files = try await build().allFindings.map { Files.name(of: $0.place.file) }
        #expect(try await build().allFindings.map { Files.name(of: $0.place.file) } == files)
        return files
    }

    @Test func `an anchor that went from a page breaks the links to it`() async throws {
        #expect(try await broken { try folder.write("# B\n<p id=\"y\">\n", to: "l/b.md") } == ["a.md"])
        // And they are whole again when it is back.
        try folder.write("# B\n<p id=\"x\">\n", to: "l/b.md")
        #expect(try await build().exitCode == 0)
    }

    @Test(arguments: [
        ("b.html#x", true), ("b.html#z", false), ("b.html", true), ("d.html", false), ("w/", true), ("w", true), ("w/#t", true),
        ("w/#u", false), ("w#t", true), ("w#u", false), ("v/", false), ("#own", true), ("#other", false), ("./b.html#x", true),
    ]) func `a new link is followed into pages that are as they were`(link: String, leadsThere: Bool) async throws {
        try folder.write("# W\n<p id=\"t\">\n", to: "l/w/index.md")
        let files = try await broken { try folder.write("# C\n<p id=\"own\"><a href=\"\(link)\">\n", to: "l/c.md") }
        #expect(files == (leadsThere ? [] : ["c.md"]))
    }

    @Test func `a lesson that went breaks the links to it`() async throws {
        #expect(try await broken { Files.remove(folder("l/b.md")) } == ["a.md"])
    }

    @Test func `an edit elsewhere doesn't hide what broke at the same time`() async throws {
        let files = try await broken {
            try folder.write("# B\n<p id=\"y\">\n", to: "l/b.md")
            try folder.write("# C\nmore\n", to: "l/c.md")
        }
        #expect(files == ["a.md"])
    }

    @Test func `somebody else's file that a page links to breaks the link when it goes`() async throws {
        try folder.write("theirs", to: "out/extra.pdf")
        try folder.write("# C\n<a href=\"extra.pdf\">\n", to: "l/c.md")
        #expect(try await broken { Files.remove(folder("out/extra.pdf")) } == ["c.md"])
    }

    @Test func `an anchor that went from a page of the site breaks the links to it`() async throws {
        try folder.write("# C\n<a href=\"index.html#x\">\n", to: "l/c.md")
        var stages = self.stages.stages
        func site(_ page: String) async throws -> CourseResult {
            stages.siteFiles = { _ in ["index.html": Array(page.utf8)] }
            stages.renderer = { _ in Digest(of: page) }
            var options = BuildOptions(output: folder("out"))
            options.listsClaims = false
            return try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages).run()
        }
        #expect(try await site("<p id=\"x\">").exitCode == 0)
        #expect(try await site("<p id=\"x\">").exitCode == 0)
        #expect(try await site("<p>").allFindings.map { Files.name(of: $0.place.file) } == ["c.md"])
        #expect(try await site("<p>").allFindings.map { Files.name(of: $0.place.file) } == ["c.md"])
    }

    @Test func `a link to a lesson that has no page yet is looked at again when it has one`() async throws {
        try folder.write("# B\ncode: fail\n", to: "l/b.md")
        #expect(try await build().exitCode == 2)
        try folder.write("# B\n<p id=\"y\">\n", to: "l/b.md")
        #expect(try await build().allFindings.map { Files.name(of: $0.place.file) } == ["a.md"])
    }

    @Test func `what a killed build left half done is finished and swept`() async throws {
        try await build()
        try await build()
        // Killed between noting that it writes and having written all.
        let course = try Course.loaded(from: folder("l"))
        try folder.write("# C\nnewer\n", to: "l/c.md")
        let killed = CourseBuild(course: course, options: BuildOptions(output: folder("out")), stages: stages.stages)
        var item = killed.item(folder("l/c.md"), shared: [:])
        item.stage = .paged(PagedLesson(["c.html": Array("half".utf8)]))
        let earlier = killed.store.site(at: folder("out"))
        #expect(earlier?.isSound == true)
        _ = killed.announce([item], SiteFiles(inputs: Digest(of: "")), earlier: earlier)
        #expect(killed.store.site(at: folder("out"))?.isSound == false)
        try folder.write("half", to: "out/c.html")
        // As a process that is no more would have named it, and the mark that it left.
        try folder.write("half", to: "out/a.html.999999999\(Files.unfinished)")
        let marks = Files.tree(below: folder("l/.lectern/sites")).filter { $0.hasSuffix(Files.unfinished) }
        #expect(marks.count == 1)
        for mark in marks {
            let theirs = mark.split(separator: ".")[0] + ".999999999" + Files.unfinished
            try folder.write("", to: "l/.lectern/sites/\(theirs)")
            Files.remove(folder("l/.lectern/sites/" + mark))
        }
        #expect(try await build().exitCode == 0)
        #expect(folder.text("out/c.html")?.contains("newer") == true)
        #expect(Files.tree(below: folder("out")) == ["a.html", "b.html", "c.html", "index.html"])
        #expect(Files.tree(below: folder("l/.lectern/sites")).allSatisfy { !$0.hasSuffix(Files.unfinished) })
    }
}
