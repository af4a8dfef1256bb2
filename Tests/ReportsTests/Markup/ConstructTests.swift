import Exhibits
import Lessons
import Testing

@testable import Reports

/// What Lectern's own constructs look like as HTML, side by side with their Markdown.
struct ConstructTests {
    static let rows: [(String, String)] = [
        ("A $a_1*b*$ and `{swift} x` is [0.5](claim:y).\n", "<p>A {a_1*b*} and {value 0} is {claim 0.5}.</p>\n"),
        ("*Loss $x$*, **[0.5](claim:y)**\n", "<p><em>Loss {x}</em>, <strong>{claim 0.5}</strong></p>\n"),
        ("[**0.5**](claim:y)\n", "<p><strong>{claim 0.5}</strong></p>\n"), ("$$a$$\n", "{a}\n"),
        ("```{swift}\n1\n```\n", "{cell 0}\n"), ("# Title {#sec-t}\n", "<h1 id=\"sec-t\">Title</h1>\n"),
        ("See @fig-a.\n", "<p>See {fig-a}.</p>\n"),
        ("A [term]{.new #trm-t} b\n", "<p>A <span id=\"trm-t\" class=\"new\">term</span> b</p>\n"),
        (
            "> [!NOTE]\n> Text\n",
            "<aside class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n<p>Text</p>\n</aside>\n"
        ),
        (
            "::: {.callout-tip title=\"Look\"}\nText\n:::\n",
            "<aside class=\"callout callout-tip\">\n<p class=\"callout-title\">Look</p>\n<p>Text</p>\n</aside>\n"
        ),
        (
            "::: {.callout-warning collapse=true}\n## Mind *this*\n\nText\n:::\n",
            "<details class=\"callout callout-warning\">\n<summary class=\"callout-title\">Mind <em>this</em></summary>\n"
                + "<p>Text</p>\n</details>\n"
        ),
        (
            "::: {.panel-tabset}\n## One\nA\n## Two\nB\n:::\n",
            "<div class=\"tabs\">\n<details class=\"tab\" name=\"tabs\" open>\n<summary>One</summary>\n<p>A</p>\n</details>\n"
                + "<details class=\"tab\" name=\"tabs\">\n<summary>Two</summary>\n<p>B</p>\n</details>\n</div>\n"
        ),
        (
            "::: {.proof title=\"By hand\"}\nA\n:::\n",
            "<div class=\"proof\">\n<p class=\"division-title\">Proof (By hand)</p>\n<p>A</p>\n</div>\n"
        ),
        (
            "::: {.stored-output}\n```\na <b\n```\n:::\n",
            "<div class=\"stored-output\">\n<p class=\"stored-output-title\">Stored-output</p>\n<pre class=\"printed\">a &lt;b\n</pre>\n</div>\n"
        ),
        ("::: outer\n::: inner\nA\n:::\n:::\n", "<div class=\"outer\">\n<div class=\"inner\">\n<p>A</p>\n</div>\n</div>\n"),
        (
            "- a\n\n  | x |\n  |:-:|\n  | 1 |\n",
            "<ul>\n<li>\n<p>a</p>\n<div class=\"table-box\">\n<table>\n<thead>\n<tr>\n<th style=\"text-align: center\">x</th>\n</tr>\n</thead>\n<tbody>\n"
                + "<tr>\n<td style=\"text-align: center\">1</td>\n</tr>\n</tbody>\n</table>\n</div>\n</li>\n</ul>\n"
        ),
        (
            "![A *net*](net.svg){#fig-net width=50% fig-alt=\"Two circles\"}\n",
            "<figure id=\"fig-net\">\n<img src=\"net.svg\" alt=\"Two circles\" style=\"width: 50%\" />\n"
                + "<figcaption>A <em>net</em></figcaption>\n</figure>\n"
        ),
        ("`$x$` and <b title=\"$x$\">\\$y$</b>\n", "<p><code>$x$</code> and <b title=\"$x$\">$y$</b></p>\n"),
        ("[a $x$](/u$1$ \"t $2$\")\n", "<p><a href=\"/u$1$\" title=\"t $2$\">a {x}</a></p>\n"),
        ("```{=html}\n<hr>\n```\n", "<hr>\n"), ("{{< include x\n", "<p>{{&lt; include x</p>\n"),
    ]

    @Test(arguments: rows.indices)
    func `constructs become the HTML beside them`(row: Int) {
        #expect(PlainFilling.html(Self.rows[row].0) == Self.rows[row].1)
    }

    @Test func `footnotes stand at the end, with ways back`() {
        struct Filling: MarkupFilling {
            var footnotes: Footnotes
            func cell(_ cell: Cell) -> [PageNode] { [] }
            func mathematics(_ mathematics: Mathematics, isInText: Bool) -> [PageNode] { [] }
            func value(_ value: InlineValue) -> [PageNode] { [] }
            func claim(_ claim: Claim) -> [PageNode] { [] }
            func reference(_ label: String, at place: Place) -> [PageNode] { [] }
        }
        let lesson = Lesson.parsed(source: "A[^x], again[^x].\n\n[^x]: Note *x*.\n", file: "a.md")
        let markup = HTMLMarkup(filling: Filling(footnotes: Footnotes(of: lesson)))
        #expect(
            markup.html(of: lesson.blocks)
                == "<p>A<sup class=\"footnote-mark\"><a href=\"#fn-x\" id=\"fnref-x\" role=\"doc-noteref\">1</a></sup>, again"
                + "<sup class=\"footnote-mark\"><a href=\"#fn-x\" role=\"doc-noteref\">1</a></sup>.</p>\n")
        #expect(
            markup.footnotes().html
                == "<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn-x\">\n<p>Note <em>x</em>. "
                + "<a href=\"#fnref-x\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</div>\n")
    }
}
