import Foundation
import Exhibits

extension Figure {
    /// Level lines of a function of two numbers, with the paths that optimisers took over it.
    ///
    /// Without `levels` there are twelve, denser where the surface is low, as suits a loss.
    ///
    /// - Example: `plot(Figure.surface(x: -2...2, y: -2...2) { x, y in x * x + 2 * y * y })`
    public static func surface(
        x: ClosedRange<Double>, y: ClosedRange<Double>, xLabel: String = "θ₁", yLabel: String = "θ₂",
        levels: [Double]? = nil, paths: [PlanePlot.Points] = [], caption: String? = nil, _ function: (Double, Double) -> Double
    ) -> Figure {
        let field = PlanePlot.Field(xRange: x, yRange: y, function)
        let finite = field.values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        let chosen = levels ?? (1...12).map { low + (high - low) * pow(Double($0) / 13, 2) }
        return Figure(
            .plane(PlanePlot(x: xLabel, y: yLabel, levels: .init(field, at: chosen), paths: paths)), caption: caption)
    }
}

extension PlanePlot.Points {
    /// A path over a surface: `paths: [.path("momentum", [[-5, 2], [-4.5, 1.2]])]`. A point that hasn't two numbers is left out.
    public static func path(_ name: String, _ points: [[Double]]) -> PlanePlot.Points {
        let pairs = points.filter { $0.count == 2 }
        return PlanePlot.Points(name, x: pairs.map { $0[0] }, y: pairs.map { $0[1] })
    }
}

/// What `.path` was called.
@available(*, deprecated, renamed: "PlanePlot.Points.path(_:_:)")
@_documentation(visibility: internal)
public func Path(_ name: String, _ points: [[Double]]) -> PlanePlot.Points { .path(name, points) }
