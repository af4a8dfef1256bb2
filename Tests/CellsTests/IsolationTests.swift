import Exhibits
import Foundation
import Lessons
import Subprocess
import SystemPackage
import Testing
import Storage

@testable import Cells

/// What would break: a stranger's lesson reads keys, writes into the course, or goes on when Lectern has ended.
///
/// Where this machine lacks a means, its tests say so and try the others.
@Suite(.serialized)
struct IsolationTests {
    static let executable = CommandLine.arguments[0]

    /// What the machine has, each part of it taken away, and what older systems have.
    static func isolations() async -> [Isolation] {
        let best = await Isolation.best(executable: executable)
        var all = [best]
        for version in [1, 2, 3, 4, 5, 6] where version < best.means.landlock ?? 0 {
            var older = best
            older.means.landlock = version
            older.means.namespaces = false
            all.append(older)
        }
        if best.means.landlock != nil, best.means.namespaces {
            var without = best
            without.means.namespaces = false
            all.append(without)
            without = best
            without.means.landlock = nil
            all.append(without)
        }
        return all.filter { $0.level == .isolated }
    }

    /// The launcher, called with these arguments.
    static func launched(_ arguments: [String]) async throws -> String {
        let launcher = try #require(Isolation.launcher(executable: executable))
        return try await Subprocess.run(
            .path(FilePath(launcher)), arguments: Arguments(arguments + [launcher, "--probe"]), input: .none,
            output: .string(limit: 1 << 16), error: .combinedWithOutput
        ).standardOutput
    }

