import Foundation
import Subprocess
import SystemPackage
import Testing

/// Isolation as somebody at the machine meets it. What would break: lessons run on when Lectern has ended, or run at all where
/// isolation was required and there is none.
@Suite(.serialized)
struct IsolationTests {
    static let launcher = URL(filePath: Tool.path).deletingLastPathComponent().appending(path: "lectern-jail").path()
    static let plain = "# A\n\n```{swift}\nlet x = 1 + 1\n```\n\nIt is [2](<claim: x>).\n"

    /// Runs `lectern` where neither Landlock nor namespaces can be had: below sixteen rulesets there is no seventeenth.
    private func withoutMeans(_ arguments: [String], in folder: String, ci: String) async throws -> (code: Int32, text: String)
    {
        var layers: [String] = []
        for layer in 0..<16 {
            layers += (layer == 0 ? [] : [Self.launcher]) + ["--landlock", "1", "--run", "/", "--write", "/", "--"]
        }
        let result = try await Subprocess.run(
            .path(FilePath(Self.launcher)), arguments: Arguments(layers + [Tool.path] + arguments),
            environment: .inherit.updating(["CI": ci]), workingDirectory: FilePath(folder), input: .none,
            output: .string(limit: 1 << 20), error: .combinedWithOutput)
        guard case .exited(let code) = result.terminationStatus else { return (-1, result.standardOutput) }
        return (code, result.standardOutput)
    }

    private func hasLandlock() async throws -> Bool {
        let probe = try await Subprocess.run(
            .path(FilePath(Self.launcher)), arguments: ["--probe"], input: .none, output: .string(limit: 4096))
        return probe.standardOutput.contains("landlock")
    }

    @Test func `where nothing isolates, nothing runs that requires it, and what runs says so`() async throws {
        guard try await hasLandlock() else { return }
        let tool = try Tool(["c/a.md": Self.plain])
        defer { tool.remove() }
        let required = try await withoutMeans(["verify", "c"], in: tool.folder, ci: "true")
        #expect(required.code == 69 && required.text.contains("lessons can't be isolated here"), "\(required.text)")
        let best = try await withoutMeans(["verify", "c", "--sandbox", "best"], in: tool.folder, ci: "true")
        #expect(best.code == 0 && best.text.contains("1 run isolated in part"), "\(best.text)")
        let trusted = try await withoutMeans(["verify", "c", "--trust", "--no-cache"], in: tool.folder, ci: "true")
        #expect(trusted.code == 0 && trusted.text.contains("1 run not isolated"), "\(trusted.text)")
        try tool.write("sandbox: require\n", to: "c/course.yml")
        let asked = try await withoutMeans(["verify", "c", "--no-cache"], in: tool.folder, ci: "false")
        #expect(asked.code == 69, "\(asked.text)")
    }

    @Test func `the report and the verified numbers say how lessons ran`() async throws {
        guard try await hasLandlock() else { return }
        let tool = try Tool(["c/a.md": Self.plain])
        defer { tool.remove() }
        let run = try await tool(["build", "c", "--output", "out"], environment: ["CI": "true"])
        #expect(run.code == 0 && run.output.hasSuffix("all hold; run isolated\n"), "\(run.all)")
        #expect(tool.text("out/verification.json")?.contains("\"isolation\" : \"isolated\"") == true)
        #expect(tool.text("out/verification.html")?.contains("All lessons ran isolated") == true)
        #expect(tool.text("out/verification.json")?.contains(tool.folder) == false)
    }

    /// As somebody without any rights: most who build courses aren't root.
    @Test func `an unprivileged user's lessons are isolated as well`() async throws {
        guard try await hasLandlock(), getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else {
            return
        }
        let tool = try Tool(["c/a.md": Self.plain])
        defer { tool.remove() }
        let folders = ["", "/c", "/c/a.md", "/home", "/tmp"].map { tool.folder + $0 }
        for folder in folders.suffix(2) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        for folder in folders { chown(folder, 65534, 65534) }
        for arguments in [["doctor"], ["verify", "c"]] {
            let result = try await Subprocess.run(
                .path("/usr/bin/setpriv"),
                arguments: Arguments(
                    ["--reuid", "65534", "--regid", "65534", "--clear-groups", Tool.path] + arguments),
                environment: .inherit.updating(["CI": "true", "HOME": tool.folder + "/home", "TMPDIR": tool.folder + "/tmp"]),
                workingDirectory: FilePath(tool.folder), input: .none, output: .string(limit: 1 << 20),
                error: .combinedWithOutput)
            // Where the build lies in a folder that only root enters, nothing can be tried.
            if case .exited(126...127) = result.terminationStatus { return }
            let text = result.standardOutput
            #expect(result.terminationStatus.isSuccess, "\(text)")
            if arguments == ["doctor"] {
                #expect(text.contains("  refused  start a shell") && !text.contains("HAPPENED"), "\(text)")
            } else {
                #expect(text.contains("all hold; run isolated"), "\(text)")
            }
        }
    }

    @Test(arguments: [(SIGKILL, "best"), (SIGINT, "best"), (SIGKILL, "off"), (SIGTERM, "off")])
    func `nothing of a lesson is left when Lectern is ended`(signal: Int32, sandbox: String) async throws {
        let tool = try Tool(["c/a.md": "```{swift}\nvar n = 0\nwhile true { n &+= 1 }\n```\n"])
        defer { tool.remove() }
        let temporary = tool.folder + "/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: Tool.path)
        process.arguments = ["verify", "c", "--sandbox", sandbox]
        process.currentDirectoryURL = URL(filePath: tool.folder)
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary, "CI": "false"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Its children, the compiler and then the lesson, are named by their folder.
        try await Self.wait { Self.processes(naming: temporary).contains { $0.hasSuffix("/lesson") } }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        try await Self.wait { Self.processes(naming: temporary).isEmpty }
        #expect(Self.processes(naming: temporary).isEmpty)
    }

    private static func wait(until isSo: () -> Bool) async throws {
        for _ in 0..<600 where !isSo() { try await Task.sleep(for: .milliseconds(100)) }
    }

    /// Command lines of this machine's processes that hold some words, without their last zero.
    private static func processes(naming words: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.filter { Int($0) != nil }.compactMap { process in
            guard let file = FileHandle(forReadingAtPath: "/proc/\(process)/cmdline"),
                let bytes = try? file.read(upToCount: 1 << 16)
            else { return nil }
            let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: ["\0"])
            return line.contains(words) ? line : nil
        }
    }
}
