import Claims
import Exhibits

/// Which constants of a lesson a name of the notes may mean: `\hat m_2` is `mHat[1]`, `mHat[2]` or `mHat2`.
struct ConstantReading {
    let index: ConstantIndex
    /// Whether a list of this name counts from 1 in the notes (then its first number has the index 0 here), or as here.
    private(set) var offsets: [String: [Offset]] = [:]
    /// For names of whose numbers none tells.
    private var usual = Offset.all
    private let text: FlatText
    /// The words of all headings.
    private let headings: Set<String>

    /// From which number the notes count the rows of a table, and the indices of a name.
    struct Offset: Hashable {
        var ofRows: Int
        var ofIndices: Int
        /// Whether the notes' square matrices stand the other way.
        var isTransposed = false

        static let all = [false, true].flatMap { isTransposed in
            [(1, 1), (0, 0), (0, 1), (1, 0)].map { Offset(ofRows: $0, ofIndices: $1, isTransposed: isTransposed) }
        }
    }

    /// A name without its indices, and these.
    private struct Reading: Hashable {
        var key: String
        var numbers: [Index]
    }

    private struct Index: Hashable {
        var number: Int
        var isOfRow = false
    }

    init(_ index: ConstantIndex, learningFrom literals: [NamedLiteral], in text: FlatText) {
        self.index = index
        self.text = text
        headings = Set(text.headings.flatMap { WordsBeside.heading(above: $0, in: text) })
        var fits: [String: [Offset: Int]] = [:]
        for literal in literals {
            // A single decimal says less than a number of more digits.
            let weight =
                literal.number.digitsThatSay >= 2 ? 3 : literal.number.digitsThatSay == 1 && literal.number.place < 0 ? 1 : 0
            for reading in readings(of: literal) where weight > 0 {
                for offset in Offset.all {
                    let found = candidates(reading, literal, offset)
                    if Tying.fitting(literal.number, found) != nil {
                        fits[reading.key, default: [:]][offset, default: 0] += weight
                    }
                }
            }
        }
        for (key, counts) in fits {
            let best = counts.values.max() ?? 0
            offsets[key] = Offset.all.filter { counts[$0] == best }
        }
        // Notes that count all lists of which some number tells in one way count the others so too.
        let told = offsets.values.compactMap { own in Set(own.map(\.ofIndices)).count == 1 ? own[0].ofIndices : nil }
        if told.count >= 3, let first = told.first, told.allSatisfy({ $0 == first }) {
            usual = Offset.all.filter { $0.ofIndices == first }
        }
    }

    func candidates(for literal: NamedLiteral) -> [QuantityIndex.Candidate] {
        var found: [QuantityIndex.Candidate] = []
        for reading in readings(of: literal) {
            for offset in offsets[reading.key] ?? usual {
                for candidate in candidates(reading, literal, offset) where !found.contains(candidate) {
                    found.append(candidate)
                }
            }
        }
        return found + slopes(for: literal).filter { !found.contains($0) }
    }

    private func candidates(_ reading: Reading, _ literal: NamedLiteral, _ offset: Offset) -> [QuantityIndex.Candidate] {
        let (numbers, isOfHeading) = underHeading(index.numbers(named: reading.key), literal)
        if numbers.isEmpty { return [] }
        let prefix = reading.numbers.map { $0.number - ($0.isOfRow ? offset.ofRows : offset.ofIndices) }
        let depth = numbers.map(\.indices.count).max() ?? 0
        let size = (0..<depth).map { place in
            (numbers.compactMap { $0.indices.count > place ? $0.indices[place] : nil }.max() ?? 0) + 1
        }
        let wanted = Self.suffixes(of: literal.entry, size: Array(size.dropFirst(prefix.count)), offset.isTransposed).map {
            prefix + $0
        }
        return numbers.filter { wanted.contains($0.indices) }.map {
            QuantityIndex.Candidate(number: $0.number, isOfHeading: isOfHeading)
        }
    }

    /// Where an entry of a vector or matrix stands in a list, or list of lists, of the same size.
    private static func suffixes(of entry: NamedLiteral.Entry?, size: [Int], _ isTransposed: Bool) -> [[Int]] {
        guard let entry else { return [[]] }
        let isVector = entry.rows == 1 || entry.columns == 1
        switch size.count {
        case 1: return isVector && size[0] == entry.count ? [[max(entry.row, entry.column)]] : []
        case 2:
            let (fits, fitsTransposed) = (size == [entry.rows, entry.columns], size == [entry.columns, entry.rows])
            if fits, !(fitsTransposed && isTransposed) { return [[entry.row, entry.column]] }
            return fitsTransposed ? [[entry.column, entry.row]] : []
        default: return []
        }
    }

    private func slopes(for literal: NamedLiteral) -> [QuantityIndex.Candidate] {
        guard literal.entry == nil else { return [] }
        return literal.names.flatMap { name -> [QuantityIndex.Candidate] in
            guard case .derivative(let top, let bottom) = name else { return [] }
            let above = top.map { NameKey.plain($0.base + $0.lower.joined()) }
            return index.slopes(of: above, by: NameKey.plain(bottom.base + bottom.lower.joined()))
                .map { QuantityIndex.Candidate(number: $0.number) }
        }
    }

