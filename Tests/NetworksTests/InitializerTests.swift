import Networks
import Testing

/// What drawn weights are spread like, and that they are the same everywhere.
struct InitializerTests {
    /// With n = 200 and m = 300: the variance each distribution promises, and its limit where it has one.
    static let spreads: [(initializer: Initializer, variance: Double, limit: Double?)] = [
        (.uniform(limit: 0.3), 0.03, 0.3), (.normal(deviation: 0.2), 0.04, nil),
        (.glorotUniform, 2.0 / 500, (6.0 / 500).squareRoot()), (.glorotNormal, 2.0 / 500, nil),
        (.heUniform, 2.0 / 200, (6.0 / 200).squareRoot()), (.heNormal, 2.0 / 200, nil),
        (.lecunUniform, 1.0 / 200, (3.0 / 200).squareRoot()), (.lecunNormal, 1.0 / 200, nil),
    ]

    @Test(arguments: spreads.indices)
    func `a distribution has the mean, variance and limit it promises`(row: Int) {
        let (initializer, variance, limit) = Self.spreads[row]
        var generator = SplitMix64(seed: 12)
        let numbers = initializer.drawn(rows: 300, columns: 200, from: &generator)
        let mean = numbers.reduce(0, +) / 60_000
        let found = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 60_000
        #expect(abs(mean) < 4 * (variance / 60_000).squareRoot())
        #expect(abs(found / variance - 1) < 0.025)
        if let limit {
            let largest = numbers.map(abs).max() ?? 0
            #expect(largest <= limit && largest > 0.999 * limit)
        }
    }

    @Test func `zeros and constants are what they say`() {
        var generator = SplitMix64(seed: 1)
        let untouched = generator
        #expect(Initializer.zeros.drawn(rows: 2, columns: 3, from: &generator) == [0, 0, 0, 0, 0, 0])
        #expect(Initializer.constant(0.1).drawn(rows: 1, columns: 2, from: &generator) == [0.1, 0.1])
        #expect(generator == untouched)
    }

    @Test(arguments: [(4, 4), (3, 7), (7, 3), (1, 5)])
    func `orthogonal rows or columns have the gain's length and stand at right angles`(rows: Int, columns: Int) {
        var generator = SplitMix64(seed: 3)
        let numbers = Initializer.orthogonal(gain: 2).drawn(rows: rows, columns: columns, from: &generator)
        let vectors =
            rows <= columns
            ? (0..<rows).map { row in (0..<columns).map { numbers[row * columns + $0] } }
            : (0..<columns).map { column in (0..<rows).map { numbers[$0 * columns + column] } }
        for (i, a) in vectors.enumerated() {
            for (j, b) in vectors.enumerated() {
                let product = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(abs(product - (i == j ? 4 : 0)) < 1e-13)
            }
        }
    }

    /// Fan-in and fan-out of a convolution count the numbers under its kernels: 3·3·2 = 18 in, 3·3·4 = 36 out.
    @Test func `a convolution's kernels are drawn within their limit`() throws {
        let net = try Network(inputs: [5, 5, 2], layers: [Conv2D(4, kernel: 3)])
        let largest = net.layers[0].parameters[0].values.map(abs).max() ?? 0
        let limit = (6.0 / 54).squareRoot()
        #expect(largest <= limit && largest > 0.9 * limit)
    }

    @Test func `layers take the initialiser they are given, weights before biases`() throws {
        let dense = Dense(2, initializer: .heNormal, biasInitializer: .constant(0.1))
        let net = try Network(inputs: 3, seed: 9, layers: [dense])
        var generator = SplitMix64(seed: 9)
        #expect(net.layers[0].parameters[0].values == Initializer.heNormal.drawn(rows: 2, columns: 3, from: &generator))
        #expect(net.layers[0].parameters[1].values == [0.1, 0.1])
    }

    /// SplitMix64 from seed 1; `Tests/References/initializers.py` made the numbers.
    @Test func `the first numbers from a seed are these on every machine`() {
        func first(_ initializer: Initializer) -> [Double] {
            var generator = SplitMix64(seed: 1)
            return initializer.drawn(rows: 1, columns: 3, from: &generator)
        }
        for (found, expected) in zip(first(.uniform(limit: 1)), Self.uniform) { #expect(found == expected) }
        for (found, expected) in zip(first(.normal(deviation: 1)), Self.normal) {
            #expect(abs(found - expected) <= 4e-16 * max(1, abs(expected)))
        }
    }

    static let uniform: [Double] = [0.1331231503445618, 0.49156351452540226, 0.9420055071735924]
    static let normal: [Double] = [-0.03426732179185144, -2.500067493369868, 0.08772246831488642]
}
