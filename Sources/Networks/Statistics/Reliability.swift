/// Samples with similar scores: what was said of them, and what is true.
public struct ReliabilityBin: Hashable, Sendable {
    /// Scores from here (inclusive)…
    public let low: Double
    /// …to here (exclusive, but for the last bin).
    public let high: Double
    /// How many answers fell into it.
    public let count: Int
    /// The mean of the scores. NaN in an empty bin.
    public let said: Double
    /// The share of positive samples. NaN in an empty bin.
    public let was: Double
    /// Wilson's interval at 95 % for the share; from 0 to 1 in an empty bin.
    public let interval: Interval
}

extension ScoredAnswers {
    /// A reliability diagram in numbers: probabilities sorted into `bins` ranges of equal width from 0 to 1. In a calibrated
    /// network `said` and `was` agree, up to what chance allows.
    ///
    /// No bins, or a score that is no probability, end the lesson at this call.
    public func reliability(
        bins: Int = 10, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [ReliabilityBin] {
        stopping(file: file, line: line, column: column) {
            guard (1...10_000).contains(bins) else {
                throw ArgumentError("a reliability diagram can't have \(bins) bins; give a number from 1 to 10000")
            }
            if let score = sorted.first(where: { !(0...1).contains($0.score) })?.score {
                throw DataError(line: nil, problem: "the score \(score) is no probability; give scores from 0 to 1")
            }
            let groups = Dictionary(grouping: sorted) { min(bins - 1, Int($0.score * Double(bins))) }
            return try (0..<bins).map { bin in
                let answers = groups[bin] ?? []
                let positives = answers.count(where: \.isPositive)
                return ReliabilityBin(
                    low: Double(bin) / Double(bins), high: Double(bin + 1) / Double(bins), count: answers.count,
                    said: answers.isEmpty ? .nan : answers.reduce(0) { $0 + $1.score } / Double(answers.count),
                    was: answers.isEmpty ? .nan : Double(positives) / Double(answers.count),
                    interval: answers.isEmpty
                        ? Interval(low: 0, high: 1) : try Interval(wilson: positives, of: answers.count, level: 0.95))
            }
        }
    }

    /// The expected calibration error: the mean of |said − was| over the bins, each weighted by its samples. C. Guo et al., *On
    /// calibration of modern neural networks* (2017).
    public func calibrationError(
        bins: Int = 10, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        reliability(bins: bins, file: file, line: line, column: column).reduce(0) { sum, bin in
            bin.count == 0 ? sum : sum + Double(bin.count) * abs(bin.said - bin.was) / Double(sorted.count)
        }
    }
}
