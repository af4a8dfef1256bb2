import Reports
import Testing

@testable import Publishing

/// How the style sheet of a page lays it out on paper.
struct PrintedPageTests {
    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `paragraphs stand as close together on a page whose solutions are moved as on one without`() async throws {
        func pages(_ more: String) async throws -> Int {
            let text = (1...100).map { "<p id=\"p\($0)\"><a href=\"#p\($0)\">\($0)</a></p>\n" }.joined()
            let folder = try Folder([
                "page.css": PageStylesheet.css,
                "page.html": """
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>T</title><link rel="stylesheet" href="page.css">
                <main id="content">\(text)\(more)</main>
                """,
            ])
            let pdf = try await PDFPrinter().pdf(of: folder("page.html"), for: "page.pdf")
            return try #require(PDFDestinations(pdf)?.pages["p100"])
        }
        let solution = "<details class=\"solution\"><summary>Solution</summary><p>1</p></details>"
        let heading = "<h2 class=\"printed-only solutions-heading\">Solutions</h2>"
        let plain = try await pages("")
        #expect(try await pages(solution + heading) == plain)
        #expect(plain > 2)
    }
}
