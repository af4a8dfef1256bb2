import Claims

/// Which parts of the notes speak of the network: where most of what has a name is what the network gives.
struct Evidence {
    private var fits: [Int: Int] = [:]
    private var misfits: [Int: Int] = [:]
    private var small: [Int: Int] = [:]
    private var words: [Int: (right: Int, wrong: Int)] = [:]
    /// Names that stand beside the right number somewhere.
    private var named: Set<String> = []

    mutating func add(_ literal: NamedLiteral, fits isFitting: Bool) {
        // A single digit fits much by chance: some of them say as much as one number.
        if literal.number.digitsThatSay < 2 {
            if isFitting { small[literal.section, default: 0] += 1 }
            return
        }
        if isFitting {
            fits[literal.section, default: 0] += 1
            if literal.entry == nil { named.insert(literal.spelling) }
        } else {
            misfits[literal.section, default: 0] += 1
        }
    }

    /// The same for numbers that only words name.
    mutating func addWords(_ literal: NamedLiteral, fits isFitting: Bool) {
        words[literal.section, default: (0, 0)].right += isFitting ? 1 : 0
        words[literal.section, default: (0, 0)].wrong += isFitting ? 0 : 1
    }

    /// Words are said of much: what they name is wrong only in a section where they name others rightly.
    ///
    /// - Parameter isNear: the number nearly is what they say, which two that aren't the same seldom are.
    /// - Parameter isPlain: whether so many words say it that a single digit is meant for it too.
    func wordsSpeak(_ literal: NamedLiteral, isSlip: Bool, isNear: Bool, isPlain: Bool) -> Bool {
        guard literal.number.digitsThatSay >= 2 || isPlain, let (right, wrong) = words[literal.section] else { return false }
        if isSlip || isNear { return right + (fits[literal.section] ?? 0) >= 1 }
        return right >= 2 && right > wrong
    }

    /// Whether a section speaks of one run so clearly that a number between others of it is of that run too.
    func speaksOfRun(_ literal: NamedLiteral) -> Bool {
        let (right, wrong) = (fits[literal.section] ?? 0, misfits[literal.section] ?? 0)
        return literal.number.digitsThatSay >= 2 && right >= 3 && right >= 3 * wrong
    }

    /// Whether a number can't well be meant for anything else.
    ///
    /// - Parameters:
    ///   - isPlaced: whether the heading above it says which quantity of its name is meant.
    ///   - isOfAnotherStep: whether its sentence speaks of another time.
    func speaksOfNetwork(_ literal: NamedLiteral, isPlaced: Bool, isOfAnotherStep: () -> Bool) -> Bool {
        let right = (fits[literal.section] ?? 0) + (small[literal.section] ?? 0) / 3
        let wrong = misfits[literal.section] ?? 0
        // Stated with its value elsewhere, it may be another step or example here.
        if !isPlaced, literal.entry == nil, named.contains(literal.spelling),
            right < 5 || right < 5 * wrong || isOfAnotherStep()
        {
            return false
        }
        let isBare = literal.names.allSatisfy(\.isBare)
        if right >= wrong, right >= (isBare ? 3 : 1) { return true }
        let (all, none) = (fits.values.reduce(0, +), misfits.values.reduce(0, +))
        return !isBare && all >= 9 * none
    }
}
