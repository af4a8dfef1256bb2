import Exhibits
import Testing

/// What would break: a claim that isn't found where it stands, or a page that takes minutes for one that is short.
struct TextSearchTests {
    @Test(arguments: [
        ("hello world", "wor", 6), ("aab", "ab", 1), ("ab", "abc", nil), ("", "a", nil), ("abc", "", 0), ("abab", "ab", 0),
        ("e\u{301}", "e", 0), ("naïve", "ve", 4), ("aaaa", "aaaaa", nil), ("ab", "ab", 0),
    ]) func `a text is found by its bytes`(text: String, sought: String, place: Int?) {
        #expect(Array(text.utf8).offset(ofText: sought) == place)
        #expect(text.utf8.offset(ofText: sought) == place && Array(text.utf8).dropFirst(0).offset(ofText: sought) == place)
        #expect(text.holds(sought) == (place != nil) && text[...].holds(sought) == (place != nil))
        // What doesn't lie in one piece, too.
        #expect(Array(text.utf8).lazy.map { $0 }.offset(ofText: sought) == place)
    }

    private static let word = Pattern(/[a-z]+(\d)?/)

    @Test func `an expression that is read once matches as one that is read each time, on many threads`() async {
        let found = await withTaskGroup(of: [Substring].self) { group in
            for number in 0..<64 { group.addTask { "ab\(number % 10) cd".matches(of: Self.word.regex).map(\.0) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found.count == 64)
        for words in found { #expect(words.count == 2 && words[0].hasPrefix("ab") && words[1] == "cd") }
        #expect(Set(found.map { $0[0] }) == Set((0..<10).map { "ab\($0)" }))
    }
}
