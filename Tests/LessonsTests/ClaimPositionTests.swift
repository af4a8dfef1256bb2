import Exhibits
import Testing

@testable import Lessons

/// What would break: an error points beside the number, or a repair rewrites the wrong bytes.
struct ClaimPositionTests {
    /// In every text, `⟦1⟧` stands before the written number and `⟦2⟧` before the expression.
    static let texts = [
        "The error is [⟦1⟧0.298](claim:⟦2⟧pass.loss) now.\n",
        "[⟦1⟧0.298](<claim: ⟦2⟧pass[\"E total\"]>)",
        "[⟦1⟧0.298](claim:⟦2⟧f(g(1)) \"wrong\")\n",
        "# A heading with [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "Setext [⟦1⟧0.298](claim:⟦2⟧x)\n======\n",
        "Größe ≈ [⟦1⟧0.298](claim:⟦2⟧x) 🙂\n",
        "first line\n   second [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "> quoted\n> again [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "> quoted\nlazy [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "> > - deep\n> >   in [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "1. one\n   - two [⟦1⟧0.298](claim:⟦2⟧x)\n\n     three\n",
        "-\t[⟦1⟧0.298](claim:⟦2⟧x)\n",
        "- a\n\n\tb [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "Before $a_1*b$ and $$c*d$$ then [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "$$\n\\begin{aligned}\n  a &= b \\\\\n  + c &= d\n\\end{aligned}\n$$\n\n[⟦1⟧0.298](claim:⟦2⟧x)\n",
        "$$ x = \\claim{⟦1⟧0.298}{⟦2⟧x} $$\n",
        "so $x = \\claim{⟦1⟧0.298}{ ⟦2⟧xs.map { $0 * 2 }[0] }$, thus\n",
        "> $$\n> \\begin{pmatrix} 1 & \\claim{⟦1⟧0.298}{⟦2⟧m[0, 1]} \\\\\n> 2 & 3 \\end{pmatrix}\n> $$\n",
        "- item\n\n  $$\n  \\frac{\\claim{⟦1⟧0.298}{⟦2⟧x}}{2}\n  $$ {#eq-half}\n",
        "| a | b |\n|---|--:|\n| $|x|$ | [⟦1⟧0.298](claim:⟦2⟧x) |\n",
        "| a | b |\n|---|--:|\n| 1 \\| 2 | `c` [⟦1⟧0.298](<claim: ⟦2⟧a || b>) |\n",
        "- | a | b |\n  |---|---|\n  | 1 | [⟦1⟧0.298](claim:⟦2⟧x) |\n",
        "> | a |\n> |---|\n> | [⟦1⟧0.298](claim:⟦2⟧x) |\n",
        "| a |\n|---|\n| 1 |\n\n: Caption with [⟦1⟧0.298](claim:⟦2⟧x) {#tbl-a}\n",
        "::: {.callout-note}\nIn here [⟦1⟧0.298](claim:⟦2⟧x)\n:::\n",
        "> [!NOTE]\n> In here [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "Text[^1]\n\n[^1]: A note.\n\n    More of it, [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "**bold [⟦1⟧0.298](claim:⟦2⟧x)** and [a link with *no*](/end)\n",
        "and [a bracket with [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "[**⟦1⟧0.298**](claim:⟦2⟧x)\n",
        "[$⟦1⟧0.298$](claim:⟦2⟧x)\n",
        "`[0.1](claim:y)` and \\[0.2](x), then [⟦1⟧0.298](claim:⟦2⟧x)\n",
        "---\ntitle: A\n---\n\n[⟦1⟧0.298](claim:⟦2⟧x)\n",
        "\u{FEFF}[⟦1⟧0.298](claim:⟦2⟧x)\n",
        "```{swift}\n//| fig-cap: Loss [⟦1⟧0.298](claim:⟦2⟧x) at the end\nshow(1)\n```\n",
        "![The loss [⟦1⟧0.298](claim:⟦2⟧x)](loss.svg){#fig-loss}\n",
        "[one]: /url\n[two]: /url\nText [⟦1⟧0.298](claim:⟦2⟧x) [one]\n",
        "A <!-- $ --> [⟦1⟧0.298](claim:⟦2⟧x) costs $5 and $6\n",
        "[link](http://a.b/$x$_y_) [⟦1⟧0.298](claim:⟦2⟧x)\n",
    ]

    @Test(arguments: texts)
    func `a claim knows where its number and its expression stand`(text: String) throws {
        let marked = Marked(text)
        let claim = try #require(marked.lesson.claims.first)
        #expect(marked.lesson.claims.count == 1)
        #expect(claim.written == "0.298")
        #expect(claim.place == marked.place(1))
        #expect(claim.expressionPlace == marked.place(2))
        #expect(marked.bytes(of: claim) == "0.298")
        #expect(marked.lesson.findings.isEmpty)
    }

    @Test(arguments: texts)
    func `Windows line ends change no line and no column`(text: String) throws {
        let marked = Marked(text.replacing("\n", with: "\r\n"))
        let claim = try #require(marked.lesson.claims.first)
        #expect(claim.place == marked.place(1))
        #expect(claim.expressionPlace == marked.place(2))
        #expect(marked.bytes(of: claim) == "0.298")
    }
}
