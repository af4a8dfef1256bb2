import Foundation
import Testing

@testable import Cells

/// Programs that Lectern asks for something: heard when they answer, ended when they don't.
struct ToolCallTests {
    private func shell(_ script: String, seconds: Double = 60, _ variables: [String: String] = [:]) -> ToolCall {
        ToolCall("/bin/sh", ["-c", script], seconds: seconds, variables: variables)
    }

    @Test func `what a program says is heard, with what its environment was given`() async {
        #expect(await shell("echo \"$KIND here\"", ["KIND": "compiler"]).output() == "compiler here\n")
        #expect(await shell("exit 0").succeeds())
    }

    @Test func `one that fails, is ended by a signal or isn't there has said nothing`() async {
        #expect(await shell("echo half; exit 3").output() == nil)
        #expect(await shell("kill -9 $$").succeeds() == false)
        #expect(await ToolCall("/nowhere/tool", [], seconds: 60).output() == nil)
    }

    @Test func `one that says more than anybody reads has said nothing`() async {
        #expect(await shell("head -c 2000000 /dev/zero").output() == nil)
    }

    @Test func `one that comes to no end is ended with what it started`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = "sleep 3000 & echo $! > '\(file.path())'; wait"
        #expect(await shell(script, seconds: 5).output() == nil)
        let child = try #require(pid_t(String(contentsOf: file, encoding: .utf8).dropLast()))
        // Whoever ends what lost its parent may take a moment for it.
        for _ in 0..<100 where isAlive(child) { try await Task.sleep(for: .milliseconds(100)) }
        #expect(!isAlive(child))
    }

    /// Whether a process still does something; one that nobody has asked about since its end doesn't.
    private func isAlive(_ process: pid_t) -> Bool {
        let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return kill(process, 0) == 0 && !state.contains(") Z ")
    }
}
