import Exhibits
import Testing

@testable import Lessons

/// The table of what Lectern says about a lesson's text. `⟦1⟧` marks the place.
struct FindingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var code: String
        var message: String
        var severity = Finding.Severity.error
        var testDescription: String { code + ": " + text }
    }

    static let rows = [
        Row(
            text: "Text\n\n⟦1⟧```{swift}\nlet a = 1\n", code: "unclosed-fence",
            message: "this code block is never closed; end it with a line of as many marks as open it"),
        Row(
            text: "- a\n\n  ⟦1⟧```{swift}\n  let a = 1\n\nText\n", code: "unclosed-fence",
            message: "this code block is never closed; end it with a line of as many marks as open it"),
        Row(
            text: "---\ntitle: \"A\nclaims: 3⟦1⟧\n---\n", code: "broken-yaml",
            message: "this YAML can't be read: found unexpected end of stream; write one “key: value” per line, "
                + "and put text with colons in quotes"),
        Row(
            text: "---\n⟦1⟧titel: A\n---\n", code: "unknown-key",
            message: "there is no front matter key “titel”; did you mean “title”?", severity: .warning),
        Row(
            text: "---\ndigits: ⟦1⟧many\n---\n", code: "bad-value",
            message: "“digits” must be a whole number from 0 to 17"),
        Row(
            text: "⟦1⟧---\ntitle: A\n\nText\n", code: "unclosed-front-matter",
            message: "the front matter is never closed; end it with a line of ---"),
        Row(
            text: "```{swift}\n//| ⟦1⟧ehco: false\n1\n```\n", code: "unknown-option",
            message: "there is no cell option “ehco”; did you mean “echo”?", severity: .warning),
        Row(
            text: "```{swift}\n//| echo: ⟦1⟧maybe\n1\n```\n", code: "bad-option",
            message: "“echo” must be true, false or fenced"),
        Row(
            text: "A\n\n⟦1⟧$$ a = b\n\nText\n", code: "unclosed-mathematics",
            message: "this $$ is never closed before the next blank line; close the formula with $$, or write \\$\\$ for two "
                + "dollar signs"),
        Row(
            text: "So ⟦1⟧$$ a = b and on\n", code: "unclosed-mathematics",
            message: "this $$ is never closed before the next blank line; close the formula with $$, or write \\$\\$ for two "
                + "dollar signs"),
        Row(
            text: "[⟦1⟧loss](claim:loss)\n", code: "claim-without-number",
            message: "the text of a claim must be the number it claims, or a statement of two plain words or more, "
                + "found “loss”; write [0.123](claim:expression)"),
        Row(
            text: "[⟦1⟧the *first* loss](claim:falls)\n", code: "claim-without-number",
            message: "the text of a claim must be the number it claims, or a statement of two plain words or more, "
                + "found “the *first* loss”; write [0.123](claim:expression)"),
        Row(
            text: "[0.5](⟦1⟧claim:f(1, 2))\n", code: "malformed-claim",
            message: "this claim isn't a link, for blanks and parentheses in it need angle brackets; "
                + "write [0.5](<claim: f(1, 2)>)"),
        Row(
            text: "So [126](⟦1⟧claim: train.count) of them\n", code: "malformed-claim",
            message: "this claim isn't a link, for blanks and parentheses in it need angle brackets; "
                + "write [126](<claim: train.count>)"),
        Row(
            text: "[0.5](⟦1⟧claim:f(1, 2\n", code: "malformed-claim",
            message: "this claim isn't a link, for blanks and parentheses in it need angle brackets; "
                + "write [number](<claim: expression>)"),
        Row(
            text: "[1](⟦1⟧<claim: a < b>)\n", code: "malformed-claim",
            message: "this claim's expression contains < or >; write \\< and \\> for them: [1](<claim: a \\< b>)"),
        Row(
            text: "[it falls](⟦1⟧<claim: (1..<6).allSatisfy { a[$0] \\> 0 }>)\n", code: "malformed-claim",
            message: "this claim's expression contains < or >; write \\< and \\> for them: "
                + "[it falls](<claim: (1..\\<6).allSatisfy { a[$0] \\> 0 }>)"),
        Row(
            text: "[1](⟦1⟧<claim: a\n", code: "malformed-claim",
            message: "this claim is never closed; write [number](<claim: expression>)"),
        Row(
            text: "$a = ⟦1⟧\\claim{0.5} b$\n", code: "malformed-claim",
            message: "this command needs its braces closed; write \\claim{number}{expression} or \\value{expression}"),
        Row(
            text: "⟦1⟧::: {.callout-note}\nText\n", code: "unclosed-division",
            message: "this division is never closed; end it with a line of colons, inside the same list or quote"),
        Row(
            text: "Text\n\n⟦1⟧:::\n", code: "nothing-to-close",
            message: "these colons close nothing; remove them, or open a division with ::: {…} in the same list or quote"),
        Row(
            text: "⟦1⟧{{< include nowhere.md >}}\n", code: "missing-file",
            message: "there is no file “nowhere.md” to include; paths start at the folder of the file they stand in"),
        Row(
            text: "Some ⟦1⟧<blink>bold</blink> <marquee>text</marquee>\n", code: "raw-html",
            message: "HTML of your own is left out of the page; write it in Markdown, or allow it with “raw-html: true” in "
                + "course.yml", severity: .warning),
        Row(
            text: "- a\n\n  ⟦1⟧<table>\n  x\n  </table>\n", code: "raw-html",
            message: "HTML of your own is left out of the page; write it in Markdown, or allow it with “raw-html: true” in "
                + "course.yml", severity: .warning),
        Row(
            text: "See ⟦1⟧![](loss.svg)\n", code: "missing-alt-text",
            message: "this picture says nothing to readers who don't see it; write what it shows between the brackets",
            severity: .warning),
        Row(
            text: "⟦1⟧```{python}\n1\n```\n", code: "unknown-cell-language",
            message: "a cell in “python” is shown but not run; cells are written in {swift}", severity: .warning),
    ]

    @Test(arguments: rows)
    func `each mistake yields exactly one finding, at its place`(row: Row) throws {
        let marked = Marked(row.text)
        let finding = try #require(marked.lesson.findings.first)
        #expect(marked.lesson.findings.count == 1)
        #expect(finding.code == row.code)
        #expect(finding.message == row.message)
        #expect(finding.severity == row.severity)
        #expect(finding.place == marked.place(1))
    }

    @Test(arguments: ["It costs $5, not $6.", "Two \\$\\$ signs", "`$$ code`", "$$$", "a@example.com", "@Test, ::: and {x}"])
    func `text that only looks like a construct is left in peace`(text: String) {
        let lesson = Lesson.parsed(source: text, file: "a.md")
        #expect(lesson.findings.isEmpty)
        #expect(lesson.steps.isEmpty)
    }
}
