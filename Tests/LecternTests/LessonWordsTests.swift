import Exhibits
import Networks
import Testing

@testable import Lectern

/// What cells' tables, plots and drawings say of their own accord.
struct LessonWordsTests {
    private static let others: [PageLanguage] = PageLanguage.allCases.filter { $0 != .english }

    /// All texts of a value, however deep.
    private static func texts(_ value: Any) -> [String] {
        if let text = value as? String { return [text] }
        return Mirror(reflecting: value).children.flatMap { texts($0.value) }
    }

    private static func words(_ words: LessonWords) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Mirror(reflecting: words).children.map { ($0.label ?? "", $0.value as? String ?? "") })
    }

    /// Words that an English page and one in the language share.
    private static func shared(_ language: PageLanguage) -> Set<String> {
        switch language {
        case .german: []
        case .french: []
        case .spanish: ["no"]
        case .arabic, .english: []
        }
    }

    @Test(arguments: others) func `every word is in its language and has a place for what the English one is about`(
        language: PageLanguage
    ) {
        let english = Self.words(LessonWords())
        for (name, text) in Self.words(LessonWords(language)) {
            let original = english[name] ?? ""
            #expect(text != original || Self.shared(language).contains(text), "\(name): \(text)")
            // Where there is one, Arabic says so in a word.
            for marks in ["#", "##", "###"] where !(marks == "#" && name == "afterEpoch" && language == .arabic) {
                #expect(
                    text.split { $0 != "#" }.contains { $0 == marks } == original.split { $0 != "#" }.contains { $0 == marks },
                    "\(name): \(text)")
            }
        }
    }

    /// Whether a text is a sentence with something in the places of its marks.
    private static func says(_ text: String, _ sentence: String) -> Bool {
        let parts = sentence.split(omittingEmptySubsequences: false) { $0 == "#" }
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return text == sentence }
        var rest = text[...]
        for part in parts where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return text.hasPrefix(first) && text.hasSuffix(last)
    }

    @Test(arguments: others) func `what a lesson shows has no English word of Lectern's own`(language: PageLanguage) {
        var style = PageStyle()
        style.language = language
        let exhibits = PageStyle.$current.withValue(style) { () -> [Exhibit] in
            let net = Network(inputs: 2, seed: 1) {
                Dense(3)
                Sigmoid()
                Dense(1)
                Sigmoid()
            }
            let run = net.trained(
                on: .xor, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.5), epochs: 20, validating: .xor,
                tracking: [.accuracy])
            let pass = net.backpropagate([1, 0], toward: [1], minimizing: .halfSquaredError)
            let wide = Network(inputs: 2, seed: 1) {
                Dense(12)
                Sigmoid()
                Dense(1)
            }
            return [
                run.exhibit, net.summary.exhibit, pass.explorable.exhibit, run.scrub(frames: 3).exhibit,
                pass.diagram.exhibit, run.network.confusion(on: .xor).exhibit,
                Figure.curve(of: [1, 0.5, 0.7]).exhibit, Figure.scatter(.xor).exhibit,
                Figure.decisionBoundary(of: net, on: .xor).exhibit,
                wide.backpropagate([1, 0], toward: [1], minimizing: .halfSquaredError).diagram.exhibit,
                Figure.histograms([("w", [0.1, 0.2])], bins: 2).exhibit, Table([""], rows: [[true], [false]]).exhibit,
            ]
        }
        let own = Set(Self.words(LessonWords(language)).values)
        let english = Self.words(LessonWords()).values.filter { !own.contains($0) }
        let texts = Set(exhibits.flatMap(Self.texts))
        for text in texts {
            for word in english where Self.says(text, word) { Issue.record("\(text) is \(word)") }
        }
        #expect(texts.contains(LessonWords(language).epochs) && texts.contains(LessonWords(language).input))
    }

    @Test func `what is put into a sentence isn't read as a place in it`() {
        #expect(LessonWords.said("# of ##", "a # b", "c") == "a # b of c")
        #expect(LessonWords.said("##, #", "1", "2") == "2, 1")
    }
}
