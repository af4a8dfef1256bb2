import Testing

@testable import Derivations

/// Where long lines of mathematics are broken.
struct LineBreakingTests {
    @Test func `a short line stays whole`() {
        let line = "net_{h1} &= w_{1} * i_{1} + w_{2} * i_{2} + b_{1} * 1"
        #expect(LineBreaking.broken(line) == [line])
    }

    @Test func `a long sum is broken before a plus and continues behind the equals sign`() {
        let line = "&= 0.123456789 * 0.5 + 0.234567891 * 0.25 - 0.345678912 * (0.75 + 0.1) = 0.123456789"
        #expect(
            LineBreaking.broken(line, longest: 40) == [
                "&= 0.123456789 * 0.5 + 0.234567891 * 0.25",
                "&\\quad - 0.345678912 * (0.75 + 0.1) = 0.123456789",
            ])
    }

    @Test func `nothing is broken inside parentheses, fractions and matrices`() {
        for whole in [
            "a &= (0.111111111 + 0.222222222 + 0.333333333)", "a &= \\frac{0.111111111 + 0.222222222}{0.333333333 + 1.0}",
            "a &= \\begin{bmatrix} 1.000000 + 2.000000 \\\\ 3.000000 \\end{bmatrix}",
        ] {
            #expect(LineBreaking.broken(whole, longest: 20) == [whole])
        }
    }

    @Test func `nothing is lost, and every piece but the first begins behind the alignment`() {
        let line = "E &= " + (1...30).map { "0.\($0)00000001 * x_{\($0)}" }.joined(separator: " + ") + " = 12.5"
        let pieces = LineBreaking.broken(line)
        #expect(pieces.count > 3)
        #expect(pieces.allSatisfy { LineBreaking.width($0) <= LineBreaking.longest + 3 })
        let rejoined = pieces.enumerated().map { index, piece in
            index == 0 ? piece : String(piece.replacing("&\\quad ", with: "").trimmingPrefix("&"))
        }
        #expect(rejoined.joined(separator: " ") == line)
    }

    @Test func `a fraction is as wide as its wider half, and an index is smaller`() {
        #expect(LineBreaking.width("abc") == 3)
        #expect(LineBreaking.width("\\frac{ab}{abcd}") == 4.5)
        #expect(abs(LineBreaking.width("w_{12}") - 2.4) < 1e-12)
        #expect(LineBreaking.width("\\partial x") == 2)
    }
}
