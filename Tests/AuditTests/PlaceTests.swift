import Audit
import Exhibits
import Testing

/// A number's place says what it should be where its neighbours follow one rule, and nothing where they don't.
struct PlaceTests {
    private static func list(_ name: String, _ values: [Double]) -> [NamedNumber] {
        values.enumerated().map { NamedNumber("\(name)[\($0)]", $1) }
    }

    /// Momentum over g = 8, 2, 7, −1, 6 with the factor 0.9: m = 0.9 m + 0.1 g.
    private static let momentum = list("m", [0.8, 0.92, 1.528, 1.2752, 1.74768])

    private func table(_ m: [String]) -> String {
        "| t | m |\n|--:|--:|\n" + m.enumerated().map { "| \($0 + 1) | \($1) |" }.joined(separator: "\n") + "\n"
    }

    private func wrong(_ text: String, _ numbers: [NamedNumber]) -> [String] {
        var audit = audited(text)
        audit.tie(to: numbers)
        return audit.wrong
    }

    @Test(arguments: ["1.582", "0.92", "-1.528", "7.31"])
    func `in a column whose other rows follow one rule any other number is wrong`(third: String) {
        #expect(wrong(table(["0.8", "0.92", third, "1.2752", "1.74768"]), Self.momentum) == [third.replacing("-", with: "")])
        #expect(wrong(table(["0.8", "0.92", "1.528", "1.2752", "1.74768"]), Self.momentum) == [])
    }

    /// The third row has no quantity, and the last two belong to another run: nothing there is certain.
    @Test func `a column of something else, or one that goes on beyond the list, makes nothing wrong`() {
        #expect(wrong(table(["0.8", "0.92", "3.7", "4.1", "5.2"]), Self.momentum) == [])
        #expect(wrong(table(["0.8", "0.92", "1.528", "1.2752", "1.74768", "2.4"]), Self.momentum) == [])
        #expect(wrong("| t | m |\n|--:|--:|\n| 1 | 0.8 |\n| 2 | 0.92 |\n| 10 | 3.26 |\n", Self.momentum) == [])
    }

    @Test func `a row is known by its label`() {
        let numbers = [
            ("gradientDescentSlow", [-0.943467, -0.000073]), ("momentumHalf", [0.007188, 0.002553]),
            ("adagradCareful", [-2.382563, -0.158591]),
        ].flatMap { Self.list($0.0, $0.1) }
        func text(_ value: String) -> String {
            """
            | method | $x_1$ | $x_2$ |
            |---|--:|--:|
            | gradient descent, slow | -0.943467 | -0.000073 |
            | momentum, half | 0.007188 | \(value) |
            | Adagrad, careful | -2.382563 | -0.158591 |
            """
        }
        #expect(wrong(text("0.002553"), numbers) == [])
        #expect(wrong(text("0.002535"), numbers) == ["0.002535"])
    }

    @Test func `two digits that changed places in a matrix are seen`() {
        let rows = [[1.660477, 2.660477], [2.339523, 3.339523]]
        let numbers = rows.enumerated().flatMap { row, values in Self.list("D[\(row)]", values) }
        let right = "$$ D = \\begin{pmatrix} 1.660477 & 2.660477 \\\\ 2.339523 & 3.339523 \\end{pmatrix} $$"
        #expect(wrong(right, numbers) == [])
        #expect(wrong(right.replacing("2.339523", with: "2.393523"), numbers) == ["2.393523"])
    }

    @Test func `what is given in words is held to the lesson, and what is supposed isn't`() {
        let numbers = [
            NamedNumber("rate", 0.15), NamedNumber("h1", 0.3775), NamedNumber("h2", 0.3925), NamedNumber("o", 0.7514),
        ]
        let ties = "$h_1 = 0.3775$, $h_2 = 0.3925$, $o = 0.7514$."
        #expect(wrong("With the rate 0.15: \(ties)", numbers) == [])
        #expect(wrong("With the rate 0.51: \(ties)", numbers) == ["0.51"])
        #expect(wrong("With the rate 0.15: \(ties) With a larger rate, 0.9, it would diverge.", numbers) == [])
    }
}
