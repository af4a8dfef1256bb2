import Claims

/// What notes state of a network before they compute with it: numbers with a name that no calculation gives, each once.
struct StatedGivens {
    /// A number, vector or matrix with its name, as written.
    struct Given {
        var letter: NotedLetter
        var rows: [[WrittenNumber]]
        /// Where it stands in the flat text.
        var position: Int

        var isNumber: Bool { rows.count == 1 && rows[0].count == 1 }
        var entries: [WrittenNumber] { rows.flatMap { $0 } }
        /// The numbers of its index.
        var numbers: [Int] { letter.lower.compactMap { Int($0) } }
    }

    private(set) var all: [Given] = []
    /// The targets and the input, where words alone name them: “the targets 0.01 and 0.99”, “the input is (2, 3)”.
    private(set) var spokenTargets: [WrittenNumber] = []
    private(set) var spokenInput: [WrittenNumber]?
    /// The rate, likewise: “the rate is 0.05”.
    private(set) var spokenRate: WrittenNumber?

    init(_ literals: [NamedLiteral], in text: FlatText) {
        var known: Set<NotedLetter> = []
        var places: [Int: Int] = [:]
        for literal in literals {
            if literal.names.isEmpty {
                readSpoken(literal, in: text)
                continue
            }
            guard !literal.isResult, literal.place.table == nil, case .quantity(let letter)? = literal.names.first,
                !letter.isUpdated, letter.accent == nil
            else { continue }
            if let entry = literal.entry, let before = places[literal.place.list] {
                if all[before].rows.count <= entry.row { all[before].rows.append([]) }
                all[before].rows[entry.row].append(literal.number)
            } else if known.insert(letter).inserted {
                places[literal.place.list] = all.count
                all.append(Given(letter: letter, rows: [[literal.number]], position: literal.position))
            }
        }
        if spokenTargets.isEmpty { spokenTargets = text.wholeTarget.map { [$0] } ?? [] }
    }

    private mutating func readSpoken(_ literal: NamedLiteral, in text: FlatText) {
        guard literal.labels.isEmpty, !literal.isResult else { return }
        let near = WordsBeside(literal, in: text).near
        if let entry = literal.entry {
            guard entry.unit != nil, near["input"].map({ $0 <= 2 + 2 * (entry.unit ?? 1) }) == true else { return }
            if spokenInput == nil || spokenInput?.count == (entry.unit ?? 1) - 1 {
                spokenInput = (spokenInput ?? []) + [literal.number]
            }
            return
        }
        let list = text.list(around: literal.position)
        if spokenRate == nil, list.count == 1, literal.number.value > 0, near["rate"].map({ $0 <= 1 }) == true {
            spokenRate = literal.number
            return
        }
        guard let distance = ["target", "label"].compactMap({ near[$0] }).min(), distance <= 2 + 2 * list.place,
            spokenTargets.count == list.place
        else { return }
        spokenTargets.append(literal.number)
    }

    func named(_ bases: Set<String>) -> [Given] { all.filter { bases.contains($0.letter.base) } }

    /// One vector of these letters, or numbers that count: `x = (1, 2)`, `i_1` and `i_2`.
    func vector(_ bases: [String], isOutput: Bool = false) -> [WrittenNumber]? {
        for base in bases {
            let own = all.filter { $0.letter.base == base && $0.letter.level == nil }
            if let whole = own.first(where: {
                !$0.isNumber && $0.letter.lower.isEmpty && ($0.rows.count == 1 || $0.rows[0].count == 1)
            }) {
                return whole.entries
            }
            let counted = own.filter { given in
                given.isNumber && given.numbers.count == 1
                    && given.letter.lower.allSatisfy { Int($0) != nil || (isOutput && $0 == "o") }
            }.sorted { ($0.numbers[0], $0.position) < ($1.numbers[0], $1.position) }
            if let first = counted.first?.numbers[0], first <= 1,
                counted.map({ $0.numbers[0] }) == Array(first..<first + counted.count)
            {
                return counted.map { $0.entries[0] }
            }
            if let only = own.first(where: { $0.isNumber && $0.letter.lower.isEmpty }) { return only.entries }
        }
        return nil
    }
}

extension FlatText {
    /// “The target 1”, “the target is 0”: a whole number, which running text states of much else and so is no number with a name.
    fileprivate var wholeTarget: WrittenNumber? {
        for start in bytes.indices where bytes.starts(with: "target ", at: start) {
            var index = bytes.skippingSpaces(from: start + 7)
            for word in ["is ", "of ", "= "] as [StaticString] where bytes.starts(with: word, at: index) {
                index = bytes.skippingSpaces(from: index + word.utf8CodeUnitCount)
            }
            if index < count, bytes[index] == UInt8(ascii: "$") { index += 1 }
            let digits = bytes[min(index, count)...].prefix { $0.isDigit }
            let behind = digits.endIndex < count ? bytes[digits.endIndex] : 0x20
            guard (1...3).contains(digits.count), !behind.isLetter, list(around: index).count == 1 else { continue }
            // 1.5 is no whole number, and a number with a name.
            if behind == UInt8(ascii: "."), digits.endIndex + 1 < count, bytes[digits.endIndex + 1].isDigit { continue }
            return WrittenNumber(parsing: String(decoding: digits, as: UTF8.self))
        }
        return nil
    }
}
