import Lessons
import Testing

@testable import Reports

/// No line begins with the comma behind a formula, or ends with the bracket before it.
struct FormulaNeighboursTests {
    @Test(arguments: [
        ("a ($x$), b\n", "<p>a <span class=\"together short\">({x}),</span> b</p>"),
        (
            "a ([$x$]{.external}): b\n",
            "<p>a <span class=\"together short\">(<span class=\"external\">{x}</span>):</span> b</p>"
        ),
        ("a [$x$]{.external} b\n", "<p>a <span class=\"external\">{x}</span> b</p>"),
        ("a [$x$ and]{.external}, b\n", "<p>a <span class=\"external\">{x} and</span>, b</p>"),
    ]) func `a formula keeps its punctuation, marked or not`(source: String, html: String) {
        #expect(PlainFilling.html(source, allowsRawHTML: false).contains(html), "\(PlainFilling.html(source))")
    }

    @Test(arguments: [
        ("to $x$, and $y$.", "to <span class=\"together short\">{x},</span> and <span class=\"together short\">{y}.</span>"),
        ("$x$ ($y$)", "{x} <span class=\"together short\">({y})</span>"),
        ("no formula, at all.", "no formula, at all."),
        ("one $x", "one {x}"),
    ]) func `steps of a derivation keep it too`(text: String, html: String) {
        let nodes = FormulaNeighbours.running(text) { tex in [.text("{\(tex)}")] }
        #expect(PageWriter.text(nodes) == html)
    }

    @Test(arguments: [
        ("8.9 × 10^−2^\n", "<p>8.9\u{A0}×\u{A0}10<sup>−2</sup></p>"),
        ("3 × 100, a × 10\n", "<p>3 × 100, a × 10</p>"),
    ]) func `no line ends before the power of ten of a number`(source: String, html: String) {
        #expect(PlainFilling.html(source, allowsRawHTML: false).contains(html), "\(PlainFilling.html(source))")
    }

    @Test func `only a short formula is never broken`() {
        func formula(boxes: Int) -> PageNode {
            let html = String(repeating: "<i class=\"base\"></i>", count: boxes)
            return .formula(PageNode.Formula(tex: "", isDisplay: false, macros: [:], html: html))
        }
        let marked = Tag.span(.class("external")) { formula(boxes: 3) }
        let long = FormulaNeighbours.together("", [marked], ",")
        let short = FormulaNeighbours.together("", [formula(boxes: 2)], ",")
        #expect(PageWriter.text(long).hasPrefix("<span class=\"together\">"))
        #expect(PageWriter.text(short).hasPrefix("<span class=\"together short\">"))
    }
}