    @Test func `what the system offers is found, and what is taken away isn't`() async throws {
        let means = await Isolation.best(executable: Self.executable).means
        // The system itself says that it filters calls, and a second program which Landlock it has.
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        #expect(means.seccomp == status.contains("Seccomp_filters:"))
        let asked = try? await Subprocess.run(
            .name("python3"), arguments: ["-c", "import ctypes; print(ctypes.CDLL(None).syscall(444, 0, 0, 1))"],
            output: .string(limit: 100))
        if let version = (asked?.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap({ Int($0) }) {
            #expect(means.landlock ?? 0 == max(0, version))
        }
        guard means.seccomp, let version = means.landlock else { return }
        // A jail takes namespaces away from what runs in it; no process can have more than sixteen rulesets of Landlock.
        let without = IsolationMeans(try await Self.launched(["--spawns", "--seccomp", "--"]))
        #expect(without.seccomp && without.landlock == version && !without.namespaces)
        let launcher = try #require(Isolation.launcher(executable: Self.executable))
        var layers: [String] = []
        for layer in 0..<16 {
            layers += (layer == 0 ? [] : [launcher]) + ["--landlock", "1", "--run", "/", "--write", "/", "--"]
        }
        let least = IsolationMeans(try await Self.launched(layers))
        #expect(least.seccomp && least.landlock == nil && !least.namespaces && !least.isSufficient)
        // A version that isn't there is no version: nothing runs.
        #expect(try await Self.launched(["--landlock", "99", "--"]).contains("lectern-jail: Landlock: "))
    }

    @Test func `every attack is refused, and what an honest lesson does works beside it`() async throws {
        let all = await Self.isolations()
        if all.isEmpty { print("nothing isolates on this machine: no attack was tried") }
        for isolation in all {
            let trial = try await IsolationTrial(isolation)
            #expect(trial.acts.count { $0.isAllowed } >= 12 && trial.acts.count { !$0.isAllowed } >= 29, "\(isolation.words)")
            for act in trial.acts { #expect(act.isRight, "\(isolation.words): \(act)") }
        }
    }

    @Test func `an attack is refused with the system's own error`() async throws {
        for isolation in await Self.isolations() {
            let errors = Dictionary(
                try await IsolationTrial(isolation).acts.map { ($0.name, $0.error) }, uniquingKeysWith: { first, _ in first })
            let hidden = isolation.means.namespaces ? "ENOENT" : "EACCES"
            let fixed = isolation.means.namespaces ? "EROFS" : "EACCES"
            for name in ["read a file outside the course", "read another lesson", "read the cache of results", "start a shell"]
            {
                #expect(errors[name] == hidden, "\(name), \(isolation.words)")
            }
            for name in ["write into the course", "overwrite a file of the course", "change the system's settings"] {
                #expect(errors[name] == fixed, "\(name), \(isolation.words)")
            }
            for name in [
                "open a socket to the network", "fork", "send a signal to another process", "outlive its launcher",
                "keep memory that outlives it", "keep semaphores that outlive it", "keep a queue of messages that outlives it",
                "open a queue of messages by its name", "change another process's limits",
                "change how another process is scheduled", "make a file send signals",
                "make a file send signals to another process",
                "make a file send signals to another process, the other way", "take memory that nobody counts",
                "take memory by rules of its own",
                "take memory by a file that nobody sees", "take room on the disk in no time, the other way",
                "change a file's flags", "leave a link to a file outside the course",
                "make a file that lends its owner's rights", "lend the owner's rights by a file",
                "leave a device in a file's place",
            ] {
                #expect(errors[name] == "EPERM", "\(name), \(isolation.words)")
            }
            if !isolation.means.namespaces {
                #expect(errors["change the attributes of a file of the course"] == "EPERM", "\(isolation.words)")
            }
            #expect(errors["start a program that it wrote itself"] == "EACCES")
            #expect(errors["take 64 GB of memory"] == "ENOMEM")
            #expect(errors["make a file of 64 GB"] == "EFBIG")
            #expect(errors["open 4096 files"] == "EMFILE")
        }
    }

    /// The profile can be read here, not tried: macOS alone has what applies it.
    @Test func `a profile for macOS names what is allowed, and no path closes its own quotes`() {
        var isolation = Isolation()
        isolation.means.sandboxProfile = true
        let jail = Jail(
            isolation: isolation, readable: ["/course/\") (allow network*) (literal \"/"], runnable: ["/work/lesson"],
            writable: ["/work/temporary"], seconds: 10, megabytes: 100)
        let command = jail.command("/work/lesson", ["a b"], .inherit)
        #expect(command?.program == "/usr/bin/sandbox-exec")
        #expect(command?.arguments.first == "-p" && command?.arguments.suffix(2) == ["/work/lesson", "a b"])
        let lines = SandboxProfile(jail: jail).text.split(separator: "\n")
        #expect(lines.prefix(2) == ["(version 1)", "(deny default)"])
        #expect(lines.contains("(deny network*)"))
        #expect(
            lines.contains { $0.hasPrefix("(allow file-read*") && $0.contains(#""/course/\") (allow network*) (literal \"/""#) }
        )
        let writing = lines.filter { $0.hasPrefix("(allow file-write*") }
        #expect(writing == [#"(allow file-write* (literal "/work/temporary") (subpath "/work/temporary"))"#])
        #expect(!lines.contains { $0.contains("process-fork") })
        // It was tried by nobody, so it is no isolation that may be required; and a compiler, which starts others, is not run in it.
        #expect(isolation.level == .partly)
        var compiler = jail
        compiler.spawns = true
        #expect(compiler.command("/usr/bin/swiftc", [], .inherit) == nil)
    }

    @Test func `the trial tells a rule that is missing`() async throws {
        var isolation = await Isolation.best(executable: Self.executable)
        guard isolation.means.seccomp, isolation.means.landlock != nil else { return }
        func happened(_ isolation: Isolation) async throws -> Set<String> {
            Set(try await IsolationTrial(isolation).acts.filter { !$0.isAllowed && !$0.isRight }.map(\.name))
        }
        isolation.means.namespaces = false
        isolation.means.seccomp = false
        let withoutFilter = try await happened(isolation)
        #expect(withoutFilter.isSuperset(of: ["fork", "open a socket to the network", "go to namespaces of its own"]))
        isolation.means.seccomp = true
        isolation.means.landlock = nil
        let withoutFiles = try await happened(isolation)
        #expect(withoutFiles.isSuperset(of: ["read a file outside the course", "start a shell", "write into the course"]))
        #expect(isolation.level == .partly)
    }

    /// A course in a folder of its own: data, another lesson, a cache.
    static func course() throws -> String {
        let folder = NSTemporaryDirectory() + "lectern-jail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/course/.lectern", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/course/made", withIntermediateDirectories: true)
        for name in ["secret", "course/data.csv", "course/other.md", "course/.lectern/kept"] {
            try Data("1,2\n".utf8).write(to: URL(filePath: folder + "/" + name))
        }
        try FileManager.default.createSymbolicLink(atPath: folder + "/course/link", withDestinationPath: folder + "/secret")
        return folder
    }

    static func run(_ code: String, matter: String = "", in folder: String) async throws -> Transcript {
        let lesson = Lesson.parsed(source: "\(matter)```{swift}\n\(code)\n```\n", file: "a.md") { _ in nil }
        return try await RunningTests.runner(course: folder).run(LessonProgram(lesson), in: folder)
    }

    static func printed(_ transcript: Transcript) -> [String] {
        (transcript.outputs[0] ?? []).flatMap { output in
            if case .printed(let text) = output { text.split(separator: "\n").map(String.init) } else { [String]() }
        }
    }

    @Test func `a lesson reads its data and nothing else of the user's`() async throws {
        guard await !Self.isolations().isEmpty else { return }
        let folder = try Self.course()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let names = ["data.csv", "other.md", ".lectern/kept", "link", "../secret", "/etc/passwd", "/proc/1/environ"]
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        let transcript = try await Self.run(
            "import Foundation\nfor n in [\(list)] { print((try? String(contentsOfFile: n, encoding: .utf8)) != nil) }\n"
                + "print((try? Data(\"x\".utf8).write(to: URL(filePath: \"data.csv\"))) != nil)\n"
                + "print((try? Data(\"x\".utf8).write(to: URL(filePath: \"made/x\"))) != nil)\n"
                + "print(ProcessInfo.processInfo.environment.keys.sorted().joined(separator: \" \"))",
            in: folder + "/course")
        #expect(transcript.failures == [])
        let lines = Self.printed(transcript)
        // Of its own namespace it may read the first process's environment: that of the launcher, which is as short.
        #expect(lines.prefix(6) == ["true", "false", "false", "false", "false", "false"])
        #expect(lines.dropFirst(7).prefix(2) == ["false", "false"])
        #expect(lines.last?.contains("HOME") == true && lines.last?.contains("USER") == false, "\(lines)")
    }

    @Test func `a lesson writes where its front matter says, and keeps whole files there`() async throws {
        guard await !Self.isolations().isEmpty else { return }
        let folder = try Self.course()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let transcript = try await Self.run(
            "import Foundation\nfor n in [\"made/x\", \"data.csv\", \"../y\"] {\n"
                + "print((try? Data(\"x\".utf8).write(to: URL(filePath: n), options: .atomic)) != nil) }",
            matter: "---\nwrites: made\n---\n\n", in: folder + "/course")
        #expect(transcript.failures == [])
        #expect(Self.printed(transcript) == ["true", "false", "false"])
        #expect(FileManager.default.fileExists(atPath: folder + "/course/made/x"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/y"))
    }

    @Test(arguments: [
        "made/new.md", "made/deep/er/new.md", "made/course.yml", "made/.md", "made/folder.md/x", "made/.git/config",
        "made/.gitattributes",
    ])
    func `what a lesson writes is never a lesson of the next build`(name: String) async throws {
        guard await !Self.isolations().isEmpty else { return }
        let folder = try Self.course()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let above = name.split(separator: "/").dropLast().joined(separator: "/")
        let write =
            "import Foundation\n"
            + "try FileManager.default.createDirectory(atPath: \"\(above)\", withIntermediateDirectories: true)\n"
        let transcript = try await Self.run(
            write + "for n in [\"made/x\", \"\(name)\"] { try Data(\"x\".utf8).write(to: URL(filePath: n)) }",
            matter: "---\nwrites: made\n---\n\n", in: folder + "/course")
        #expect(transcript.failures.map(\.code) == ["written-source"])
        #expect(transcript.failures.map(\.place) == [Place(file: "a.md", line: 1)])
        let left = FileManager.default.subpaths(atPath: folder + "/course/made") ?? []
        #expect(!left.contains { ($0 + "/").contains(".md/") || $0.hasSuffix("course.yml") }, "\(left)")
        #expect(left.contains("x") && left.contains { $0.contains(".refused") }, "\(left)")
        #expect(!left.contains { $0.hasPrefix(".") }, "\(left)")
    }

    @Test func `a trap is located in the lesson under every means`() async throws {
        for isolation in await Self.isolations() {
            var runner = try await RunningTests.runner()
            runner.isolation = isolation
            let lesson = Lesson.parsed(source: "```{swift}\nlet xs = [1]\nprint(xs[xs.count])\n```\n", file: "a.md") { _ in nil
            }
            let transcript = try await runner.run(LessonProgram(lesson), in: RunningTests.folder)
            #expect(transcript.failures.map(\.place) == [Place(file: "a.md", line: 3, column: 9)], "\(isolation.words)")
        }
    }

    @Test func `a rule that can't be applied keeps the lesson from running`() async throws {
        var runner = try await RunningTests.runner()
        guard runner.isolation.launcher != nil else { return }
        // A launcher that fails as the real one does.
        let folder = try Self.course()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let failing = folder + "/failing"
        let script =
            "#!/bin/sh\ncase \"$*\" in *--spawns*) exec \(runner.isolation.launcher ?? "") \"$@\";; esac\n"
            + "echo 'lectern-jail: Landlock: Function not implemented' >&2\nexit 125\n"
        try Data(script.utf8).write(to: URL(filePath: failing))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: failing)
        runner.isolation.launcher = failing
        runner.isolation.means.seccomp = true
        let lesson = Lesson.parsed(source: "```{swift}\nprint(1)\n```\n", file: "a.md") { _ in nil }
        let transcript = try await runner.run(LessonProgram(lesson), in: folder + "/course")
        #expect(transcript.failures.map(\.code) == ["not-isolated"])
        #expect(transcript.outputs == [:])
    }

    @Test func `a folder for writing is the lesson's own matter: no lessons in it, no theme, nothing outside`() async throws {
        let folder = try Self.course()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in [("week/one.md", "# A"), ("theme/theme.css", "b {}"), ("data/kept/x.csv", "1")] {
            let url = URL(filePath: folder + "/course/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try FileManager.default.createDirectory(atPath: folder + "/elsewhere", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/course/out", withDestinationPath: folder + "/elsewhere")
        let view = CourseView(folder + "/course")
        let refusal = { (name: String) in
            LessonFolder(folder + "/course", writes: [name], in: view).finding(for: "a.md", in: view)?.code
        }
        for name in ["made", "new/deep", "data", "data/kept", "data.csv"] { #expect(refusal(name) == nil, "\(name)") }
        for name in ["week", "theme", "theme/new", "out", "out/new", "link", "data.csv/x"] {
            #expect(refusal(name) == "refused-write", "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere/new"))
        // Nothing is made that would be another course, a lesson or a part of the theme from the next build on.
        for name in ["week/course.yml", "made/x.md", "theme/new", ".git/x"] {
            #expect(refusal(name) == "refused-write", "\(name)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/course/" + name), "\(name)")
        }
        #expect(
            view.shown.map { String($0.dropFirst((RealPath.of(folder) ?? "").count)) }.sorted() == [
                "/course/data", "/course/data.csv", "/course/made", "/course/theme",
            ])
    }

    @Test(arguments: [false, true])
    func `what a lesson leaves behind ends with it`(isIsolated: Bool) async throws {
        var runner = try await RunningTests.runner()
        guard runner.isolation.launcher != nil else { return }
        if !isIsolated { runner.isolation.means = IsolationMeans() }
        let lesson = Lesson.parsed(
            source: """
                ```{swift}
                import Foundation
                let child = Process()
                child.executableURL = URL(filePath: "/bin/sh")
                child.arguments = ["-c", "setsid sleep 300 & echo $!; wait"]
                child.standardOutput = Pipe()
                if (try? child.run()) != nil, let pipe = child.standardOutput as? Pipe {
                    print(String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self))
                } else {
                    print("refused")
                }
                ```

                """, file: "a.md")
        let transcript = try await runner.run(LessonProgram(lesson), in: RunningTests.folder)
        #expect(transcript.failures == [])
        let line = Self.printed(transcript).first { !$0.isEmpty } ?? ""
        if isIsolated, runner.isolation.level == .isolated {
            #expect(line == "refused")
        } else {
            let process = try #require(Int32(line))
            #expect(kill(process, 0) == -1 && errno == ESRCH)
        }
    }

    @Test func `folders of dead builds are swept, those of living ones stay`() throws {
        let folder = NSTemporaryDirectory() + "lectern-sweep-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let old = Date(timeIntervalSinceNow: -3600)
        for name in ["lectern-dead", "lectern-alive", "other"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)/part0", withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: "\(folder)/\(name).lock"))
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(folder)/\(name).lock")
        }
        let living = open("\(folder)/lectern-alive.lock", O_RDWR)
        flock(living, LOCK_EX)
        WorkFolder.sweep(folder)
        close(living)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(left == ["lectern-alive", "lectern-alive.lock", "other", "other.lock"])
    }
}
