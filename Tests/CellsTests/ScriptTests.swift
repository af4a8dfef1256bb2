import Exhibits
import Lessons
import Testing

@testable import Cells

/// What any script may write, a lesson may write.
struct ScriptTests {
    /// Lessons that any script would run, and what they print.
    static let scripts: [(cells: [String], printed: String)] = [
        (["let (train, test) = ([1.0], [2.0, 3])", "func size() -> Int { test.count }", "print(size(), train)"], "2 [1.0]\n"),
        (["let `default` = 3", "print(`default`)"], "3\n"),
        (["let p = /\\{/", "print(\"a{\".contains(p))"], "true\n"),
        (["let rate = 0.1\nstruct Box { var v = rate }", "print(Box().v)"], "0.1\n"),
        (["let rate = 0.1", "struct Box { var v = 2 * rate }\nprint(Box().v)"], "0.2\n"),
        (
            [
                "let k = 2\nfunc a() -> Int { b() }\nfor i in 0..<1 { print(i) }\nfunc b() -> Int { k }\nprint(a())",
                "extension Int { var half: Int { self / k } }; print(6.half)",
            ], "0\n2\n3\n"
        ),
        (["func a() -> Int { b() }\nfor i in 0..<1 { print(i) }\nlet k = 2\nfunc b() -> Int { k }\nprint(a())"], "0\n2\n"),
        (
            [
                "print(\"before\")\nlet x = { print(\"now\"); return 2 }()\nprint(\"after\")\nstruct S { let y = x }",
                "print(S().y)",
            ], "before\nnow\nafter\n2\n"
        ),
        (
            ["var count = 0\nfinal class Counter { func add() { count += 1 } }", "Counter().add()\ncount += 1\nprint(count)"],
            "2\n"
        ),
        (["let k = 3; struct S { let a = k; }; print(S().a); func f() throws -> Int { k }; print(try f())"], "3\n3\n"),
        (
            [
                "let s = \"\"\"\n    struct A {\n      \n    }\n    \"\"\"\nenum E { static let length = s.count }\nprint(E.length)"
            ], "15\n"
        ),
        (
            [
                "@propertyWrapper struct Twice { var wrappedValue: Int { 2 * n }; var n = 1 }\nstruct S { @Twice var x }\nprint(S().x)"
            ], "2\n"
        ),
        (
            [
                "let unit = \"kg\"\n@resultBuilder enum Lines {\n    static func buildBlock(_ parts: String...) -> String { parts.joined(separator: unit + \" \") }\n}",
                "func text(@Lines _ make: () -> String) -> String { make() }\nprint(text { \"1\"; \"2\" })",
            ], "1kg 2\n"
        ),
        (
            [
                "/* a { /* b ( */ ] */\nlet n = 3\nlet s = #\"\"\"\n    ( \\#([n, n].map { \"\\($0))\" }.joined(separator: \"{\")) \"\"\" \"\n    \"\"\"#\nstruct S { let t = s }\nprint(S().t)"
            ], "( 3){3) \"\"\" \"\n"
        ),
        (["let best: Int? = 4\nstruct R { func show() { if let best { print(best) } } }\nR().show()"], "4\n"),
        (
            [
                "let pattern = #/\n  (\\{ | \\( )  # a bracket {\n/#\nextension String { var opens: Bool { contains(pattern) } }\nprint(\"a(\".opens)"
            ], "true\n"
        ),
        (
            [
                "precedencegroup Power { higherThan: MultiplicationPrecedence }\ninfix operator **: Power\nlet base = 2.0",
                "func ** (a: Double, n: Int) -> Double { (0..<n).reduce(1) { r, _ in r * a } }\nstruct P { let y = base ** 3 }\nprint(2 * P().y)",
            ], "16.0\n"
        ),
        (
            [
                "let top = 5\n@propertyWrapper struct Capped {\n    private var value = 0\n    var wrappedValue: Int { get { value } set { value = min(newValue, top) } }\n}",
                "struct S { @Capped var x }\nvar s = S(); s.x = 9\nprint(s.x)",
            ], "5\n"
        ),
        (
            [
                "var total = 0\nlet add = { [total] (x: Int) in total + x }\ntotal = 5\nstruct T { func f() -> Int { add(1) } }\nprint(T().f(), total)"
            ], "1 5\n"
        ),
        (["struct L { let n = #line }\nprint(L().n, #line)"], "2 3\n"),
        (
            [
                "let limit = 1\nenum Kind {\n    case low, high\n    init(_ x: Int) { switch x { case let y where y > limit: self = .high; default: self = .low } }\n}\nprint(Kind(3))"
            ], "high\n"
        ),
        (
            [
                "typealias Pair = (Int, Int)\nlet pair: Pair = (1, 2)\nprotocol Sized { static var size: Int { get } }",
                "extension Int: Sized { static var size: Int { pair.0 } }\nprint(Int.size)",
            ], "1\n"
        ),
        (["let path = \\Box.v\nstruct Box { var v = 7 }\nprint(Box()[keyPath: path])"], "7\n"),
        (["let é = \"ä{\"; struct S { let t = é }; print(S().t)"], "ä{\n"),
    ]

    @Test func `what a script may write, a lesson may write, in cells and in order`() async throws {
        let lessons = Self.scripts.enumerated().map { index, script in
            let cells = script.cells.map { "```{swift}\n\($0)\n```\n\n" }.joined()
            return Lesson.parsed(source: cells + "It is [3](<claim: 1 + 2>).\n", file: "\(index).md") { _ in nil }
        }
        for (transcript, script) in zip(try await RunningTests.transcripts(of: lessons), Self.scripts) {
            #expect(transcript.failures == [], "\(script.cells)")
            let printed = transcript.outputs.sorted { $0.key < $1.key }.flatMap(\.value).map { output in
                if case .printed(let text) = output { text } else { "\(output)" }
            }
            #expect(printed.joined() == script.printed, "\(script.cells)")
        }
    }
}
