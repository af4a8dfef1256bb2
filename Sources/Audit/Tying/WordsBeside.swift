/// The words that stand around a number: in its sentence, in the labels of its table, and in the heading above.
struct WordsBeside {
    /// With how many words between them and the number.
    private(set) var near: [String: Int] = [:]
    private(set) var above: Set<String> = []

    /// How far a sentence is followed.
    private static let reach = 400

    init(_ literal: NamedLiteral, in text: FlatText) {
        if literal.labels.isEmpty {
            readSentence(around: literal.position, in: text)
        } else {
            for range in literal.labels { add(Self.words(text.bytes[range]), from: 0) }
        }
        above = Self.heading(above: literal.position, in: text)
    }

    /// Whether there are other words between those of a name and the number.
    func sayMore(than name: [[String]]) -> Bool {
        let own = Set(name.flatMap { $0 })
        let farthest = near.filter { own.contains($0.key) }.map(\.value).max() ?? 0
        return near.contains {
            $0.value < farthest && !own.contains($0.key) && !Self.small.contains($0.key) && !$0.key.allSatisfy(\.isNumber)
        }
    }

    /// Whether a name's words stand right before the number, with nothing between.
    func endRightBefore(_ name: [[String]]) -> Bool {
        let distances = name.compactMap { word in word.compactMap { near[$0] }.min() }
        return distances.count == name.count && Set(distances) == Set(0..<name.count)
    }

    /// Whether a word stands nearer than a name's that says that it is a quantity of another kind.
    func speakOfAnother(than name: [[String]]) -> Bool {
        let own = Set(name.flatMap { $0 })
        let farthest = near.filter { own.contains($0.key) }.map(\.value).max() ?? 0
        return near.contains { $0.value < farthest && !own.contains($0.key) && Self.kinds.contains($0.key) }
    }

    private static let kinds: Set<String> = [
        "weight", "bias", "gradient", "derivative", "slope", "rate", "loss", "error", "cost", "target", "output", "activation",
        "probability", "momentum", "score", "logit",
    ]

    /// Whether the sentence speaks of what would be otherwise.
    var supposes: Bool { near.keys.contains(where: Self.supposing.contains) }

    private static let supposing: Set<String> = [
        "would", "could", "might", "if", "instead", "try", "suppose", "larger", "smaller", "higher", "lower", "different",
        "too",
        "than", "each", "every", "per", "other", "another", "würde", "wäre", "wenn", "statt", "größer", "kleiner", "serait",
        "si",
        "sería",
    ]

    private static let small: Set<String> = [
        "the", "a", "an", "of", "is", "are", "i", "in", "to", "at", "by", "and", "it", "its", "about", "with", "for", "that",
        "so",
    ]

    /// The words of the heading that a position stands under.
    static func heading(above position: Int, in text: FlatText) -> Set<String> {
        Set(text.headingLines(above: position).flatMap { words(text.bytes[$0]) })
    }

    private mutating func add(_ words: [String], from distance: Int) {
        for (step, word) in words.enumerated() { near[word] = min(near[word] ?? .max, distance + step) }
    }

    private mutating func readSentence(around position: Int, in text: FlatText) {
        let bytes = text.bytes
        var start = position
        while start > 0, position - start < Self.reach, !Self.isEnd(bytes, start - 1) { start -= 1 }
        add(Self.words(bytes[start..<position]).reversed(), from: 0)
        var end = position
        while end < bytes.count,
            bytes[end].isDigit || (bytes[end] == UInt8(ascii: ".") && end + 1 < bytes.count && bytes[end + 1].isDigit)
        {
            end += 1
        }
        let behind = end
        // What follows speaks of this number up to the next one.
        while end < bytes.count, end - behind < Self.reach / 2, !Self.isEnd(bytes, end),
            !(bytes[end].isDigit && !bytes[end - 1].isLetter && bytes[end - 1] != UInt8(ascii: "_"))
        {
            end += 1
        }
        add(Self.words(bytes[behind..<end]), from: 3)
    }

    /// Whether a sentence, an item or a paragraph ends here.
    private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
        switch bytes[index] {
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"):
            guard next.isSpace else { return false }
            var word = index
            while word > 0, bytes[word - 1].isLetter { word -= 1 }
            return index - word != 1
        case 0x0A: return next == 0x0A
        case UInt8(ascii: "\\"): return bytes.starts(with: "\\item", at: index) || bytes.starts(with: "\\\\", at: index)
        default: return false
        }
    }

    /// The layer that stands in brackets above a letter with an index, as in w_{11}^{(2)}.
    private static func level(_ bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes.prefix(12)
        if rest.first == UInt8(ascii: "}") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "^") else { return nil }
        if rest.first == UInt8(ascii: "{") { rest.removeFirst() }
        guard let opening = rest.popFirst(), opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return nil }
        let digits = rest.prefix { $0.isDigit }
        guard !digits.isEmpty, let closing = rest[digits.endIndex...].first,
            closing == UInt8(ascii: ")") || closing == UInt8(ascii: "]")
        else { return nil }
        return String(decoding: digits, as: UTF8.self)
    }

    /// A word with the number that counts its like: “hidden 2”.
    static func counted(_ word: String, _ number: Int) -> String { "\(word) \(number)" }

    private static let countable: Set<String> = ["hidden", "output", "unit", "neuron", "node"]

    /// Words without number and case; an index belongs to its letter: w_5, w5 and w_{5} are w5.
    private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(NameKey.stem(String(decoding: word, as: UTF8.self))) }
            word = []
        }
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            // Quotation marks and dashes beyond ASCII are no letters.
            if byte == 0xE2, index + 1 < bytes.endIndex, bytes[index + 1] == 0x80 {
                close()
                index += 3
                continue
            }
            if byte.isLetter || byte.isDigit || byte >= 0x80 {
                word.append(byte)
            } else if !(byte == UInt8(ascii: "_")
                || (byte == UInt8(ascii: "{") && index > bytes.startIndex && bytes[index - 1] == UInt8(ascii: "_")))
            {
                let level = word.contains(where: \.isDigit) ? Self.level(bytes[index...]) : nil
                word += level.map { Array("^\($0)".utf8) } ?? []
                close()
            }
            index += 1
        }
        close()
        // A letter with an index is also two words, but not w_{11}^{(2)}, which has two indices of one digit.
        return words.enumerated().flatMap { place, word -> [String] in
            if countable.contains(word), words.indices.contains(place + 1), words[place + 1].utf8.count < 3,
                let number = Int(words[place + 1])
            {
                return [word, counted(word, number)]
            }
            let letters = word.prefix { $0.isLetter }
            return letters.count < word.count && !letters.isEmpty && !word.contains("^") ? [word] + NameKey.words(word) : [word]
        }
    }
}

extension FlatText {
    /// The lines of the heading that a position stands under.
    func headingLines(above position: Int) -> [Range<Int>] {
        let number = section(of: position)
        guard number > 0 else { return [] }
        let start = headings[number - 1]
        return [start..<min(bytes.lineEnd(from: bytes.skippingSpaces(from: start)), position)].filter { !$0.isEmpty }
    }
}
