import Exhibits
import Testing

@testable import Lessons

struct ReferenceTests {
    static let first = Lesson.parsed(
        source: """
            ---
            title: The first
            ---

            ## Forward *pass* {#sec-forward}

            ![A net](net.svg){#fig-net}

            ```{swift}
            //| label: fig-loss
            //| fig-cap: The loss
            plot(losses)
            ```

            $$ a = b $$ {#eq-sum}

            | a |
            |---|

            : Numbers {#tbl-a}

            ::: {#exr-one}
            Do.
            :::

            ::: {#exr-two}
            Do more.
            :::

            ::: {#sol-two}
            Done.
            :::

            A [gradient]{#trm-gradient} points uphill. See @fig-loss, [@eq-sum] and @sol-two.
            """, file: "lessons/first.md")
    static let second = Lesson.parsed(
        source:
            "---\ntitle: The second\n---\nSee @fig-loss, @trm-gradient and @sec-forward. ![B](b.svg){#fig-b}\n\nAnd @fig-b.\n",
        file: "lessons/second.md")
    static let labels = CourseLabels(of: [first, second])

    @Test(arguments: [
        ("fig-net", "Figure 1"), ("fig-loss", "Figure 2"), ("eq-sum", "Equation 1"), ("tbl-a", "Table 1"),
        ("exr-two", "Exercise 2"), ("sol-two", "Solution 2"), ("sec-forward", "Forward pass"), ("trm-gradient", "gradient"),
    ])
    func `each kind is numbered for itself, a solution as its exercise, sections and terms by their text`(
        name: String, text: String
    ) {
        #expect(Self.labels.text(of: name, from: "first", lang: "en") == text)
        #expect(Self.labels.address(of: name, from: "first") == "#\(name)")
    }

    @Test func `a term defined in a division is called by its heading`() {
        let lesson = Lesson.parsed(
            source: "::: {#trm-delta}\n## delta rule\nA rule.\n:::\n\nSee @trm-delta.\n", file: "a.md")
        #expect(CourseLabels(of: [lesson]).text(of: "trm-delta", from: "a", lang: "en") == "delta rule")
    }

    @Test func `a reference from another page names the page`() {
        #expect(Self.labels.text(of: "fig-loss", from: "second", lang: "en") == "Figure 2 in The first")
        #expect(Self.labels.text(of: "fig-loss", from: "second", lang: "de-AT") == "Abbildung 2 in The first")
        #expect(Self.labels.text(of: "trm-gradient", from: "second", lang: "en") == "gradient")
        #expect(Self.labels.address(of: "fig-loss", from: "second") == "first.html#fig-loss")
    }

    @Test func `references that lead somewhere are not reported`() {
        #expect(Self.first.findings.isEmpty && Self.second.findings.isEmpty)
        #expect(Self.labels.findings.isEmpty)
        #expect(Self.labels.findings(in: Self.first).isEmpty)
    }

    @Test func `a reference stands behind Arabic letters, which belong to its word, and behind no others`() {
        let lesson = Lesson.parsed(
            source: "\u{648}@fig-net a@fig-net \u{4E2D}@fig-net\n\n![N](a.png){#fig-net}\n", file: "a.md")
        var references: [String] = []
        lesson.walk { if case .inline(.reference(let label, _)) = $0 { references.append(label) } }
        #expect(references == ["fig-net"], "\(lesson.blocks)")
    }

    @Test func `a reference to nothing names the nearest label`() throws {
        let marked = Marked("A ![c](c.svg){#fig-losses}\n\n![c](c.svg){#fig-losses}\n\nText ⟦1⟧@fig-loses, see ⟦2⟧@tbl-x.\n")
        let findings = CourseLabels(of: [marked.lesson]).findings(in: marked.lesson)
        #expect(findings.map(\.place) == [marked.place(1), marked.place(2)])
        #expect(
            findings.map(\.message) == [
                "there is nothing labelled “fig-loses”; did you mean “fig-losses”?",
                "there is nothing labelled “tbl-x”; no label in the course begins with “tbl-”",
            ])
    }

    @Test(arguments: [
        ("انظر @fig-a و@fig-a.", 2), ("و@fig-a", 1), ("كما في (@fig-a) و@fig-a", 2), ("«@fig-a»", 1),
        ("—@fig-a", 1),
        ("جدول@fig-a", 0), ("é@fig-a", 0), ("me@fig-a", 0), ("٣@fig-a", 0), ("xو@fig-a", 0),
    ]) func `a reference may follow a mark or an Arabic word of one letter, but no other word`(text: String, count: Int) {
        var found = 0
        walk(Lesson.parsed(source: text + "\n", file: "a.md").blocks) { visit in
            if case .inline(.reference) = visit { found += 1 }
        }
        #expect(found == count, "\(text)")
    }

    @Test func `a label that stands twice is reported at the second place`() throws {
        let marked = Marked("## A {#sec-a}\n\n⟦1⟧## B {#sec-a}\n")
        let finding = try #require(CourseLabels(of: [marked.lesson]).findings.first)
        #expect(finding.place == marked.place(1))
        #expect(finding.message == "the label “sec-a” already stands at a.md:1:1; give one of them another name")
    }

    @Test func `a label that stands in two lessons is reported in both, and each means its own by it`() {
        func lesson(_ source: String, _ name: String) -> Lesson {
            var lesson = Lesson.parsed(source: source, file: name + ".md")
            lesson.name = name
            return lesson
        }
        let one = lesson("## A {#sec-a}\n\nSee @sec-a.\n", "a")
        let two = lesson("\n## B {#sec-a}\n\nSee @sec-a.\n", "b")
        let third = lesson("See @sec-a and @sec-c.\n", "c")
        let fourth = lesson("## C {#sec-c}\n", "d")
        let labels = CourseLabels(of: [one, two, third, fourth])
        #expect(labels.findings.isEmpty)
        #expect(labels.collisions.map { $0.place.file } == ["a.md", "b.md"])
        #expect(labels.collisions.first?.message == "the label “sec-a” also stands at b.md:2:1; give one of them another name")
        for own in [one, two] {
            #expect(labels.findings(in: own).isEmpty)
            #expect(labels.renewed(by: own).text(of: "sec-a", from: own.name, lang: "en") == own.labels[0].title)
            #expect(labels.renewed(by: own).address(of: "sec-a", from: own.name) == "#sec-a")
        }
        // Which of them a third one means nobody knows.
        #expect(labels.findings(in: third).map(\.code) == ["ambiguous-reference"])
        // Without it in the second it is the first one's again.
        var mended = two
        mended.blocks = []
        #expect(labels.renewed(by: mended).address(of: "sec-a", from: "b") == "a.html#sec-a")
    }

    @Test func `footnotes are numbered in the order of their first mention`() {
        let marked = Marked("B⟦1⟧[^b] and ⟦2⟧[^a], again [^b], not [^c].\n\n[^a]: Note *a*.\n[^b]: Note b.\n\n    More.\n")
        let notes = Footnotes(of: marked.lesson).notes
        #expect(notes.map(\.name) == ["b", "a"])
        #expect(notes.map(\.place) == [marked.place(1), marked.place(2)])
        #expect(notes[0].content.map(\.block) == [.paragraph([.text("Note b.")]), .paragraph([.text("More.")])])
        #expect(notes[1].content.map(\.block) == [.paragraph([.text("Note "), .emphasis([.text("a")]), .text(".")])])
    }
}
