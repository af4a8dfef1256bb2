import Derivations
import Exhibits
import Lessons
import Reports

/// Numbers of a group that known slips lead to, each with what is said of it, the likeliest first.
struct KnownSlips {
    struct Slip {
        var values: [Double]
        var words: String
    }

    private(set) var slips: [Slip] = []
    private let answers: CheckedAnswers
    private let group: [Int]
    private let right: [CheckedAnswers.Answer]
    private var known: Set<[Double]> = []
    private let most: Int

    /// So many of the commonest slips of a number are tried.
    private static let mostOfOne = 6
    /// The largest probability with which one that fits by chance is told.
    private static let mostChance = 0.03

    /// - Parameters:
    ///   - group: positions of the numbers that are checked together.
    ///   - count: how many are wanted; of a single number some more are looked for, since chance speaks against many.
    init(_ answers: CheckedAnswers, _ group: [Int], atMost count: Int) {
        most = count
        self.answers = answers
        self.group = group
        right = group.compactMap { answers.answers[$0] }
        guard right.count == group.count else { return }
        addRules()
        for rank in 0..<Self.mostOfOne {
            for field in 0...(group.max() ?? 0) where slips.count < (group.count == 1 ? 3 * count : count) {
                addSlip(rank, in: field)
            }
        }
    }

    /// One rule broken wherever it occurs: what each number comes to then is known of each.
    private mutating func addRules() {
        var counts: [String: (count: Int, first: Int)] = [:]
        for answer in right {
            for (rank, slip) in answer.misconceptions.prefix(Self.mostOfOne).enumerated() {
                let before = counts[slip.words]
                counts[slip.words] = ((before?.count ?? 0) + 1, before?.first ?? rank)
            }
        }
        let shared = counts.filter { $0.value.count > 1 }.sorted {
            ($1.value.count, $0.value.first, $0.key) < ($0.value.count, $1.value.first, $1.key)
        }
        for (words, _) in shared {
            let values = right.map { answer in answer.misconceptions.first { $0.words == words }?.value ?? answer.value }
            add(values, CheckWords.said(CheckWords.current.slip, words))
        }
    }

    /// A slip at one number, and what follows from it in those behind.
    private mutating func addSlip(_ rank: Int, in field: Int) {
        guard let source = answers.answers[field], source.misconceptions.indices.contains(rank) else { return }
        let slip = source.misconceptions[rank]
        // Whoever goes on, goes on from what is written down.
        let written = source.multiple(of: slip.value) * source.grid
        let values = group.compactMap { index in
            index < field
                ? answers.answers[index]?.value
                : index == field ? slip.value : answers.answer(index, goingOnFrom: written, in: field)
        }
        guard values.count == group.count, values.allSatisfy(\.isFinite) else { return }
        let words = CheckWords.current, blank = "\(answers.fields[field].blank)"
        if !group.contains(field) {
            add(values, CheckWords.said(words.follows, blank, slip.words))
        } else if group.count == 1 {
            add(values, CheckWords.said(words.slip, slip.words))
        } else {
            add(values, CheckWords.said(words.slipIn, blank, slip.words))
        }
    }

    private mutating func add(_ values: [Double], _ words: String) {
        let multiples = zip(right, values).map { $0.multiple(of: $1) }
        let steps = zip(right, multiples).map { abs($1 - $0.multiple(of: $0.value)) }
        // What is next to the right number is taken for a rounding.
        guard steps.contains(where: { $0 > 1 }), multiples.allSatisfy({ abs($0) < 1e15 }), known.insert(multiples).inserted
        else { return }
        slips.append(Slip(values: values, words: words))
    }

    /// The first of them that are told: a single number of few digits fits too many slips by chance.
    var told: [Slip] {
        guard group.count == 1, let answer = right.first else { return Array(slips.prefix(most)) }
        return Array(
            slips.filter { slip in
                let distance = abs(slip.values[0] - answer.value)
                let near = slips.count { (distance / 3...3 * distance).contains(abs($0.values[0] - answer.value)) }
                return Double(near) * answer.grid / 2 <= Self.mostChance * (3 - 1 / 3.0) * distance
            }.prefix(most))
    }
}
