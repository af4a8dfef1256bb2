extension Repetition {
    /// In how many of the seeds this value is larger than the other experiment's with the same seed.
    ///
    /// Experiments of different length end the lesson at this call; so does `signTest(against:)`.
    public func wins(
        against other: Repetition, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Int {
        stopping(file: file, line: line, column: column) { try compared(with: other).wins }
    }

    /// The sign test of two experiments with the same seeds: how often wins as unequally shared as these, or more, come up by
    /// tossing a coin for each seed. Two-sided; seeds with equal values are left out.
    public func signTest(
        against other: Repetition, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        let (wins, losses) = stopping(file: file, line: line, column: column) { try compared(with: other) }
        return Self.signTest(wins, losses)
    }

    private func compared(with other: Repetition) throws -> (wins: Int, losses: Int) {
        guard count == other.count else {
            throw ArgumentError(
                "\(count) results can't be compared seed by seed with \(other.count); run both with the same seeds")
        }
        let pairs = zip(values, other.values)
        return (pairs.count { $0 > $1 }, pairs.count { $0 < $1 })
    }

    /// 2 · Σ C(n, k) / 2ⁿ over k from the larger of the two up to n, at most 1.
    private static func signTest(_ wins: Int, _ losses: Int) -> Double {
        let n = wins + losses
        guard n > 0 else { return 1 }
        // The terms from k = n down: C(n, n) / 2ⁿ = 2⁻ⁿ.
        var term = 1.0
        for _ in 0..<n { term /= 2 }
        var tail = 0.0
        for k in stride(from: n, through: max(wins, losses), by: -1) {
            tail += term
            term *= Double(k) / Double(n - k + 1)
        }
        return min(1, 2 * tail)
    }
}
