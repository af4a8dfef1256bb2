import Exhibits
import Lessons
import Testing

@testable import Reports

/// A cell that fails and may is shown as what happened, in the page's language, and what the program says, in its own.
struct FailedCellTests {
    private static func page(_ language: PageLanguage, _ end: CellEnd?) throws -> String {
        let finding = Finding(.error, code: "crash", at: Place(file: "a.md", line: 3), "the English of it", end: end)
        let source = "---\nlang: \(language.rawValue)\n---\n\n```{swift}\n//| error: true\nx()\n```\n"
        return try HandoutPageTests.page(source, Transcript(outputs: [0: [.failed(finding)]])).html
    }

    @Test func `an English page says what its author is told`() throws {
        #expect(
            try Self.page(.english, .trapped("Index out of range")).contains("<pre class=\"failed\">the English of it</pre>"))
    }

    @Test(arguments: PageLanguage.allCases.filter { $0 != .english })
    func `another page says what happened in its own words`(language: PageLanguage) throws {
        let page = try Self.page(language, .trapped("Index out of range"))
        #expect(
            page.contains("<pre class=\"failed\" lang=\"en\">Index out of range</pre>") && !page.contains("the English of it"))
        #expect(page.contains("<p class=\"failed\">"))
        let ends: [CellEnd] = [
            .unmet, .wrongCast(from: "String", to: "Int"), .stackUsedUp, .abandoned, .processorTimeUsedUp, .killed, .signalled,
        ]
        for end in ends {
            let page = try Self.page(language, end)
            #expect(!page.contains("<pre class=\"failed\"") && !page.contains("the English of it"))
            #expect(CellEndWords(language).said(end) != CellEndWords(.english).said(end))
        }
    }

    @Test(arguments: PageLanguage.allCases.filter { $0 != .english })
    func `what has no words but the program's is marked as English, below words of the page`(language: PageLanguage) throws {
        let failed = CellEndWords(language).failed
        #expect(failed != CellEndWords(.english).failed)
        #expect(
            try Self.page(language, nil).contains(
                "<p class=\"failed\">\(failed)\(language.colon)</p>\n"
                    + "<pre class=\"failed\" lang=\"en\">the English of it</pre>"))
    }
}
