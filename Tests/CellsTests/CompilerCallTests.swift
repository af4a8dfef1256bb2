import Exhibits
import Foundation
import Lessons
import Testing

@testable import Cells

/// The compiler is a program like others: it can hang, flood and be killed.
struct CompilerCallTests {
    private func call(_ script: String, seconds: Double = 60) async throws -> CompilerCall.Outcome {
        try await CompilerCall(compiler: "/bin/sh", arguments: ["-c", script], seconds: seconds).run()
    }

    @Test(arguments: ["while :; do :; done", "yes", "sleep 900 & wait", "sleep 900"])
    func `a compiler that doesn't end is stopped, with all that it started`(script: String) async throws {
        guard case .timedOut = try await call(script, seconds: 0.5) else {
            Issue.record("it ended by itself")
            return
        }
    }

    @Test func `a compiler has its time on a processor, however busy the machine is`() async throws {
        let isolation = Isolation.unrestricted(executable: IsolationTests.executable)
        guard isolation.launcher != nil else { return }
        var busy = CompilerCall(compiler: "/bin/sh", arguments: ["-c", "while :; do :; done"], seconds: 600)
        busy.jail = Jail(isolation: isolation, spawns: true, hidesInput: true, seconds: 1, megabytes: 4096)
        guard case .timedOut = try await busy.run() else {
            Issue.record("it ended by itself")
            return
        }
        var patient = CompilerCall(compiler: "/bin/sh", arguments: ["-c", "sleep 3"], seconds: 60)
        patient.jail = Jail(isolation: isolation, spawns: true, hidesInput: true, seconds: 1, megabytes: 4096)
        guard case .ended(_, isSuccess: true) = try await patient.run() else {
            Issue.record("waiting isn't working")
            return
        }
    }

    @Test(arguments: ["kill -SEGV $$", "kill -ABRT $$", "sh -c 'kill -SEGV $$' && exit 0"])
    func `a compiler that crashes is no lesson's error, and its dump is nobody's finding`(script: String) async throws {
        guard case .crashed = try await call("echo 'Stack dump:'; " + script) else {
            Issue.record("it ended by itself")
            return
        }
    }

    @Test(arguments: ["it's", "a b", "$HOME", "`id`", "\"", "a\nb", "''", "\\", "-c"])
    func `a word for the shell stays that word`(word: String) async throws {
        guard case .ended(let output, isSuccess: true) = try await call("printf %s \(DirectCompiler.quoted(word))") else {
            Issue.record("it failed")
            return
        }
        #expect(output == word)
    }

    @Test func `of what it says only the beginning is kept`() async throws {
        let outcome = try await call("head -c 40000000 /dev/zero; exit 1", seconds: 600)
        guard case .ended(let output, isSuccess: false) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(output.utf8.count == 1 << 20)
    }

    @Test func `what it says and how it ends is handed on`() async throws {
        let outcome = try await call("echo out; echo err >&2")
        guard case .ended(let output, isSuccess: true) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(output == "out\nerr\n")
    }

    @Test func `a lesson that compiles too long is a finding, among others too`() async throws {
        var runner = try await RunningTests.runner()
        // No time at all: how soon a watch wakes on a busy machine is nothing to test by.
        runner.limits.compilingSeconds = 0
        let lessons = ["a.md", "b.md"].map { Lesson.parsed(source: "# A\n\n```{swift}\nlet x = 1\n```\n", file: $0) }
        let found = Found()
        try await runner.run(lessons.map { .init(LessonProgram($0), in: RunningTests.folder) }, atOnce: 1) {
            found.add($1.failures.map(\.code), at: $0)
            return true
        }
        #expect(found.codes == [0: ["compile-limit"], 1: ["compile-limit"]])
    }
}

/// Codes of findings by lesson, from several tasks.
private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [Int: [String]] = [:]

    var codes: [Int: [String]] { lock.withLock { all } }

    func add(_ codes: [String], at position: Int) { lock.withLock { all[position] = codes } }
}
