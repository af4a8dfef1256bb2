import Networks
import Testing

/// Counts by hand: 5 samples of class 1 of which 4 are found, 3 of class 0 of which 1 is taken for class 1.
struct MetricsTests {
    let matrix = ConfusionMatrix(truths: [1, 1, 1, 1, 1, 0, 0, 0], answers: [1, 1, 1, 1, 0, 1, 0, 0], classes: 2)

    @Test func `rows are truths and columns are answers`() {
        #expect(matrix.counts == [[2, 1], [1, 4]])
    }

    @Test func `accuracy, precision, recall and F1 follow from the counts`() {
        #expect(matrix.accuracy == 6.0 / 8)
        #expect(matrix.precision(of: 1) == 4.0 / 5)
        #expect(matrix.recall(of: 0) == 2.0 / 3)
        #expect(abs(matrix.f1(of: 1) - 0.8) < 1e-15)
    }

    @Test func `nothing predicted is precision 0, not a division by zero`() {
        let none = ConfusionMatrix(truths: [1, 1], answers: [0, 0], classes: 2)
        #expect(none.precision(of: 1) == 0 && none.f1(of: 1) == 0)
    }

    @Test func `the threshold decides what one output means`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        let data: Dataset = [[0.3]: [0], [0.6]: [0], [0.9]: [1]]
        #expect(net.accuracy(on: data) == 2.0 / 3)
        #expect(net.accuracy(on: data, threshold: 0.7) == 1)
    }

    @Test func `a class given by its number counts as one among zeros does`() throws {
        let net = try Network(inputs: 3, layers: [Linear()])
        let inputs: [[Double]] = [[1, 2, 3], [3, 1, 2], [2, 3, 1], [3, 2, 1]]
        let truths = [2, 0, 0, 1]
        let numbers = Dataset(zip(inputs, truths).map { .init(input: $0, target: [Double($1)]) })
        let oneHot = Dataset(zip(inputs, truths).map { .init(input: $0, target: Dataset.oneHot($1, of: 3)) })
        #expect(net.confusion(on: numbers) == net.confusion(on: oneHot))
        #expect(net.confusion(on: numbers).counts == [[1, 1, 0], [1, 0, 0], [0, 0, 1]])
        #expect(net.accuracy(on: numbers) == 0.5 && net.topAccuracy(2, on: numbers) == 1)
    }

    @Test func `R² is 1 for a perfect line and 0 for the mean`() throws {
        let data = Dataset.linear(20, slope: 2, intercept: 1)
        #expect(abs(try Network(inputs: 1, layers: [Dense(1, weights: [[2]], bias: 1)]).r2(on: data) - 1) < 1e-15)
        #expect(abs(try Network(inputs: 1, layers: [Dense(1, weights: [[0]], bias: 1)]).r2(on: data)) < 1e-12)
    }
}
