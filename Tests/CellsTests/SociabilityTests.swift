import Exhibits
import Foundation
import Lessons
import Testing

@testable import Cells

/// Lessons that are compiled together can't change each other. What would break: arithmetic of one lesson that depends on which
/// others stand beside it, and on how many are compiled at a time.
@Suite(.serialized)
struct SociabilityTests {
    static func program(_ code: String) -> LessonProgram {
        LessonProgram(Lesson.parsed(source: "```{swift}\n\(code)\n```\n", file: "a.md") { _ in nil })
    }

    @Test(arguments: [
        "let x = 1", "struct P { var x = 1 }\nextension P: Equatable {}", "func f() -> Int { 1 }", "import Foundation",
        "extension Double { var half: Double { self / 2 } }", "let a = 1 / 2.0\nlet b = a/2",
        "@discardableResult func f() -> Int { 1 }\nlet x = f()", "let r = /\"/\nlet s = 1", "struct S {} ; struct T {}",
        "struct S {} ; extension Double { static func + (a: Double, b: Double) -> Double { 0 } }",
        "@propertyWrapper struct W { var wrappedValue = 1 }", "let r = #/\"\"\"/#",
    ])
    func `a lesson that keeps to itself is compiled in company`(code: String) { #expect(Self.program(code).isSociable) }

    /// A type that stays in the function, for it uses what is computed by `try`: the extension outside means Swift's own.
    private static let shadowing = """
        func f() throws -> Int { 1 }
        protocol P {}
        let x = try f()
        struct Double {
        #if NEVER
          var y = x
        #endif
        }
        extension Double: P {
          static func + (l: Double, r: Double) -> Double { 42 }
        }
        """

    @Test(arguments: [
        "typealias Number = Double\nextension Number: P { static func + (a: Double, b: Double) -> Double { 0 } }\nprotocol P {}",
        "extension Double: P {}\nprotocol P {}", "infix operator ++++",
        "struct S { @_silgen_name(\"write\") static func w() {} }", "@_cdecl(\"exp\")\nfunc e(_ x: Double) -> Double { 0 }",
        "let r = #/\"\"\"/#\n}\nextension Double { static func + (a: Double, b: Double) -> Double { 0 } }\nfunc g() {\nlet s = #/\"\"\"/#",
        "#sourceLocation(file: \"b.md\", line: 1)\nlet x = 1", "let s = <#\"#>", Self.shadowing,
        "extension Double { public static func * (l: Double, r: Double) -> Double { 42 } }",
        "extension Array {\n#if true\ninternal var count: Int { 42 }\n#endif\n}",
        "extension Sequence where Element == Double { package func reduce() -> Double { 42 } }",
    ])
    func `a lesson that may reach out, or that only the compiler can read, is compiled alone`(code: String) {
        #expect(!Self.program(code).isSociable)
    }

    @Test func `no lesson changes another's arithmetic, whatever they are compiled with`() async throws {
        let hostile = [
            "protocol P {}\ntypealias Number = Double\nextension Number: P {\n    static func + (a: Double, b: Double) -> Double { 99 }\n}",
            "import Foundation\nextension Double { static func + (a: Double, b: Double) -> Double { 98 } }",
            "extension Int: @retroactive Error {}\nfunc + (a: Double, b: Double) -> Double { 97 }", Self.shadowing,
            "extension Double { public static func + (a: Double, b: Double) -> Double { 96 } }",
            "extension Double { internal static func + (a: Double, b: Double) -> Double { 95 } }",
        ]
        let innocent = "let sum = 1.0 + 2.0\nprint(sum, (1 as Any) is any Error)"
        let texts = (hostile + [innocent, innocent]).map { "```{swift}\n\($0)\n```\n" }
        let lessons = texts.enumerated().map { index, text in Lesson.parsed(source: text, file: "\(index).md") { _ in nil } }
        for transcript in try await RunningTests.transcripts(of: lessons).suffix(2) {
            #expect(transcript.failures == [])
            #expect(transcript.outputs[0] == [.printed("3.0 false\n")])
        }
    }

    @Test func `what another lesson imports is not imported`() async throws {
        let texts = [
            "import Foundation\nprint(\"a b\".components(separatedBy: \" \").count)",
            "print(\"a b\".components(separatedBy: \" \").count)",
        ]
        let lessons = texts.enumerated().map { index, text in
            Lesson.parsed(source: "```{swift}\n\(text)\n```\n", file: "\(index).md") { _ in nil }
        }
        let together = try await RunningTests.transcripts(of: lessons)
        let alone = try await RunningTests.transcripts(of: [lessons[1]])
        #expect(together[0].failures == [])
        #expect(together[1] == alone[0] || together[1].failures.map(\.code) == alone[0].failures.map(\.code))
    }
}
