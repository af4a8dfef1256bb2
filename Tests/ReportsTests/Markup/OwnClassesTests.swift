import Testing

@testable import Reports

/// What would break: a text with a class of Lectern's own style sheets goes out of sight, or over another one.
struct OwnClassesTests {
    @Test(arguments: [
        "skip", "printed-only", "copy", "search-results", "katex", "katex-mathml", "visually-hidden", "answer", "neighbours",
        "s1", "slide",
        "cover", "notes-x",
    ]) func `an author's text has none of them`(name: String) {
        let isFree = name == "notes-x"
        #expect(PlainFilling.html("9[x]{.\(name)}8\n", allowsRawHTML: false).contains("class=\"\(name)\"") == isFree)
        #expect(PlainFilling.html("::: {.\(name)}\nx\n:::\n", allowsRawHTML: false).contains("class=\"\(name)\"") == isFree)
    }

    @Test(arguments: ["given", "mark", "smallcaps", "underline", "aside", "column-margin", "center", "lead"])
    func `those that are made for authors, and their own, stay`(name: String) {
        #expect(PlainFilling.html("[x]{.\(name)}\n", allowsRawHTML: false).contains("class=\"\(name)\""))
    }
}
