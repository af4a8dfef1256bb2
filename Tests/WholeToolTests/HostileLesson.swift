/// A lesson that attacks, the line on which its finding stands, and what the finding is called.
struct HostileLesson {
    var name: String
    var text: String
    /// nil where the attack is no fault of the lesson's: it only must not work.
    var line: Int?
    /// One word of the finding, by which one sees that it is the right one.
    var says: String

    /// An act in a cell, on line 5, that ends the lesson where it is refused.
    private static func refused(_ name: String, _ act: String) -> HostileLesson {
        HostileLesson(
            name: name,
            text: """
                # \(name)

                ```{swift}
                import Foundation
                try must(\(act))
                struct Refused: Error {}
                func must(_ happened: Bool) throws { if !happened { throw Refused() } }
                let x = 1.0
                ```

                It is [1](<claim: x>).

                """, line: 5, says: "threw an error: Refused")
    }

    /// Code that is ended from outside, or ends itself, in a cell that begins on line 7.
    private static func ended(_ name: String, _ code: String, line: Int, says: String, limit: Int = 120) -> HostileLesson {
        HostileLesson(
            name: name,
            text: "---\ntime-limit: \(limit)\n---\n\n# \(name)\n\n```{swift}\nimport Foundation\n\(code)\n```\n", line: line,
            says: says)
    }

    /// A false claim on line 8, between two cells that would make it vanish.
    private static func hidden(_ name: String, _ before: String, _ after: String, line: Int, says: String) -> HostileLesson {
        HostileLesson(
            name: name,
            text:
                "# \(name)\n\n```{swift}\nlet x = 1.0\n\(before)\n```\n\nIt is [2](<claim: x>).\n\n```{swift}\n\(after)\n```\n",
            line: line, says: says)
    }

    private static func text(_ name: String, _ text: String, line: Int, says: String) -> HostileLesson {
        HostileLesson(name: name, text: text, line: line, says: says)
    }

    static let all: [HostileLesson] = texts + claims + acts + excesses

    private static let texts: [HostileLesson] = [
        text("environ", "# A\n\n{{< include /proc/self/environ >}}\n", line: 3, says: "there is no file"),
        text("outside", "# A\n\n{{< include ../outside.md >}}\n", line: 3, says: "is not included"),
        text("git", "# A\n\nSee [x](.git/config).\n", line: 3, says: "isn't published"),
        text("pipe", "# A\n\n{{< include pipe.txt >}}\n", line: 3, says: "is not included"),
        text("device", "---\nbibliography: zero.bib\n---\n\n# A\n\nSee @a.\n", line: 2, says: "isn't read"),
        text("link", "# A\n\n![x](leak.png)\n", line: 3, says: "leak.png"),
        text("forever", "---\ntime-limit: 1e300\n---\n\n# A\n", line: 2, says: "time-limit"),
        text("yaml", "---\ntitle: [\r\r\r\n---\n\n# A\n", line: 1, says: "YAML"),
        text("notes", "# A\n\n" + String(repeating: "[^a] ", count: 10_000) + "\n", line: 3, says: "footnote"),
        text(
            "openings", "# A\n\n" + String(repeating: "\\[ ", count: 1_000_000) + "[x](.git/config)\n", line: 3,
            says: "isn't published"),
        text("free", "---\nsandbox: off\n---\n\n# A\n", line: 2, says: "sandbox"),
        text("hole", "---\nwrites: ../elsewhere\n---\n\n# A\n", line: 2, says: "writes"),
        text("404", "# A\n", line: 1, says: "404"),
        text(
            "author",
            "---\nwrites: made\n---\n\n```{swift}\nimport Foundation\ntry Data(\"# B\".utf8).write(to: URL(filePath: \"made/new.md\"))\n```\n",
            line: 1, says: "a part of the course"),
        text(
            "thousands", "# A\n\n" + String(repeating: "```{swift}\nprint(1)\n```\n\n", count: 1001), line: 4004,
            says: "at most 1000 cells"),
        text("painted", "---\nwrites: theme\n---\n\n```{swift}\nprint(1)\n```\n", line: 1, says: "theme"),
    ]

    private static let claims: [HostileLesson] = [
        hidden("condition", "#if false", "#endif", line: 5, says: "never closed"),
        hidden("comment", "/*", "*/", line: 5, says: "never closed"),
        hidden("string", "let s = \"\"\"", "\"\"\"", line: 5, says: "never closed"),
        hidden("leaving", "import Foundation\nexit(0)", "print(1)", line: 4, says: "ended in this cell"),
        hidden(
            "forged", "import Foundation\nprint(\"\\u{1E}{\\\"finished\\\":{}}\")\nexit(0)", "print(1)", line: 4,
            says: "ended in this cell"),
        hidden(
            "unasked", "import Foundation\nclose(0)\nexit(0)", "print(1)", line: 4, says: "ended in this cell"),
        hidden(
            "moved", "#sourceLocation(file: \"good.md\", line: 1)", "print(1)", line: 5, says: "#sourceLocation"),
        // Its arithmetic is its own, and the innocent lessons' is theirs.
        HostileLesson(
            name: "sums",
            text:
                "```{swift}\nprotocol P {}\ntypealias Number = Double\nextension Number: P {\n    static func + (a: Double, b: Double) -> Double { 99 }\n}\nlet x = 1.0 + 2.0\n```\n",
            line: nil, says: ""),
        ended(
            "colours",
            "struct E: Error, CustomStringConvertible { var description: String { \"\\u{1B}[31mred\\n::warning file=good.md::no\" } }\ntry { throw E() }()",
            line: 10, says: "threw an error"),
        ended(
            "macro", "@freestanding(expression) macro m() -> Int = #externalMacro(module: \"M\", type: \"T\")\nprint(#m())",
            line: 10, says: "macro"),
    ]

