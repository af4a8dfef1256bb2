import Exhibits
import Synchronization
import Testing
import TestFolders

@testable import Publishing

/// What would break: a stranger's course switches off what protects whoever builds it.
struct SandboxTests {
    @Test func `a course may ask for more isolation than is usual, never for less`() {
        #expect(Sandbox.usual(for: nil, environment: [:]) == .best)
        #expect(Sandbox.usual(for: .off, environment: [:]) == .best)
        #expect(Sandbox.usual(for: .require, environment: [:]) == .require)
        for course in [nil, Sandbox.off, .best, .require] {
            #expect(Sandbox.usual(for: course, environment: ["CI": "true"]) == .require)
        }
    }

    @Test(arguments: [("1", true), ("TRUE", true), ("yes", true), ("false", false), ("0", false), ("", false), ("Off", false)])
    func `a service says in its own spelling that nobody sits there`(word: String, isWithoutPerson: Bool) {
        #expect(Sandbox.usual(for: nil, environment: ["CI": word]) == (isWithoutPerson ? .require : .best))
    }

    @Test func `the key is read, a value that is none is an error, and off is warned of`() {
        #expect(CourseFile("sandbox: require\n", file: "course.yml").settings.sandbox == .require)
        #expect(CourseFile("sandbox: off\n", file: "course.yml").findings.map(\.severity) == [.warning])
        #expect(CourseFile("sandbox: never\n", file: "course.yml").findings.map(\.severity) == [.error])
    }

    @Test(arguments: [IsolationLevel.none, .partly])
    func `where isolation is required, a result of a run without it is not taken, and the report says why`(
        level: IsolationLevel
    ) async throws {
        let folder = try Folder(["l/a.md": "# A\n\ncode: 1\n"])
        let stages = PlainStages(isolation: level)
        let reasons = Mutex<[String]>([])
        func build(_ sandbox: Sandbox, _ stages: PlainStages) async throws -> CourseResult {
            var options = BuildOptions(output: folder("out"))
            options.sandbox = sandbox
            options.progress = { event in
                if case .stale(let lessons, _) = event { reasons.withLock { $0 += lessons.map(\.reason) } }
            }
            return try await CourseBuild(
                course: Course.loaded(from: folder("l")), options: options, stages: stages.stages
            ).run()
        }
        #expect(try await build(.off, stages).lessons.map(\.isolation) == [level])
        _ = stages.takeLog()
        // Taken as it is where it may be, and said so.
        #expect(try await build(.best, stages).lessons.map(\.isolation) == [level])
        #expect(stages.takeLog() == [])
        let isolated = PlainStages()
        #expect(try await build(.require, isolated).lessons.map(\.isolation) == [.isolated])
        #expect(isolated.takeLog().contains("run a.md"))
        #expect(reasons.withLock { $0.last } == "its result comes from a run that was not isolated")
        #expect(try await build(.require, isolated).exitCode == 0)
        #expect(isolated.takeLog() == [])
    }

    @Test func `a site is not assembled from results without isolation where it is required`() async throws {
        let folder = try Folder(["l/a.md": "# A\n\ncode: 1\n"])
        let stages = PlainStages(isolation: .none)
        var options = BuildOptions()
        options.sandbox = .off
        options.results = folder("r")
        options.shard = Shard("1/1")
        _ = try await CourseBuild(course: Course.loaded(from: folder("l")), options: options, stages: stages.stages).run()
        var assembling = BuildOptions(output: folder("out"))
        assembling.results = folder("r")
        assembling.mayRun = false
        for (sandbox, codes) in [(Sandbox.require, ["no-result"]), (.best, [])] {
            assembling.sandbox = sandbox
            let result = try await CourseBuild(
                course: Course.loaded(from: folder("l")), options: assembling, stages: stages.stages
            ).run()
            #expect(result.allFindings.map(\.code) == codes)
            #expect(result.allFindings.allSatisfy { $0.message.contains("was not isolated") })
        }
    }
}
