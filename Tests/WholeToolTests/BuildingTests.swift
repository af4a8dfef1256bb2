import Foundation
import Testing

/// What a build leaves, whatever happened before and during it.
@Suite(.serialized)
struct BuildingTests {
    private static func lesson(_ number: String) -> String {
        """
        ---
        title: A lesson
        ---

        ## Numbers

        ```{swift}
        let x = \(number)
        print("x is", x)
        ```

        It is [\(number)](claim:x), and twice that is `{swift} 2 * x`: $2 \\cdot \(number)$.

        """
    }

    @Test func `building twice, anywhere, gives the same bytes`() async throws {
        var outputs: [[String: Data]] = []
        for _ in 0..<2 {
            let tool = try Tool(["lessons/a.md": Self.lesson("0.25"), "lessons/b.md": Self.lesson("0.5")])
            defer { tool.remove() }
            #expect(try await tool("build", "lessons", "--output", "site").code == 0)
            outputs.append(try tool.files(below: "site"))
            #expect(try await tool("build", "lessons", "--output", "again", "--no-cache").code == 0)
            outputs.append(try tool.files(below: "again"))
        }
        #expect(outputs[0]["a.html"] != nil && outputs[0]["a.md"] != nil)
        #expect(outputs.allSatisfy { $0 == outputs[0] })
    }

    @Test func `a second build runs nothing, an edit of prose neither`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson("0.25")])
        defer { tool.remove() }
        #expect(try await tool("build", "--why").errors.contains("lessons/a.md: runs, because never run before"))
        #expect(try await tool("build", "--why").errors.isEmpty)
        try tool.write(Self.lesson("0.25").replacing("It is", with: "Two lines on,\n\nit is"), to: "lessons/a.md")
        let third = try await tool("build", "--why")
        #expect(third.errors.isEmpty)
        #expect(tool.text("output/a.html")?.contains("Two lines on") == true)
        try tool.write(Self.lesson("0.75"), to: "lessons/a.md")
        #expect(try await tool("build", "--why").errors.contains("lessons/a.md: runs, because its code changed"))
    }

    /// Kills at moments spread over the whole of a build, the writing of pages among them.
    @Test func `a killed build leaves whole pages and a sound cache`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson("0.25"), "lessons/b.md": Self.lesson("0.5")])
        defer { tool.remove() }
        let start = ContinuousClock.now
        #expect(try await tool("build").code == 0)
        let length = ContinuousClock.now - start
        var good = [try tool.files(below: "output")]
        try tool.write(Self.lesson("0.125"), to: "lessons/a.md")
        try tool.write(Self.lesson("0.375"), to: "lessons/b.md")
        #expect(try await tool("build", "--output", "reference").code == 0)
        good.append(try tool.files(below: "reference"))

        let kills = ProcessInfo.processInfo.environment["LECTERN_KILLS"].flatMap(Int.init) ?? 6
        for round in 0..<kills {
            // There and back again, each time with a cache that a killed build left.
            let isBack = round % 2 == 1
            try tool.write(Self.lesson(isBack ? "0.25" : "0.125"), to: "lessons/a.md")
            try tool.write(Self.lesson(isBack ? "0.5" : "0.375"), to: "lessons/b.md")
            try? FileManager.default.removeItem(atPath: tool.folder + "/lessons/.lectern/runs")
            try await tool.killed("build", after: length * (Double(round) + 0.5) / Double(kills))
            for (path, bytes) in try tool.files(below: "output") where !path.hasSuffix("unfinished") {
                #expect(good.contains { $0[path] == bytes }, "\(path) after kill \(round)")
            }
        }
        try tool.write(Self.lesson("0.125"), to: "lessons/a.md")
        try tool.write(Self.lesson("0.375"), to: "lessons/b.md")
        #expect(try await tool("build").code == 0)
        #expect(try tool.files(below: "output") == good[1])
    }

    @Test func `a course made with new builds and verifies`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try await tool("new", "course", "notes").code == 0)
        #expect(try await tool("new", "lesson", "second", "--course", "notes").code == 0)
        let verified = try await tool("verify", "notes")
        #expect(verified.code == 0, "\(verified.all)")
        let built = try await tool("build", "notes", "--output", "site")
        #expect(built.code == 0, "\(built.all)")
        #expect(tool.text("site/index.html")?.contains("second.html") == true)
    }

    @Test func `inside a course's folder nobody has to name it`() async throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try await tool("new", "course", ".").code == 0)
        #expect(try await tool("new", "lesson", "second").code == 0)
        let built = try await tool("build")
        #expect(built.code == 0, "\(built.all)")
        #expect(tool.text("output/second.html") != nil)
        // The pages' Markdown reports, now below the course, are no lessons of it.
        let verified = try await tool("verify", "--quiet")
        #expect(verified.code == 0, "\(verified.all)")
        #expect(verified.all.contains("2 lessons"), "\(verified.all)")
    }

    @Test func `inspect tells lessons, cells and outcomes after a build`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson("0.25")])
        defer { tool.remove() }
        _ = try await tool("build")
        let run = try await tool("inspect")
        let form = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let lesson = try #require((form["lessons"] as? [[String: Any]])?.first)
        #expect(lesson["hasRun"] as? Bool == true)
        #expect((lesson["cells"] as? [[String: Any]])?.count == 1)
        #expect((lesson["claims"] as? [[String: Any]])?.first?["written"] as? String == "0.25")
    }

    @Test func `shards on two machines and one that assembles`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson("0.25"), "lessons/b.md": Self.lesson("0.5")])
        defer { tool.remove() }
        #expect(try await tool("assemble", "--results", "shared").code == 2)
        #expect(try await tool("build", "--shard", "1/2", "--results", "shared").code == 0)
        #expect(try await tool("build", "--shard", "2/2", "--results", "shared").code == 0)
        let assembled = try await tool("assemble", "--results", "shared", "--output", "site")
        #expect(assembled.code == 0, "\(assembled.all)")
        #expect(try await tool("build", "--output", "reference", "--no-cache").code == 0)
        #expect(try tool.files(below: "site") == tool.files(below: "reference"))
    }
}
