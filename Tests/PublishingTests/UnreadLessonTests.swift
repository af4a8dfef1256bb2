import TestFolders
import Storage
import Exhibits
import Lessons
import Testing

@testable import Publishing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A build leaves a lesson unread whose file is as it was. Whatever its page depends on besides must still be noticed.
struct UnreadLessonTests {
    private let stages = PlainStages()
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "l/a.md": "# A\ncode: read(\"t.csv\") and new.csv\n{{< include _one.md >}}\n", "l/b.md": "# B\ncode: 2\n",
            "l/t.csv": "1\n", "l/_one.md": "{{< include _two.md >}}\n", "l/_two.md": "words\n",
        ])
    }

    @discardableResult
    private func build(
        _ stages: Stages? = nil, _ change: (inout BuildOptions) -> Void = { _ in }
    ) async throws -> CourseResult {
        var options = BuildOptions(output: folder("out"))
        options.listsClaims = false
        change(&options)
        return try await CourseBuild(
            course: Course.loaded(from: folder("l")), options: options, stages: stages ?? self.stages.stages
        ).run()
    }

    /// What a build does after the ones before and one change; the one after it has nothing to do.
    private func work(after change: () throws -> Void) async throws -> [String] {
        // Files written within the clock's grain are read again: the second build is the first that leaves any unread.
        try await build()
        usleep(60_000)
        try await build()
        _ = stages.takeLog()
        try change()
        try await build()
        let log = stages.takeLog()
        try await build()
        #expect(stages.takeLog() == [])
        return log
    }

    private let wholeA = ["parse a.md", "render a.md", "run a.md"]

    @Test func `a lesson that is as it was is not even read`() async throws {
        try await build()
        usleep(60_000)
        try await build()
        let course = try Course.loaded(from: folder("l"))
        let build = CourseBuild(course: course, options: BuildOptions(output: folder("out")), stages: stages.stages)
        let shared = try await build.sharedInputs()
        #expect(course.lessons.map { build.item($0, shared: shared).text.bytes != nil } == [false, false])
        try folder.write("# B\ncode: 3\n", to: "l/b.md")
        #expect(course.lessons.map { build.item($0, shared: shared).text.bytes != nil } == [false, true])
    }

    @Test func `a file that a lesson names is noticed when it comes, changes and goes`() async throws {
        #expect(try await work { try folder.write("5\n", to: "l/new.csv") } == wholeA)
        #expect(try await work { try folder.write("6\n", to: "l/new.csv") } == wholeA)
        // What ran then is still known.
        #expect(try await work { Files.remove(folder("l/new.csv")) } == ["parse a.md", "render a.md"])
    }

    @Test func `a file with the same size and an old time is noticed`() async throws {
        let log = try await work {
            try folder.write("2\n", to: "l/t.csv")
            var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
            #expect(utimes(folder("l/t.csv"), &times) == 0)
        }
        #expect(log == wholeA)
    }

    @Test func `what is included by what is included is noticed`() async throws {
        #expect(try await work { try folder.write("other\n", to: "l/_two.md") } == ["parse a.md", "render a.md"])
        #expect(try await work { Files.remove(folder("l/_two.md")) } == ["parse a.md", "render a.md"])
        #expect(try await work { try folder.write("again\n", to: "l/_two.md") } == ["parse a.md", "render a.md"])
        let including = "{{< include _three.md >}}\n"
        #expect(try await work { try folder.write(including, to: "l/_two.md") } == ["parse a.md", "render a.md"])
        #expect(try await work { try folder.write("new\n", to: "l/_three.md") } == ["parse a.md", "render a.md"])
        #expect(try await work { try folder.write("newer\n", to: "l/_three.md") } == ["parse a.md", "render a.md"])
    }

    @Test(.enabled(if: geteuid() != 0)) func `a file that can be read again is noticed`() async throws {
        chmod(folder("l/t.csv"), 0)
        #expect(try await work { chmod(folder("l/t.csv"), 0o600) } == wholeA)
    }

    @Test func `a link that begins to lead to a file is noticed`() async throws {
        symlink("later.csv", folder("l/new.csv"))
        #expect(try await work { try folder.write("7\n", to: "l/later.csv") } == wholeA)
        try folder.write("8\n", to: "l/other.csv")
        let log = try await work {
            Files.remove(folder("l/new.csv"))
            symlink("other.csv", folder("l/new.csv"))
        }
        #expect(log == wholeA)
    }

    @Test func `a lesson that becomes a link out of the course is refused`() async throws {
        try await build()
        usleep(60_000)
        try await build()
        // The very same file, with all that the file system says of it.
        #expect(rename(folder("l/b.md"), folder("b.md")) == 0)
        symlink("../b.md", folder("l/b.md"))
        let result = try await build()
        #expect(result.exitCode == 2)
        #expect(result.allFindings.map(\.place.file) == [folder("l/b.md")])
    }

    @Test func `a lesson that can't be read any more is a finding`() async throws {
        try await build()
        usleep(60_000)
        try await build()
        Files.remove(folder("l/b.md"))
        mkfifo(folder("l/b.md"), 0o600)
        #expect(try await build().exitCode == 2)
    }

    @Test func `a changed course file, theme or profile makes every page anew`() async throws {
        let all = ["parse a.md", "parse b.md", "render a.md", "render b.md"]
        #expect(try await work { try folder.write("title: T\n", to: "l/course.yml") } == all)
        #expect(try await work { try folder.write("title: U\n", to: "l/course.yml") } == all)
        #expect(try await work { try folder.write("p { color: red }\n", to: "l/theme/theme.css") } == all)
        #expect(try await work { try folder.write("p { color: tan }\n", to: "l/theme/theme.css") } == all)
        try await build { $0.showsDrafts = true }
        _ = stages.takeLog()
        try await build { $0.edition = .instructor }
        #expect(stages.takeLog() == all)
    }

    @Test func `another Lectern makes every page anew, and another compiler runs every lesson`() async throws {
        _ = try await work {}
        var newer = stages.stages
        newer.renderer = { _ in Digest(of: "2") }
        try await build(newer)
        #expect(stages.takeLog() == ["parse a.md", "parse b.md", "render a.md", "render b.md"])
        newer.runInputs = { _ in ["compiler": Digest(of: "2")] }
        try await build(newer)
        #expect(stages.takeLog().count { $0.hasPrefix("run") } == 2)
    }

    @Test func `details that are gone or another build's are made anew`() async throws {
        _ = try await work {}
        let details = Files.tree(below: folder("l/.lectern")).filter { $0.hasSuffix(".details") }
        #expect(details.count == 2)
        for file in details { Files.remove(folder("l/.lectern/" + file)) }
        // Nobody asks for them.
        try await build()
        #expect(stages.takeLog() == [])
        // Whoever lists claims does, and so does an edit, whose reason needs what was known.
        try await build { $0.listsClaims = true }
        #expect(stages.takeLog() == ["parse a.md", "parse b.md", "render a.md", "render b.md"])
        for file in details { Files.remove(folder("l/.lectern/" + file)) }
        try folder.write("# B\ncode: 2\n<a href=\"a.html\">\n", to: "l/b.md")
        #expect(try await build().exitCode == 0)
        #expect(folder.text("out/b.html")?.contains("href") == true)
        // Details of a state that isn't the record's.
        let b = try #require(details.first { $0.contains("b.md") })
        let old = try #require(Files.contents(of: folder("l/.lectern/" + b)))
        try folder.write("# B\ncode: 9\n", to: "l/b.md")
        try await build()
        try Files.write(old, to: folder("l/.lectern/" + b))
        _ = stages.takeLog()
        try await build { $0.listsClaims = true }
        #expect(stages.takeLog() == ["parse b.md", "render b.md"])
    }
}
