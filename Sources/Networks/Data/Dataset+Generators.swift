import Foundation

extension Dataset {
    /// 1 when both inputs are 1.
    ///
    /// - Example: `show(Dataset.and)`
    public static let and: Dataset = [[0, 0]: [0], [0, 1]: [0], [1, 0]: [0], [1, 1]: [1]]
    /// 1 when at least one input is 1.
    ///
    /// - Example: `show(Dataset.or)`
    public static let or: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [1]]
    /// 1 when the inputs differ.
    ///
    /// - Example: `show(Dataset.xor)`
    public static let xor: Dataset = [[0, 0]: [0], [0, 1]: [1], [1, 0]: [1], [1, 1]: [0]]

    /// Two half circles that reach into each other: class 0 is (cos a, sin a), class 1 is (1 − cos a, ½ − sin a), with a
    /// evenly spaced from 0 to π and normal noise of the given standard deviation. Classes alternate.
    ///
    /// - SeeAlso: scikit-learn `make_moons`
    /// - Example: `plot(Dataset.moons(60, noise: 0.1))`
    public static func moons(
        _ count: Int, noise: Double = 0.1, seed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line,
        column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try classes(count, noise: noise, seed: seed) { label, t in
                let angle = Double.pi * t
                return label == 0 ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)]
            }
        }
    }

    /// A circle of radius `factor` (class 1) inside one of radius 1 (class 0), with normal noise.
    ///
    /// - SeeAlso: scikit-learn `make_circles`
    /// - Example: `plot(Dataset.circles(60, noise: 0.05))`
    public static func circles(
        _ count: Int, noise: Double = 0.05, factor: Double = 0.5, seed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try ArgumentError.check(finite: [("the factor", factor)])
            return try classes(count, noise: noise, seed: seed) { label, t in
                let (angle, radius) = (2 * Double.pi * t, label == 0 ? 1 : factor)
                return [radius * cos(angle), radius * sin(angle)]
            }
        }
    }

    /// Two arms that wind around each other `turns` times, with normal noise.
    ///
    /// - Example: `plot(Dataset.spirals(60, noise: 0.05))`
    public static func spirals(
        _ count: Int, noise: Double = 0.02, turns: Double = 1, seed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try ArgumentError.check(finite: [("the number of turns", turns)])
            return try classes(count, noise: noise, seed: seed) { label, t in
                let angle = 2 * Double.pi * turns * t + (label == 0 ? 0 : Double.pi)
                return [t * cos(angle), t * sin(angle)]
            }
        }
    }

    /// Normal clouds of the given standard deviation around each of `centers`; targets are one-hot. Classes take turns.
    ///
    /// - SeeAlso: scikit-learn `make_blobs`
    /// - Example: `plot(Dataset.blobs(60, centers: [[0, 0], [2, 1]]))`
    public static func blobs(
        _ count: Int, centers: [[Double]], deviation: Double = 0.5, seed: UInt64 = 1, file: StaticString = #filePath,
        line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try check(count, deviation: deviation)
            guard let first = centers.first, centers.allSatisfy({ $0.count == first.count }) else {
                throw ArgumentError("the centers are \(centers); give one point or more, all of as many numbers")
            }
            try ArgumentError.check(finite: centers.joined().map { ("a number of the centers", $0) })
        }
        var generator = SplitMix64(seed: seed)
        return Dataset(
            (0..<count).map { index in
                let label = index % centers.count
                return Sample(
                    input: centers[label].map { $0 + deviation * generator.normal() },
                    target: unitVector(label, of: centers.count))
            })
    }

    /// y = slope · x + intercept with normal noise, x evenly spaced over `range`.
    ///
    /// - Example: `plot(Dataset.linear(30, slope: 2, intercept: 0.5, noise: 0.2))`
    public static func linear(
        _ count: Int, slope: Double, intercept: Double, noise: Double = 0, over range: ClosedRange<Double> = -1...1,
        seed: UInt64 = 1, file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try ArgumentError.check(finite: [("the slope", slope), ("the intercept", intercept)])
            return try function(count, noise: noise, over: range, seed: seed) { slope * $0 + intercept }
        }
    }

    /// y = sin x with normal noise, x evenly spaced over `range`.
    ///
    /// - Example: `plot(Dataset.sine(30))`
    public static func sine(
        _ count: Int, noise: Double = 0, over range: ClosedRange<Double> = -Double.pi...Double.pi, seed: UInt64 = 1,
        file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> Dataset {
        stopping(file: file, line: line, column: column) {
            try function(count, noise: noise, over: range, seed: seed) { sin($0) }
        }
    }

    /// More than a lesson has use for; a typing mistake shouldn't take all memory.
    private static let largestCount = 10_000_000

    private static func check(_ count: Int, deviation: Double) throws {
        guard (0...largestCount).contains(count) else {
            throw ArgumentError("there can't be \(count) samples; give a number from 0 to \(largestCount)")
        }
        guard deviation >= 0, deviation.isFinite else {
            throw ArgumentError("the noise can't have a deviation of \(deviation); give a number from 0 up")
        }
    }

    private static func classes(
        _ count: Int, noise: Double, seed: UInt64, point: (_ label: Int, _ t: Double) -> [Double]
    ) throws -> Dataset {
        try check(count, deviation: noise)
        var generator = SplitMix64(seed: seed)
        return Dataset(
            (0..<count).map { index in
                let (label, position) = (index % 2, index / 2)
                let inClass = (count + 1 - label) / 2
                let t = inClass > 1 ? Double(position) / Double(inClass - 1) : 0
                return Sample(
                    input: point(label, t).map { $0 + noise * generator.normal() }, target: [Double(label)])
            })
    }

    private static func function(
        _ count: Int, noise: Double, over range: ClosedRange<Double>, seed: UInt64, _ value: (Double) -> Double
    ) throws -> Dataset {
        try check(count, deviation: noise)
        try ArgumentError.check(finite: [("an end of the range", range.lowerBound), ("an end of the range", range.upperBound)])
        var generator = SplitMix64(seed: seed)
        return Dataset(
            (0..<count).map { index in
                let t = count > 1 ? Double(index) / Double(count - 1) : 0
                let x = range.lowerBound + (range.upperBound - range.lowerBound) * t
                return Sample(input: [x], target: [value(x) + noise * generator.normal()])
            })
    }
}
