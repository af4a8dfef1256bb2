import Networks
import Testing

/// How a training goes through its data.
struct TrainingTests {
    /// y = 2x + 1 with some noise; least squares gives 1.94 and 1.09 (NumPy's polyfit).
    let points: Dataset = [[0]: [1.1], [1]: [2.9], [2]: [5.2], [3]: [6.8]]
    let line = Network(inputs: 1) { Dense(1, weights: [[0]], bias: 0) }

    @Test func `full-batch descent on a line ends at least squares`() {
        let run = line.trained(on: points, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.05), epochs: 500)
        #expect(abs(run.losses[0] - 20.725) < 1e-12)
        #expect(abs(run.losses[1] - 6.9841968749999985) < 1e-12)
        #expect(abs(run.network.layers[0].parameters[0].values[0] - 1.94) < 1e-6)
        #expect(abs(run.network.layers[0].parameters[1].values[0] - 1.09) < 1e-6)
    }

    @Test func `one sample to a step is stochastic gradient descent`() {
        let run = line.trained(
            on: points, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.05), epochs: 1, batchSize: 1)
        #expect(abs(run.network.layers[0].parameters[0].values[0] - 1.90867) < 1e-12)
        #expect(abs(run.network.layers[0].parameters[1].values[0] - 1.07399) < 1e-12)
    }

    @Test func `the same seed shuffles the same way, another one differently`() {
        func losses(_ seed: UInt64) -> [Double] {
            line.trained(
                on: points, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.05), epochs: 5, batchSize: 2,
                shuffleSeed: seed
            ).losses
        }
        #expect(losses(1) == losses(1))
        #expect(losses(1) != losses(2))
    }

    @Test func `a run that diverges is an error that says where`() {
        let error = #expect(throws: DivergenceError.self) {
            try line.training(
                on: points, minimizing: .meanSquaredError, by: .gradientDescent(rate: 5), plan: TrainingPlan(epochs: 2000))
        }
        #expect((error?.epoch ?? 0) > 10)
        #expect(error?.description.contains("layer 1, Dense") == true)
    }

    @Test func `early stopping goes back to the best network on the validation data`() throws {
        let other: Dataset = [[0]: [0.4], [1]: [1.25]]
        let run = line.trained(
            on: points, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.05), epochs: 500, validating: other,
            patience: 5)
        let stopped = try #require(run.stoppedEarly)
        let best = try #require(run.validationLosses.min())
        #expect(stopped < 500)
        #expect(abs(run.network.loss(on: other, minimizing: .meanSquaredError) - best) < 1e-15)
    }
}
