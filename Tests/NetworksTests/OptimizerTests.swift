import Networks
import Testing

/// The first steps of every optimiser on f(θ) = θ² from θ = 5, against a script of ten lines of NumPy
/// (Tests/References/optimizers.py); Adam's also stand in "Adam deep-dive" (MATH 3850), step by step.
struct OptimizerTests {
    static let square = Loss(name: "square") { output, _ in
        output[0] * output[0]
    } gradient: { output, _ in
        [2 * output[0]]
    }

    /// θ after each of three steps.
    static let rows: [(optimizer: Optimizer, positions: [Double])] = [
        (.gradientDescent(rate: 0.1), [4, 3.2, 2.56]),
        (.momentum(rate: 0.1), [4, 2.3, 0.31]),
        (.momentum(rate: 0.1, nesterov: true), [3.1, 1.112, -0.54176]),
        (.adaGrad(rate: 0.1), [4.9000000001, 4.8300071419132955, 4.7732184826669295]),
        (.rmsProp(rate: 0.1), [4.683772234983162, 4.461584607692758, 4.279288727206]),
        (.adam(rate: 0.1), [4.9000000001, 4.800057756868857, 4.700213291333392]),
        (.adamW(rate: 0.1), [4.8950000001, 4.790165945817, 4.685539907507]),
    ]

    @Test(arguments: rows.indices)
    func `the first steps are those of the definition`(row: Int) throws {
        let (optimizer, positions) = Self.rows[row]
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[5]], bias: .none)])
        let run = try net.training(
            on: [[1]: [0]], minimizing: Self.square, by: optimizer, plan: TrainingPlan(epochs: 3, checkpointEvery: 1))
        let visited = run.checkpoints.map { $0.network.layers[0].parameters[0].values[0] }
        #expect(visited.count == 4)
        for (value, expected) in zip(visited.dropFirst(), positions) { #expect(abs(value - expected) < 1e-11) }
    }

    @Test func `schedules change the rate step by step`() {
        #expect(Schedule.step(every: 2, factor: 0.5).factor(at: 5) == 0.25)
        #expect(Schedule.cosine(over: 10).factor(at: 0) == 1)
        #expect(abs(Schedule.cosine(over: 10).factor(at: 5) - 0.5) < 1e-15)
        #expect(Schedule.cosine(over: 10).factor(at: 10) == 0)
        #expect(Schedule.warmUp(over: 4).factor(at: 0) == 0.25)
        #expect(abs(Schedule.exponential(factor: 0.1, over: 10).factor(at: 20) - 0.01) < 1e-15)
    }

    @Test func `clipping by norm shortens the step and keeps its direction`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[5]], bias: .none)])
        let pass = try net.backpropagation(of: [1], toward: [0], minimizing: Self.square)
        let next = net.updated(along: pass, by: .gradientDescent(rate: 1).clipped(toNorm: 0.5))
        #expect(next.layers[0].parameters[0].values == [4.5])
    }
}
