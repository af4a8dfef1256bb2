import Exhibits
import Foundation

/// Samples of the figures that are no curves: small, but with everything in them.
enum PlaneSamples {
    static let figures: [(name: String, figure: Figure)] = [
        ("decision-regions", Figure(.plane(regions))),
        ("three-regions", Figure(.plane(threeRegions))),
        ("surface", Figure(.plane(surface))),
        ("heat-map", Figure(.heat(weights))),
        ("confusion-matrix", Figure(.heat(confusion))),
        ("images", Figure(.images(images))),
        ("kernels", Figure(.images(kernels))),
        ("bars", Figure(.bars(bars))),
        ("histograms", Figure(.bars(histograms))),
    ]

    static func points(_ name: String, around x: Double, _ y: Double) -> PlanePlot.Points {
        let turns = (0..<8).map { Double($0) * 0.8 }
        return .init(name, x: turns.map { x + 0.6 * cos($0) }, y: turns.map { y + 0.4 * sin(1.7 * $0) })
    }

    static var regions: PlanePlot {
        let field = PlanePlot.Field(xRange: -2...2, yRange: -1...1, columns: 21, rows: 21) { 1 - $0 * $0 - 3 * $1 * $1 }
        let outside = PlanePlot.Field(
            xRange: -2...2, yRange: -1...1, columns: 21, values: field.values.map { -$0 })
        return PlanePlot(
            regions: [.init("inside", field), .init("outside", outside)],
            points: [points("inside", around: 0, 0), points("outside", around: 1.3, 0.5)],
            ringed: .init("wrongly answered", x: [0.6], y: [0]))
    }

    static var threeRegions: PlanePlot {
        let centers = [(0.0, 0.0), (2, 2), (3, -1)]
        func field(_ own: Int) -> PlanePlot.Field {
            PlanePlot.Field(xRange: -1...4, yRange: -2...3, columns: 15, rows: 15) { x, y in
                let far = centers.map { (x - $0.0) * (x - $0.0) + (y - $0.1) * (y - $0.1) }
                let others = far.indices.filter { $0 != own }.map { far[$0] }
                return (others.min() ?? 0) - far[own]
            }
        }
        return PlanePlot(
            regions: (0..<3).map { .init("class \($0)", field($0)) },
            points: centers.enumerated().map { points("class \($0.offset)", around: $0.element.0, $0.element.1) })
    }

    static var surface: PlanePlot {
        let field = PlanePlot.Field(xRange: -3...3, yRange: -2...2, columns: 31, rows: 31) { $0 * $0 + 4 * $1 * $1 }
        return PlanePlot(
            x: "θ₁", y: "θ₂", levels: .init(field, at: [0.5, 2, 5, 10, 17]),
            paths: [
                .init("plain", x: [-2.5, -2, -1.5, -1], y: [1.5, -1, 0.7, -0.4]),
                .init("momentum", x: [-2.5, -1.8, -0.6], y: [1.5, 0.2, 0]),
            ])
    }

    static var weights: HeatMap {
        HeatMap(
            rows: "to", columns: "from", rowNames: ["h_1", "h_2"], columnNames: ["x_1", "x_2", "x_3"],
            values: [[0.5, -0.25, 1], [0, .nan, -1.3]], format: .decimals(2))
    }

    static var confusion: HeatMap {
        HeatMap(
            rows: "true class", columns: "answer", rowNames: ["setosa", "versicolor", "virginica"],
            columnNames: ["setosa", "versicolor", "virginica"], values: [[10, 0, 0], [0, 20, 2], [0, 0, 13]],
            format: .decimals(0))
    }

    static var images: ImageGrid {
        let digit: [Double] = (0..<64).map { (index: Int) -> Double in
            let shade = (index * 7 + index / 8 * 3) % 17
            return Double(shade)
        }
        return ImageGrid(images: [
            .init(digit, width: 8, caption: "a 3"),
            .init(digit.reversed(), width: 8, caption: "an 8 taken for a 3", isMarked: true),
        ])
    }

    static var kernels: ImageGrid {
        ImageGrid(
            images: [.init([1, 0, -1, 2, 0, -2, 1, 0, -1], width: 3), .init([1, 2, 1, 0, 0, 0, -1, -2, -1], width: 3)],
            sharesScale: false)
    }

    static var bars: BarChart {
        BarChart(
            x: "class", y: "probability",
            panels: [.init("", labels: ["setosa", "versicolor", "virginica"], heights: [0.665, 0.245, 0.09])])
    }

    static var histograms: BarChart {
        BarChart(
            x: "weight", y: "count",
            panels: (1...4).map { epoch in
                .init(
                    "epoch \(epoch)", labels: (0..<10).map { "\($0)" },
                    heights: (0..<10).map { (bar: Int) -> Double in Double(bar * epoch % 7) })
            }, range: -1.5...1.5)
    }
}
