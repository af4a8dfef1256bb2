/// Probabilities that a network gave to "yes", each with the truth: what the curves of binary classification are made of.
public struct ScoredAnswers: Hashable, Sendable {
    /// In falling order.
    let sorted: [Answer]
    let positives: Int

    struct Answer: Hashable, Sendable {
        var score: Double
        var isPositive: Bool
    }

    var negatives: Int { sorted.count - positives }

    /// Scores and truths, as many of the one as of the other. Neither positive nor negative samples may be missing, and no
    /// score may be NaN: otherwise the lesson ends at this call.
    public init(
        scores: [Double], truths: [Bool], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) {
        self = stopping(file: file, line: line, column: column) { try ScoredAnswers(scores, truths) }
    }

    init(_ scores: [Double], _ truths: [Bool]) throws {
        guard scores.count == truths.count else {
            throw DataError(line: nil, problem: "there are \(scores.count) scores, but \(truths.count) truths")
        }
        if let index = scores.firstIndex(where: \.isNaN) {
            throw DataError(line: nil, problem: "score \(index + 1) is not a number")
        }
        let positives = truths.count { $0 }
        guard positives > 0, positives < truths.count else {
            throw DataError(
                line: nil,
                problem: "\(positives) of \(truths.count) samples are positive; such curves need positive and negative ones")
        }
        self.positives = positives
        sorted = zip(scores, truths).map(Answer.init).sorted { $0.score > $1.score }
    }

    /// The counts of true and false positives at each threshold: every score counts as "yes" that is at least as large.
    var steps: [(threshold: Double, truePositives: Int, falsePositives: Int)] {
        var steps: [(threshold: Double, truePositives: Int, falsePositives: Int)] = []
        var (hits, alarms) = (0, 0)
        for (index, answer) in sorted.enumerated() {
            if answer.isPositive { hits += 1 } else { alarms += 1 }
            // Equal scores can't be told apart by any threshold.
            if index + 1 < sorted.count, sorted[index + 1].score == answer.score { continue }
            steps.append((answer.score, hits, alarms))
        }
        return steps
    }
}

extension Network {
    /// The answers of a network with one output to the samples of `data`; a target above ½ means yes.
    ///
    /// Ends the lesson at this call where the network has several outputs or there is nothing to measure.
    public func scoredAnswers(
        on data: Dataset, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> ScoredAnswers {
        stopping(file: file, line: line, column: column) {
            guard outputs == 1 else {
                throw ArgumentError("these curves are about one output, but this network has \(outputs)")
            }
            try checkSamples(of: data, for: .meanSquaredError)
            return try ScoredAnswers(
                data.samples.map { passed($0.input)[layers.count][0] }, data.samples.map { $0.target[0] > 0.5 })
        }
    }
}
