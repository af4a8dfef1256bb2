import Exhibits
import Testing

@testable import Publishing

struct ExcerptTests {
    private func excerpt(_ text: String, _ line: Int, _ column: Int, length: Int = 0) -> String {
        Excerpt.lines(of: Array(text.utf8), at: Place(file: "a.md", line: line, column: column), length: length)
            .joined(separator: "\n")
    }

    @Test func `the caret stands under the column and tildes under the rest`() {
        #expect(excerpt("one\ntwo words\n", 2, 5, length: 5) == "  2 | two words\n    |     ^~~~~")
    }

    @Test func `columns count bytes, the caret counts what the terminal shows`() {
        #expect(excerpt("η = 0.5 → x", 1, 6) == "  1 | η = 0.5 → x\n    |     ^")
        #expect(excerpt("誤差 x", 1, 8) == "  1 | 誤差 x\n    |      ^")
    }

    @Test func `tabs stay tabs`() {
        #expect(excerpt("\tx", 1, 2) == "  1 | \tx\n    | \t^")
    }

    @Test func `a line ends before its carriage return`() {
        #expect(excerpt("a\r\nb\r\n", 2, 1) == "  2 | b\n    | ^")
    }

    @Test(arguments: [0, 4, 99])
    func `a line that isn't there gives no excerpt`(line: Int) {
        #expect(excerpt("a\nb\n", line, 1).isEmpty)
    }
}
