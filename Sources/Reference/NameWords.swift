/// The words that a name is made of, as one compares them: `num_params` and `parameterCount` have the same.
struct NameWords {
    let words: Set<String>

    /// Divides at underscores and at capital letters, spells abbreviations out, and leaves endings away.
    init(_ name: String) {
        var words: [String] = []
        let characters = Array(name)
        for (place, character) in characters.enumerated() {
            let isOwn = character.isLetter || character.isNumber
            let before = place > 0 ? characters[place - 1] : "_"
            let behind = place + 1 < characters.count ? characters[place + 1] : "_"
            let begins =
                !(before.isLetter || before.isNumber) || (character.isUppercase && before.isLowercase)
                || (character.isUppercase && before.isUppercase && behind.isLowercase)
                || (character.isNumber && before.isLetter && behind.isUppercase)
            if isOwn, begins || words.isEmpty { words.append("") }
            if isOwn { words[words.count - 1].append(contentsOf: character.lowercased()) }
        }
        self.words = Set(words.map(Self.stem))
    }

    private static let abbreviations = [
        "acc": "accuracy", "avg": "average", "grad": "gradient", "init": "initializer", "n": "count", "num": "count",
        "param": "parameter", "params": "parameter", "pooling": "pool", "pred": "prediction", "val": "validation",
    ]

    /// A word without its ending, abbreviations spelt out.
    static func stem(_ word: String) -> String {
        if let full = abbreviations[word] { return stem(full) }
        for ending in ["sses", "ing", "ed", "s", "e"] where word.count > ending.count + 3 && word.hasSuffix(ending) {
            if ending == "s", word.hasSuffix("ss") { continue }
            return ending == "sses" ? String(word.dropLast(2)) : stem(String(word.dropLast(ending.count)))
        }
        return word
    }

    /// How many words of this name another doesn't have that is made of some of them; nil where it has words of its own.
    func surplus(over other: NameWords) -> Int? {
        guard !other.words.isEmpty, other.words.isSubset(of: words), other.words.contains(where: { $0.count > 1 }) else {
            return nil
        }
        return words.count - other.words.count
    }
}
