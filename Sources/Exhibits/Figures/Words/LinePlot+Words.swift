extension LinePlot {
    /// `Line plot of loss over epochs`.
    var headline: String {
        let say = AlternativeWords.current
        return AlternativeWords.said(say.linePlot, y.label.isEmpty ? say.values : y.label, x.label.isEmpty ? "x" : x.label)
    }

    /// The picture in words: the headline, then one sentence for each series.
    public var words: String {
        let say = AlternativeWords.current
        let scale = y.scale == .logarithmic ? say.logarithmic : ""
        let shown = series.prefix(6).map { "\(sentence(for: $0))." }
        let left = series.count - 6
        let more = left < 1 ? [] : [say.moreCurves.said(left)]
        return ([(title ?? headline) + scale + "."] + shown + more).joined(separator: " ")
    }

    /// `loss falls from 0.298 to 0.0000351 over 10,000 epochs`.
    public func sentence(for series: Series) -> String {
        let say = AlternativeWords.current
        func text(_ value: Double) -> String { ReadableNumber.text(value) }
        let points = zip(series.x, series.y).filter { $0.0.isFinite && $0.1.isFinite }
        let name = series.name.isEmpty ? (y.label.isEmpty ? say.curve : y.label) : series.name
        let missing = min(series.x.count, series.y.count) - points.count
        let gap = missing == 0 ? "" : say.undrawnValues.said(missing)
        guard let first = points.first, let last = points.last else { return AlternativeWords.said(say.noValues, name) + gap }
        guard points.count > 1 else { return AlternativeWords.said(say.isAt, name, text(first.1), text(first.0)) + gap }
        let lowest = points.min { $0.1 < $1.1 } ?? first
        let highest = points.max { $0.1 < $1.1 } ?? first
        let (start, end) = (text(first.1), text(last.1))
        let span = AlternativeWords.said(say.over, text(last.0 - first.0), x.label.isEmpty ? say.units : x.label)
        let course: String
        if lowest.1 == highest.1 {
            course = AlternativeWords.said(say.stays, name, start, span)
        } else if lowest.1 < min(first.1, last.1) {
            course =
                AlternativeWords.said(say.goes, name, start, end, span)
                + AlternativeWords.said(say.minimum, text(lowest.1), text(lowest.0))
        } else if highest.1 > max(first.1, last.1) {
            course =
                AlternativeWords.said(say.goes, name, start, end, span)
                + AlternativeWords.said(say.maximum, text(highest.1), text(highest.0))
        } else if first.1 == last.1 {
            course = AlternativeWords.said(say.startsAndEnds, name, start, span)
        } else {
            course = AlternativeWords.said(last.1 < first.1 ? say.falls : say.rises, name, start, end, span)
        }
        return course + bandEnd(of: series) + gap
    }

    private func bandEnd(of series: Series) -> String {
        guard let low = series.band?.lower.last, let high = series.band?.upper.last, low.isFinite, high.isFinite else {
            return ""
        }
        return AlternativeWords.said(AlternativeWords.current.band, ReadableNumber.text(low), ReadableNumber.text(high))
    }
}
