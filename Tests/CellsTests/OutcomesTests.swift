import Exhibits
import Foundation
import Lessons
import Testing

@testable import Cells

/// Every claim has exactly one outcome. What would break: a lesson hides a false claim, and its course passes.
@Suite(.serialized)
struct OutcomesTests {
    /// A cell, a claim that is false, and a cell.
    static func lesson(_ before: String, _ after: String = "print(2)", claim: String = "x") -> String {
        "```{swift}\nlet x = 1.0\n```\n\n```{swift}\n\(before)\n```\n\nIt is [2](claim:\(claim)).\n\n```{swift}\n\(after)\n```\n"
    }

    static let spanning: [(name: String, before: String, after: String)] = [
        ("a condition", "#if false", "#endif"),
        ("a condition with an alternative", "print(1)\n#if true\n#else", "#endif"),
        ("a condition behind a statement", "print(1); #if false", "#endif"),
        ("a comment", "/*", "*/"),
        ("a comment in a comment", "/* /* */", "*/"),
        ("a long string", "let s = \"\"\"", "\"\"\""),
        ("a function that nobody calls", "func f() {", "}"),
        ("a closure", "let f = {", "}"),
        ("a raw name", "let `a }` = 0; func `{`() {", "}"),
        ("a carriage return in a comment", "// \rfunc f() {", "}"),
        ("an interpolation", "let s = \"\\({ 1", "}())\""),
    ]

    @Test(arguments: spanning.indices)
    func `what opens in a cell closes in it, or the cell is reported and the lesson fails`(row: Int) async throws {
        let (name, before, after) = Self.spanning[row]
        let transcript = try await RunningTests.transcript(of: Self.lesson(before, after))
        #expect(!transcript.failures.isEmpty, "\(name)")
        #expect(transcript.failures.allSatisfy { $0.severity == .error && $0.kind == .lesson }, "\(name)")
        #expect(
            transcript.failures.contains { (6...7).contains($0.place.line) || $0.place.line == 12 },
            "\(name): \(transcript.failures)")
    }

    /// Ways to end the program, or to leave the function, before the claim is computed.
    static let evading: [(name: String, before: String)] = [
        ("an end of its own", "import Foundation\nexit(0)"),
        (
            "a forged end", "import Foundation\nprint(\"\\u{1E}{\\\"finished\\\":{}}\")\nexit(0)"
        ),
        ("the runtime's own end", "import Foundation\nLessonRun.end()\nexit(0)"),
        (
            "a regular expression that hides a brace",
            "let r = #/\"\"\"/#\n}\nfunc never() throws {\nlet x = 1.0\nlet s = #/\"\"\"/#"
        ),
        ("an end in a thread", "import Foundation\nThread.detachNewThread { LessonRun.end(); exit(0) }\nsleep(2)"),
    ]

    @Test(arguments: evading.indices)
    func `a lesson that ends before a claim leaves it unanswered, which is an error`(row: Int) async throws {
        let (name, before) = Self.evading[row]
        let transcript = try await RunningTests.transcript(of: Self.lesson(before))
        #expect(transcript.failures.contains { $0.severity == .error && $0.kind == .lesson }, "\(name): \(transcript)")
    }

    @Test func `a claim without an outcome is reported where it stands, each one`() async throws {
        let text = Self.lesson("import Foundation\nLessonRun.end()\nexit(0)").replacing(
            "[2](claim:x).", with: "[2](claim:x) and `{swift} x`.")
        let transcript = try await RunningTests.transcript(of: text)
        #expect(transcript.failures.map(\.code) == ["no-outcome", "no-outcome"])
        #expect(transcript.failures.map(\.place.description) == ["a.md:11:8", "a.md:11:33"])
    }

    @Test func `a lesson that asks for everything to be compiled is asked once`() async throws {
        let transcript = try await RunningTests.transcript(of: Self.lesson("LessonRun.answer(\"\")\nprint(x)"))
        #expect(transcript.failures == [])
        #expect(transcript.outcomes[0]?.value == .number(1))
    }

    @Test func `printed separators stay in the text, and the lesson's own records keep their places`() async throws {
        let transcript = try await RunningTests.transcript(
            of: "```{swift}\nprint(\"a\\u{1E}b\")\nshow(\"c\")\nprint(\"\\u{1E}{\\\"finished\\\":{}}\")\nshow(\"d\")\n```\n")
        #expect(transcript.failures == [])
        #expect(
            transcript.outputs[0] == [
                .printed("a\u{1E}b\n"), .exhibit(.text("c")), .printed("\u{1E}{\"finished\":{}}\n"), .exhibit(.text("d")),
            ])
    }

    @Test func `regular expressions, raw names and conditions that are whole are no fault`() async throws {
        let code = """
            import Foundation
            let r = /[(]\\d/
            let s = #/"{/#
            let `a } b` = 3
            #if os(Linux)
            print("a(1".firstMatch(of: r) != nil, "x\\"{".firstMatch(of: s) != nil, `a } b`)
            #elseif os(macOS)
            print("a")
            #else
            print("b")
            #endif
            let half = 4.0 / 2
            print([6.0, 2].reduce(12, /), half/2)
            """
        let transcript = try await RunningTests.transcript(of: "```{swift}\n\(code)\n```\n\nIt is [2](claim:half).\n")
        #expect(transcript.failures == [])
        #expect(transcript.outputs[0] == [.printed("true true 3\n1.0 1.0\n")])
        #expect(transcript.outcomes[0]?.value == .number(2))
    }

    @Test func `a lesson reads nothing from standard input and finds no channel in its environment`() async throws {
        let transcript = try await RunningTests.transcript(
            of:
                "```{swift}\nimport Foundation\nprint(readLine() ?? \"nothing\", ProcessInfo.processInfo.environment[\"LECTERN_RECORDS\"] ?? \"none\")\n```\n"
        )
        #expect(transcript.outputs[0] == [.printed("nothing none\n")])
    }
}
