import Exhibits
import Foundation

/// The language of a page, as its front matter names it: `en`, `de-AT`, `pt_BR`.
package enum LanguageTag {
    /// Whether the language is written from right to left, unless its tag names another script.
    package static func isRightToLeft(_ tag: String) -> Bool {
        let parts = tag.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
        if parts.contains("latn") || parts.contains("cyrl") { return false }
        return rightToLeft.contains(primary(tag)) || parts.contains("arab") || parts.contains("hebr")
    }

    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// What a language is called in another: `Deutsch`, `German`; its tag where nobody has a name for it.
    package static func name(of tag: String, in language: String) -> String {
        Locale(identifier: primary(language)).localizedString(forLanguageCode: primary(tag)) ?? tag
    }

    /// The language without region and script, in small letters: `de`.
    package static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
}

extension PageLanguage {
    /// The language of a BCP 47 tag, whatever its region and script: `de-AT`, `pt_BR`.
    package init(tag: String) { self = PageLanguage(rawValue: LanguageTag.primary(tag)) ?? .english }
}
