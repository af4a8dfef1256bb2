import Exhibits
import Testing

@testable import Lessons

/// What would break: `-[1.5](claim:x)` is read as −1.5 beside a mark that says that 1.5 was verified.
struct NumberAroundTests {
    private static func codes(_ text: String) -> [String] {
        Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }.findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test(arguments: [
        "It is -[1.5](claim:x).", "It is −[1.5](claim:x).", "9[1.5](claim:x)", "It is 0.[15](claim:x).", "[1.5](claim:x)e9",
        "[1.5](claim:x)E-3", "[1.5](claim:x)7", "[1.5](claim:x).25", "[1](claim:x),5", "= +[1.5](claim:x)",
        "9**[1.5](claim:x)**", "**9**[1.5](claim:x)", "&#57;[1.5](claim:x)", "9\u{200B}[1.5](claim:x)",
        "٩[1.5](claim:x)", "&minus;[1.5](claim:x)", "It is –[1.5](claim:x).", "-**[1.5](claim:x)**", "[1.5](claim:x)**9**",
        "[1.5](claim:x)⁹", "[1.5](claim:x)½", "[1.5](claim:x)’000", "[1.5](claim:x)&#57;",
        "(-[**1.5**](claim:x))",
    ])
    func `a number that goes on outside its brackets is an error`(text: String) {
        #expect(Self.codes(text) == ["split-number"])
    }

    @Test(arguments: [
        "It is [1.5](claim:x).", "[1.5](claim:x), 5", "3-[5](claim:x) of them", "a–[1.5](claim:x)", "x - [1.5](claim:x)",
        "[1.5](claim:x) e9", "[1.5](claim:x)%", "[50](claim:x)px", "w-[1.5](claim:x)", "[1.5](claim:x)–[2.5](claim:y)",
        "--[1.5](claim:x)", "-[no number here](claim:x)", "[1.5](claim:x)even", "- [1.5](claim:x)",
    ])
    func `what stands beside it is no part of it`(text: String) { #expect(Self.codes(text) == []) }
}
