import Foundation

/// The words of a page that a reader sees or hears: its text and the attributes that are shown or read out.
struct VisibleWords {
    private(set) var words: Set<String> = []

    /// Of these nothing is prose: code is the author's, and what mathematics says stands beside it as text.
    private static let silent: Set<String> = ["script", "style", "code", "pre", "math"]
    private static let void: Set<String> = ["meta", "link", "input", "img", "br", "hr", "base", "wbr", "source"]
    private static let spoken: Set<String> = [
        "alt", "title", "aria-label", "placeholder", "data-theme", "data-auto", "data-light", "data-dark", "data-copy",
        "data-copied", "data-code", "data-wide", "data-results", "data-nothing", "data-notes",
    ]

    init(page html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            if !open.contains(where: Self.silent.contains) { add(String(rest[..<start])) }
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            guard let first = tag.first, first.isLetter || first == "/" else { continue }
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if first == "/" {
                while let last = open.popLast(), last != name {}
                continue
            }
            if !open.contains(where: Self.silent.contains) {
                for match in tag.matches(of: /([a-z-]+)="([^"]*)"/) where Self.spoken.contains(String(match.1)) {
                    add(String(match.2))
                }
            }
            if !Self.void.contains(name), tag.last != "/" { open.append(name) }
        }
    }

    private mutating func add(_ text: String) {
        let plain = text.replacing(/&[a-z#0-9]+;/, with: " ")
        for word in plain.split(whereSeparator: { !$0.isLetter }) where word.count > 2 { words.insert(word.lowercased()) }
    }
}
