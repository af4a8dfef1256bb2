import Exhibits
import Testing

@testable import Lessons

/// No claim is silent: what looks like one is read as one, or a finding says what to write. `⟦1⟧` marks the finding's place.
struct UnreadClaimTests {
    static let overlooked = [
        // Formulas that Markdown doesn't take for formulas.
        "So $ ⟦1⟧\\claim{1.5}{x} $ here",
        "So ⟦1⟧\\claim{1.5}{x} here",
        "$a = ⟦1⟧\\Claim{1.5}{x}$",
        "$a = ⟦1⟧\\claims{1.5}{x}$",
        "$a = ⟦1⟧\\clam{1.5}{x}$",
        "$a = ⟦1⟧claim{1.5}{x}$",
        "So ⟦1⟧\\value{x} here",
        // Slips of the finger.
        "[1.5](⟦1⟧Claim:x)",
        "[1.5](⟦1⟧claims:x)",
        "[1.5](⟦1⟧clam:x)",
        "[1.5](⟦1⟧calim:x)",
        "[1.5](<⟦1⟧CLAIM: x>)",
        "[1.5] (⟦1⟧claim:x)",
        "[1.5]\n(⟦1⟧claim:x)",
        "[1.5]( ⟦1⟧claim:x )",
        "[1.5](⟦1⟧claim x)",
        "[1.5](⟦1⟧claim=x)",
        "[1.5](⟦1⟧claim：x)",
        "1.5(⟦1⟧claim:x)",
        "1.5](⟦1⟧claim:x)",
        "It is 1.5 (⟦1⟧claim:x)",
        "[⟦1⟧claim:x](1.5)",
        "1.5 <⟦1⟧claim:x>",
        "[1.5]⟦1⟧{claim=x}",
        // Disguises.
        "[9](⟦1⟧claim&colon;x)", "[9](⟦1⟧&#99;laim:x)", "[9](⟦1⟧claim\\:x)", "[9](⟦1⟧clai%6d:x)", "[9](⟦1⟧cl\u{430}im:x)",
        "[9](⟦1⟧&lt;claim:x&gt;)",
        "[9](⟦1⟧cla\u{200B}im:x)", "[9](⟦1⟧cla\u{301}im:x)", "[9](⟦1⟧\u{FEFF}claim:x)",
        "[9](⟦1⟧cl&shy;aim:x)", "[9](⟦1⟧claim&Colon;x)",
        // Forms of Markdown that aren't a link in running text.
        "[1.5][m]\n\n[m]: ⟦1⟧claim:x",
        "[1.5]\n\n[1.5]: <⟦1⟧claim:x>",
        "![0.6](⟦1⟧claim:a)",
        "Text[^1]\n\n![0.6](⟦1⟧claim:a) [0.6][^1]\n\n[^1]: note",
        "[text](b.md \"or [0.6](⟦1⟧claim:a)\")",
        "    [0.6](⟦1⟧claim:a)",
        // Places in which nothing is read.
        "<table>\nIn HTML: [0.6](⟦1⟧claim:a)\n</table>",
        "<table><tr><td>\n$⟦1⟧\\claim{0.6}{a}$\n</td></tr></table>",
        "See <a href=\"⟦1⟧claim:a\">0.6</a>",
        "::: {.callout-note title=\"See [0.6](⟦1⟧claim:a)\"}\nx\n:::",
        "![A picture](a.png){fig-alt=\"It shows [0.6](⟦1⟧claim:a)\"}",
        "```{swift}\n//| fig-alt: It shows [0.6](⟦1⟧claim:a)\n1\n```",
        "---\ndescription: The loss is [0.6](⟦1⟧claim:a)\n---\n\nText",
        "## A heading ⟦1⟧{#sec-a claim=\"a\"}",
        "$$x$$ ⟦1⟧{#eq-a claim=\"a\"}",
        ": No table above {#tbl-a claim=\"a\"}",
        // Values.
        "`⟦0⟧{Swift} a`", "`⟦0⟧{swift}a`", "`⟦0⟧{ swift } a`", "`⟦0⟧{swfit} a`",
    ]

