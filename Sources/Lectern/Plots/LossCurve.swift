import Exhibits

extension Figure {
    /// Losses over epochs, with the last value written at the curve, and the smallest where it isn't the last.
    ///
    /// The axes are called epochs and loss, in the page's language, unless `x` and `y` say otherwise.
    /// `losses[k]` is the loss after k epochs, as in `TrainingRun.losses`.
    ///
    /// - Example: `plot(Figure.curve(of: [1, 0.5, 0.3, 0.25]))`
    public static func curve(
        of losses: [Double], scale: LinePlot.Scale = .linear, x: String? = nil, y: String? = nil,
        caption: String? = nil
    ) -> Figure {
        let steps = losses.indices.map(Double.init)
        let (x, y) = (x ?? LessonWords.current.epochs, y ?? LessonWords.current.loss)
        let plot = LinePlot(
            x: .init(x), y: .init(y, scale), series: [.init(y, x: steps, y: losses)], marks: marks(of: losses, at: steps))
        return Figure(.lines(plot), caption: caption)
    }

    /// Several curves over one pair of axes, each named at its end.
    public static func curves(
        _ series: [LinePlot.Series], scale: LinePlot.Scale = .linear, x: String? = nil, y: String? = nil,
        caption: String? = nil
    ) -> Figure {
        let (x, y) = (x ?? LessonWords.current.epochs, y ?? LessonWords.current.loss)
        return Figure(.lines(LinePlot(x: .init(x), y: .init(y, scale), series: series)), caption: caption)
    }

    private static func marks(of values: [Double], at steps: [Double]) -> [LinePlot.Mark] {
        let points = zip(steps, values).filter { $0.1.isFinite }
        guard let last = points.last, points.count > 1, let lowest = points.min(by: { $0.1 < $1.1 }) else { return [] }
        let end = LinePlot.Mark(x: last.0, y: last.1, ReadableNumber.text(last.1))
        // A difference that the labels don't show isn't worth one.
        guard lowest.1 < last.1, ReadableNumber.text(lowest.1) != ReadableNumber.text(last.1) else { return [end] }
        let minimum = LinePlot.Mark(
            x: lowest.0, y: lowest.1,
            LessonWords.said(
                LessonWords.current.minimum, ReadableNumber.text(lowest.1), ReadableNumber.text(lowest.0)))
        return [minimum, end]
    }
}
