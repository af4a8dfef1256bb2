import Exhibits
import Foundation
import Lessons
import Testing

@testable import Cells

/// Lessons compiled and run with the real compiler.
@Suite(.serialized)
struct RunningTests {
    /// The runner of this build: its runtime library lies beside the tests.
    static func runner(course: String = folder) async throws -> LessonRunner {
        var limits = Limits()
        // A crash is looked into while the lesson's time runs, which takes long where many tests share few cores.
        limits.seconds = 120
        limits.outputBytes = 4 << 20
        let cache = NSTemporaryDirectory() + "lectern-test-modules"
        return LessonRunner(
            toolchain: try Toolchain.located(executable: CommandLine.arguments[0]), limits: limits, moduleCache: cache,
            isolation: await Isolation.best(executable: CommandLine.arguments[0]), course: course)
    }

    /// A folder with nothing in it for lessons to stand in.
    static let folder: String = {
        let folder = NSTemporaryDirectory() + "lectern-test-lessons"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }()

    static func transcripts(of lessons: [Lesson]) async throws -> [Transcript] {
        let jobs = lessons.map { LessonRunner.Job(LessonProgram($0), in: RunningTests.folder) }
        let results = Results()
        try await runner().run(jobs, atOnce: 2) { position, transcript in
            results.add(transcript, at: position)
            return true
        }
        return lessons.indices.map { results[$0] }
    }

    static func transcript(of text: String) async throws -> Transcript {
        let lesson = Lesson.parsed(source: text, file: "a.md") { _ in nil }
        return try await runner().run(LessonProgram(lesson), in: RunningTests.folder)
    }

    @Test func `each of sixty broken lessons yields its one finding at the marked place`() async throws {
        let broken = BrokenLesson.all
        #expect(broken.count >= 60)
        let marked = broken.enumerated().map { MarkedText($1.text, file: "lessons/\($0).md") }
        let transcripts = try await Self.transcripts(
            of: marked.map { text in Lesson.parsed(source: text.source, file: text.file) { _ in nil } })
        for (index, transcript) in transcripts.enumerated() {
            let found = transcript.failures.map { "\($0.place) \($0.code): \($0.message)" }
            let name = Comment(rawValue: "\(broken[index].name): \(found)")
            #expect(transcript.failures.count == 1, name)
            #expect(transcript.failures.first?.place == marked[index].place, name)
            #expect(transcript.failures.first?.code == broken[index].code, name)
            #expect(transcript.failures.first?.message.contains(broken[index].message) == true, name)
        }
    }

    @Test func `lessons with types of the same name compile together, and print them alike alone`() async throws {
        let text = """
            ```{swift}
            struct P { var x = 1 }
            extension P: Equatable {}
            extension Double { var half: Double { self / 2 } }
            func f() -> P { P() }
            ```

            ```{swift}
            struct Q { var n = 2 }
            print([f()], [Q()], 3.0.half)
            ```

            """
        let lessons = (0..<2).map { index in Lesson.parsed(source: text, file: "\(index).md") { _ in nil } }
        #expect(Batch.parts(of: lessons.map { LessonProgram($0) }, atOnce: 1) == [[0, 1]])
        let together = try await Self.transcripts(of: lessons)
        let alone = try await Self.transcript(of: text)
        for transcript in together + [alone] {
            #expect(transcript.failures == [])
            #expect(transcript.outputs[1] == [.printed("[P(x: 1)] [Q(n: 2)] 1.5\n")])
        }
    }

    /// The compiler gives closures of one `let` at file scope one name, so that w would be what g is.
    @Test func `constants of one let keep their own closures where a type uses them`() async throws {
        let text = """
            ```{swift}
            let steps = [[1.0, 2, 3], [4, 5, 6]]
            let g = steps.map { $0[0] }, v = steps.map { $0[1] },  // in a row
                w = steps.map { $0[2] }
            let small = g[0] < 2 && v[0] < 1, large = g[0] < 2 && v[0] > 1
            struct S {
                var last = w[1], all = [g, v, w]
                let both = [small, large]
            }
            print(S().last, S().all, S().both)
            ```

            """
        let lessons = (0..<2).map { index in Lesson.parsed(source: text, file: "\(index).md") { _ in nil } }
        for transcript in try await Self.transcripts(of: lessons) {
            #expect(transcript.failures == [])
            let printed = "6.0 [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]] [false, true]\n"
            #expect(transcript.outputs[0] == [.printed(printed)])
        }
    }

    @Test func `a program of its own keeps them apart too`() {
        let code = "let a = [1].map { $0 }, b = [2].map { $0 + 1 }\nstruct S { var x = a + b }"
        let lesson = Lesson.parsed(source: "```{swift}\n\(code)\n```\n", file: "a.md") { _ in nil }
        let text = StandaloneProgram(lesson).files[0].text
        #expect(text.contains("let a = [1].map { $0 }  \nlet b = [2].map { $0 + 1 }\n"), "\(text)")
    }

