import Claims
import Exhibits

/// Finds what notes mean by indices, signs and letters: what makes most of their numbers true.
///
/// What is hardly better than another reading isn't taken for sure: both stay open, and a name may mean either.
struct ConventionLearner {
    private let index: QuantityIndex
    /// Conventions that stay open, the best first.
    private var open: [Conventions] = []
    /// Letters that this decides, with what they stand for.
    private var decided: [NotedLetter: [LetterRole]] = [:]
    /// What some number tells or the author says.
    private(set) var told: [Conventions.Choice] = []

    init(_ literals: [NamedLiteral], _ index: QuantityIndex, said: Set<Conventions.Choice>) {
        self.index = index
        let telling = literals.filter { $0.number.digitsThatSay >= 2 }
        let all = Conventions.all(where: said)
        let scores = all.map { conventions in
            telling.count { literal in
                let found = candidates(for: literal, under: conventions, LetterRole.roles)
                return Tying.fitting(literal.number, found) != nil
            }
        }
        guard let best = scores.max() else { return }
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        open = order.filter { scores[$0] >= max(1, best - 1) }.map { all[$0] }
        if open.isEmpty { open = all }
        // A choice is told where no open convention has it otherwise, though there are others.
        let first = Set(open[0].choices)
        told = Conventions.Choice.allCases.filter { choice in
            first.contains(choice) && (said.contains(choice) || open.allSatisfy { $0.choices.contains(choice) })
        }
        decideLetters(telling)
    }

    private mutating func decideLetters(_ literals: [NamedLiteral]) {
        guard let best = open.first else { return }
        var trues: [NotedLetter: [LetterRole: Int]] = [:]
        for literal in literals {
            guard case .quantity(let letter)? = literal.names.first else { continue }
            let roles = LetterRole.roles(of: letter)
            for role in roles where roles.count > 1 {
                let found = candidates(for: literal, under: best) { _ in [role] }
                if Tying.fitting(literal.number, found) != nil {
                    // Four digits are no chance.
                    trues[Self.plain(letter), default: [:]][role, default: 0] += literal.number.digitsThatSay >= 4 ? 2 : 1
                }
            }
        }
        for (letter, counts) in trues {
            guard let most = counts.values.max(), most > 1 else { continue }
            decided[letter] = LetterRole.roles(of: letter).filter { counts[$0, default: 0] >= most - 1 }
        }
    }

    /// All quantities that a number's name may mean.
    func candidates(for literal: NamedLiteral) -> [QuantityIndex.Candidate] {
        var found: [QuantityIndex.Candidate] = []
        for conventions in open {
            let more = candidates(for: literal, under: conventions) { decided[Self.plain($0)] ?? LetterRole.roles(of: $0) }
            for candidate in more where !found.contains(candidate) { found.append(candidate) }
        }
        return found
    }

    private func candidates(
        for literal: NamedLiteral, under conventions: Conventions, _ roles: (NotedLetter) -> [LetterRole]
    ) -> [QuantityIndex.Candidate] {
        let reading = NameReading(index: index, conventions: conventions)
        for name in literal.names {
            let found = reading.candidates(for: name, as: literal.entry, roles)
            if !found.isEmpty { return found }
        }
        return []
    }

    private static func plain(_ letter: NotedLetter) -> NotedLetter {
        NotedLetter(base: letter.base, accent: letter.accent)
    }
}
