import Exhibits
import Networks

extension ScoredAnswers {
    /// The ROC curve, with the diagonal of guessing.
    public func rocFigure(caption: String? = nil) -> Figure {
        let points = roc
        return Figure(
            .lines(
                LinePlot(
                    x: .init("false positive rate"), y: .init("true positive rate"),
                    series: [
                        .init("ROC", x: points.map(\.falsePositiveRate), y: points.map(\.truePositiveRate)),
                        .init("guessing", x: [0, 1], y: [0, 1]),
                    ])), caption: caption)
    }

    /// Precision over recall.
    public func precisionRecallFigure(caption: String? = nil) -> Figure {
        let points = precisionRecall
        return Figure(
            .lines(
                LinePlot(
                    x: .init("recall"), y: .init("precision"),
                    series: [.init("precision", x: points.map(\.recall), y: points.map(\.precision))])), caption: caption)
    }

    /// What is true over what was said, bin by bin, with the diagonal of a calibrated network.
    public func reliabilityFigure(
        bins: Int = 10, caption: String? = nil, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Figure {
        let full = reliability(bins: bins, file: file, line: line, column: column).filter { $0.count > 0 }
        return Figure(
            .lines(
                LinePlot(
                    x: .init("predicted probability"), y: .init("share of positives"),
                    series: [
                        .init("network", x: full.map(\.said), y: full.map(\.was)),
                        .init("calibrated", x: [0, 1], y: [0, 1]),
                    ])), caption: caption)
    }
}
