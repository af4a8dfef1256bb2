import Exhibits
import Foundation
import Lessons
import Subprocess
import SystemPackage
import Testing

@testable import Cells

/// What a lesson may use up, from both sides: more is refused, less works. What would break: one lesson takes the machine from all
/// others, or an honest one is ended.
@Suite(.serialized)
struct ResourceLimitTests {
    /// All that this machine has, less of it, and nothing.
    private static func isolations() async -> [Isolation] {
        await IsolationTests.isolations() + [.unrestricted(executable: IsolationTests.executable)]
    }

    /// How many seconds a lesson stays: one that is to be stopped, until somebody on a busy machine has looked.
    private static func stay(_ code: String?) -> Int { code == nil ? 1 : 40 }

    private static func failures(
        _ code: String, under isolation: Isolation, _ change: (inout Limits) -> Void
    ) async throws -> [Finding] {
        var runner = try await RunningTests.runner()
        runner.isolation = isolation
        change(&runner.limits)
        let lesson = Lesson.parsed(source: "# A\n\n```{swift}\nimport Foundation\n\(code)\n```\n", file: "a.md") { _ in nil }
        return try await runner.run(LessonProgram(lesson), in: RunningTests.folder).failures
    }

    @Test(arguments: [("thread-limit", 200), (nil, 30)] as [(String?, Int)])
    func `a lesson has as many threads as it may, and no more`(code: String?, count: Int) async throws {
        for isolation in await Self.isolations() {
            let found = try await Self.failures(
                "for _ in 0..<\(count) { Thread.detachNewThread { sleep(60) } }\nsleep(\(Self.stay(code)))", under: isolation
            ) { $0.threads = 100 }
            #expect(found.map(\.code) == [code].compactMap { $0 }, "\(isolation.words)")
            #expect(found.allSatisfy { $0.place == Place(file: "a.md", line: 4, column: 1) })
        }
    }

    @Test(arguments: [("memory-limit", 700), (nil, 50)] as [(String?, Int)])
    func `a lesson has as much memory as it may, however it asks for it`(code: String?, megabytes: Int) async throws {
        let touch =
            "for i in stride(from: 0, to: \(megabytes << 20), by: 4096) { m.storeBytes(of: 1, toByteOffset: i, as: UInt8.self) }"
        for isolation in await Self.isolations() {
            // What isn't its own alone it gets from no filter.
            let kind = isolation.means.seccomp ? "MAP_PRIVATE" : "MAP_SHARED"
            for memory in [
                "malloc(\(megabytes << 20))!",
                "mmap(nil, \(megabytes << 20), PROT_READ | PROT_WRITE, \(kind) | MAP_ANONYMOUS, -1, 0)!",
            ] {
                let found = try await Self.failures("let m = \(memory)\n\(touch)\nsleep(\(Self.stay(code)))", under: isolation)
                {
                    $0.megabytes = 300
                }
                #expect(found.map(\.code) == [code].compactMap { $0 }, "\(isolation.words), \(memory)")
            }
        }
    }

    @Test func `memory that nobody is charged for isn't had, so letting go of it again and again takes none`() async throws {
        let transcript = try await RunningTests.transcript(
            of: """
                ```{swift}
                import Foundation
                for kind in [MAP_SHARED, MAP_PRIVATE] {
                    print(mmap(nil, 1 << 20, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
                }
                ```

                """)
        #expect(transcript.failures == [])
        let isFiltered = try await RunningTests.runner().isolation.means.seccomp
        #expect(IsolationTests.printed(transcript) == ["\(!isFiltered)", "true"])
    }