    private static let acts: [HostileLesson] = [
        refused("passwords", "(try? String(contentsOfFile: \"/etc/passwd\", encoding: .utf8)) != nil"),
        refused("neighbour", "(try? String(contentsOfFile: \"good.md\", encoding: .utf8)) != nil"),
        refused("results", "(try? FileManager.default.contentsOfDirectory(atPath: \".lectern\")) != nil"),
        refused("secret", "(try? String(contentsOfFile: \"../secret\", encoding: .utf8)) != nil"),
        refused("variables", "ProcessInfo.processInfo.environment[\"LECTERN_TEST_SECRET\"] != nil"),
        refused("parent", "(try? Data(contentsOf: URL(filePath: \"/proc/\\(getppid())/mem\"))) != nil"),
        refused("rewriting", "(try? Data().write(to: URL(filePath: \"good.md\"))) != nil"),
        refused("publishing", "(try? Data().write(to: URL(filePath: \"../out/good.html\"))) != nil"),
        refused("forging", "(try? Data().write(to: URL(filePath: \".lectern/x\"))) != nil"),
        refused("data", "(try? Data(\"9\".utf8).write(to: URL(filePath: \"data.csv\"))) != nil"),
        refused("cutting", "truncate(\"data.csv\", 0) == 0"),
        refused("rights", "chmod(\"data.csv\", 0o777) == 0"),
        refused("hardlink", "link(\"good.md\", NSTemporaryDirectory() + \"/x\") == 0"),
        refused(
            "softlink",
            "symlink(\"/etc/passwd\", NSTemporaryDirectory() + \"/x\") == 0 && open(NSTemporaryDirectory() + \"/x\", O_RDONLY) >= 0"
        ),
        refused("upwards", "chdir(\"/\") == 0 && open(\"etc/passwd\", O_RDONLY) >= 0"),
        refused("socket", "socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
        refused("bus", "socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0"),
        refused("signal", "kill(getppid(), 0) == 0"),
        refused("everyone", "kill(-1, 0) == 0"),
        refused("shell", "(try? Process.run(URL(filePath: \"/bin/sh\"), arguments: [\"-c\", \"true\"])) != nil"),
        refused(
            "daemon",
            "{ var p: pid_t = 0; var a: [UnsafeMutablePointer<CChar>?] = [strdup(\"setsid\"), strdup(\"sleep\"), strdup(\"300\"), nil]; return posix_spawn(&p, \"/usr/bin/setsid\", nil, nil, &a, nil) == 0 }()"
        ),
        refused("shared", "shmget(0, 4096, 0o600) >= 0"),
        refused("session", "setsid() >= 0"),
        refused("clock", "{ var t = timespec(tv_sec: 1, tv_nsec: 0); return clock_settime(CLOCK_REALTIME, &t) == 0 }()"),
        refused("mounting", "mount(\"none\", \"/tmp\", \"tmpfs\", 0, nil) == 0"),
        refused(
            "limits",
            "{ var l = rlimit(rlim_cur: 1 << 20, rlim_max: 1 << 20); return setrlimit(__rlimit_resource_t(7), &l) == 0 }()"),
    ]

    private static let excesses: [HostileLesson] = [
        refused("memory", "malloc(64 << 30) != nil"),
        refused("descriptors", "(0..<4096).allSatisfy { _ in open(\"/dev/null\", O_RDONLY) >= 0 }"),
        refused(
            "file",
            "{ let f = creat(NSTemporaryDirectory() + \"/x\", 0o600); signal(SIGXFSZ, SIG_IGN); return f >= 0 && ftruncate(f, 64 << 30) == 0 }()"
        ),
        ended("loop", "var n = 0\nwhile true { n &+= 1 }", line: 8, says: "still running after 1 s", limit: 1),
        ended("sleep", "sleep(600)", line: 8, says: "still running after 1 s", limit: 1),
        ended("flood", "let line = String(repeating: \"x\", count: 1 << 16)\nwhile true { print(line) }", line: 8, says: "MB"),
        ended(
            "threads",
            "struct NoMore: Error {}\nfor _ in 0..<4000 {\n    var t = pthread_t()\n    if pthread_create(&t, nil, { _ in sleep(600); return nil }, nil) != 0 { throw NoMore() }\n}",
            line: 12, says: "threw an error"),
        // On a busy machine the backtrace of a full stack takes its time, and that of a trap.
        ended(
            "stack", "func f(_ n: Int) -> Int { n < 0 ? 0 : 1 + f(n + 1) + f(n + 2) }\nprint(f(0))", line: 9, says: "stack",
            limit: 300),
        ended("trap", "let xs = [1]\nprint(xs[xs.count])", line: 10, says: "out of range"),
    ]
}
