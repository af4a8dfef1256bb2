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
        #expect(error?.message == "the formula has more than 7000 characters; divide it")
    }

    @Test func `fifty thousand lines of code stay without colours`() {
        #expect(typesetter.code(String(repeating: "let x = 1\n", count: 50_000), language: "swift") == nil)
        #expect(typesetter.code("x", language: String(repeating: "x", count: 1000)) == nil)
    }

    @Test(arguments: [
        String(repeating: "a", count: 300), "x = 1" + String(repeating: "\n", count: 60),
        String(repeating: "a b ", count: 4000),
        String(repeating: "\n  \n", count: 100), String(repeating: "{", count: 1000),
    ])
    func `code that takes the script minutes stays without colours`(code: String) {
        for language in ["bash", "markdown", "swift"] { #expect(typesetter.code(code, language: language) == nil) }
        #expect(Typesetter.isColourable("let x = 1\n\n// " + String(repeating: "word ", count: 1000)))
    }

    @Test func `a page has time for what pages hold, not for every formula at its greatest length`() {
        var effort = TypesettingEffort()
        let usual = (0..<500).map { _ in effort.takes(formula: 200) }
        #expect(usual.allSatisfy { $0 })
        let longest = (0..<100).map { _ in effort.takes(formula: Typesetter.longestFormula) }
        #expect(longest[0] && !longest[99])
        let after = [effort.takes(formula: .max), effort.takes(formula: 100)]
        #expect(after == [false, true])
        var short = TypesettingEffort()
        #expect((0..<20_000).count { _ in short.takes(formula: 3) } == 10_000)
        let code = (0..<100).map { _ in effort.takes(code: 1000) }
        #expect(code.allSatisfy { $0 })
        let listings = (0..<100).map { _ in effort.takes(code: Typesetter.longestCode) }
        #expect(listings[0] && !listings[99])
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
