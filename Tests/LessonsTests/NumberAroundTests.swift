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
        "[1.5](claim:x)ᴇ9",
        "[1.5](claim:x)E-3", "[1.5](claim:x)7", "[1.5](claim:x).25", "[1](claim:x),5", "= +[1.5](claim:x)",
        "9**[1.5](claim:x)**", "**9**[1.5](claim:x)", "&#57;[1.5](claim:x)", "9\u{200B}[1.5](claim:x)",
        "٩[1.5](claim:x)", "&minus;[1.5](claim:x)", "It is –[1.5](claim:x).", "-**[1.5](claim:x)**", "[1.5](claim:x)**9**",
        "[1.5](claim:x)⁹", "[1.5](claim:x)½", "[1.5](claim:x)’000", "[1.5](claim:x)&#57;",
        "(-[**1.5**](claim:x))",
        "`9`[1.5](claim:x)", "[1.5](claim:x)`9`", "[10](claim:x)^9^", "[1.5](claim:x)~9~", "[9]{.wide}[1.5](claim:x)",
        "[1.5](claim:x)[9]{.wide}", "[1.5](claim:x)<!-- c -->9", "9<!-- c -->[1.5](claim:x)", "$9$[1.5](claim:x)",
        "[1](claim:x) 000", "[1](claim:x)\u{202F}000 000", "[1](claim:x)\n000", "1 [500](claim:x)", "12\u{A0}[500.5](claim:x)",
        "[1](claim:x)'000", "[1.5](claim:x)`{swift} y`", "[1.5](claim:x)[5](claim:y)", "a | b\n--|--\n9[1.5](claim:x) | 2",
        "[1.5](claim:x)·10⁹", "[1.5](claim:x) × 10⁻³", "[1.5](claim:x) × 10^9^", "[1.5](claim:x) $\\cdot 10^9$",
        "[1.5](claim:x)$^9$", "−&nbsp;[1.5](claim:x)", "‑[1.5](claim:x)", "&ndash;[1.5](claim:x)", "$-$[1.5](claim:x)",
        "[-]{.mark}[1.5](claim:x)",
        "9&#8202;[1.5](claim:x)", "[1](claim:x)⅗", "[1](claim:x)\\.5", "[1](claim:x)&comma;000", "[1.5](claim:x)E^9^",
        "# It is -[1.5](claim:x)", "*-[1.5](claim:x)*", "- Item 9[1.5](claim:x)",
        "[1.5](claim:x)\(String(repeating: "\u{200B}", count: 50))9", "[1](claim:x)․5", "[1](claim:x)．5", "[1](claim:x)‚5",
        "[1](claim:x)\u{2800}000", "[1](claim:x)\u{3164}000", "˗[1.5](claim:x)", "➖[1.5](claim:x)", "[1.5](claim:x) x 10^9^",
        "[1.5](claim:x)•10^9^", "@eq-a[1.5](claim:x)\n\n$$\nx\n$$ {#eq-a}",
    ])
    func `a number that goes on outside its brackets is an error`(text: String) {
        #expect(Set(Self.codes(text)) == ["split-number"])
    }

    @Test(arguments: [
        "It is [1.5](claim:x).", "[1.5](claim:x), 5", "3-[5](claim:x) of them", "a–[1.5](claim:x)", "x - [1.5](claim:x)",
        "[1.5](claim:x) e9", "[1.5](claim:x)%", "[50](claim:x)px", "w-[1.5](claim:x)", "[1.5](claim:x)–[2.5](claim:y)",
        "--[1.5](claim:x)", "-[no number here](claim:x)", "[1.5](claim:x)even", "- [1.5](claim:x)", "[1.5](claim:x) 000",
        "[1.5](claim:x)[^n]\n\n[^n]: A note.", "[10](claim:x) 256-dimensional", "[10](claim:x) 25 of them, 25 [12](claim:x)",
        "w1 [500](claim:x)", "0.5 [500](claim:x)", "2024 [500](claim:x)", "9 | b\n--|--\n9 | [1.5](claim:x)",
        "$w$-[1.5](claim:x)", "`w`-[1.5](claim:x)", "[3](claim:x)·100 of them", "[3](claim:x) × 10", "[3](claim:x)^a^",
    ])
    func `what stands beside it is no part of it`(text: String) { #expect(Self.codes(text) == []) }

    @Test(arguments: [
        "$9\\claim{1.5}{x}$", "$\\claim{1.5}{x}7$", "$9 \\claim{1.5}{x}$", "$\\claim{1}{x}\\,000$", "$\\claim{1}{x}{,}5$",
        "$\\claim{1}{x}.5$", "$$x = 1.\\claim{5}{x}$$", "$9{}\\claim{1.5}{x}$", "$\\claim{1.5}{x}{9}$",
        "$\\claim{1.5}{x} \\times 10^{9}$",
        "$\\claim{1}{x}\\claim{5}{y}$",
    ])
    func `so is one of a formula, whose blanks aren't shown`(text: String) {
        #expect(Set(Self.codes(text)) == ["split-number"])
    }

    @Test(arguments: [
        "$x = \\claim{1.5}{x}$", "$2 \\cdot \\claim{1.5}{x}$", "$w_1\\claim{1.5}{x}$", "$x^2\\claim{1.5}{x}$",
        "$-\\claim{1.5}{x}$",
        "$\\frac{1}{2}\\claim{1.5}{x}$", "$\\frac{\\claim{1.5}{x}}{9}$", "$(\\claim{1}{x}, 2)$", "$(\\claim{1}{x},2)$",
        "$\\claim{1.5}{x}^2$",
        "$\\claim{1.5}{x}\\cdot 10$", "$\\claim{1.5}{x}\\cdot 100$", "$\\claim{1.5}{x}.$",
    ])
    func `in a formula, too, what stands beside it is no part of it`(text: String) { #expect(Self.codes(text) == []) }

    @Test(arguments: [
        "loss is\u{202E}9 =\u{202C}[1.5](claim:x)", "\u{2067}9\u{2069}[1.5](claim:x)", "᠆[1.5](claim:x)", "―[1.5](claim:x)",
        "─[1.5](claim:x)", "&rlm;[1.5](claim:x)−&rlm;", "━[1.5](claim:x)", "[1.5](claim:x)⏨9", "[1.5](claim:x)е9",
        "[1.5](claim:x)^e9^",
        "[1](claim:x) ½", "[1](claim:x)⸱5", "[1.5](claim:x) х 10⁹", "1ꓸ[5](claim:x)", "[1](claim:x)´000", "3⁄[2](claim:x)",
    ]) func `what looks like a sign, a point or another order of signs is one`(text: String) {
        #expect(Self.codes(text).contains("split-number"), "\(Self.codes(text))")
    }

    @Test(arguments: ["9.5✓", "9.5^✓^", "**9.5** and 3✔", #"$9.5^{\scriptsize\green{\checkmark}}$"#])
    func `no number has the mark of a verified one by hand`(text: String) {
        #expect(Self.codes(text).contains("forged-mark"), "\(Self.codes(text))")
    }

    @Test(arguments: ["A ✓ says that it was computed", "week 3 ✓", "[1.5](claim:x) ✓ is right", #"$x$ ✓"#])
    func `elsewhere it may stand`(text: String) { #expect(!Self.codes(text).contains("forged-mark")) }
}
