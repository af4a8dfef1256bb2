import Exhibits
import Testing

@testable import Lessons

/// HTML that means here what it means on GitHub: frames, pictures, links, places, letters.
struct ReadableHTMLTests {
    private static func lesson(_ source: String) -> Lesson { Lesson.parsed(source: source, file: "a.md") }

    @Test func `text in a frame is text, with formulas and claims`() {
        let lesson = Self.lesson("<center>\n  It is $a_1$ and [1](claim:a).\n</center>\n\n<p align=\"center\">More.</p>\n")
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        #expect(lesson.claims.count == 1)
        guard case .paragraph(let first)? = lesson.blocks.first?.block, case .paragraph(let last)? = lesson.blocks.last?.block
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(first.contains { if case .mathematics = $0 { true } else { false } }, "\(first)")
        #expect(last.plainText == "More." && lesson.blocks.count == 2)
    }

    @Test func `a picture in a frame keeps its size and what it shows, its caption stands below`() throws {
        let lesson = Self.lesson(
            "<div class=\"fig\">\n  <img src=\"/img/a.png\" width='49%' alt=\"A &amp; B\">\n  <div class=\"figcaption\"><b>Left:</b> one.</div>\n</div>\n"
        )
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        #expect(lesson.addresses.map(\.destination) == ["/img/a.png"])
        guard case .paragraph(let picture)? = lesson.blocks.first?.block,
            case .span(let image, let attributes)? = picture.first,
            case .image(_, let destination, _)? = image.first
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(destination == "/img/a.png" && attributes.values == ["alt": "A & B", "width": "49%"])
        guard case .paragraph(let caption)? = lesson.blocks.last?.block else { return #expect(Bool(false)) }
        #expect(caption == [.strong([.text("Left:")]), .text(" one.")])
    }

    @Test func `letters, links and places mean what they mean elsewhere`() {
        let lesson = Self.lesson(
            "<a name='top-of-it'></a>\n\nA <b>bold <i>word</i></b>, H<sub>2</sub>O, <a href=\"b.md\" title=\"T\">a *link*</a>, <del>no</del>.\n"
        )
        #expect(lesson.findings.isEmpty, "\(lesson.findings)")
        guard case .paragraph(let place)? = lesson.blocks.first?.block, case .paragraph(let text)? = lesson.blocks.last?.block
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(place == [.span([], Attributes(label: "top-of-it"))])
        #expect(text.contains(.strong([.text("bold "), .emphasis([.text("word")])])), "\(text)")
        #expect(text.contains(.marked(.subscript, [.text("2")])) && text.contains(.marked(.struck, [.text("no")])))
        #expect(text.contains(.link([.text("a "), .emphasis([.text("link")])], destination: "b.md", title: "T")))
        #expect(lesson.addresses.map(\.destination) == ["b.md"])
    }

    @Test func `a place is named once, and one that is never closed is a place all the same`() {
        let lesson = Self.lesson("<a name=\"x\">One <a id=x>two\n\n<a name=\"x\"></a>three <b>open\n")
        var labels: [String] = []
        lesson.walk { if case .inline(.span(_, let attributes)) = $0 { labels.append(attributes.label ?? "") } }
        #expect(labels == ["x"])
    }

    @Test func `frames in a list stay in it, and numbers in a frame begin no list`() {
        let lesson = Self.lesson("- a\n\n  <div>\n  1. x\n  </div>\n\n- b\n")
        guard case .list(_, _, let items)? = lesson.blocks.first?.block, lesson.blocks.count == 1, items.count == 2,
            case .paragraph(let text)? = items[0].last?.block
        else { return #expect(Bool(false), "\(lesson.blocks)") }
        #expect(text.plainText == "1. x")
    }

    @Test(arguments: [
        "<table>\n<tr><td>1</td></tr>\n</table>\n", "<div>\n<script>x</script>\n</div>\n",
        "<div>\n<svg><path d=\"\"/></svg>\n</div>\n",
    ]) func `what isn't read is left out and said`(source: String) {
        let lesson = Self.lesson(source)
        #expect(lesson.findings.map(\.code) == ["raw-html"], "\(lesson.findings)")
        guard case .html? = lesson.blocks.first?.block else { return #expect(Bool(false), "\(lesson.blocks)") }
    }

    @Test func `a lost colour and a picture that says nothing are told`() {
        let marked = Marked("A ⟦1⟧<font color=\"red\">word</font> and ⟦2⟧<img src=\"a.png\">.\n")
        #expect(marked.lesson.findings.map(\.place) == [marked.place(1), marked.place(2)], "\(marked.lesson.findings)")
        #expect(marked.lesson.findings.map(\.code) == ["other-dialect", "missing-alt-text"])
    }

    @Test func `Jekyll's name for the site is the course's folder`() {
        let lesson = Self.lesson(
            "![A]({{site.baseurl}}/images/a.png) <img alt=\"B\" src=\"{{ site.baseurl }}/images/b.png\">\n")
        #expect(
            lesson.findings.isEmpty && lesson.addresses.map(\.destination) == ["/images/a.png", "/images/b.png"],
            "\(lesson.findings)")
    }

    @Test func `formulas whose backslashes are doubled for Markdown are formulas`() {
        let lesson = Self.lesson("A map \\\\(H \\times W\\\\) of\n\n\\\\[ x_1 \\\\\\\\ y \\\\]\n\nand \\\\(not one\\\\).\n")
        var formulas: [String] = []
        lesson.walk { visit in
            switch visit {
            case .inline(.mathematics(let formula)): formulas.append(formula.tex)
            case .block(let node): if case .mathematics(let formula) = node.block { formulas.append(formula.tex) }
            default: break
            }
        }
        #expect(formulas.map { $0.filter { !$0.isWhitespace } } == ["H\\timesW", "x_1\\\\y"], "\(lesson.blocks)")
    }

    @Test(
        arguments: [
            ("The map \\\\(max(0,-) \\\\) and \\\\( f \\\\), \\\\(3\\\\).\n", ["max(0,-)", "f", "3"]),
            ("As \\\\(see below\\\\) and \\\\( \\\\) say.\n", []),
        ] as [(String, [String])])
    func `between doubled backslashes anything is a formula but a sentence`(source: String, expected: [String]) {
        var formulas: [String] = []
        Self.lesson(source).walk { visit in
            if case .inline(.mathematics(let formula)) = visit { formulas.append(formula.tex.filter { !$0.isWhitespace }) }
        }
        #expect(formulas == expected)
    }

    @Test func `a thousand open tags come to an end`() {
        let lesson = Self.lesson(
            String(repeating: "<b><a name=x>", count: 5000) + "text" + String(repeating: "</b>", count: 5000))
        #expect(!lesson.blocks.isEmpty)
    }
}
