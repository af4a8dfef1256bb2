import Testing

@testable import Exhibits

/// What figures say to readers who don't see them.
struct AlternativeWordsTests {
    private static let others: [PageLanguage] = PageLanguage.allCases.filter { $0 != .english }

    private static func words(_ words: AlternativeWords) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: words).children.map { child in
                // Of a counted text the form for many: all of its marks stand in it.
                let text = child.value as? String ?? (child.value as? CountedWords)?.said(100, "##", "###", "####")
                return (child.label ?? "", text ?? "")
            })
    }

    @Test(arguments: others) func `every word is in its language and has a place for all that the English one is about`(
        language: PageLanguage
    ) {
        let english = Self.words(AlternativeWords())
        for (name, text) in Self.words(AlternativeWords(language)) {
            let original = english[name] ?? ""
            // The French word for it is the English one.
            #expect(!text.isEmpty)
            #expect(text != original || language == .french && name == "withGradient", "\(name): \(text)")
            func marks(_ text: String) -> [String] { text.split { $0 != "#" }.map(String.init).sorted() }
            #expect(marks(text) == marks(original), "\(name): \(text)")
            #expect(text.contains("100") == original.contains("100"), "\(name): \(text)")
        }
    }

    @Test(arguments: others) func `the columns of figures' numbers are called in the page's language`(language: PageLanguage) {
        func words(_ words: NumberWords) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: Mirror(reflecting: words).children.map { ($0.label ?? "", $0.value as? String ?? "") })
        }
        let english = words(NumberWords())
        // Words that French shares.
        let shared: Set = ["gradient", "points"]
        for (name, text) in words(NumberWords(language)) {
            #expect(
                !text.isEmpty && (text != english[name] || language == .french && shared.contains(name)), "\(name): \(text)")
        }
        let table = PageStyle.$current.withValue(Self.style(language)) {
            HeatMap(rowNames: [], columnNames: [], values: [[1, 2]], format: nil).numbers.columns.first?.title
        }
        #expect(table == .text(NumberWords(language).row))
    }

    private static func style(_ language: PageLanguage) -> PageStyle {
        var style = PageStyle()
        style.language = language
        return style
    }

    /// One of each kind, with names that are the author's.
    private static var drawings: [Figure.Drawing] {
        let series = { (y: [Double]) in LinePlot.Series("", x: [0, 1, 2, 3], y: y) }
        return [
            .lines(
                LinePlot(
                    x: .init(""), y: .init("", .logarithmic),
                    series: [
                        [1, 2, 3, 4], [4, 3, 2, 1], [1, 0, 3, 2], [0, 5, 1, 2], [1, 1, 1, 1], [1, 2, 2, .nan], [1, 2, 3, 4],
                        [.nan, .nan, .nan, .nan],
                    ]
                    .map(series))),
            .graph(ComputationGraph(nodes: [], edges: [])),
            .heat(HeatMap(rowNames: [], columnNames: [], values: [[1, 2], [3, 4]], format: nil)),
            .heat(
                HeatMap(
                    rowNames: [], columnNames: [], values: Array(repeating: Array(repeating: 0.5, count: 9), count: 9),
                    format: nil)),
        ]
    }

    @Test(arguments: others) func `a figure's title and alternative text have no English word`(language: PageLanguage) {
        var style = PageStyle()
        style.language = language
        let english = [
            "plot", "curve", "from", "value", "values", "graph", "empty", "rows", "row", "entries", "over", "and",
        ]
        PageStyle.$current.withValue(style) {
            for drawing in Self.drawings {
                let figure = Figure(drawing)
                let said = (figure.title + " " + figure.alternative).lowercased().split { !$0.isLetter }.map(String.init)
                #expect(Set(said).isDisjoint(with: english), "\(figure.title) \(figure.alternative)")
            }
        }
    }

    @Test func `what is put into a sentence may hold a mark itself`() {
        #expect(AlternativeWords.said("# of ##.", "a ## b", "c") == "a ## b of c.")
        #expect(AlternativeWords.said("## then #", "1", "2") == "2 then 1")
        #expect(AlternativeWords.said("#, ##", "1") == "1, ")
    }
}
