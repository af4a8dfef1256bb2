import Testing

@testable import Networks

/// References from SciPy and NumPy: `Tests/References/statistics.py`.
struct StatisticsTests {
    @Test(
        arguments: [
            (43, 45, 0.95, 0.8517248923056437, 0.9877258732932801), (97, 100, 0.95, 0.9154806357094724, 0.9897454759759611),
            (0, 48, 0.95, 0, 0.07410012966611748), (9, 10, 0.99, 0.49276822876710646, 0.9881484965889671),
            (263, 269, 0.95, 0.9522006193532051, 0.9897383407697695), (48, 48, 0.9, 0.9466420578541913, 1),
        ] as [(Int, Int, Double, Double, Double)])
    func `Wilson's interval is SciPy's`(k: Int, n: Int, level: Double, low: Double, high: Double) {
        let interval = wilsonInterval(k, of: n, level: level)
        #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
    }

    @Test func `a share that can't be has no interval`() {
        for (k, n) in [(3, 2), (-1, 2), (0, 0)] {
            #expect(throws: ArgumentError.self) { try Interval(wilson: k, of: n, level: 0.95) }
        }
        #expect(throws: ArgumentError.self) { try Interval(wilson: 1, of: 2, level: 1) }
        #expect(throws: ArgumentError.self) { try Interval(wilson: 1, of: 2, level: .nan) }
    }

    @Test func `intervals overlap where a value lies in both`() {
        let (few, many) = (wilsonInterval(57, of: 100), wilsonInterval(93, of: 100))
        #expect(!few.overlaps(many) && few.overlaps(few) && few.contains(0.57) && !few.contains(0.93))
    }

    @Test func `mean, spread and quantiles are NumPy's`() {
        let seeds = Repetition([0.31, 0.12, 0.55, 0.47, 0.12, 0.9, 0.08])
        #expect(abs(seeds.mean - 0.36428571428571427) < 1e-15)
        #expect(abs(seeds.standardDeviation - 0.2988230882901087) < 1e-15)
        for (p, value) in [(0, 0.08), (0.1, 0.104), (0.25, 0.12), (0.5, 0.31), (0.9, 0.69), (1, 0.9)] {
            #expect(abs(seeds.quantile(p) - value) < 1e-15)
        }
        #expect(seeds.smallest == seeds.quantile(0) && seeds.largest == seeds.quantile(1) && seeds.median == 0.31)
        #expect(seeds.count(where: { $0 > 0.4 }) == 3)
        #expect(Repetition([2]).standardDeviation == 0 && Repetition([2]).median == 2)
    }

    @Test func `an experiment runs once for each seed, in order`() {
        #expect(repeated(seeds: 3...6) { Double($0 * $0) }.values == [9, 16, 25, 36])
    }

    @Test func `a result that is not a number is none`() {
        #expect(throws: ArgumentError.self) { try Repetition(of: [1, .nan]) }
        #expect(throws: ArgumentError.self) { try Repetition(of: []) }
    }

    @Test(
        arguments: [
            (9, 1, 0.021484375), (7, 3, 0.34375), (10, 0, 0.001953125), (5, 5, 1), (3, 12, 0.03515625),
            (60, 40, 0.05688793364098089),
        ] as [(Int, Int, Double)])
    func `the sign test is SciPy's test of a fair coin`(wins: Int, losses: Int, p: Double) {
        let one = Repetition(Array(repeating: 1, count: wins) + Array(repeating: 0, count: losses) + [0.5])
        let other = Repetition(Array(repeating: 0, count: wins) + Array(repeating: 1, count: losses) + [0.5])
        #expect(one.wins(against: other) == wins && other.wins(against: one) == losses)
        #expect(abs(one.signTest(against: other) - p) < 1e-13)
        #expect(one.signTest(against: other) == other.signTest(against: one))
    }
}
