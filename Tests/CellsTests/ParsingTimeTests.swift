import Exhibits
import Lessons
import Testing

@testable import Cells

/// What would break: a cell of sixty bytes keeps Lectern busy for days, before any limit of the compiler or of a run begins.
struct ParsingTimeTests {
    private static func lesson(_ cells: [String], claim: String = "b") -> Lesson {
        let cells = cells.map { "```{swift}\n\($0)\n```\n\n" }.joined()
        return Lesson.parsed(source: cells + "It is [1](<claim: \(claim)>).\n", file: "a.md") { _ in nil }
    }

    /// Each takes the parser of the toolchain twice as long, or longer, with each level; fourteen take half a second and more.
    private static let levels = ["[", "[(", "[(A, ", "[@a(\"]\") ", "[A<3, ", "x<[", "[/*]*/", "[inout ", "[x of ["]

    @Test(arguments: levels)
    func `brackets that the parser comes to no end of are a finding, and nothing after them is read`(level: String) {
        let nested = "let a: " + String(repeating: level, count: 14) + "Int"
        let reading = ReadLesson(Self.lesson(["let b = 1", nested, nested, "let c = 2"]), within: ParsingTime(seconds: 0.02))
        #expect(reading.steps.map { $0.facts.imbalance?.code } == [nil, "parsing-limit", nil, nil, nil])
        #expect(reading.steps.compactMap { $0.facts.imbalance?.place.line } == [6])
        #expect(reading.steps.map(\.facts.isCertain) == [true, false, false, false, true])
    }

    @Test func `a claim has its limit too`() {
        let claim = "pa" + String(repeating: "[", count: 14) + "ss[\"out_h1\"]"
        let reading = ReadLesson(Self.lesson(["let b = 1"], claim: claim), within: ParsingTime(seconds: 0.02))
        #expect(reading.steps.last?.facts.imbalance?.code == "parsing-limit")
    }

    @Test(arguments: [
        "let a = [" + Array(repeating: "[[1.0, 2.0], [3.0, 4.0]]", count: 1_000).joined(separator: ", ") + "]",
        "let a = " + String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100),
        "let a = " + String(repeating: "f(", count: 100) + "1" + String(repeating: ")", count: 100),
        "let a = [[[[[[1.0]]]]]]\nlet s = \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"",
        (1...400).map { "let a\($0) = x[\($0)] < y[\($0)] && f(x<y, [[\($0)]])" }.joined(separator: "\n"),
    ])
    func `what lessons write is read in a small part of the time`(code: String) {
        let reading = ReadLesson(Self.lesson([code]), within: ParsingTime())
        #expect(reading.steps.first?.facts.imbalance == nil)
        #expect(reading.steps.first?.facts.isCertain == true)
    }
}
