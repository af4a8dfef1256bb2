/// How often each true class was given each answer: `counts[truth][answer]`.
public struct ConfusionMatrix: Hashable, Sendable {
    public let counts: [[Int]]

    /// Counts from true and predicted class numbers.
    public init(truths: [Int], answers: [Int], classes: Int) {
        var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
        for (truth, answer) in zip(truths, answers) { counts[truth][answer] += 1 }
        self.counts = counts
    }

    public var total: Int { counts.joined().reduce(0, +) }

    /// The share of right answers.
    public var accuracy: Double { ratio(counts.indices.reduce(0) { $0 + counts[$1][$1] }, total) }

    /// Of the samples answered with this class, the share that are of it: TP / (TP + FP). 0 when there are none.
    public func precision(of label: Int) -> Double { ratio(counts[label][label], counts.reduce(0) { $0 + $1[label] }) }

    /// Of the samples of this class, the share answered with it: TP / (TP + FN). 0 when there are none.
    public func recall(of label: Int) -> Double { ratio(counts[label][label], counts[label].reduce(0, +)) }

    /// The harmonic mean of precision and recall, 2PR / (P + R).
    public func f1(of label: Int) -> Double {
        let (precision, recall) = (precision(of: label), recall(of: label))
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

extension Network {
    /// The confusion matrix on `data`. One output is read as a probability of class 1, which must exceed `threshold`; of
    /// several outputs the largest counts, and a target of one number is then the class itself.
    public func confusion(on data: Dataset, threshold: Double = 0.5) -> ConfusionMatrix {
        func label(_ values: [Double], _ threshold: Double) -> Int {
            if values.count == 1 { return values[0] > threshold ? 1 : 0 }
            return values.indices.max { values[$0] < values[$1] } ?? 0
        }
        return ConfusionMatrix(
            truths: data.samples.map { truth(of: $0) ?? label($0.target, 0.5) },
            answers: data.samples.map { label(activations(for: $0.input)[layers.count], threshold) },
            classes: max(2, outputs))
    }

    /// The class that a target names by its number, as sparse losses take it; nil for other targets.
    private func truth(of sample: Dataset.Sample) -> Int? {
        guard outputs > 1, sample.target.count == 1, let number = Int(exactly: sample.target[0]) else { return nil }
        return (0..<outputs).contains(number) ? number : nil
    }

    /// The share of samples of `data` that are answered rightly.
    public func accuracy(on data: Dataset, threshold: Double = 0.5) -> Double {
        confusion(on: data, threshold: threshold).accuracy
    }

    /// The share of samples whose true class is among the `k` largest outputs.
    public func topAccuracy(_ k: Int, on data: Dataset) -> Double {
        let hits = data.samples.count { sample in
            let output = activations(for: sample.input)[layers.count]
            let truth = truth(of: sample) ?? sample.target.indices.max { sample.target[$0] < sample.target[$1] } ?? 0
            return output.count { $0 > output[truth] } < k
        }
        return Double(hits) / Double(max(1, data.count))
    }

    /// The mean of |t − o| over all samples and outputs.
    public func meanAbsoluteError(on data: Dataset) -> Double { loss(on: data, .meanAbsoluteError) }

    /// The share of the targets' variance that the answers explain, 1 − Σ(t − o)² / Σ(t − t̄)², over one output.
    public func r2(on data: Dataset) -> Double {
        let targets = data.samples.map { $0.target[0] }
        let mean = targets.reduce(0, +) / Double(max(1, targets.count))
        let residual = data.samples.reduce(0.0) { sum, sample in
            let distance = sample.target[0] - activations(for: sample.input)[layers.count][0]
            return sum + distance * distance
        }
        return 1 - residual / targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