    @Test(arguments: overlooked)
    func `what looks like a claim and is read as none is an error that says what to write`(text: String) throws {
        let marked = Marked(text + "\n")
        let errors = marked.lesson.findings.filter { $0.severity == .error }
        #expect(errors.count == 1, "\(marked.lesson.findings)")
        let error = try #require(errors.first)
        #expect(["unread-claim", "unread-value", "malformed-claim"].contains(error.code))
        #expect(error.message.contains("write ") || error.message.contains("take "), "\(error.message)")
        #expect(marked.lesson.claims.isEmpty)
        if text.contains("⟦1⟧") { #expect(error.place == marked.place(1)) }
    }

    static let plain = [
        "Our claim: it falls. The claims: three. (claim: it falls)", "As in [1] and the claim (claim: it falls).",
        "See [the claims](claims.md) and [2](claims/two.md), ![claims](claims.png).",
        "Write `[0.6](claim:a)` or `\\claim{0.6}{a}` or `` `{swift} a` ``.", "`{swift}` runs, `{x} y` is code.",
        "```md\n[0.6](Claim:a) $ \\claim{1}{a} $\n```", "<!-- [0.6](claim:a) -->", "<!--\n[0.6](claim:a)\n-->",
        "```swift\nlet claim = \"[0.6](claim:a)\"\n```", "<pre>\n[0.6](claim:a)\n</pre>", "It costs 5 \\value less.",
        "This is \\\\claim{0.6}{a} as text.",
    ]

    @Test(arguments: plain)
    func `code, comments and words are no claims`(text: String) {
        let lesson = Lesson.parsed(source: text + "\n", file: "a.md")
        #expect(lesson.findings.allSatisfy { !$0.code.hasPrefix("unread") }, "\(lesson.findings)")
    }

    static let read = [
        "[0.6](claim:a)", "[0.6](<claim: a>)", "**[0.6](claim:a)**", "[**0.6**](claim:a)", "$\\claim{0.6}{a}$",
        "$$\n\\claim{0.6}{a}\n$$", "> [0.6](claim:a)", "- [0.6](claim:a)", "| a |\n|---|\n| [0.6](claim:a) |",
        "# A [0.6](claim:a)", "Text[^1]\n\n[^1]: [0.6](claim:a)\n\n    $\\claim{0.6}{a}$",
        "::: {.callout-note}\n## It is [0.6](claim:a)\nx\n:::", "> [!NOTE] [0.6](claim:a)\n> x",
        "```{swift}\n//| fig-cap: It is [0.6](claim:a)\n1\n```", "![It is [0.6](claim:a)](a.png){#fig-a}",
        "| a |\n|---|\n| 0.6 |\n\n: All {#tbl-a claim=\"a\"}", "| a |\n|---|\n| 0.6 |\n: All {#tbl-a claim=\"a\"}",
        "[see [0.6](claim:a)](b.md)", "<b>[0.6](claim:a)</b>", "<div>\nIn a frame: [0.6](claim:a)\n</div>",
        "$a_{\\text{is } \\claim{0.6}{a}}$",
    ]

    @Test(arguments: read)
    func `what is read is not reported as overlooked`(text: String) {
        let lesson = Lesson.parsed(source: text + "\n", file: "a.md")
        #expect(!lesson.claims.isEmpty)
        #expect(lesson.findings.allSatisfy { $0.severity != .error }, "\(lesson.findings)")
    }

    @Test func `an expression with a blank behind an open parenthesis is no link with a title`() throws {
        let marked = Marked("[0.5](⟦1⟧claim:pass.partial(\"E\", \"w1\")) is it\n")
        let finding = try #require(marked.lesson.findings.first)
        #expect(marked.lesson.findings.count == 1 && finding.place == marked.place(1))
        #expect(finding.code == "malformed-claim")
        #expect(finding.message.contains(#"write [0.5](<claim: pass.partial("E", "w1")>)"#))
    }

    @Test func `a claim in an included file is looked after too, at its own place`() throws {
        let lesson = Lesson.parsed(source: "{{< include part.md >}}\n", file: "a.md") { _ in "Text\n\n[0.6](Claim:a)\n" }
        #expect(lesson.findings.map(\.place) == [Place(file: "part.md", line: 3, column: 7)])
    }

    @Test func `a cell beyond the table's columns is reported, and so is a claim in it`() throws {
        let marked = Marked("| a | b |\n|---|---|\n| x | 1 | ⟦1⟧a third: [0.6](⟦2⟧claim:a) |\n| y | 2 | |\n")
        #expect(marked.lesson.findings.map(\.code) == ["lost-cell", "unread-claim"])
        #expect(marked.lesson.findings.map(\.place) == [marked.place(1), marked.place(2)])
        #expect(
            marked.lesson.findings[0].message.hasPrefix("this row has 3 cells and the table 2 columns, so this isn't shown"))
    }

    @Test func `a header as wide as no delimiter row is said to be no table`() throws {
        let marked = Marked("Text\n\n⟦1⟧| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n")
        #expect(marked.lesson.findings.map(\.code) == ["no-table"])
        #expect(marked.lesson.findings[0].place == marked.place(1))
        #expect(marked.lesson.findings[0].message.contains("3 cells stand above a line for 2 columns"))
    }
}
