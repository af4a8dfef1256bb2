import Foundation
import Reports
import Testing

/// What a student's page says about its own check.
struct SelfCheckPageTests {
    private static func lesson(_ language: String, check: String = "together") -> String {
        """
        ---
        title: A
        lang: \(language)
        self-check: \(check)
        ---

        ::: {#exr-one}
        [_.____](<answer: 0.12345>)
        :::

        ::: {#exr-two}
        [_.____](<answer: 0.54321>)
        :::

        """
    }

    @Test(arguments: [
        ("en", "a program that tries many numbers can find them"),
        ("de", "ein Programm, das viele Zahlen probiert, kann sie finden"),
        ("fr", "un programme qui essaie beaucoup de nombres peut les trouver"),
        ("es", "un programa que pruebe muchos números puede encontrarlas"), ("ar", "برنامجًا يجرّب أعدادًا كثيرة يستطيع إيجادها"),
    ])
    func `what a check protects from stands on the page once, in its language`(language: String, words: String) async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson(language)])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(built.code == 0, "\(built.all)")
        let page = try #require(tool.text("site/student/a.html"))
        #expect(page.ranges(of: "class=\"check\"").count == 2 && page.ranges(of: words).count == 1)
        let first = try #require(page.firstRange(of: words)), second = try #require(page.firstRange(of: "id=\"exr-two\""))
        #expect(first.upperBound < second.lowerBound)
    }

    @Test(arguments: [("en", "Blank"), ("de", "Lücke"), ("fr", nil), ("es", nil), ("ar", nil)])
    func `a check has a live region of its own, named buttons, and words to name each field by`(
        language: String, blank: String?
    ) async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson(language)])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        #expect(built.code == 0, "\(built.all)")
        let page = try #require(tool.text("site/student/a.html"))
        let bars = page.components(separatedBy: "<div class=\"check\"").dropFirst()
        #expect(bars.count == 2)
        var labels: [String] = []
        for bar in bars {
            // It is there, and empty, before it is asked: what is put into it then is read out.
            #expect(bar.contains("<div class=\"check-status\" role=\"status\"></div>"))
            let buttons = bar.matches(
                of: /<button type="button" class="check-(?:now|clear)" aria-label="([^"]+)">([^<]+)<\/button>/)
            #expect(buttons.count == 2 && Set(buttons.map(\.output.2)).count == 2)
            #expect(buttons.allSatisfy { $0.output.1.hasPrefix($0.output.2) })
            labels += buttons.map { String($0.output.1) }
            let name = try #require(bar.firstMatch(of: /data-blank="([^"]*)"/)).output.1
            #expect(name.contains("#") && name.count > 2 && (blank.map { name.hasPrefix($0) } ?? true), "\(name)")
        }
        // Each button says of which exercise it is.
        #expect(Set(labels).count == 4, "\(labels)")
        // A blank is named for whoever doesn't see it, with scripts or without.
        let gaps = page.matches(of: /<span class="gap"[^>]*><span class="visually-hidden">([^<]+)<\/span>/)
        #expect(gaps.count == 2)
        #expect(
            CheckScript.source.contains("setAttribute('aria-label', words.blank.replace('#', number) + words.comma + name)"))
        #expect(page.contains("data-comma=\"\(language == "ar" ? "، " : ", ")\""))
    }

    @Test func `a page that checks nothing says nothing about it`() async throws {
        let tool = try Tool(["lessons/a.md": Self.lesson("en", check: "off")])
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "all")
        #expect(built.code == 0, "\(built.all)")
        for edition in ["student", "solutions", "instructor"] {
            #expect(try #require(tool.text("site/\(edition)/a.html")).contains("tries many numbers") == false, "\(edition)")
        }
    }
}
