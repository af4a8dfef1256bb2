import Exhibits
import Reports

/// What many variants of a lesson have in common: the range of each answer, and what could be guessed of it.
public struct StressReport: Hashable, Sendable {
    /// One answer over all variants.
    public struct Item: Hashable, Sendable {
        public var name: String
        /// The smallest and the largest number; nil for choices.
        public var range: ClosedRange<Double>?
        /// How many different answers there are, as they are written.
        public var different: Int
        /// What of it can be guessed, in words, with the share of students it would be right for.
        public var guesses: [String]
    }

    public var count: Int
    public var items: [Item]
    /// How many variants have all answers of another one.
    public var twins: Int
    /// The first of them in pairs: which variant has all answers of which.
    public var pairs: [String]
    /// What was in the way of draws, and how often.
    public var redrawn: [String: Int]

    /// So many pairs of equal variants are named.
    private static let mostPairs = 5
    /// An answer that so many share can be copied.
    private static let mostAlike = 0.03
    /// So many first digits alike are a pattern; a third begins with 1 anyway (Benford 1938).
    private static let mostFirstDigits = 0.6
    /// Last digits are alike in a tenth.
    private static let mostLastDigits = 0.2

    /// - Parameter keys: every variant's answers, in one order.
    init(_ keys: [[KeyEntry]], redrawn: [String: Int]) {
        count = keys.count
        self.redrawn = redrawn
        var first: [[String]: Int] = [:]
        var pairs: [String] = []
        for (index, key) in keys.enumerated() {
            if let other = first[key.map(\.text)] {
                pairs.append("\(index + 1) those of \(other + 1)")
            } else {
                first[key.map(\.text)] = index
            }
        }
        twins = pairs.count
        self.pairs = Array(pairs.prefix(Self.mostPairs))
        items = (keys.first ?? []).indices.map { index in Self.item(keys.map { $0[index] }) }
    }

    private static func item(_ entries: [KeyEntry]) -> Item {
        let entry = entries[0]
        let texts = entries.map(\.text)
        let values = entries.compactMap(\.value)
        let range = values.min().flatMap { low in values.max().map { low...$0 } }
        var item = Item(
            name: "\(entry.exercise) \(entry.question)" + (entry.fields > 1 ? ".\(entry.field)" : ""),
            range: entry.choices.isEmpty ? range : nil, different: Set(texts).count, guesses: [])
        if entry.choices.isEmpty, entry.value != nil {
            item.guesses += guess(texts, over: mostAlike) { "“\($0)” is the answer" }
            let numbers = texts.map { $0.filter(\.isNumber) }
            item.guesses += guess(numbers.map { String($0.drop { $0 == "0" }.prefix(1)) }, over: mostFirstDigits) {
                "the first digit that isn't 0 is \($0)"
            }
            if numbers.allSatisfy({ $0.count > 1 }) {
                item.guesses += guess(numbers.map { String($0.suffix(1)) }, over: mostLastDigits) { "the last digit is \($0)" }
            }
        } else if let most = entries.map(\.choices.count).max(), most > 1 {
            // Half as often again as by chance; a question that is the same for all has one letter.
            item.guesses += guess(texts, over: min(0.9, 1.5 / Double(most))) { "“\($0)” is the answer" }
        }
        return item
    }

    /// The commonest of the texts, if it is more common than `most`.
    private static func guess(_ texts: [String], over most: Double, _ words: (String) -> String) -> [String] {
        var counts: [String: Int] = [:]
        for text in texts where !text.isEmpty { counts[text, default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return [] }
        let share = Double(best.value) / Double(texts.count)
        guard share > most, texts.count > 1 else { return [] }
        return ["\(words(best.key)) for \(PrintedNumber(100 * share, .decimals(1)).text) %"]
    }

    /// Which answers have too few values to tell the variants apart by themselves.
    private var advice: [String] {
        let few = items.filter { $0.range != nil && $0.different * 10 < count }.map(\.name)
        return few.isEmpty ? [] : ["fewest different answers: \(few.joined(separator: ", "))"]
    }

    /// What is said in the terminal.
    /// - Parameter seconds: how long it took.
    public func text(seconds: Double) -> String {
        func number(_ value: Double) -> String { PrintedNumber(value, .significant(4)).text }
        let each = PrintedNumber(1000 * seconds / Double(max(1, count)), .decimals(0)).text
        var text = "\(count) variants in \(PrintedNumber(seconds, .decimals(1)).text) s, \(each) ms each"
        text += twins > 0 ? "; \(twins) of them have all answers of another one\n" : "; no two with the same answers\n"
        if twins > 0 {
            text += "  \(pairs.joined(separator: ", "))\(twins > pairs.count ? ", …" : "")\n"
            text +=
                "  for fewer, draw from more numbers: a wider range, decimals: 2, or one more number that the answers depend on"
            text += advice.map { "; \($0)" }.joined() + "\n"
        }
        for item in items {
            let range = item.range.map { "\(number($0.lowerBound)) to \(number($0.upperBound)), " } ?? ""
            text += "\(item.name): \(range)\(item.different) different\n"
            for guess in item.guesses { text += "  guessable: \(guess)\n" }
        }
        if !redrawn.isEmpty { text += "drawn again:\n" }
        for (obstacle, count) in redrawn.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            text += "  \(count) × for \(obstacle)\n"
        }
        return text
    }
}
