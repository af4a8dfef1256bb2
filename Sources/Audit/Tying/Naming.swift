import Claims
import Exhibits

/// All ways in which a number of the notes may be called something that a lesson computed.
struct Naming {
    private let learner: ConventionLearner
    private let constants: ConstantReading
    private let spokenNames: SpokenNames
    private let values: ValueIndex
    private let text: FlatText

    init(_ literals: [NamedLiteral], _ numbers: [NamedNumber], said: Set<Conventions.Choice>, _ text: FlatText) {
        let index = QuantityIndex(numbers)
        let own = ConstantIndex(numbers)
        learner = ConventionLearner(literals, index, said: said)
        constants = ConstantReading(own, learningFrom: literals, in: text)
        spokenNames = SpokenNames(own, index)
        values = ValueIndex(numbers)
        self.text = text
    }

    /// What the notes mean by their indices and signs, as far as some number tells.
    var conventions: [Conventions.Choice] { learner.told }

    /// What its names may mean: quantities of the network, and the lesson's constants of that name.
    func candidates(for literal: NamedLiteral) -> [QuantityIndex.Candidate] {
        if literal.names.isEmpty { return [] }
        let found = learner.candidates(for: literal)
        return found + constants.candidates(for: literal).filter { !found.contains($0) }
    }

    /// What the words beside it say and its digits bear out.
    func spoken(_ literal: NamedLiteral) -> (name: String, QuantityIndex.Candidate, Verdict)? {
        guard literal.number.digitsThatSay >= 2 || literal.number.place < 0 else { return nil }
        for name in names(beside: literal) {
            // Of many numbers one fits by chance.
            guard name.candidates.count <= 12 || literal.number.digitsThatSay >= 4,
                !name.isOfSeveral || literal.number.digitsThatSay >= 3
            else { continue }
            let placed = Self.placed(name.candidates, literal)
            if let (candidate, verdict) = Tying.fitting(literal.number, placed)
                ?? Tying.fitting(literal.number, name.candidates)
            {
                return (name.spelling, candidate, verdict)
            }
        }
        return nil
    }

    /// The one quantity that it is by its digits, where they are so many that it is none by chance.
    func equal(_ literal: NamedLiteral) -> (QuantityIndex.Candidate, Verdict)? { values.quantity(equal: literal.number) }

    /// Whether its sentence speaks of another time than that of a name stated with its value elsewhere.
    func speaksOfAnotherStep(_ literal: NamedLiteral) -> Bool {
        let words = WordsBeside(literal, in: text)
        return words.near.keys.contains(where: Self.steps.contains) || words.above.contains(where: Self.steps.contains)
    }

    /// Whether the sentence itself, and not only the heading above, says so.
    func saysAnotherStep(_ literal: NamedLiteral) -> Bool {
        WordsBeside(literal, in: text).near.keys.contains(where: Self.steps.contains)
    }

    private static let steps: Set<String> = [
        "after", "new", "updated", "update", "again", "later", "before", "now", "next", "step", "epoch", "iteration", "another",
        "other",
        "second", "example", "becomes", "become", "old", "initial", "initially", "finally", "final", "instead", "nach", "neu",
        "neue", "danach", "jetzt",
        "schritt", "epoche", "après", "nouveau", "nouvelle", "étape", "después", "nuevo", "nueva", "paso",
    ]

    /// What the words beside it say before all else.
    func nearest(_ literal: NamedLiteral) -> SpokenNames.Name? {
        guard var first = names(beside: literal).first(where: { !$0.isOfSeveral }),
            first.words.count > 1 || !literal.labels.isEmpty,
            !literal.isResult, literal.names.isEmpty || !literal.labels.isEmpty
        else { return nil }
        // “The first hidden weight 0.31” is no output, though a sentence before it speaks of one.
        if literal.labels.isEmpty, WordsBeside(literal, in: text).speakOfAnother(than: first.words) { return nil }
        // Of two digits only what says all that the sentence says: “the output of run B” isn't the output.
        if literal.labels.isEmpty, literal.number.digitsThatSay < 3, first.words.count < 3,
            WordsBeside(literal, in: text).sayMore(than: first.words)
        {
            return nil
        }
        first.candidates = Self.placed(first.candidates, literal)
        return first
    }

    /// What the words right before it say that it was given as: “the rate 0.15”, “the learning rate 0.1”, “the targets 0.01 and 0.99”.
    func given(_ literal: NamedLiteral) -> SpokenNames.Name? {
        guard literal.names.isEmpty, literal.labels.isEmpty, !literal.isResult, literal.entry == nil else { return nil }
        let beside = WordsBeside(literal, in: text)
        guard !beside.supposes,
            let name = spokenNames.names(beside: beside).first(where: {
                !$0.isOfSeveral && ($0.words.count == 1 || beside.endRightBefore($0.words))
            }), !beside.sayMore(than: name.words)
        else { return nil }
        let list = text.list(around: literal.position)
        guard list.count == name.candidates.count else { return nil }
        let candidate = name.candidates[list.place]
        return candidate.value.isShortDecimal ? SpokenNames.Name(words: name.words, candidates: [candidate]) : nil
    }

    /// What a number of the running text is, whose digits are swapped, or of which one is far off, or that has a sign too many.
    ///
    /// The words beside it have to say what it is, and one quantity alone of that name may be so near.
    func misspelled(_ literal: NamedLiteral) -> SpokenNames.Name? {
        guard literal.names.isEmpty, literal.labels.isEmpty, !literal.isResult, literal.entry == nil,
            literal.number.digitsThatSay >= 3
        else { return nil }
        let near = names(beside: literal).prefix(6).filter { $0.candidates.count <= 12 }
        let slips = near.compactMap { name -> SpokenNames.Name? in
            let candidates = name.candidates.filter { Self.isMisspelled(literal.number, $0.value) }
            return candidates.isEmpty ? nil : SpokenNames.Name(words: name.words, candidates: candidates)
        }
        guard let first = slips.first, let value = first.candidates.first?.value,
            slips.allSatisfy({ $0.candidates.allSatisfy { $0.value.isSame(as: value) } })
        else { return nil }
        return first
    }

    /// One of the last digits differs also between two quantities: of a training's losses, say. A quantity's size is often stated
    /// without its sign, hardly ever with one that it lacks.
    private static func isMisspelled(_ number: WrittenNumber, _ value: Double) -> Bool {
        switch Slip(printed: number, right: value) {
        case .swappedDigits?: true
        case .oneDigit?: number.digitsThatSay >= 4 && abs(number.value - value) > 0.02 * abs(value)
        case .sign?: number.value < 0
        default: false
        }
    }

    private func names(beside literal: NamedLiteral) -> [SpokenNames.Name] {
        spokenNames.names(beside: WordsBeside(literal, in: text))
    }

    /// In a vector of a list's length every number has its place.
    private static func placed(_ candidates: [QuantityIndex.Candidate], _ literal: NamedLiteral) -> [QuantityIndex.Candidate] {
        if let unit = literal.entry?.unit {
            return literal.entry?.count == candidates.count ? [candidates[unit - 1]] : candidates
        }
        // x_2 heads the column of second numbers.
        if !literal.labels.isEmpty, case .quantity(let letter)? = literal.names.first, let last = letter.lower.last,
            let number = Int(last), candidates.indices.contains(number - 1)
        {
            return [candidates[number - 1]]
        }
        return candidates
    }
}
