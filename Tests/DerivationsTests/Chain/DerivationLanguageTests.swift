import Exhibits
import Networks
import Testing

@testable import Derivations

/// Derivations in the language of their page.
struct DerivationLanguageTests {
    private static let languages = PageLanguage.allCases.filter { $0 != .english }

    private static func words(_ language: PageLanguage) -> [String: String] {
        var words: [String: String] = [:]
        for child in Mirror(reflecting: DerivationWords(language)).children {
            if let name = child.label, let text = child.value as? String { words[name] = text }
        }
        return words
    }

    @Test(arguments: languages) func `every sentence of a derivation is in the page's language`(language: PageLanguage) {
        let english = Self.words(.english)
        let own = Self.words(language)
        #expect(own.count == english.count && own.count > 50)
        // Words that two languages share.
        let shared: Set = ["Gradient", "Parameter", "en", "Exact"]
        for (name, text) in own {
            #expect(!text.isEmpty)
            #expect(text != english[name] || shared.contains(text), "\(name): \(text)")
        }
    }

    @Test(arguments: languages) func `a sentence speaks of as many things in every language`(language: PageLanguage) {
        let english = Self.words(.english)
        // The functions that this is said of have English names.
        for (name, text) in Self.words(language) where name != "slopeOf" {
            #expect(text.count { $0 == "#" } == english[name]?.count { $0 == "#" }, "\(name): \(text)")
        }
    }

    @Test(arguments: languages) func `passes in matrices are in the page's language, about the same things`(
        language: PageLanguage
    ) {
        func words(_ words: MatrixWords) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: Mirror(reflecting: words).children.map { ($0.label ?? "", $0.value as? String ?? "") })
        }
        func marks(_ text: String) -> [String] { text.split { $0 != "#" }.map(String.init).sorted() }
        let english = words(MatrixWords())
        #expect(english.count > 10)
        for (name, text) in words(MatrixWords(language)) {
            #expect(!text.isEmpty && text != english[name], "\(name): \(text)")
            #expect(marks(text) == marks(english[name] ?? ""), "\(name): \(text)")
        }
    }

    @Test func `what fills a gap is not filled itself`() {
        #expect(DerivationWords.filled("a # b # c", ["#", "$w_{1}$"]) == "a # b $w_{1}$ c")
        #expect(DerivationWords.filled("none", ["x"]) == "none")
    }

    @Test(arguments: languages) func `language changes words and no formula`(language: PageLanguage) {
        let network = Network(inputs: 2, seed: 3) {
            Dense(3)
            ReLU()
            Dense(2)
            Sigmoid()
        }
        let pass = network.backpropagate([0.5, -1], toward: [0, 1], minimizing: .halfSquaredError)
        var page = PageStyle()
        page.language = language
        let english = Set(Self.words(.english).values)
        for name in ["w1", "w6", "w7", "b1"] {
            let derivation = pass.derivation(of: name)
            let (own, plain) = (derivation.working(in: page), derivation.working(in: PageStyle()))
            #expect(own.steps.map(\.lines) == plain.steps.map(\.lines))
            #expect(own.subject == plain.subject && own.title == plain.title)
            for (step, other) in zip(own.steps, plain.steps) {
                #expect(step.explanation != other.explanation && !english.contains(step.explanation))
                for word in ["the ", "which", "layer", " of "] {
                    #expect(!step.explanation.contains(word), "\(step.explanation)")
                }
            }
        }
        #expect(pass.graph.forwardTable(in: page).rows == pass.graph.forwardTable().rows)
        #expect(pass.graph.forwardTable(in: page).columns != pass.graph.forwardTable().columns)
    }
}
