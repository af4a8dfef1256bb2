import Exhibits
import Testing

@testable import Derivations

/// Where long lines of mathematics end.
struct LineBreakingTests {
    static func number(_ value: Double) -> TeX { TeX(PrintedNumber(value, .decimals(9))) }

    static func product(_ a: Double, _ b: TeX) -> TeX { number(a).joined(b, by: TeX.Sign(" * ", width: 2)) }

    static let letter = TeX(name: "x_{1}")

    @Test func `a short line stays whole`() {
        let line = Line(TeX(name: "net_{h1}"), .equal, .sum([Self.product(0.5, Self.letter), Self.letter]))
        #expect(line.tex() == ["net_{h1} &= 0.500000000 * x_{1} + x_{1}"])
    }

    @Test func `a long sum ends before a plus or a minus and goes on behind the equals sign`() {
        let bracket = TeX("a", width: 1).plus(TeX("b", width: 1)).inParentheses
        var line = Line(
            nil, .equal,
            Self.product(0.123456789, Self.letter).plus(Self.product(0.25, Self.letter)).minus(Self.product(0.75, bracket)))
        line.append(.approximately, Self.number(0.123456789))
        #expect(
            line.tex(longest: 40) == [
                "&= 0.123456789 * x_{1} + 0.250000000 * x_{1}", "&\\quad - 0.750000000 * (a + b) \\approx 0.123456789",
            ])
    }

    @Test func `nothing ends inside parentheses, fractions and products`() {
        let sum = TeX.sum((1...9).map { Self.number(Double($0)) })
        for whole in [
            sum.inParentheses, .fraction(sum, sum), sum.raised(to: sum), sum.negated, sum.closed,
            sum.joined(sum, by: TeX.Sign(" ", width: 0)), sum.enclosed("\\sqrt{", "}", width: 1),
        ] {
            #expect(Line(TeX("a", width: 1), .equal, whole).tex(longest: 20).count == 1)
        }
    }

    @Test func `nothing is lost, and every piece but the first begins behind the alignment`() {
        let sum = TeX.sum((1...30).map { Self.product(Double($0) / 7, Self.letter) })
        var line = Line(TeX("E", width: 1), .equal, sum)
        line.append(.equal, Self.number(12.5))
        let pieces = line.tex()
        #expect(pieces.count > 3)
        let rejoined = pieces.enumerated().map { index, piece in
            index == 0 ? piece : String(piece.replacing("&\\quad ", with: "").trimmingPrefix("&"))
        }
        #expect(rejoined.joined(separator: " ") == "E &= \(sum.text) = 12.500000000")
    }

    @Test func `a fraction is as wide as its wider half, and an index is smaller`() {
        #expect(TeX(name: "abc").width == 3)
        #expect(TeX.fraction(TeX(name: "ab"), TeX(name: "abcd")).width == 4.5)
        #expect(abs(TeX(name: "w_{12}").width - 2.4) < 1e-12)
        #expect(TeX(name: "\\alpha x").width == 2)
        #expect(TeX(name: "\\mathrm{abc}").width == 3)
    }
}
