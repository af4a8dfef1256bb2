import Exhibits
import Networks

extension ScoredAnswers {
    /// The ROC curve, with the diagonal of guessing.
    public func rocFigure(caption: String? = nil) -> Figure {
        let words = LessonWords.current
        let points = roc
        return Figure(
            .lines(
                LinePlot(
                    x: .init(words.falsePositiveRate), y: .init(words.truePositiveRate),
                    series: [
                        .init("ROC", x: points.map(\.falsePositiveRate), y: points.map(\.truePositiveRate)),
                        .init(words.guessing, x: [0, 1], y: [0, 1]),
                    ])), caption: caption)
    }

    /// Precision over recall.
    public func precisionRecallFigure(caption: String? = nil) -> Figure {
        let words = LessonWords.current
        let points = precisionRecall
        return Figure(
            .lines(
                LinePlot(
                    x: .init(words.recall), y: .init(words.precision),
                    series: [.init(words.precision, x: points.map(\.recall), y: points.map(\.precision))])), caption: caption)
    }

    /// What is true over what was said, bin by bin, with the diagonal of a calibrated network.
    public func reliabilityFigure(
        bins: Int = 10, caption: String? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        let words = LessonWords.current
        let full = reliability(bins: bins, file: file, line: line, column: column).filter { $0.count > 0 }
        return Figure(
            .lines(
                LinePlot(
                    x: .init(words.predictedProbability), y: .init(words.shareOfPositives),
                    series: [
                        .init(words.network, x: full.map(\.said), y: full.map(\.was)),
                        .init(words.calibrated, x: [0, 1], y: [0, 1]),
                    ])), caption: caption)
    }
}
