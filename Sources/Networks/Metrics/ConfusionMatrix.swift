/// How often each true class was given each answer: `counts[truth][answer]`.
public struct ConfusionMatrix: Hashable, Sendable {
    /// How often an answer was given: a row for each true class, a column for each answer.
    public let counts: [[Int]]

    /// Counts from true and predicted class numbers, as many of the one as of the other. A class that isn't among 0 to
    /// `classes` − 1 ends the lesson at this call.
    public init(
        truths: [Int], answers: [Int], classes: Int, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) {
        self = stopping(file: file, line: line, column: column) {
            try ConfusionMatrix(of: truths, answeredWith: answers, classes: classes)
        }
    }

    init(of truths: [Int], answeredWith answers: [Int], classes: Int) throws {
        guard truths.count == answers.count else {
            throw DataError(line: nil, problem: "there are \(truths.count) truths, but \(answers.count) answers")
        }
        guard (1...Self.mostClasses).contains(classes) else {
            throw ArgumentError("there can't be \(classes) classes; give a number from 1 to \(Self.mostClasses)")
        }
        var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
        for (index, pair) in zip(truths, answers).enumerated() {
            for (label, what) in [(pair.0, "truth"), (pair.1, "answer")] where !counts.indices.contains(label) {
                throw DataError(
                    line: nil, problem: "\(what) \(index + 1) is \(label), which is none of the classes 0 to \(classes - 1)")
            }
            counts[pair.0][pair.1] += 1
        }
        self.counts = counts
    }

    /// A hundred million counts.
    private static let mostClasses = 10_000

    /// How many answers were counted.
    public var total: Int { counts.joined().reduce(0, +) }

    /// The share of right answers. 0 when there are none.
    public var accuracy: Double { ratio(counts.indices.reduce(0) { $0 + counts[$1][$1] }, total) }

    /// Of the samples answered with this class, the share that are of it: TP / (TP + FP). 0 when there are none.
    public func precision(
        of label: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try scores(of: label).precision }
    }

    /// Of the samples of this class, the share answered with it: TP / (TP + FN). 0 when there are none.
    public func recall(
        of label: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try scores(of: label).recall }
    }

    /// The harmonic mean of precision and recall, 2PR / (P + R).
    public func f1(
        of label: Int, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) { try scores(of: label).f1 }
    }

    func scores(of label: Int) throws -> (precision: Double, recall: Double, f1: Double) {
        guard counts.indices.contains(label) else {
            throw ArgumentError("there is no class \(label); the classes are 0 to \(counts.count - 1)")
        }
        let hits = counts[label][label]
        let precision = ratio(hits, counts.reduce(0) { $0 + $1[label] })
        let recall = ratio(hits, counts[label].reduce(0, +))
        return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
