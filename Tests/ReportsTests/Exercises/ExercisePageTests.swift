import Exhibits
import Lessons
import Reports
import Testing

/// Exercises on pages and in reports, in each edition.
struct ExercisePageTests {
    private static let source = """
        ::: {#exr-one points=3}
        The output is [_.___](answer:out), the deltas are [(_.__, _.__)](answer:deltas).

        ::: {.part points=1}
        ::: choices
        - [ ] left [because it is]{.feedback}
        - [x] right, [0.9](claim:x "wrong")
        :::
        :::

        ::: hint
        Begin at the end.
        :::
        :::

        ::: {#sol-one}
        Squeeze it.
        :::

        """

    private static func page(_ edition: Edition, lang: String = "en") throws -> RenderedPage {
        var defaults = FrontMatter()
        defaults.edition = edition
        defaults.lang = lang
        let lesson = Lesson.parsed(source: source, file: "a.md", defaults: defaults)
        let transcript = Transcript(outcomes: [
            0: Outcome(.number(0.75136507)), 1: Outcome(.vector([0.125, -0.255])), 2: Outcome(.number(0.1)),
        ])
        return try Handout(lesson: lesson, transcript: transcript).rendered(
            in: CoursePlace(title: "Course"), with: Typesetter { throw CancellationError() })
    }

    @Test func `a student sees room to write, and nothing that tells what belongs there`() throws {
        let page = try Self.page(.student)
        for text in [page.html, page.markdown, page.search] {
            for word in ["0.751", "0.13", "0.26", "Squeeze", "because", "☑", "[x]", "claim-", "~~", "sol-one"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
        #expect(page.html.contains("Blank 1") && page.html.contains("Blank 2"))
        #expect(page.html.ranges(of: "class=\"field\"").count == 3)
        #expect(page.html.contains("(3 points)") && page.html.contains("(a)") && page.html.contains("(1 point)"))
        #expect(page.html.contains("<details class=\"hint\">"))
        #expect(page.markdown.contains("\\_.\\_\\_\\_") && page.markdown.contains("(3 points)"))
    }

    @Test(arguments: [
        ("[_.____](answer:a) and [_.____](answer:b)", "Decimal places: 4"),
        ("[_.____](answer:a) and [(_._____, _._____)](answer:b)", "Decimal places: 4 (Blank 1), 5 (Blank 2)"),
        ("[_.____](answer:a) and [____](answer:b)", "Decimal places: 4 (Blank 1)"),
        (
            "[_._](answer:a) [_.__](answer:b) [_._](answer:a) [_._](answer:b) [_._](answer:a) [_.__](answer:b) [_.__](answer:a)",
            "Decimal places: 1 (Blanks 1, 3–5), 2 (Blanks 2, 6, 7)"
        ),
        ("[#.## · _.____ = _.____](answer:a)", "Decimal places: 4"),
        ("[____](answer:a)", nil), ("[#.##, ____](answer:a)", nil),
    ]) func `a page says how many digits are asked for, which a line to write on doesn't show`(
        blanks: String, said: String?
    ) throws {
        var defaults = FrontMatter()
        defaults.edition = .student
        let lesson = Lesson.parsed(source: "::: {#exr-one}\n\(blanks)\n:::\n", file: "a.md", defaults: defaults)
        let page = try Handout(lesson: lesson, transcript: Transcript()).rendered(
            in: CoursePlace(title: "Course"), with: Typesetter { throw CancellationError() }
        ).html
        #expect(page.contains("class=\"decimals\"") == (said != nil), "\(page)")
        if let said { #expect(page.contains("<p class=\"decimals\">\(said)</p>"), "\(page)") }
    }

    @Test func `solutions have the answers in their blanks, with the digits that are asked for`() throws {
        let page = try Self.page(.solutions)
        #expect(page.html.contains("<span class=\"answer\">0.751</span>"))
        #expect(page.html.contains("<span class=\"answer\">(0.13, −0.26)</span>"))
        #expect(page.html.contains("<details class=\"solution\" id=\"sol-one\" open>"))
        #expect(page.markdown.contains("0.751") && page.markdown.contains("[x] right"))
        #expect(!page.html.contains("because"))
        #expect(try Self.page(.instructor).html.contains("because"))
    }

    @Test func `who learns alone unfolds the answers`() throws {
        let html = try Self.page(.selfStudy).html
        let exercise = try #require(html.firstRange(of: "class=\"exercise\"")),
            answers = try #require(html.firstRange(of: "solution answers"))
        #expect(!html[exercise.upperBound..<answers.lowerBound].contains("0.751"))
        #expect(html[answers.upperBound...].contains("0.751") && html[answers.upperBound...].contains("B"))
    }

    @Test(arguments: [
        ("{#exr-one}", "Exercise 1"), ("{.exercise title=\"Sums\"}", "Sums"), ("exercise", nil),
    ]) func `on paper, where answers stand behind the text, they say whose they are`(mark: String, owner: String?) throws {
        let lesson = Lesson.parsed(source: "::: \(mark)\n[__](answer:x)\n:::\n", file: "a.md")
        let page = try Handout(lesson: lesson, transcript: Transcript(outcomes: [0: Outcome(.number(1))])).rendered(
            in: CoursePlace(title: "Course"), with: Typesetter { throw CancellationError() }
        ).html
        let said = owner.map { "<span class=\"printed-only\"> (\($0))</span>" } ?? ""
        #expect(page.contains("<summary>Answers\(said)</summary>"), "\(page)")
    }

    @Test func `an answer has the page's decimal mark`() throws {
        #expect(try Self.page(.solutions, lang: "de").html.contains("<span class=\"answer\">0,751</span>"))
        #expect(try Self.page(.student, lang: "de").html.contains("(3 Punkte)"))
    }

    @Test(
        arguments: [
            (Quantity.vector([1, 2]), "____"), (.number(1), "(____, ____)"), (.text("a"), "____"), (.boolean(true), "____"),
            (.number(.nan), "____"), (.matrix([[1, 2], [3, 4]]), "[__ __; __]"),
        ] as [(Quantity, String)]) func `an answer that doesn't fit into its blank is found`(value: Quantity, form: String)
    {
        let lesson = Lesson.parsed(source: "::: exercise\n[\(form)](answer:x)\n:::\n", file: "a.md")
        let findings = Handout(lesson: lesson, transcript: Transcript(outcomes: [0: Outcome(value)])).findings
        #expect(findings.map(\.code) == ["unanswerable-blank"] && findings.first?.place.line == 2)
    }
}
