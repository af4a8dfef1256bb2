import Exhibits
import Testing
import Storage
import TestFolders

@testable import Publishing

struct CourseBuildTests {
    private let stages = PlainStages()
    private let folder: Folder

    init() throws {
        folder = try Folder([
            "l/a.md": "# A\ncode: 1\n", "l/b.md": "# B\ncode: read(\"data/t.csv\")\n", "l/data/t.csv": "1,2\n",
        ])
    }

    @discardableResult
    private func build(_ change: (inout BuildOptions) -> Void = { _ in }) async throws -> CourseResult {
        var options = BuildOptions(output: folder("out"))
        change(&options)
        return try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages.stages).run()
    }

    /// What a build does after the first one and one change.
    private func work(after change: () throws -> Void) async throws -> [String] {
        try await build()
        _ = stages.takeLog()
        try change()
        try await build()
        return stages.takeLog()
    }

    @Test func `a first build runs every lesson and writes every page`() async throws {
        let result = try await build()
        #expect(result.exitCode == 0)
        #expect(result.pages == 2)
        #expect(Files.tree(below: folder("out")) == ["a.html", "b.html", "index.html"])
        #expect(folder.text("l/.lectern/.gitignore") == "*\n")
    }

    @Test func `when nothing changed, nothing is parsed, run or rendered`() async throws {
        #expect(try await work(after: {}) == [])
    }

    @Test func `an edit of prose renders one page and runs nothing`() async throws {
        #expect(try await work { try folder.write("# A\nmore\ncode: 1\n", to: "l/a.md") } == ["parse a.md", "render a.md"])
    }

    @Test func `an edit of code runs that lesson alone`() async throws {
        #expect(
            try await work { try folder.write("# A\ncode: 2\n", to: "l/a.md") } == ["parse a.md", "render a.md", "run a.md"])
    }

    @Test func `a changed title renders the other pages too, and runs nothing`() async throws {
        let log = try await work { try folder.write("# AA\ncode: 1\n", to: "l/a.md") }
        #expect(log == ["parse a.md", "parse b.md", "render a.md", "render b.md"])
    }

    @Test func `a result is not kept when data changed while the lesson ran, and the report says so`() async throws {
        let data = folder("l/data/t.csv")
        let stages = PlainStages(meanwhile: { if $0.hasSuffix("b.md") { _ = try? Files.write("7,7\n".utf8, to: data) } })
        let options = BuildOptions(output: folder("out"))
        func build() async throws -> CourseResult {
            try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages.stages).run()
        }
        let result = try await build()
        #expect(result.allFindings.map(\.code) == ["changed-meanwhile"])
        #expect(result.allFindings.map(\.place.file) == [folder("l/b.md")])
        #expect(result.exitCode == 0)
        // With the data of before, a result made from other data must not be found again.
        try folder.write("1,2\n", to: "l/data/t.csv")
        _ = stages.takeLog()
        _ = try await build()
        #expect(stages.takeLog().contains("run b.md"))
        // What is as it was when the lesson began is kept.
        _ = try await build()
        _ = stages.takeLog()
        #expect(try await build().allFindings == [])
        #expect(stages.takeLog() == [])
    }

    @Test func `what a lesson says it writes may change while it runs`() async throws {
        try folder.write("---\nwrites: data\n---\n# B\ncode: read(\"data/t.csv\")\n", to: "l/b.md")
        let data = folder("l/data/t.csv")
        let stages = PlainStages(meanwhile: { if $0.hasSuffix("b.md") { _ = try? Files.write("7,7\n".utf8, to: data) } })
        let result = try await CourseBuild(
            course: Course.loaded(from: folder("l")), options: BuildOptions(), stages: stages.stages
        ).run()
        #expect(result.allFindings == [])
    }

    @Test func `a data file runs the lessons that mention it`() async throws {
        #expect(try await work { try folder.write("3,4\n", to: "l/data/t.csv") } == ["parse b.md", "render b.md", "run b.md"])
    }

    @Test func `code that comes back is not run again`() async throws {
        try await build()
        try folder.write("# A\ncode: 2\n", to: "l/a.md")
        #expect(try await work { try folder.write("# A\ncode: 1\n", to: "l/a.md") } == ["parse a.md", "render a.md"])
    }

    @Test func `a page that was deleted or edited is put back without running`() async throws {
        #expect(try await work { Files.remove(folder("out/a.html")) } == ["parse a.md", "render a.md"])
        #expect(try await work { try folder.write("mine", to: "out/b.html") } == ["parse b.md", "render b.md"])
        #expect(folder.text("out/b.html")?.hasPrefix("# B") == true)
    }

    @Test func `without the cache everything runs and nothing is kept`() async throws {
        try await build { $0.usesCache = false }
        try await build { $0.usesCache = false }
        #expect(stages.takeLog().count { $0.hasPrefix("run") } == 4)
        #expect(!Files.exists(folder("l/.lectern")))
    }

    @Test func `a damaged cache is as good as none`() async throws {
        try await build()
        for file in Files.tree(below: folder("l/.lectern")) { try folder.write("{\"half", to: "l/.lectern/" + file) }
        _ = stages.takeLog()
        #expect(try await build().exitCode == 0)
        #expect(stages.takeLog().count { $0.hasPrefix("run") } == 2)
    }

    @Test(arguments: ["code: fail", "code: 1\nuntrue"])
    func `a failing lesson keeps its last good page, and the others are built`(text: String) async throws {
        try await build()
        let good = folder.text("out/a.html")
        try folder.write("# A\n\(text)\n", to: "l/a.md")
        try folder.write("# B\ncode: 3\n", to: "l/b.md")
        let result = try await build()
        #expect(result.exitCode == (text.contains("fail") ? 2 : 1))
        #expect(folder.text("out/a.html") == good)
        #expect(folder.text("out/b.html")?.contains("code: 3") == true)
        // And again: nothing about the failure was taken for a result.
        #expect(try await build().exitCode == result.exitCode)
    }

    @Test func `a failing lesson has no page as long as it was never well`() async throws {
        try folder.write("# A\ncode: fail\n", to: "l/a.md")
        try await build()
        #expect(folder.text("out/a.html") == nil)
    }

    @Test func `a lesson that is gone takes its page with it, and nobody else's file`() async throws {
        try await build()
        try folder.write("CNAME", to: "out/CNAME")
        Files.remove(folder("l/a.md"))
        try await build()
        #expect(Files.tree(below: folder("out")) == ["CNAME", "b.html", "index.html"])
    }

    @Test func `a page that somebody took over is left when its lesson goes`() async throws {
        try await build()
        try folder.write("my own", to: "out/a.html")
        Files.remove(folder("l/a.md"))
        try await build()
        #expect(folder.text("out/a.html") == "my own")
    }

    @Test(arguments: ["l", ".", "l/../l"])
    func `an output folder that holds the sources is refused`(output: String) async throws {
        await #expect(throws: CourseError.self) { try await build { $0.output = folder(output) } }
        #expect(folder.text("l/a.md") == "# A\ncode: 1\n")
    }

    @Test func `an output folder inside the course is no data of it`() async throws {
        try await build { $0.output = folder("l/site") }
        _ = stages.takeLog()
        try await build { $0.output = folder("l/site") }
        #expect(stages.takeLog() == [])
    }

    @Test func `a broken course file stops everything at its line`() async throws {
        try folder.write("title: [\n", to: "l/course.yml")
        let result = try await build()
        #expect(result.exitCode == 2)
        #expect(result.findings.map(\.place.file) == [folder("l/course.yml")])
        #expect(stages.takeLog() == [])
    }

    @Test func `a course without lessons builds an empty site`() async throws {
        Files.remove(folder("l/a.md"))
        Files.remove(folder("l/b.md"))
        let result = try await build()
        #expect(result.exitCode == 0)
        #expect(Files.tree(below: folder("out")) == ["index.html"])
    }

    @Test func `one lesson of a course is built alone, and the other pages stay`() async throws {
        try await build()
        _ = stages.takeLog()
        try folder.write("# A\ncode: 2\n", to: "l/a.md")
        try folder.write("# B\ncode: 2\n", to: "l/b.md")
        let course = try Course.loaded(from: folder("l/a.md"))
        let result = try await CourseBuild(
            course: course, options: BuildOptions(output: folder("out")), stages: stages.stages
        ).run()
        #expect(stages.takeLog() == ["parse a.md", "parse b.md", "render a.md", "run a.md"])
        #expect(result.lessons.map(\.file) == [folder("l/a.md")])
        #expect(folder.text("out/b.html")?.contains("data/t.csv") == true)
        #expect(folder.text("out/index.html") == "a b")
    }

    @Test func `failing fast leaves the rest alone`() async throws {
        try folder.write("# A\ncode: fail\n", to: "l/a.md")
        let result = try await build { $0.failsFast = true }
        #expect(result.exitCode == 2)
        #expect(result.lessons.map(\.file) == [folder("l/a.md")])
        #expect(folder.text("out/b.html") == nil)
    }

    @Test func `shards share the work, and assembling needs no run`() async throws {
        let share = { (text: String) in
            try await build {
                $0.shard = Shard(text)
                $0.output = nil
                $0.results = folder("results")
            }
        }
        #expect(try await share("1/2").exitCode == 0)
        #expect(stages.takeLog().filter { $0.hasPrefix("r") } == ["run a.md"])
        let assemble = { (options: inout BuildOptions) in
            options.results = folder("results")
            options.mayRun = false
        }
        let half = try await build(assemble)
        #expect(half.exitCode == 2)
        #expect(half.allFindings.map(\.place.file) == [folder("l/b.md")])
        _ = try await share("2/2")
        _ = stages.takeLog()
        #expect(try await build(assemble).exitCode == 0)
        #expect(stages.takeLog().allSatisfy { !$0.hasPrefix("run") })
        #expect(Files.tree(below: folder("out")) == ["a.html", "b.html", "index.html"])
    }

    @Test func `what fails in a shard is said when it is assembled`() async throws {
        try folder.write("# A\ncode: fail\n", to: "l/a.md")
        for shard in ["1/2", "2/2"] {
            try await build {
                $0.shard = Shard(shard)
                $0.output = nil
                $0.results = folder("results")
            }
        }
        let result = try await build {
            $0.results = folder("results")
            $0.mayRun = false
        }
        #expect(result.allFindings.map(\.message) == ["it failed"])
    }

    @Test(arguments: [
        ("1/1", true), ("8/8", true), ("0/2", false), ("3/2", false), ("1", false), ("a/b", false), ("1/2/3", false),
    ])
    func `a shard is a part of a whole`(text: String, isOne: Bool) {
        #expect((Shard(text) != nil) == isOne)
    }

    @Test func `a link that leads nowhere fails its lesson, also when the other end was changed`() async throws {
        try folder.write("# A\n<a href=\"b.html#x\">\n", to: "l/a.md")
        try folder.write("# B\n<p id=\"x\">\n", to: "l/b.md")
        #expect(try await build().exitCode == 0)
        let good = folder.text("out/a.html")
        try folder.write("# B\n<p id=\"y\">\n", to: "l/b.md")
        let result = try await build()
        #expect(result.exitCode == 2)
        #expect(result.allFindings.map(\.place) == [Place(file: folder("l/a.md"), line: 2, column: 10)])
        #expect(folder.text("out/a.html") == good)
        #expect(folder.text("out/b.html")?.contains("\"y\"") == true)
    }

    @Test func `a draft is nobody's business but its author's`() async throws {
        try folder.write("# A\ndraft\ncode: fail\n", to: "l/a.md")
        #expect(try await build().exitCode == 0)
        #expect(Files.tree(below: folder("out")) == ["b.html", "index.html"])
        #expect(folder.text("out/index.html") == "b")
        #expect(try await build { $0.showsDrafts = true }.exitCode == 2)
    }

    @Test func `why says what changed`() async throws {
        try await build()
        try folder.write("# A\ncode: 2\n", to: "l/a.md")
        try folder.write("5\n", to: "l/data/t.csv")
        let result = try await build()
        #expect(result.lessons.map(\.reason) == ["its code changed", "data/t.csv changed"])
    }
}

struct MovesTests {
    @Test func `a claim in a cell goes where its cell went`() {
        let claim = { (line: Int) in
            CellClaim(written: "1", outcome: Outcome(nil), place: Place(file: "f", line: line, column: 3))
        }
        let kept = Transcript(outputs: [0: [.claim(claim(5))], 1: [.claim(claim(12))]])
        let moved = Moves(from: [0: 4, 1: 10], to: [0: 4, 1: 13]).applied(to: kept)
        #expect(moved.outputs == [0: [.claim(claim(5))], 1: [.claim(claim(15))]])
    }
}
