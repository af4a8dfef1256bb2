import Testing

@testable import Reports

/// The scripts take more than twice as long for twice the text: what is too long never reaches them.
struct TypesettingLimitTests {
    private let typesetter = Typesetter {
        Issue.record("no script is asked for")
        return TypesetterSources(katex: "", highlight: "")
    }

    @Test(arguments: ["+x", "\\begin{array}{c}", "{x"])
    func `a formula of eight thousand terms is refused in a sentence`(term: String) {
        let formula = "x" + String(repeating: term, count: 8000)
        let error = #expect(throws: Typesetter.FormulaError.self) { try typesetter.mathematics(formula, display: true) }
        #expect(error?.message == "the formula has more than 10000 characters; divide it")
    }

    @Test func `fifty thousand lines of code stay without colours`() {
        #expect(typesetter.code(String(repeating: "let x = 1\n", count: 50_000), language: "swift") == nil)
        #expect(typesetter.code("x", language: String(repeating: "x", count: 1000)) == nil)
    }

    @Test(arguments: [
        "<svg width=\"4000000000\" height=\"2\">", "<svg width=\"1\" height=\"99999999999999999999999999\">",
        "<svg viewBox=\"0 0 1e400 1\">", "<svg viewBox=\"0 0 nan 1\">", "<svg width=\"0\" height=\"0\">",
        "<svg viewBox=\"0 0 -5 -5\">",
    ])
    func `a size that no picture has is not said`(svg: String) {
        #expect(PictureSize.of(Array(svg.utf8)) == nil)
        #expect(PictureSize.of([0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 255, count: 20)) == nil)
    }
}
