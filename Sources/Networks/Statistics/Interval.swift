/// The values that are compatible with what was counted, at a level such as 95 %.
public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// The interval between two ends.
    public init(low: Double, high: Double) {
        (self.low, self.high) = (low, high)
    }

    /// The upper end less the lower.
    public var width: Double { high - low }

    /// Whether a number lies between the ends or on one of them.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// Whether there is a value in both.
    public func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
}

/// Wilson's score interval for a share of which `count` of `all` were seen.
///
/// Its middle is (k + z²/2) / (n + z²), its half-width z/(n + z²) · √(k (n − k)/n + z²/4), with z the quantile of the normal
/// distribution for the level, 1.96 for 95 %. E. B. Wilson, *Probable inference, the law of succession, and statistical
/// inference*, Journal of the American Statistical Association 22 (1927).
///
/// A count outside 0 to `all`, no samples, or a level outside 0 to 1 end the lesson at this call.
public func wilsonInterval(
    _ count: Int, of all: Int, level: Double = 0.95, file: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
) -> Interval {
    stopping(file: file, line: line, column: column) { try Interval(wilson: count, of: all, level: level) }
}

extension Interval {
    init(wilson count: Int, of all: Int, level: Double) throws {
        guard all > 0, (0...all).contains(count) else {
            throw ArgumentError("\(count) of \(all) is no share; give a count from 0 up to a number of samples above 0")
        }
        guard level > 0, level < 1 else {
            throw ArgumentError("the level of an interval can't be \(level); give a number between 0 and 1, such as 0.95")
        }
        let (k, n) = (Double(count), Double(all))
        let z = Self.normalQuantile(covering: level)
        let middle = (k + z * z / 2) / (n + z * z)
        let half = z / (n + z * z) * (k * (n - k) / n + z * z / 4).squareRoot()
        // On paper the ends are exactly 0 and 1 where nothing or all was counted.
        self.init(low: count == 0 ? 0 : middle - half, high: count == all ? 1 : middle + half)
    }

    /// The z for which a normal number lies within ±z with this probability: erf(z/√2) = level.
    private static func normalQuantile(covering level: Double) -> Double {
        var (low, high) = (0.0, 10.0)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if erf(middle / 2.0.squareRoot()) < level { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
