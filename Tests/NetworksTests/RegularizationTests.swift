import Networks
import Testing

/// Penalties, limits and schedules, on f(θ) = θ² from θ = 5 with rate 0.1: the gradient there is 10, the next θ 4.
struct RegularizationTests {
    static let rows: [(optimizer: Optimizer, next: Double)] = [
        (.gradientDescent(rate: 0.1), 4),
        (.gradientDescent(rate: 0.1).penalized(l2: 1), 3.5),
        (.gradientDescent(rate: 0.1).penalized(l1: 2), 3.8),
        (.gradientDescent(rate: 0.1).clipped(toValue: 4), 4.6),
        (.gradientDescent(rate: 0.1).clipped(toValue: 4).penalized(l2: 0.4), 4.4),
        (.gradientDescent(rate: 0.1).constrained(toNorm: 3), 3),
        (.gradientDescent(rate: 0.1).scheduled(.warmUp(over: 4)), 4.75),
    ]

    @Test(arguments: rows.indices)
    func `the first step is the formula's`(row: Int) throws {
        let (optimizer, next) = Self.rows[row]
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[5]], bias: .none)])
        let pass = try net.backpropagation(of: [1], toward: [0], minimizing: OptimizerTests.square)
        let moved: Double = net.updated(along: pass, by: optimizer).layers[0].parameters[0].values[0]
        #expect(abs(moved - next) < 1e-14)
    }

    @Test func `penalties and limits hold for weights, not biases`() throws {
        let net = try Network(inputs: 2, layers: [Dense(1, weights: [[3, 4]], bias: 10)])
        let still: [[[Double]]] = [[[0, 0], [0]]]
        let shrunk = net.updated(along: still, by: .gradientDescent(rate: 0.1).penalized(l1: 1, l2: 1))
        let expected: [[Double]] = [[2.6, 3.5], [10]]
        #expect(shrunk.layers[0].parameters.map(\.values) == expected)
        let held = net.updated(along: still, by: .gradientDescent(rate: 0.1).constrained(toNorm: 2.5))
        let halved: [[Double]] = [[1.5, 2], [10]]
        #expect(held.layers[0].parameters.map(\.values) == halved)
    }

    @Test func `a schedule can follow another`() {
        let schedule = Schedule.warmUp(over: 4).followed(by: .cosine(over: 10), after: 4)
        let factors: [Double] = [0, 3, 4, 14].map { (step: Int) -> Double in schedule.factor(at: step) }
        #expect(factors == [0.25, 1, 1, 0])
        #expect(abs(schedule.factor(at: 9) - 0.5) < 1e-15)
    }
}
