import Exhibits
import Foundation
import Lessons
import Testing
import Storage

@testable import Cells

/// Lessons that write to one folder at once. What would break: one puts a link where another, or Lectern, looks next, and so reads,
/// renames or counts what isn't the course's.
@Suite(.serialized)
struct SwappedFolderTests {
    /// A folder with a course and something beside it, without links on the way.
    private static func place() throws -> String {
        let folder = try IsolationTests.course()
        for name in ["course/made/d", "foreign"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        for name in ["course/made/d/x", "foreign/secret.txt", "foreign/a.md"] {
            try Data("\(name)\n".utf8).write(to: URL(filePath: folder + "/" + name))
        }
        return RealPath.of(folder) ?? folder
    }

    /// Puts a link to what is foreign in the place of a folder of the course.
    private static func swap(_ name: String, in folder: String) throws {
        let path = folder + "/course/" + name
        try FileManager.default.moveItem(atPath: path, toPath: path + "-before")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/foreign")
    }

    @Test func `a link shows what of the course it leads to when a lesson starts, and nothing else`() async throws {
        let all = await IsolationTests.isolations()
        guard !all.isEmpty else { return }
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createSymbolicLink(atPath: folder + "/course/l", withDestinationPath: "made/d")
        var runner = try await RunningTests.runner(course: folder + "/course")
        let names = ["l/x", "l/secret.txt", "made/d/x", "made/d/secret.txt"]
        let lesson = Lesson.parsed(
            source: "```{swift}\nimport Foundation\nfor n in \(names) { "
                + "print((try? String(contentsOfFile: n, encoding: .utf8)) != nil) }\n```\n", file: "a.md"
        ) { _ in nil }
        guard case .compiled(let program) = try await runner.compiled(LessonProgram(lesson)) else {
            Issue.record("the lesson does not compile")
            return
        }
        for isolation in all {
            runner.isolation = isolation
            let before = try await runner.run(program, in: folder + "/course", variant: 0)
            #expect(
                IsolationTests.printed(before) == ["true", "false", "true", "false"], "\(isolation.words) \(before.failures)")
        }
        // The runner has seen the course; only then a lesson changes it.
        try Self.swap("made/d", in: folder)
        for isolation in all {
            runner.isolation = isolation
            let after = try await runner.run(program, in: folder + "/course", variant: 0)
            #expect(
                IsolationTests.printed(after) == ["false", "false", "false", "false"], "\(isolation.words) \(after.failures)")
        }
    }

    @Test func `the launcher shows nothing of a course through a link, however late it was put there`() async throws {
        guard Isolation.launcher(executable: IsolationTests.executable) != nil else { return }
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let inner = folder + "/course/made/d"
        for rule in [
            ["--show", inner + "/x"], ["--show", inner], ["--link", folder + "/course/l", inner], ["--write", inner],
        ] {
            let said = try await IsolationTests.launched(rule + ["--"])
            #expect(!said.contains("lectern-jail: "), "\(rule) \(said)")
        }
        try Self.swap("made/d", in: folder)
        for rule in [
            ["--show", inner + "/secret.txt"], ["--show", inner], ["--link", folder + "/course/l", inner], ["--write", inner],
        ] {
            let said = try await IsolationTests.launched(rule + ["--"])
            #expect(said.contains("lectern-jail: ") && said.contains("symbolic links"), "\(rule) \(said)")
        }
    }

    @Test func `more may be shown of a course than a lesson may have files open`() async throws {
        let means = await Isolation.best(executable: IsolationTests.executable).means
        guard means.landlock != nil else { return }
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rules = (0..<100).flatMap { _ in ["--show", folder + "/course/data.csv"] }
        let said = try await IsolationTests.launched(["--landlock", "1", "--files", "64", "--run", "/"] + rules + ["--"])
        #expect(!said.contains("lectern-jail: "), "\(said)")
        #expect(said.contains("seccomp") == means.seccomp, "\(said)")
    }

    @Test func `a folder that became a link is not looked through, nor a file behind it renamed`() throws {
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Self.swap("made/d", in: folder)
        let written = WrittenSources(setAsideFrom: [folder + "/course/made", folder + "/course/made/d"])
        #expect(written.finding(for: "a.md", in: folder + "/course") == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/foreign").sorted() == ["a.md", "secret.txt"])
        // One that is open stays what it was.
        let held = try HeldFolder(folder + "/course/made/d-before")
        try Self.swap("made/d-before", in: folder)
        var names: [String] = []
        try held.each { name, _ in
            names.append(String(cString: name))
            return true
        }
        #expect(names == ["x"])
    }

    @Test func `what can't be looked through fails the lesson, and what lies in a folder set aside is set aside as well`()
        throws
    {
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let made = folder + "/course/made"
        try FileManager.default.createDirectory(atPath: made + "/f.md", withIntermediateDirectories: true)
        for name in ["/f.md/b.md", "/" + String(repeating: "n", count: 250) + ".md", "/x.MD", "/x.qmd", "/x.csv"] {
            try Data("# A\n".utf8).write(to: URL(filePath: made + name))
        }
        let finding = WrittenSources(setAsideFrom: [made]).finding(for: "a.md", in: folder + "/course")
        #expect(finding?.message.contains("“made/f.md” and 4 more was written") == true, "\(String(describing: finding))")
        let left = FileManager.default.subpaths(atPath: made) ?? []
        #expect(!left.contains { $0.lowercased().hasSuffix(".md") } && left.contains("f.md.refused/b.md.refused"), "\(left)")
        #expect(left.contains("x.csv") && left.contains("x.qmd.refused"), "\(left)")
        for name in ["/y.md.refused/full", "/z.md.refused/full", "/z.md.refused-2/full"] {
            try FileManager.default.createDirectory(atPath: made + name, withIntermediateDirectories: true)
        }
        for name in ["/y.md", "/z.md"] { try Data("# A\n".utf8).write(to: URL(filePath: made + name)) }
        #expect(WrittenSources(setAsideFrom: [made]).finding(for: "a.md", in: folder + "/course") != nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: made)
        #expect(!names.contains { $0.hasSuffix(".md") } && names.count { $0.hasPrefix("z.md.refused") } == 3, "\(names)")
        let deep = made + String(repeating: "/d", count: HeldFolder.deepest + 2)
        try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
        let unseen = WrittenSources(setAsideFrom: [made]).finding(for: "a.md", in: folder + "/course")
        #expect(unseen?.message.contains("can't be looked through") == true, "\(String(describing: unseen))")
    }

    @Test func `a course of which too much is shown piece by piece says what to do`() throws {
        let folder = try Self.place()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let course = folder + "/course"
        for number in 0..<8100 { close(open(course + "/\(number)", O_CREAT | O_WRONLY, 0o600)) }
        let finding = CourseView(course).finding(for: "a.md")
        #expect(finding?.code == "scattered-course" && finding?.place == Place(file: "a.md", line: 1))
        #expect(finding?.message.contains("put data and pictures into folders") == true)
        try FileManager.default.createDirectory(atPath: course + "/data", withIntermediateDirectories: true)
        for number in 0..<8100 { rename(course + "/\(number)", course + "/data/\(number)") }
        let view = CourseView(course)
        #expect(view.finding(for: "a.md") == nil && view.shown.contains(course + "/data"))
    }
}
