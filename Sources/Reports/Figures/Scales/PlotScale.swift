import Exhibits

/// From values to places along an axis, and the values worth a tick.
protocol PlotScale {
    /// 0 at the start of the axis, 1 at its end; `nil` for what the axis can't show.
    func position(_ value: Double) -> Double?
    var ticks: [Tick] { get }
    /// What all labels are to be multiplied with: `× 10⁻⁵`.
    var factor: String? { get }
}

struct Tick: Hashable {
    /// 0…1 along the axis.
    var position: Double
    /// Empty for a grid line without a label.
    var label: String
}

extension LinePlot.Scale {
    /// The scale that shows all of `values`, with about `count` ticks.
    func fitted(to values: [Double], count: Int, margin: LinearScale.Margin) -> any PlotScale {
        switch self {
        case .linear: LinearScale(showing: values, count: count, margin: margin)
        case .logarithmic: LogarithmicScale(showing: values, count: count)
        }
    }
}
