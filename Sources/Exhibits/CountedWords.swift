/// A text about how many things there are, in the forms that its language has for numbers. `#` stands for the number.
///
/// Which number takes which form is what Unicode's plural rules say: English, German and Spanish have one form for 1, French one
/// for all below 2, Arabic one each for 1, 2 and what ends in 03 to 10.
package struct CountedWords: Hashable, Sendable {
    private let language: PageLanguage
    private let one: String
    private let two: String
    private let few: String
    private let other: String

    /// - Parameter few: In Arabic, for what ends in 03 to 10; `other` where it is nil, as with `two`.
    package init(_ language: PageLanguage, one: String, two: String? = nil, few: String? = nil, other: String) {
        self.language = language
        self.one = one
        self.two = two ?? other
        self.few = few ?? other
        self.other = other
    }

    /// The text for so many; `number` is the count as the page writes it.
    package func said(_ count: Double, as number: String) -> String {
        TextGaps.filled(form(for: count), [number])
    }

    /// The text for so many, with what else it is about: `##` stands for the first of `rest`, and so on.
    package func said(_ count: Int, _ rest: String...) -> String {
        TextGaps.filled(form(for: Double(count)), ["\(count)"] + rest)
    }

    private func form(for count: Double) -> String {
        switch language {
        case .english, .german, .spanish: return count == 1 ? one : other
        case .french: return count < 2 ? one : other
        case .arabic:
            if count == 1 { return one }
            if count == 2 { return two }
            let isFew = count.rounded() == count && (3...10).contains(count.truncatingRemainder(dividingBy: 100))
            return isFew ? few : other
        }
    }
}
