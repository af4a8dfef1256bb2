import Exhibits
import Testing

@testable import Lessons

struct CitationTests {
    static let bibTeX = """
        Text between entries is a comment.
        @string{nature = "Nature"}
        @Article{rumelhart1986,
          author  = {Rumelhart, David E. and Hinton, Geoffrey E. and Williams, Ronald J.},
          title   = {Learning representations by back-propagating errors},
          journal = nature, volume = 323, number = {6088}, pages = {533--536}, year = 1986,
          doi = {10.1038/323533a0}
        }
        @book{minsky1969, author = "Marvin Minsky and Seymour Papert", title = "{Perceptrons}", publisher = {MIT Press}, year = {1969}}
        @misc{godel, author = {Kurt G{\\"o}del}, title = {\\"Uber {F}ormales}, year = 1931}
        @techreport{team, author = {{The Lectern Team} and Erik van der Berg}, title = "Notes" # " on " # {notes}}
        """

    func lesson(_ text: String, bibTeX: String = bibTeX) -> Lesson {
        Lesson.parsed(source: "---\nbibliography: refs.bib\n---\n" + text, file: "lessons/a.md") { path in
            path == "lessons/refs.bib" ? bibTeX : nil
        }
    }

    @Test func `entries are read with their names, braces, abbreviations and accents`() throws {
        let works = lesson("").bibliography.works
        #expect(works.count == 4)
        let rumelhart = try #require(works["rumelhart1986"])
        #expect(rumelhart.authors.map(\.family) == ["Rumelhart", "Hinton", "Williams"])
        #expect(rumelhart.shortAuthors == "Rumelhart et al.")
        #expect(rumelhart.entry.head == "Rumelhart, D. E., G. E. Hinton & R. J. Williams (1986).")
        #expect(rumelhart.entry.tail == "Nature 323(6088), 533–536.")
        #expect(rumelhart.address == "https://doi.org/10.1038/323533a0")
        #expect(works["minsky1969"]?.shortAuthors == "Minsky & Papert")
        #expect(works["minsky1969"]?.fields["title"] == "Perceptrons")
        #expect(works["godel"]?.authors.first?.family == "Gödel")
        #expect(works["godel"]?.fields["title"] == "Über Formales")
        #expect(works["team"]?.authors.map(\.family) == ["The Lectern Team", "van der Berg"])
        #expect(works["team"]?.fields["title"] == "Notes on notes")
    }

    @Test func `works are cited in parentheses with locators, or as part of the sentence`() {
        let lesson = lesson("As @minsky1969 show [@rumelhart1986, p. 533; @godel].\n")
        var citations: [Citation] = []
        lesson.walk { if case .inline(.citation(let citation)) = $0 { citations.append(citation) } }
        #expect(citations.map(\.isNarrative) == [true, false])
        #expect(citations.map { $0.items.map(\.key) } == [["minsky1969"], ["rumelhart1986", "godel"]])
        #expect(citations[1].items.map(\.locator) == ["p. 533", nil])
        #expect(lesson.bibliography.cited(in: lesson).map(\.key) == ["godel", "minsky1969", "rumelhart1986"])
        #expect(lesson.findings.isEmpty)
        #expect(lesson.reads == ["lessons/refs.bib"])
    }

    @Test func `of a missing bibliography nothing else is said`() {
        let lesson = Lesson.parsed(
            source: "---\ntitle: A\nbibliography: none.bib\n---\n[@a] and [@b], @c\n", file: "lessons/a.md")
        #expect(lesson.findings.map(\.code) == ["missing-file"])
        #expect(lesson.findings.first?.place.line == 3)
    }

    @Test func `a footnote without a text is pointed at`() {
        let findings = Lesson.parsed(source: "A note[^none] and a set[^, ].\n", file: "a.md").findings
        #expect(findings.map(\.code) == ["unknown-footnote"])
        #expect(findings.first?.severity == .warning && findings.first?.place.column == 7)
    }

    @Test func `an unknown key, a broken entry and a missing file are reported`() {
        #expect(
            lesson("See [@rumelhard1986].").findings.map(\.message) == [
                "there is no work “rumelhard1986” in the bibliography; did you mean “rumelhart1986”?"
            ])
        let broken = lesson("", bibTeX: "@book{a, title = {A}\n").findings
        #expect(broken.map(\.code) == ["broken-bibliography"])
        #expect(broken.map(\.place) == [Place(file: "lessons/refs.bib", line: 1, column: 1)])
        #expect(
            Lesson.parsed(source: "---\nbibliography: b.bib\n---\n", file: "lessons/a.md").findings.map(\.message) == [
                "there is no bibliography “lessons/b.bib”; paths start at the folder of the lesson"
            ])
    }

    @Test func `without a bibliography an at-sign is text`() {
        let lesson = Lesson.parsed(source: "Write to @someone or [@them].\n", file: "a.md")
        #expect(lesson.blocks.map(\.block) == [.paragraph([.text("Write to @someone or [@them].")])])
    }
}