    @Test(arguments: [("disk-limit", 40, true), ("disk-limit", 40, false), (nil, 4, true)] as [(String?, Int, Bool)])
    func `a lesson has as much in temporary files as it may, whether they have names or not`(
        code: String?, megabytes: Int, isNamed: Bool
    ) async throws {
        for isolation in await Self.isolations() {
            // Without any rule a lesson's temporary files are where everybody's are.
            let code = isolation.isAny || !isNamed ? code : nil
            let found = try await Self.failures(
                """
                let path = NSTemporaryDirectory() + "/x"
                let file = open(path, O_CREAT | O_WRONLY, 0o600)
                \(isNamed ? "" : "unlink(path)")
                posix_fallocate(file, 0, \(megabytes << 20))
                sleep(\(Self.stay(code)))
                close(file)
                unlink(path)
                """, under: isolation
            ) { $0.diskMegabytes = 16 }
            #expect(found.map(\.code) == [code].compactMap { $0 }, "\(isolation.words)")
        }
    }

    /// The call that starts Swift's backtracer could start the lesson's own program.
    @Test func `a lesson that starts itself once more is stopped`() async throws {
        let best = await Isolation.best(executable: IsolationTests.executable)
        var older = best
        older.means.namespaces = false
        for isolation in [best, older] where isolation.level == .isolated {
            let found = try await Self.failures(
                """
                Thread.detachNewThread {
                    var ends: [Int32] = [0, 0]
                    pipe(&ends)
                    var actions = posix_spawn_file_actions_t()
                    posix_spawn_file_actions_init(&actions)
                    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
                    var words = [strdup(CommandLine.arguments[0]), nil]
                    var variables = ProcessInfo.processInfo.environment.map { strdup("\\($0.key)=\\($0.value)") } + [nil]
                    var child: pid_t = 0
                    posix_spawn(&child, CommandLine.arguments[0], &actions, nil, &words, &variables)
                    sleep(60)
                }
                sleep(\(Self.stay("stopped")))
                """, under: isolation
            ) { _ in }
            #expect(found.map(\.code) == ["started-program"], "\(isolation.words)")
        }
    }

    /// The launcher around a shell: whether it came to its end.
    private static func ends(_ rules: [String], _ script: String) async throws -> Bool {
        let launcher = try #require(Isolation.launcher(executable: IsolationTests.executable))
        let result = try await Subprocess.run(
            .path(FilePath(launcher)), arguments: Arguments(rules + ["--spawns", "--", "/bin/sh", "-c", script]), input: .none,
            output: .discarded, error: .discarded)
        return result.terminationStatus.isSuccess
    }

    @Test func `a program has as much time on processors as it may`() async throws {
        guard Isolation.launcher(executable: IsolationTests.executable) != nil else { return }
        #expect(try await !Self.ends(["--seconds", "1"], "while :; do :; done"))
        #expect(try await Self.ends(["--seconds", "20"], "i=0; while [ $i -lt 1000 ]; do i=$((i+1)); done"))
    }

    @Test func `a file becomes as large, and as many are open, as may be`() async throws {
        guard Isolation.launcher(executable: IsolationTests.executable) != nil else { return }
        let folder = NSTemporaryDirectory() + "lectern-limits-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (kilobytes, isFine) in [(3000, false), (500, true)] {
            let script = "dd if=/dev/zero of=\(folder)/x bs=1024 count=\(kilobytes)"
            #expect(try await Self.ends(["--file-megabytes", "1"], script) == isFine)
        }
        for (count, isFine) in [(20, false), (8, true)] {
            let opening = (10..<10 + count).map { "exec \($0)</dev/null" }.joined(separator: "; ")
            #expect(try await Self.ends(["--files", "24"], "bash -c '\(opening)'") == isFine)
        }
    }

    @Test func `in namespaces there are as many processes as may be`() async throws {
        let best = await Isolation.best(executable: IsolationTests.executable)
        // Root's are bounded by the numbers that its namespace has for processes alone, which are more than a test should use up.
        guard best.means.namespaces, getuid() != 0 else { return }
        let rules = ["--namespaces", "--run", "/usr", "--run", "/bin", "--run", "/lib", "--run", "/lib64", "--processes", "12"]
        let script = { (count: Int) in "for i in $(seq \(count)); do sleep 1 & done || exit 1; wait" }
        #expect(try await !Self.ends(rules, script(40)))
        #expect(try await Self.ends(rules, script(3)))
    }
}
