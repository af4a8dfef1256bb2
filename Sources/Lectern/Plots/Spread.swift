import Exhibits
import Networks

extension LinePlot.Series {
    /// Several runs of one experiment as one curve: their median at each point, and as a band behind it where they lie.
    ///
    ///     plot([.spread("constant rate", of: tenRuns), .spread("falling rate", of: tenOthers)])
    ///
    /// Runs of different lengths, or none, end the lesson at this call, as does a share outside 0 to 1.
    ///
    /// - Parameters:
    ///   - name: What the legend calls them.
    ///   - runs: One list of values for each run, such as its losses.
    ///   - x: Where the values stand; 0, 1, 2… unless given.
    ///   - low: The share of runs below the band, 0.25 for the lower quartile; 0, the lowest run, unless given.
    ///   - high: The share of runs below its upper edge; 1, the highest run, unless given.
    /// - SeeAlso: Matplotlib `fill_between`
    /// - Example: `plot([.spread("loss", of: [[1, 0.5, 0.3], [0.9, 0.6, 0.2], [1.1, 0.4, 0.4]])])`
    public static func spread(
        _ name: String, of runs: [[Double]], x: [Double]? = nil, from low: Double = 0, through high: Double = 1,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> LinePlot.Series {
        stopping(file: file, line: line, column: column) {
            guard let count = runs.first?.count, count > 0 else {
                throw ShapeError("there are no values to draw the spread of; give one list of values for each run")
            }
            guard let other = runs.first(where: { $0.count != count }) else {
                let places = x ?? (0..<count).map(Double.init)
                guard places.count == count else {
                    throw ShapeError("the runs have \(count) values, but there are \(places.count) places for them")
                }
                let points = (0..<count).map { index in
                    Repetition(runs.map { $0[index] }, file: file, line: line, column: column)
                }
                func quantiles(_ share: Double) -> [Double] {
                    points.map { $0.quantile(share, file: file, line: line, column: column) }
                }
                return LinePlot.Series(
                    name, x: places, y: points.map(\.median), band: .init(lower: quantiles(low), upper: quantiles(high)))
            }
            throw ShapeError("one run has \(count) values and another \(other.count); the spread needs as many of each")
        }
    }
}
