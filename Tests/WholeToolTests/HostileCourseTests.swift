import Foundation
import Subprocess
import Testing

/// A stranger's course, built by the real program: each attack fails with its finding, nothing is shown, the innocent is built.
@Suite(.serialized)
struct HostileCourseTests {
    @Test func `what a hostile course asks for isn't published, and the innocent lesson is right`() async throws {
        let tool = try Tool([
            "c/.git/config": "TOPSECRET", "outside.md": "TOPSECRET",
            "c/good.md": "# Good\n\nAll is well.\n",
            "c/a.md": "# A\n\n{{< include /proc/self/environ >}}\n", "c/b.md": "# B\n\n{{< include ../outside.md >}}\n",
            "c/d.md": "# D\n\nSee [x](.git/config).\n", "c/e.md": "# E\n\n{{< include pipe.md.txt >}}\n",
            "c/f.md": "---\ntime-limit: 1e300\n---\n\n# F\n", "c/g.md": "---\ntitle: [\r\r\r\n---\n\n# G\n",
            "c/h.md": "# H\n\n" + String(repeating: "[^a] ", count: 10_000) + "\n",
        ])
        defer { tool.remove() }
        mkfifo(tool.folder + "/c/pipe.md.txt", 0o600)
        try FileManager.default.createSymbolicLink(atPath: tool.folder + "/c/l", withDestinationPath: ".")
        let run = try await tool(["build", "c", "--output", "out"], environment: ["LECTERN_TEST_SECRET": "TOPSECRET"])
        #expect(run.code == 2, "\(run.all)")
        for place in ["c/a.md:3:1", "c/b.md:3:1", "c/d.md:3:9", "c/e.md:3:1", "c/f.md:2:13", "c/g.md:"] {
            #expect(run.output.contains("\n\(place)") || run.output.hasPrefix(place), "\(place)")
        }
        #expect(run.all.utf8.count < 100_000)
        #expect(!run.all.contains("TOPSECRET"))
        let files = try tool.files(below: "out")
        #expect(files["good.html"] != nil)
        #expect(!files.values.contains { $0.firstRange(of: Data("TOPSECRET".utf8)) != nil })
    }

    @Test(arguments: [["build", "c"], ["export", "c/a.md", "--to", "md"]])
    func `a link in the place of a folder that nobody named is not written to`(arguments: [String]) async throws {
        let tool = try Tool(["c/a.md": "# A\n", "elsewhere/theirs": ""])
        defer { tool.remove() }
        for name in ["output", "export"] {
            try FileManager.default.createSymbolicLink(atPath: tool.folder + "/" + name, withDestinationPath: "elsewhere")
        }
        let run = try await tool(arguments)
        #expect(run.code == 2 && run.all.contains("is a link"), "\(run.code) \(run.all)")
        #expect(try Set(tool.files(below: "elsewhere").keys) == ["theirs"])
        let named = try await tool(arguments + ["--output", "output"])
        #expect(named.code == 0, "\(named.all)")
    }

    @Test func `what the machine refuses is no false claim`() async throws {
        let tool = try Tool(["c/a.md": "# A\n\n```{swift}\nlet x = 1\n```\n"])
        defer { tool.remove() }
        let run = try await tool(["verify", "c"], environment: ["TMPDIR": "/proc/nowhere"])
        #expect(run.code == 69, "\(run.all)")
    }
}
