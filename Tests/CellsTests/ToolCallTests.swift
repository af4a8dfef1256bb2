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

    @Test(.timeLimit(.minutes(1))) func `one that comes to no end is ended with what it started`() async throws {
        let mark = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
        defer { try? FileManager.default.removeItem(atPath: mark) }
        #expect(await shell("(sleep 4; touch '\(mark)') & sleep 600", seconds: 0.5).output() == nil)
        try await Task.sleep(for: .seconds(5))
        #expect(!FileManager.default.fileExists(atPath: mark))
    }
}
