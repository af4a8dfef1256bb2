/// Looking for what isn't a name: words that stand in the names and sentences of the reference.
extension Reference {
    /// Up to `most` declarations of whose names and sentences one has all the words, best first.
    ///
    /// A word counts by where it stands: in a title most, then in what other libraries call it, in a parameter, in the first
    /// sentences, and anywhere else. Endings don't matter: `clipping` is `clipped`.
    public func mentioning(_ words: [String], most: Int = 6) -> [Entry] {
        let wanted = words.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map { Self.word(String($0)) }
            .filter { (2...40).contains($0.count) && !Self.small.contains($0) }
        guard !wanted.isEmpty, wanted.count <= 8 else { return [] }
        let scored = entries.compactMap { entry -> (entry: Entry, score: Int)? in
            guard !entry.comment.isEmpty, entry.fulfils == nil else { return nil }
            let places = Self.places(of: entry)
            var score = 0
            for word in wanted {
                guard let best = places.first(where: { $0.words.contains { Self.isSame($0, word) } }) else { return nil }
                score += best.weight
            }
            // What is called so and no more comes first; what is made and called comes before what is read.
            let isBare = NameWords(entry.name).words.allSatisfy { own in wanted.contains { Self.isSame($0, own) } }
            let bonus = (isBare ? 12 : 0) + (entry.kind == .property ? 0 : 1) + (entry.path.count == 1 ? 1 : 0)
            return (entry, score * 4 + bonus)
        }
        var seen: Set<String> = []
        return scored.sorted { ($1.score, $0.entry.title) < ($0.score, $1.entry.title) }.map(\.entry)
            .filter { seen.insert($0.title).inserted }.prefix(most).map(\.self)
    }

    /// The words of an entry by where they stand, the weightiest first.
    private static func places(of entry: Entry) -> [(weight: Int, words: Set<String>)] {
        [
            (8, NameWords(entry.title).words),
            (6, Set(entry.comment.elsewhere.flatMap { NameWords($0.name).words })),
            (4, Set(entry.comment.parameters.flatMap { NameWords($0.name).words })),
            (4, NameWords(entry.path.last ?? "").words),
            (3, sentence(entry.comment.summary)),
            (1, sentence((entry.comment.discussion + entry.comment.parameters.map(\.text)).joined(separator: " "))),
        ]
    }

    private static func sentence(_ text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber }.map { word(String($0)) })
    }

    /// A word without its ending; what a lesson makes itself is called its own here.
    private static func word(_ text: String) -> String {
        let word = NameWords.stem(text.lowercased())
        return word == "custom" ? "own" : word
    }

    /// Words that are one but for an ending.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        a == b || (min(a.count, b.count) >= 4 && abs(a.count - b.count) <= 3 && (a.hasPrefix(b) || b.hasPrefix(a)))
    }

    private static let small: Set<String> = [
        "an", "and", "at", "by", "for", "from", "how", "in", "of", "on", "the", "to", "with",
    ]
}
