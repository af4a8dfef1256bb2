import Testing

@testable import Networks

/// References from SciPy and NumPy: `Tests/References/statistics.py`.
struct ScoredAnswersTests {
    let answers = ScoredAnswers(
        scores: [0.9, 0.8, 0.8, 0.7, 0.55, 0.5, 0.5, 0.3, 0.2, 0.05],
        truths: [true, true, false, true, false, true, false, false, true, false])

    @Test func `the area under the curve is the Mann–Whitney statistic, equal scores counting half`() {
        #expect(abs(answers.areaUnderROC - 0.68) < 1e-15)
    }

    @Test func `average precision sums precision over the gains in recall`() {
        #expect(abs(answers.averagePrecision - 0.7087301587301588) < 1e-15)
    }

    @Test func `the calibration error weighs bins by their samples`() {
        #expect(abs(answers.calibrationError(bins: 5) - 0.19) < 1e-15)
    }

    @Test func `the curve goes from nothing to everything and never back`() {
        let points = answers.roc
        #expect(points.first.map { [$0.falsePositiveRate, $0.truePositiveRate] } == [0, 0])
        #expect(points.last.map { [$0.falsePositiveRate, $0.truePositiveRate] } == [1, 1])
        for (one, next) in zip(points, points.dropFirst()) {
            #expect(one.falsePositiveRate <= next.falsePositiveRate && one.truePositiveRate <= next.truePositiveRate)
            #expect(one.threshold > next.threshold)
        }
    }

    @Test func `samples are counted once each, and an empty bin knows nothing`() {
        let bins = answers.reliability(bins: 5)
        #expect(bins.map(\.count) == [1, 2, 3, 1, 3])
        let empty = ScoredAnswers(scores: [0.05, 0.95], truths: [false, true]).reliability(bins: 3)[1]
        #expect(empty.count == 0 && empty.said.isNaN && empty.interval == Interval(low: 0, high: 1))
    }

    @Test func `perfect answers have the whole area, and turning them round leaves none of it`() {
        let truths = [true, true, false, false]
        #expect(ScoredAnswers(scores: [4, 3, 2, 1], truths: truths).areaUnderROC == 1)
        #expect(ScoredAnswers(scores: [1, 2, 3, 4], truths: truths).areaUnderROC == 0)
        #expect(ScoredAnswers(scores: [1, 1, 1, 1], truths: truths).areaUnderROC == 0.5)
    }

    @Test func `a network's answers are its outputs, its truths the targets above a half`() throws {
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        let scored = network.scoredAnswers(on: [[0.2]: [0], [0.7]: [1], [0.4]: [1]])
        #expect(scored == ScoredAnswers(scores: [0.2, 0.7, 0.4], truths: [false, true, true]))
    }

    @Test func `one class alone has no curve`() {
        #expect(throws: DataError.self) { try ScoredAnswers([0.1, 0.2], [true, true]) }
        #expect(throws: DataError.self) { try ScoredAnswers([0.1, .nan], [true, false]) }
        #expect(throws: DataError.self) { try ScoredAnswers([0.1], [true, false]) }
    }
}
