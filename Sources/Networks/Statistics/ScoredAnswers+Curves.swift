/// A point of the receiver operating characteristic.
public struct ROCPoint: Hashable, Sendable {
    /// Samples with this score or a larger one are answered with yes.
    public let threshold: Double
    /// Of the negative samples, the share answered with yes: FP / (FP + TN).
    public let falsePositiveRate: Double
    /// Of the positive samples, the share answered with yes, the recall: TP / (TP + FN).
    public let truePositiveRate: Double
}

/// A point of the precision–recall curve.
public struct PrecisionRecallPoint: Hashable, Sendable {
    /// The score from which on an answer counts as positive.
    public let threshold: Double
    /// TP / (TP + FP).
    public let precision: Double
    /// TP / (TP + FN).
    public let recall: Double
}

extension ScoredAnswers {
    /// From (0, 0), where nothing is answered with yes, to (1, 1), where everything is; one point for each different score.
    public var roc: [ROCPoint] {
        [ROCPoint(threshold: .infinity, falsePositiveRate: 0, truePositiveRate: 0)]
            + steps.map {
                ROCPoint(
                    threshold: $0.threshold, falsePositiveRate: Double($0.falsePositives) / Double(negatives),
                    truePositiveRate: Double($0.truePositives) / Double(positives))
            }
    }

    /// The area under the ROC curve: the probability that a positive sample gets a larger score than a negative one, where
    /// equal scores count half (the Mann–Whitney statistic divided by the number of pairs).
    public var areaUnderROC: Double {
        let points = roc
        return zip(points, points.dropFirst()).reduce(0) { area, pair in
            let width = pair.1.falsePositiveRate - pair.0.falsePositiveRate
            return area + width * (pair.0.truePositiveRate + pair.1.truePositiveRate) / 2
        }
    }

    /// One point for each different score, from the largest threshold to the smallest.
    public var precisionRecall: [PrecisionRecallPoint] {
        steps.map {
            PrecisionRecallPoint(
                threshold: $0.threshold,
                precision: Double($0.truePositives) / Double($0.truePositives + $0.falsePositives),
                recall: Double($0.truePositives) / Double(positives))
        }
    }

    /// Σ (Rₙ − Rₙ₋₁) Pₙ over the points of the precision–recall curve, as scikit-learn's `average_precision_score`.
    public var averagePrecision: Double {
        var (sum, before) = (0.0, 0.0)
        for point in precisionRecall {
            sum += (point.recall - before) * point.precision
            before = point.recall
        }
        return sum
    }
}
