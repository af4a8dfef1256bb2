/// A language that Lectern has words for; a page in any other one has English words.
@_documentation(visibility: internal)
public enum PageLanguage: String, Codable, Hashable, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case arabic = "ar"

    /// The language of a BCP 47 tag, whatever its region and script: `de-AT`, `pt_BR`.
    public init(tag: String) {
        self = PageLanguage(rawValue: tag.prefix { $0 != "-" && $0 != "_" }.lowercased()) ?? .english
    }
}