    @Test func `a long cell is heard while it runs, the compiler's warnings afterwards`() async throws {
        let heard = Heard()
        var runner = try await Self.runner()
        runner.hear = { heard.add("\($0) \($1.label) \($1.fraction)") }
        let text = """
            ```{swift}
            var a = 1
            for i in 1...2 { progress(Double(i) / 2, "counting") }
            ```

            ```{swift}
            //| warning: false
            var b = 1
            ```

            """
        let lesson = Lesson.parsed(source: text, file: "a.md") { _ in nil }
        let transcript = try await runner.run(LessonProgram(lesson), in: RunningTests.folder)
        #expect(heard.all == ["a.md counting 0.5", "a.md counting 1.0"])
        #expect(transcript.outputs == [:])
        #expect(transcript.warnings.map(\.place) == [Place(file: "a.md", line: 2, column: 5)])
    }

    @Test func `a lesson says how long it may run`() async throws {
        let transcript = try await Self.transcript(
            of: "---\ntime-limit: 0.5\n---\n\n```{swift}\nwhile [1][0] == 1 {}\n```\n")
        #expect(transcript.failures.map(\.code) == ["time-limit"])
        #expect(transcript.failures.first?.message.contains("after 0.5 s") == true)
    }

    @Test func `a lesson gives itself no longer than it may, unless somebody says so`() async throws {
        var runner = try await Self.runner()
        let lesson = Lesson.parsed(source: "---\ntime-limit: 5000\n---\n\nText.\n", file: "a.md") { _ in nil }
        #expect(runner.limits(for: LessonProgram(lesson)).seconds == 5000)
        runner.longestOwnTime = 600
        #expect(runner.limits(for: LessonProgram(lesson)).seconds == 600)
        runner.timeLimit = 900
        #expect(runner.limits(for: LessonProgram(lesson)).seconds == 900)
    }

    @Test func `a cell that may fail may not take the time of the whole lesson, once for each such cell`() async throws {
        let cell = "```{swift}\n//| error: true\nwhile [1][0] == 1 {}\n```\n\n"
        let transcript = try await Self.transcript(of: "---\ntime-limit: 2\n---\n\n" + cell + cell)
        #expect(transcript.failures.map(\.code) == ["time-limit"])
    }

    @Test func `all runs of a lesson share its time`() async throws {
        let waiting = "```{swift}\nimport Foundation\nsleep(2)\n```\n\n"
        let failing = "```{swift}\n//| error: true\nstruct No: Error {}\nif [1][0] == 1 { throw No() }\n```\n\n"
        // The first run waits, ends in the failing cell and takes its seconds along.
        for (limit, codes) in [("3", ["time-limit"]), ("100", [])] {
            let transcript = try await Self.transcript(of: "---\ntime-limit: \(limit)\n---\n\n" + waiting + failing)
            #expect(transcript.failures.map(\.code) == codes)
        }
    }

    @Test func `a cell that takes too much memory is stopped`() async throws {
        var runner = try await Self.runner()
        runner.limits.megabytes = 256
        let text =
            "```{swift}\nvar all: [[Double]] = []\nwhile true { all.append(Array(repeating: 1, count: 1_000_000)) }\n```\n"
        let lesson = Lesson.parsed(source: text, file: "a.md") { _ in nil }
        let transcript = try await runner.run(LessonProgram(lesson), in: RunningTests.folder)
        #expect(transcript.failures.map(\.code) == ["memory-limit"])
        #expect(transcript.failures.first?.place == Place(file: "a.md", line: 2))
    }

    @Test func `what was printed before a trap is kept, in order with what was shown`() async throws {
        let transcript = try await Self.transcript(
            of: "```{swift}\nprint(\"a\")\nshow(\"b\")\nprint(\"c\", terminator: \"\")\nprint([1][[1].count])\n```\n")
        #expect(transcript.outputs[0] == [.printed("a\n"), .exhibit(.text("b")), .printed("c")])
        #expect(transcript.failures.map(\.code) == ["crash"])
    }

    @Test func `cells that may fail show their failure and the lesson goes on`() async throws {
        let transcript = try await Self.transcript(
            of: """
                ```{swift}
                //| error: true
                print("x")
                print([1][[1].count])
                ```

                ```{swift}
                //| error: true
                let y: Int = "s"
                ```

                ```{swift}
                let z = 3
                print(z)
                ```

                It is [3](claim:z).

                """)
        #expect(transcript.failures == [])
        #expect(transcript.outputs[0]?.first == .printed("x\n"))
        let failed = transcript.outputs.mapValues { outputs in
            outputs.compactMap { if case .failed(let finding) = $0 { finding.place.line } else { nil } }
        }
        #expect(failed == [0: [4], 1: [9], 2: []])
        #expect(transcript.outputs[2] == [.printed("3\n")])
        #expect(transcript.outcomes[0]?.value == .integer(3))
    }

