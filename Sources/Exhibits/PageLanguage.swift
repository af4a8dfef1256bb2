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
}
