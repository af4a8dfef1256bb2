import Exhibits
import Lessons
import Testing

@testable import Reports

/// What a page holds besides the drawings themselves: their data, and several moments of them.
struct FigurePageTests {
    static func page(_ exhibit: Exhibit) throws -> RenderedPage {
        let source = "```{swift}\n//| label: fig-a\n//| fig-cap: What it shows\nshow(x)\n```\n"
        return try HandoutPageTests.page(source, Transcript(outputs: [0: [.exhibit(exhibit)]]))
    }

    static func curve(_ count: Int) -> Figure {
        let x = (0..<count).map(Double.init)
        return Figure(
            .lines(LinePlot(x: .init("epochs"), y: .init("loss"), series: [.init("loss", x: x, y: x.map { 1 / (1 + $0) })])))
    }

    @Test func `few data are folded below the drawing`() throws {
        let page = try Self.page(.figure(Self.curve(3)))
        #expect(
            page.html.contains("</figure>\n<details class=\"figure-numbers\">\n<summary>The numbers of this figure</summary>"))
        #expect(page.html.contains("<td class=\"number\">0.333333</td>"))
        #expect(page.tables.isEmpty)
    }

    @Test func `of many data the page shows some, and a file beside it has them all`() throws {
        let page = try Self.page(.figure(Self.curve(500)))
        let table = try #require(page.tables.first)
        #expect(page.tables.count == 1)
        #expect(table.name == "fig-a-numbers.csv")
        #expect(table.csv.split(separator: "\r\n").count == 501)
        #expect(
            page.html.contains(
                "<a class=\"numbers-file\" href=\"a/fig-a-numbers.csv\" download=\"fig-a-numbers.csv\">fig-a-numbers.csv</a>"))
        #expect(page.html.matches(of: /<td class="number">/).count < 100)
    }

    @Test func `each of several tables of data has a file of its own`() throws {
        let page = try Self.page(.group([500, 501, 502].map { .figure(Self.curve($0)) }))
        let names = page.tables.map(\.name)
        #expect(names.count == 3 && Set(names).count == 3, "\(names)")
        for name in names { #expect(page.html.contains("href=\"a/\(name)\"")) }
    }

    static let sequence = FrameSequence(
        "Epochs", frames: (1...3).map { .init("After \($0) epochs", [curve($0 + 1), curve($0 + 2)]) },
        numbers: Table(columns: [.init(.text("epochs"))], rows: [[.text("1")]]))

    @Test func `of several moments the last is shown, and the script comes along`() throws {
        let page = try Self.page(.frames(Self.sequence))
        #expect(page.html.matches(of: /<div class="frame" hidden>/).count == 2)
        #expect(page.html.contains("<div class=\"frame\">\n<p class=\"frame-label\">After 3 epochs</p>"))
        #expect(page.html.contains("<input type=\"range\" min=\"0\" max=\"2\" step=\"1\" value=\"2\" aria-label=\"Epochs\""))
        #expect(page.html.contains("<script src=\"assets/frames.js\" defer></script>"))
        #expect(page.html.contains("<span class=\"caption-number\">Figure 1</span>: What it shows</figcaption>"))
        let identifiers = page.html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(identifiers.count == Set(identifiers).count, "\(identifiers)")
    }

    @Test func `a report has the last moment, its caption once, and a page without moments no script`() throws {
        let page = try Self.page(.frames(Self.sequence))
        #expect(page.figures.map(\.name) == ["fig-a", "fig-a-2"])
        #expect(page.markdown.contains("(a/fig-a.svg)") && page.markdown.contains("(a/fig-a-2.svg)"))
        #expect(page.markdown.matches(of: /What it shows/).count == 1)
        #expect(try !Self.page(.figure(Self.curve(3))).html.contains("frames.js"))
    }
}