    // MARK: - Names

    private func readings(of literal: NamedLiteral) -> [Reading] {
        var found: [Reading] = []
        for name in literal.names {
            for stem in Self.stems(of: name) {
                for numbers in Self.indexLists(
                    stem.numbers, rows: literal.rowNumbers.isEmpty ? literal.ordinal.map { [$0] } ?? [] : literal.rowNumbers)
                {
                    // w5New, wNew5; h[1][2], h1[2].
                    for split in 0...numbers.count {
                        let inside = numbers[..<split].map { String($0.number) }.joined()
                        for key in stem.suffix.isEmpty
                            ? [stem.key + inside]
                            : [
                                stem.key + inside + stem.suffix, stem.key + stem.suffix + inside,
                                stem.suffix.lowercased() + stem.key + inside,
                            ]
                        {
                            let reading = Reading(key: key, numbers: Array(numbers[split...]))
                            if !found.contains(reading), !index.numbers(named: key).isEmpty { found.append(reading) }
                        }
                    }
                }
            }
        }
        return found
    }

    /// Of several constants of one name the one whose own name has the words of the heading: `momentum["m"]`.
    private func underHeading(_ numbers: [LessonQuantity], _ literal: NamedLiteral)
        -> (numbers: [LessonQuantity], isOfHeading: Bool)
    {
        guard numbers.contains(where: { $0.path.count > 1 }) else { return (numbers, false) }
        let above = WordsBeside.heading(above: literal.position, in: text)
        let own = numbers.filter { $0.path.count > 1 && $0.path.dropLast().flatMap(NameKey.words).allSatisfy(above.contains) }
        if !own.isEmpty { return (own, true) }
        // What belongs under another heading is at most a coincidence of letters: it may be what is meant, and makes nothing wrong.
        let possible = numbers.filter { quantity in
            quantity.path.count < 2 || !isNamedInHeadings(quantity.path[0])
                || literal.number.verdict(for: quantity.number.value).isTrue
        }
        return (possible, false)
    }

    private func isNamedInHeadings(_ name: String) -> Bool { NameKey.words(name).allSatisfy(headings.contains) }

    private static func indexLists(_ ownNumbers: [Int], rows rowNumbers: [Int]) -> [[Index]] {
        let (own, rows) = (ownNumbers.map { Index(number: $0) }, rowNumbers.map { Index(number: $0, isOfRow: true) })
        if rows.isEmpty { return [own] }
        var lists = [rows + own]
        if !own.isEmpty { lists.append(own + rows) }
        if rows.count > 1 { lists.append([rows[rows.count - 1]] + own) }
        lists.append(own)
        return lists
    }

    private struct Stem {
        var key: String
        var suffix = ""
        var numbers: [Int]
    }

    private static func stems(of name: NotedName) -> [Stem] {
        switch name {
        case .quantity(let letter): return stems(of: letter)
        case .derivative(let top, let bottom):
            var leads = ["d", "grad", "D"]
            if let top { leads.insert("d" + NameKey.plain(top.base + top.lower.joined()) + "d", at: 0) }
            return stems(of: bottom).flatMap { stem in
                leads.map { Stem(key: $0 + stem.key, suffix: stem.suffix, numbers: stem.numbers) }
                    + ["Grad", "Gradient"].map { Stem(key: stem.key, suffix: $0, numbers: stem.numbers) }
            }
        }
    }

    private static func stems(of letter: NotedLetter) -> [Stem] {
        let marks = letter.lower.filter { !["(", ")", "[", "]", ","].contains($0) }
        let text = marks.filter { Int($0) == nil }.map(NameKey.plain).joined()
        var lists = [marks.compactMap { Int($0) }]
        if let only = marks.first, marks.count == 1, only.count == 2, only.allSatisfy(\.isNumber) {
            lists.append(only.compactMap(\.wholeNumberValue))
        }
        if let level = letter.level { lists = lists.flatMap { [$0 + [level], [level] + $0] } }
        let base = NameKey.plain(letter.base == "varepsilon" ? "epsilon" : letter.base)
        var keys = [base + text]
        if let accent = letter.accent, !["vec", "boldsymbol", "mathbf"].contains(accent) {
            keys = [base + accent + text, base + text + accent]
        }
        // L is what a lesson calls its loss.
        if LetterRole.roles(of: letter) == [.loss], lists == [[]], !letter.isUpdated {
            keys += ["loss", "cost"].filter { !keys.contains($0) }
        }
        let suffixes = letter.isUpdated ? ["New", "Updated", "After", "Plus", "Next", "Prime"] : [""]
        return keys.flatMap { key in
            suffixes.flatMap { suffix in lists.map { Stem(key: key, suffix: suffix, numbers: $0) } }
        }
    }
}
