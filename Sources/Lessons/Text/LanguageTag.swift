/// The language of a page, as its front matter names it: `en`, `de-AT`, `pt_BR`.
package enum LanguageTag {
    /// The language without region and script, in small letters: `de`.
    package static func primary(_ tag: String) -> String { tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
}
