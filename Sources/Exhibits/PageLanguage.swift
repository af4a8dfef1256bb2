/// A language that Lectern has words for; a page in any other one has English words.
@_documentation(visibility: internal)
public enum PageLanguage: String, Codable, Hashable, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case arabic = "ar"

    /// What stands between the parts of a list.
    package var comma: String { self == .arabic ? "، " : ", " }

    /// What stands between a name and what is said of it.
    package var colon: String { self == .french ? "\u{A0}: " : ": " }

    /// What stands between parts that have commas themselves.
    package var semicolon: String {
        switch self {
        case .french: "\u{202F}; "
        case .arabic: "؛ "
        case .english, .german, .spanish: "; "
        }
    }
}

/// What one part of a page says of its own accord: in English as the type begins, in the other languages each in one place.
package protocol TranslatedWords {
    init()
    static var german: Self { get }
    static var french: Self { get }
    static var spanish: Self { get }
    static var arabic: Self { get }
}

extension TranslatedWords {
    /// The words of a language.
    package init(_ language: PageLanguage) {
        switch language {
        case .english: self.init()
        case .german: self = .german
        case .french: self = .french
        case .spanish: self = .spanish
        case .arabic: self = .arabic
        }
    }

    /// A text with what it is about put in: `#` stands for the first of `parts`, `##` for the second, and so on.
    package static func said(_ text: String, _ parts: String...) -> String { TextGaps.filled(text, parts) }

    /// The words of the page that is being made.
    package static var current: Self { Self(PageStyle.current.language) }
}

/// Texts with gaps for what they are about.
enum TextGaps {
    /// A text with `#` replaced by the first of `parts`, `##` by the second, and so on.
    static func filled(_ text: String, _ parts: [String]) -> String {
        // Each mark once: what is put in may hold a mark itself.
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "#") {
            let marks = rest[mark...].prefix { $0 == "#" }.count
            result += rest[..<mark]
            if parts.indices.contains(marks - 1) { result += parts[marks - 1] }
            rest = rest[rest.index(mark, offsetBy: marks)...]
        }
        return result + rest
    }
}
