import Exhibits

/// Draws losses over epochs: `plot(run.losses, scale: .logarithmic)`.
///
/// `losses[k]` is the loss after k epochs. The last value is written at the curve, and the smallest where it isn't the last.
public func plot(
    _ losses: [Double], scale: LinePlot.Scale = .linear, x: String? = nil, y: String? = nil, caption: String? = nil
) {
    show(Figure.curve(of: losses, scale: scale, x: x, y: y, caption: caption))
}

/// Draws several curves over one pair of axes, each named at its end.
public func plot(
    _ series: [LinePlot.Series], scale: LinePlot.Scale = .linear, x: String? = nil, y: String? = nil,
    caption: String? = nil
) {
    show(Figure.curves(series, scale: scale, x: x, y: y, caption: caption))
}

/// Draws a figure made beforehand.
public func plot(_ figure: Figure) { show(figure) }

/// A curve with a name: `Series("training", run.losses)`.
public typealias Series = LinePlot.Series

extension LinePlot.Series {
    /// Values over 0, 1, 2, …
    public init(_ name: String, _ values: [Double]) {
        self.init(name, x: values.indices.map(Double.init), y: values)
    }
}
