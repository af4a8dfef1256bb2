import Foundation
import Testing

/// What a page brings along speaks the page's language alone.
@Suite(.serialized)
struct ForeignWordTests {
    @Test func `every place where a reader sees words is looked at`() {
        let page = """
            <p title="one">two <code>no</code><img alt="three"></p><script>if (a < b) "no"</script><svg><text>four</text></svg>
            <a class="numbers-file" href="x">no</a><div data-back="five" data-part="no"></div><pre>no</pre>
            """
        let words = VisibleText.pieces(ofPage: page).reduce(into: Set<String>()) { $0.formUnion($1.words) }
        #expect(words == ["one", "two", "three", "four", "five"])
        #expect(VisibleText(text: "0.5", place: "").hasForeignMark(comma: true))
        #expect(VisibleText(text: "[0,5; 1]", place: "").hasForeignMark(comma: false))
        #expect(!VisibleText(text: "10,000 and w1,2", place: "").hasForeignMark(comma: false))
    }

    /// A page gives its scripts their words; what a script says itself would be in one language.
    @Test func `scripts say no words of their own`() async throws {
        let tool = try Tool(WordCourse.files(in: "de"))
        defer { tool.remove() }
        let built = try await tool("build", "lessons", "--output", "site", "--edition", "student")
        try #require(built.code == 0, "\(built.all)")
        // Keys, events and ciphers have names with capitals.
        let names: Set<String> = [
            "Enter", "Escape", "Arrow", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown",
            "PBKDF2",
            "SHA-256", "NFD", "HMAC", "IMG", "HTML",
        ]
        let scripts = try tool.files(below: "site").filter { $0.key.hasSuffix(".js") && !$0.key.contains("search/") }
        #expect(scripts.count >= 5)
        for (name, bytes) in scripts {
            for piece in VisibleText.pieces(ofScript: String(decoding: bytes, as: UTF8.self)) {
                let isProse = piece.text.contains(/^[A-Z][a-z]+$|^[A-Za-z]+( [a-z]+)+[.…]?$/)
                #expect(!isProse || names.contains(piece.text) || piece.text == "use strict", "\(name): \(piece.text)")
            }
        }
    }
}
