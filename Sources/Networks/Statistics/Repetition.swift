/// What came of the same experiment with several seeds.
///
/// - Example: `let runs = Repetition([0.21, 0.18, 0.25, 0.19])` `show(Table(["mean"], rows: [[runs.mean]]))`
public struct Repetition: Hashable, Sendable {
    /// One value for each seed, in the order of the seeds.
    public let values: [Double]

    /// No values, or one that is not a number, end the lesson at this call.
    public init(
        _ values: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) {
        self = stopping(file: file, line: line, column: column) { try Repetition(of: values) }
    }

    init(of values: [Double]) throws {
        guard !values.isEmpty else {
            throw ArgumentError("an experiment that was never run has no results; give one seed or more")
        }
        if let index = values.firstIndex(where: \.isNaN) {
            throw ArgumentError("result \(index + 1) of \(values.count) is not a number")
        }
        self.values = values
    }

    /// How many values there are.
    public var count: Int { values.count }

    /// The sum of the values over their number.
    public var mean: Double { values.reduce(0, +) / Double(count) }

    /// The spread of the values around their mean, with n − 1 in the denominator; 0 for a single value.
    public var standardDeviation: Double {
        let mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
    }

    /// The smallest value.
    public var smallest: Double { values.reduce(.infinity, min) }

    /// The largest value.
    public var largest: Double { values.reduce(-.infinity, max) }

    /// Half of the values lie below it, half above.
    public var median: Double { sortedQuantile(0.5) }

    /// The value below which the share `p` of all values lies, between two of them on the straight line (NumPy's `quantile`).
    ///
    /// A share outside 0 to 1 ends the lesson at this call.
    public func quantile(
        _ p: Double, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Double {
        stopping(file: file, line: line, column: column) {
            guard (0...1).contains(p) else { throw ArgumentError("there is no \(p)-quantile; give a share from 0 to 1") }
            return sortedQuantile(p)
        }
    }

    private func sortedQuantile(_ p: Double) -> Double {
        let sorted = values.sorted()
        let position = p * Double(count - 1)
        let below = Int(position)
        let part = position - Double(below)
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[below + 1] - sorted[below])
    }

    /// How many values meet a condition.
    ///
    /// - Throws: Whatever the condition throws.
    public func count(where isMet: (Double) throws -> Bool) rethrows -> Int { try values.count(where: isMet) }
}

/// Runs an experiment once for each seed.
///
///     let losses = repeated(seeds: 1...10) { seed in
///         Network(inputs: 2, seed: seed) { … }.trained(on: data, …).losses.last ?? 0
///     }
///     losses.median
///
/// A result that is not a number ends the lesson at this call.
///
/// - Throws: Whatever the experiment throws.
public func repeated(
    seeds: ClosedRange<UInt64>, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column,
    _ experiment: (_ seed: UInt64) throws -> Double
) rethrows -> Repetition {
    Repetition(try seeds.map(experiment), file: file, line: line, column: column)
}
