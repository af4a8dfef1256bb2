import Exhibits
import Testing

@testable import Lessons

struct NumeralTests {
    @Test(arguments: [
        ("The loss is 0.298 now.", ["0.298"]), ("From .5 to −0.25, or -3.", [".5", "−0.25", "-3"]),
        ("10,000 steps and 1,5", ["10,000", "1", "5"]),
        ("3.51e-5, 3.51 × 10⁻⁵ and 98.4 %", ["3.51e-5", "3.51 × 10⁻⁵", "98.4 %"]),
        ("w1 and 2nd and v2.0 and a_3", []), ("[0.5](claim:x) and `0.5` and `{swift} 0.5`", []),
        ("[in 1986](https://a.b/1986) and <https://a.b/7>", []), ("pages 3-5", ["3", "5"]),
        ("$w_1 = 0.15 \\cdot 2^2 - 3$", ["0.15", "2", "3"]), ("$x_{12} = -0.5$", ["-0.5"]),
        ("$3.51 \\times 10^{-5}$ and $\\text{7}$", ["3.51 \\times 10^{-5}"]),
        ("$$ \\claim{0.5}{x} + \\begin{array}{cc} 0.25 \\end{array} $$", ["0.25"]),
        ("# Heading 4\n\n- item 5\n\n| 6 |\n|---|\n| 7 |\n\n```\n8\n```\n\n1. nine\n", ["4", "5", "6", "7"]),
    ])
    func `numbers that no claim covers are listed, and nothing else`(text: String, expected: [String]) {
        let lesson = Lesson.parsed(source: text, file: "a.md")
        #expect(lesson.numerals.map(\.text) == expected)
        let bytes = Array(text.utf8)
        #expect(lesson.numerals.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } == expected)
    }

    @Test func `a number knows its place behind formulas and quotes`() {
        let marked = Marked("> Größe $a_1$ is\n> now ⟦1⟧0.5 and $b = ⟦2⟧0.25$\n")
        #expect(marked.lesson.numerals.map(\.place) == [marked.place(1), marked.place(2)])
        #expect(marked.lesson.numerals.map(\.isMathematics) == [false, true])
    }
}
