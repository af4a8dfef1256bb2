import Lessons
import Testing

@testable import Reports

/// The notation of real notes, as HTML.
struct NotesTests {
    @Test(arguments: [
        ("~~gone~~ H~2~O x^2^\n", "<p><del>gone</del> H<sub>2</sub>O x<sup>2</sup></p>"),
        ("- [ ] to do\n- [x] done\n", "<li><span class=\"task\">☐</span> to do</li>"),
        ("Term\n: its *definition*\n", "<dl>\n<dt>Term</dt>\n<dd>its <em>definition</em></dd>\n</dl>"),
        ("a ![b](c.png){width=50%} d\n", "<img src=\"c.png\" alt=\"b\" style=\"width: 50%\" />"),
        ("a ![b](c.png){width=40 alt=\"the alt\"} d\n", "<img src=\"c.png\" alt=\"the alt\" width=\"40\" />"),
        ("![b](c.png){width=50% .wide}\n", "<img src=\"c.png\" alt=\"b\" class=\"wide\" style=\"width: 50%\" />"),
        ("![b](c.png){width=\"1;color:red\"}\n", "<img src=\"c.png\" alt=\"b\" />"),
        ("[x](https://a.b){.external target=\"_blank\"}\n", "<span class=\"external\"><a href=\"https://a.b\">x</a></span>"),
        ("::: columns\n::: {.column width=\"40%\"}\na\n:::\n:::\n", "<div class=\"column\" style=\"flex-basis: 40%\">"),
        ("::: {layout-ncol=3}\na\n:::\n", "<div class=\"layout\" style=\"--columns: 3\">"),
        (
            "::: {#fig-x layout-ncol=2}\n![A](a.png)\n\n![B](b.png)\n\nBoth *of* them\n:::\n",
            "<figcaption>Both <em>of</em> them</figcaption>"
        ),
        ("::: {.column-margin}\nNote\n:::\n", "<div class=\"column-margin\">"),
    ]) func `notes are written as HTML`(source: String, html: String) {
        #expect(
            PlainFilling.html(source, allowsRawHTML: false).contains(html), "\(PlainFilling.html(source, allowsRawHTML: false))"
        )
    }
}
