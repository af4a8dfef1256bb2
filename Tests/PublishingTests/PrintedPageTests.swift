import Reports
import Testing
import TestFolders

@testable import Publishing

/// How the style sheet of a page lays it out on paper.
struct PrintedPageTests {
    /// On which printed page a place is to which a link leads.
    private func page(of place: String, in text: String) async throws -> Int {
        let folder = try Folder([
            "page.css": PageStylesheet.css,
            "page.html": """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>T</title><link rel="stylesheet" href="page.css">
            <main id="content">\(text)</main>
            """,
        ])
        let pdf = try await PDFPrinter().pdf(of: folder("page.html"), for: "page.pdf")
        return try #require(PDFDestinations(pdf)?.pages[place])
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `paragraphs stand as close together on a page whose solutions are moved as on one without`() async throws {
        let text = (1...100).map { "<p id=\"p\($0)\"><a href=\"#p\($0)\">\($0)</a></p>\n" }.joined()
        let solution = "<details class=\"solution\"><summary>Solution</summary><p>1</p></details>"
        let heading = "<h2 class=\"printed-only solutions-heading\">Solutions</h2>"
        let plain = try await page(of: "p100", in: text)
        #expect(try await page(of: "p100", in: text + solution + heading) == plain)
        #expect(plain > 2)
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `solutions stand as close together where the style sheet moves them as where they stand already`() async throws {
        let solutions = (1...90).map {
            "<details class=\"solution\" open><summary>S</summary><p id=\"p\($0)\"><a href=\"#p\($0)\">\($0)</a></p></details>\n"
        }.joined()
        let heading = "<h2 class=\"printed-only solutions-heading\">Solutions</h2>\n"
        let moved = try await page(of: "p90", in: solutions + heading)
        #expect(try await page(of: "p90", in: heading + solutions) == moved)
        #expect(moved > 2)
    }
}
