import Testing

@testable import Lectern

/// A seed gives the same numbers for good: handouts that were printed have their key made again years later.
struct DrawTests {
    /// From `Tests/References/draws.py`, which shares nothing with Swift.
    @Test(arguments: [
        (0 as UInt64, "", [-0.3, -0.6, 0.2, 0.6, 0.62, 0.75, 4.0, 0.25]),
        (1, "", [0.4, -0.8, -0.2, -0.3, 0.52, 0.45, 4.0, 0.1]),
        (1, "second", [-0.2, 0.3, 0.8, -0.3, 0.88, 0.64, 4.0, 0.5]),
        (18_446_744_073_709_551_615, "größe", [0.7, 0.4, 0.5, -0.4, 0.17, 0.79, 2.0, 0.25]),
    ])
    func `a seed gives the numbers that a second implementation gives`(seed: UInt64, name: String, numbers: [Double]) {
        let drawn = Exercise.drawn(name, seed: seed) { draw in
            draw.numbers(4, in: -0.9...0.9) + draw.numbers(2, in: 0.1...1, decimals: 2)
                + [Double(draw.integer(in: 2...4)), draw.choice(of: [0.1, 0.5, 0.25])]
        }
        #expect(drawn == numbers)
    }
}
