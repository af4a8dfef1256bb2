import Testing

@testable import Exhibits

/// Numbers take the forms that Unicode's plural rules give their languages.
struct CountedWordsTests {
    private static func points(_ language: PageLanguage, _ count: Int) -> String {
        CountedWords(language, one: "one", two: "two", few: "few #", other: "other #").said(count)
    }

    @Test(arguments: [PageLanguage.english, .german, .spanish]) func `1 alone has a form of its own`(language: PageLanguage) {
        #expect([0, 1, 2, 3].map { Self.points(language, $0) } == ["other 0", "one", "other 2", "other 3"])
    }

    @Test func `in French all below 2 has the form of 1`() {
        #expect([0, 1, 2].map { Self.points(.french, $0) } == ["one", "one", "other 2"])
        let worth = CountedWords(.french, one: "# point", other: "# points")
        #expect(worth.said(1.5, as: "1,5") == "1,5 point" && worth.said(2.5, as: "2,5") == "2,5 points")
    }

    /// CLDR: few is n % 100 = 3…10, many and the fractions have the form of 11, of 100 and of 0.
    @Test func `Arabic has forms for 1, for 2 and for what ends in 3 to 10`() {
        #expect(
            [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 110, 111].map { Self.points(.arabic, $0) } == [
                "other 0", "one", "two", "few 3", "few 10", "other 11", "other 99", "other 100", "other 102", "few 103",
                "few 110", "other 111",
            ])
        let worth = CountedWords(.arabic, one: "one", two: "two", few: "few #", other: "other #")
        #expect(worth.said(3.5, as: "3.5") == "other 3.5")
    }

    @Test func `a form that a language lacks is the one for many`() {
        #expect(CountedWords(.arabic, one: "one", other: "other #").said(2) == "other 2")
    }

    @Test func `what is counted may hold a mark itself`() {
        #expect(CountedWords(.english, one: "# of ##", other: "# of ##").said(3, "a #") == "3 of a #")
    }
}