    @Test func `a statement that throws behind a declaration on its line fails in its own cell`() async throws {
        let transcript = try await Self.transcript(
            of: """
                ```{swift}
                let base = 41.0
                ```

                ```{swift}
                //| error: true
                struct Boom: Error {}; func bb() throws { throw Boom() }; try bb()
                ```

                ```{swift}
                let last = 42.0
                print(last)
                ```

                """)
        #expect(transcript.failures == [])
        guard case .failed(let finding)? = transcript.outputs[1]?.last else {
            Issue.record("\(transcript)")
            return
        }
        #expect(finding.code == "thrown-error" && finding.place.line == 7 && finding.message.contains("Boom()"))
        #expect(transcript.outputs[2] == [.printed("42.0\n")])
    }

    @Test func `values and claims may stand on the first line of an included file`() async throws {
        let lesson = Lesson.parsed(source: "# A\n\n{{< include _part.md >}}\n", file: "a.md") { _ in
            "V `{swift} 3 + 4`, [3](<claim: 1 + 2>) and $\\value{5 + 6}$.\n"
        }
        let transcript = try await Self.runner().run(LessonProgram(lesson), in: RunningTests.folder)
        #expect(transcript.failures == [])
        #expect(Set(transcript.outcomes.values.map(\.value)) == [.integer(7), .integer(3), .integer(11)])
    }

    @Test func `what goes to standard error belongs to the cell that wrote it`() async throws {
        let cells = ["import Foundation", "FileHandle.standardError.write(Data(\"shown\\n\".utf8))", "print(\"next\")"]
        let transcript = try await Self.transcript(of: cells.map { "```{swift}\n\($0)\n```\n" }.joined(separator: "\n"))
        #expect(transcript.outputs == [1: [.warned("shown\n")], 2: [.printed("next\n")]])
    }

    @Test func `cells may wait, write to standard error, declare anything and recurse deeply`() async throws {
        let transcripts = try await Self.transcripts(
            of: [
                "```{swift}\nfunc f() async -> Int { 3 }\nprint(await f())\n```\n",
                "```{swift}\nimport Foundation\n```\n\n```{swift}\nFileHandle.standardError.write(Data(\"careful\".utf8))\n```\n",
                "```{swift}\nprotocol P { var n: Int { get } }\nextension Int: P { var n: Int { self } }\n```\n\n```{swift}\nprint(4.n)\n```\n",
                "```{swift}\nfunc f(_ n: Int) -> Int { n == 0 ? 0 : 1 + f(n - 1) }\nprint(f(20_000))\n```\n",
                "```{swift}\nimport Foundation\nprotocol Q {}\nstruct A: Q {}\nextension Q {\n    var n: Int { 7 }\n}\nlet a = A()\nprint(a.n, pow(2.0, 3.0))\n```\n",
                "```{swift}\n//| output: asis\nprint(\"**b**\")\n```\n",
            ].enumerated().map { index, text in Lesson.parsed(source: text, file: "\(index).md") { _ in nil } })
        #expect(transcripts.flatMap(\.failures) == [])
        #expect(transcripts[0].outputs[0] == [.printed("3\n")])
        #expect(transcripts[1].outputs[1] == [.warned("careful")])
        #expect(transcripts[2].outputs[1] == [.printed("4\n")])
        #expect(transcripts[3].outputs[0] == [.printed("20000\n")])
        #expect(transcripts[4].outputs[0] == [.printed("7 8.0\n")])
        #expect(transcripts[5].outputs[0] == [.exhibit(.markdown("**b**\n"))])
    }
}

/// A text with `⟦1⟧` where something is expected.
struct MarkedText {
    let file: String
    let source: String
    let place: Place

    init(_ marked: String, file: String) {
        self.file = file
        let parts = marked.components(separatedBy: "⟦1⟧")
        let before = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
        source = parts.joined()
        place = Place(file: file, line: before.count, column: (before.last?.utf8.count ?? 0) + 1)
    }
}

/// What a running lesson said.
final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var words: [String] = []

    func add(_ word: String) { lock.withLock { words.append(word) } }

    var all: [String] { lock.withLock { words } }
}

/// Transcripts as they come in.
final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var transcripts: [Int: Transcript] = [:]

    func add(_ transcript: Transcript, at position: Int) {
        lock.withLock { transcripts[position] = transcript }
    }

    subscript(position: Int) -> Transcript { lock.withLock { transcripts[position] ?? Transcript() } }
}
