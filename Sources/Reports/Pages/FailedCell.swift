import Exhibits

/// A cell that failed and may, as its page shows it: what happened in the page's language, what the program says in its own.
struct FailedCell {
    /// What happened, in the page's words; nil on an English page, which says it in the program's.
    var event: String?
    /// What the compiler, the engine or the program says.
    var ownWords: String?
    private let language: PageLanguage

    /// - Parameter language: The page's; of one that isn't English it is said that the program's words are.
    init(_ finding: Finding, in language: PageLanguage) {
        self.language = language
        guard language != .english else {
            ownWords = finding.message
            return
        }
        let words = CellEndWords(language)
        guard let end = finding.end else {
            event = words.failed
            ownWords = finding.message
            return
        }
        event = words.event(of: end) + (words.reason(of: end).map { language.colon + $0 + "." } ?? "")
        ownWords = end.ownWords
    }

    /// As one line.
    var text: String {
        [event, ownWords].compactMap(\.self).joined(separator: language.colon)
    }

    var nodes: [PageNode] {
        var nodes: [PageNode] = []
        if let event { nodes += Tag.p.line(.class("failed")) { event + (ownWords == nil ? "" : language.colon) } }
        if let ownWords {
            nodes += [
                Tag.pre(.class("failed"), .text(.lang, language == .english ? nil : PageLanguage.english.rawValue)) {
                    ownWords
                },
                .text("\n"),
            ]
        }
        return nodes
    }
}
