import Exhibits
import Testing

@testable import Lessons

/// What would break: a page shows another number than the one that was verified, or the mark of a verified number where nothing was.
struct ForgedNumbersTests {
    private static func codes(_ text: String) -> [String] {
        Lesson.parsed(source: text + "\n", file: "a.md") { _ in nil }.findings.filter { $0.severity == .error }.map(\.code)
    }

    @Test(arguments: [
        #"$\def1{9}\claim{1.5}{x}$"#, #"$\let1=9\claim{1.5}{x}$"#, #"$\renewcommand{1}{9}\claim{1.5}{x}$"#, #"$\gdef 1{9}$"#,
        #"$\def\htmlClass#1#2{9}\claim{1.5}{x}$"#, "$\\renewcommand{\\times}{+}$\n\n$\\claim{1.5 \\times 10^{3}}{x}$",
        #"$\newcommand{\times}[2][a]{9}\claim{1.5 \times 10^{3}}{x}$"#, #"$\newcommand{\a}{\def1{9}}\a\claim{1.5}{x}$"#,
        #"$\htmlClass{claim claim-right}{99}$"#, #"$\newcommand{\h}[1]{\htmlClass{#1}{99}}\h{claim}$"#,
        #"$\htmlId{claim.1}{9}$"#,
        #"$\global\def1{9}\claim{1.5}{x}$"#, #"$\futurelet1\x\x$"#,
    ])
    func `no definition changes what a claim shows`(text: String) { #expect(Self.codes(text).contains("redefined-number")) }

    @Test(arguments: [
        #"$\def\a{9}\claim{1.5}{x}$"#, #"$\newcommand{\R}{\mathbb{R}}\claim{1.5}{x} \in \R$"#, #"$\let\a=\b\claim{1.5}{x}$"#,
        #"$\renewcommand{\vec}[1]{\mathbf{#1}} \vec{x} = \claim{1.5}{x}$"#, #"$\newcommand{\a}[2][b]{#1#2}$"#,
        #"$\renewcommand{\times}{\cdot}\claim{1.5}{x}$"#,
    ])
    func `other definitions are let be`(text: String) { #expect(Self.codes(text) == []) }

    @Test func `a front matter's macros neither define nor mark`() {
        for body in [#"\\def1{9}"#, #"\\htmlClass{claim}{9}"#] {
            #expect(Self.codes("---\nmacros:\n  a: \"\(body)\"\n---\nText") != [])
        }
        #expect(Self.codes("---\nmacros:\n  a: \"\\\\mathbb{R}\"\n---\nText") == [])
    }

    @Test(arguments: [
        "[99]{.claim .claim-right}", "[99 [✓]{.mark}]{.claim}", "[99]{.claim-right}", "[(9)]{.computed}", "![a](b.png){.claim}",
        "[a](b){.claim}", "# A [9]{.claim}", "`9`{.claim}",
    ])
    func `the mark of what was verified is no author's`(text: String) { #expect(Self.codes(text) == ["reserved-class"]) }

    @Test(arguments: ["[99]{.mark}", "[99]{.claims}", "[99]{.wide}"])
    func `other classes are`(text: String) { #expect(Self.codes(text) == []) }

    @Test func `in a formula _ parts no digits`() {
        #expect(Self.codes(#"$\claim{1000_5}{x}$"#) == ["split-number"])
        #expect(Self.codes(#"$\claim{1_000}{x}$"#) == ["split-number"])
        #expect(Self.codes("[1_000](claim:x)") == [])
    }
}
