import Testing

@testable import Networks

/// A training taken up from a checkpoint goes on as if it had never stopped.
struct ResumingTests {
    @Test(arguments: [Optimizer.momentum(rate: 0.1), .rmsProp(rate: 0.01), .adam(rate: 0.02).scheduled(.cosine(over: 90))])
    func `a resumed run ends with the same bits`(optimizer: Optimizer) throws {
        let data = PlanTests.moons(50, targets: 1)
        let layers: [[any Layer]] = [
            [Dense(5), Tanh(), Dense(1), Sigmoid()],
            // The second trains the general way.
            [Dense(5), SiLU(), Dense(1), Sigmoid()],
        ]
        for layers in layers {
            for batch in [8, nil] {
                let network = try Network(inputs: 2, seed: 3, layers: layers)
                let plan = TrainingPlan(epochs: 9, batchSize: batch, shuffleSeed: 4, checkpointEvery: 4)
                let whole = try network.training(on: data, minimizing: .binaryCrossEntropy, by: optimizer, plan: plan)
                #expect(whole.checkpoints.map(\.epoch) == [0, 4, 8, 9])
                let rest = try network.training(
                    on: data, minimizing: .binaryCrossEntropy, by: optimizer, plan: plan, resuming: whole.checkpoints[1])
                #expect(rest.losses == Array(whole.losses[4...]))
                #expect(rest.network.flatParameters == whole.network.flatParameters)
                #expect(rest.epochs == 9)
            }
        }
    }
}
