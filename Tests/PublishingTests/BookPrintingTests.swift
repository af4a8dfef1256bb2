import Reports
import Testing
import TestFolders

@testable import Publishing

/// What a book's script changes before the book is printed.
struct BookPrintingTests {
    /// The pages of a book of one lesson, whose text is given.
    private func pages(of text: String) async throws -> [String: Int] {
        let course = CoursePlace(
            title: "T", entries: [.init(name: "index", title: "Home"), .init(name: "a", title: "A")])
        let html = try Book(of: course) { _ in "<html lang=\"en\">\n<body><main id=\"content\">\n\(text)\n</main></body></html>"
        }
        .html()
        let folder = try Folder(["book.html": html])
        let pdf = try await PDFPrinter().pdf(of: folder("book.html"), for: "book.pdf")
        return try #require(PDFDestinations(pdf)).pages
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `solutions of a book stand behind the text of their chapter`() async throws {
        let pages = try await pages(
            of: """
                <p><a href="#s">s</a> <a href="#n">n</a> <a href="#t">t</a></p>
                <div class="exercise"><p class="exercise-title"><span class="exercise-number">Exercise 1</span></p></div>
                <details class="solution answers" id="s" open><summary>Answers</summary><p>1</p></details>
                <div><details class="solution" id="n" open><summary>Solution</summary><p>nested</p></details></div>
                <p id="t" style="break-before: page">text</p>
                <h2 class="printed-only solutions-heading" style="break-before: page">Solutions</h2>
                """)
        let text = try #require(pages["chapter-1-t"])
        #expect(try #require(pages["chapter-1-s"]) == text + 1)
        #expect(try #require(pages["chapter-1-n"]) == text - 1, "what stands in something else stays there")
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"))
    func `a listing of few lines stays on one page of a book, a long one goes on overleaf`() async throws {
        /// Where a listing at the foot of a page begins and ends, in pages from there.
        func span(_ count: Int) async throws -> (first: Int, last: Int) {
            let lines = String(repeating: "x = 1\n", count: count - 2)
            let pages = try await pages(
                of: """
                    <p id="top"><a href="#top">1</a> <a href="#first">2</a> <a href="#last">3</a></p>
                    <p style="height: 225mm">high</p>
                    <div class="listing"><pre style="font-size: 12pt"><b id="first">{</b>
                    \(lines)<b id="last">}</b></pre></div>
                    """)
            let top = try #require(pages["chapter-1-top"])
            return (try #require(pages["chapter-1-first"]) - top, try #require(pages["chapter-1-last"]) - top)
        }
        #expect(try await span(7) == (first: 1, last: 1))
        #expect(try await span(30) == (first: 0, last: 1))
    }

    @Test(.enabled(if: (try? PDFPrinter()) != nil, "no Chromium"), arguments: [0, 1])
    func `no page of a book begins with a bracket alone on its line`(more: Int) async throws {
        // Every other line is a bracket alone: of two listings that one line sets apart, one would break before a bracket.
        let links = (0..<40).map { "<a href=\"#o\($0)\">o</a> <a href=\"#c\($0)\">c</a>" }.joined(separator: " ")
        let lines = (0..<40).map { "<b id=\"o\($0)\">x = [</b>\n<b id=\"c\($0)\">]</b>\n" }.joined()
        let pages = try await pages(
            of: """
                <p>\(links)</p>
                <div class="listing"><pre style="font: 12pt/18pt monospace">\(String(repeating: "y = 1\n", count: more))\(lines)</pre></div>
                """)
        let opening = try (0..<40).map { try #require(pages["chapter-1-o\($0)"]) }
        #expect(try (0..<40).map { try #require(pages["chapter-1-c\($0)"]) } == opening)
        #expect(Set(opening).count > 1)
    }
}
