import Claims
import Exhibits

/// What a lesson computed, by value: for numbers that the notes give no name.
struct ValueIndex {
    private let sorted: [NamedNumber]

    /// So likely is it at most that a number with these digits is one of them by chance.
    private static let chance = 0.01

    init(_ numbers: [NamedNumber]) {
        sorted = numbers.filter { $0.value.isFinite && $0.value != 0 }.sorted { $0.value < $1.value }
    }

    /// Whether a number has digits enough that what it meets, in so many ways, it doesn't meet by chance.
    func isTelling(_ number: WrittenNumber, ways: Double = 1) -> Bool {
        var odds = Double(max(1, sorted.count)) * ways
        for _ in 1..<max(1, number.digitsThatSay) { odds /= 10 }
        return odds < Self.chance
    }

    /// The quantity that a number is by its digits; nil where there is none, or several of different values.
    func quantity(equal number: WrittenNumber) -> (QuantityIndex.Candidate, Verdict)? {
        guard isTelling(number) else { return nil }
        let found = sorted.near(number.value, within: number.unit, by: \.value).filter {
            number.verdict(for: $0.value) == .exact
        }
        guard let first = found.first, let last = found.last, last.value - first.value <= 1e-9 * abs(first.value) else {
            return nil
        }
        let shortest = found.min { ($0.expression.utf8.count, $0.expression) < ($1.expression.utf8.count, $1.expression) }
        return shortest.map { (QuantityIndex.Candidate(number: $0), .exact) }
    }

    /// The quantity that a number nearly is, and how it differs; nil where none or several are as near.
    func quantity(near number: WrittenNumber) -> (NamedNumber, difference: String)? {
        var found: [(NamedNumber, Slip)] = []
        for candidate in sorted
        where abs(candidate.value) < 20 * abs(number.value) && abs(number.value) < 20 * abs(candidate.value) {
            guard let slip = Slip(printed: number, right: candidate.value) else { continue }
            // A sign or a factor is one way to differ, a slip of the finger one of some for each digit.
            let ways = slip.isTyping ? 12 * Double(number.digitsThatSay) : 4
            if isTelling(number, ways: ways) { found.append((candidate, slip)) }
        }
        guard let first = found.first, found.allSatisfy({ abs($0.0.value - first.0.value) <= 1e-9 * abs(first.0.value) }) else {
            return nil
        }
        return (first.0, first.1.words)
    }
}
