import Exhibits
import Networks
import Testing

@testable import Derivations

/// What is said of slips in each language: all of it, and with what it is about in it.
struct SlipWordsTests {
    /// A text's marks, `#` and `##`, as often as they stand.
    private static func marks(_ text: String) -> [Int] { text.matches(of: /#+/).map(\.output.count).sorted() }

    @Test(arguments: PageLanguage.allCases.filter { $0 != .english })
    func `every sentence is said in the language, about the same things`(language: PageLanguage) {
        let english = Mirror(reflecting: SlipWords()).children, others = Mirror(reflecting: SlipWords(language)).children
        var same: [String] = []
        for (one, other) in zip(english, others) {
            guard let first = one.value as? String, let second = other.value as? String else { continue }
            #expect(Self.marks(first) == Self.marks(second), "\(first): \(second)")
            if first == second { same.append(first) }
        }
        // German says “in” as English does.
        #expect(same.allSatisfy { ["# in ##", "in #"].contains($0) }, "\(same)")
    }

    @Test func `misconceptions are told in the page's language, and diagnoses for authors stay English`() throws {
        let network = Network(inputs: 2) {
            Dense(2, weights: [[0.1, 0.2], [0.3, -0.4]], biases: [0.5, 0.6]); Sigmoid()
        }
        let pass = network.backpropagate([0.7, 0.8], toward: [1, 0], minimizing: .halfSquaredError)
        let graph = pass.graph
        let place = try #require(graph.node(named: "w1"))
        let quantity = GraphQuantity(.derivative(of: graph.resultPlace, by: place), in: graph)
        func words(_ language: PageLanguage) -> [String] {
            var style = PageStyle()
            style.language = language
            return PageStyle.$current.withValue(style) { quantity.misconceptions().map(\.words) }
        }
        let german = words(.german), english = words(.english)
        #expect(english.contains { $0.contains("the slope of the activation function left out") })
        #expect(german.contains { $0.hasPrefix("die Steigung der Aktivierungsfunktion weggelassen") })
        #expect(german.count == english.count && Set(german).isDisjoint(with: english))
        for word in [" the ", " left out", " of ", "taken as"] { #expect(!german.contains { $0.contains(word) }, "\(german)") }
        var style = PageStyle()
        style.language = .german
        PageStyle.$current.withValue(style) {
            #expect(graph.exchanges().allSatisfy { $0.words.hasSuffix("exchanged") })
        }
    }
}
