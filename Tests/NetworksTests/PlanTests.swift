import Testing

@testable import Networks

/// A plan is only a faster way to compute the same numbers.
struct PlanTests {
    static let optimizers: [Optimizer] = [
        .gradientDescent(rate: 0.1, updating: .weights), .momentum(rate: 0.05), .adaGrad(rate: 0.05), .rmsProp(rate: 0.01),
        .adam(rate: 0.02), .adamW(rate: 0.02).clipped(toNorm: 0.3),
    ]

    @Test(arguments: optimizers.indices)
    func `a planned training gives the general one's losses and weights to the last bit`(index: Int) throws {
        let losses: [(Loss, any Layer, Int)] = [
            (.halfSquaredError, Tanh(), 2), (.meanSquaredError, Linear(), 1), (.binaryCrossEntropy, Sigmoid(), 1),
            (.categoricalCrossEntropy, Softmax(), 3),
        ]
        for (loss, output, width) in losses {
            let data = Dataset(
                Dataset.moons(23, seed: 5).samples.enumerated().map {
                    .init(input: $1.input, target: width == 1 ? $1.target : Dataset.oneHot($0 % width, of: width))
                })
            let network = try Network(
                inputs: 2, seed: 4,
                layers: [Dense(5, bias: 0.1), ReLU(), Dense(4, bias: .none), Sigmoid(), Dense(width), output])
            let plan = TrainingPlan(epochs: 6, batchSize: 5, shuffleSeed: 2)
            let runs = try [true, false].map { usesPlan in
                var session = TrainingSession(
                    network: network, loss: loss, optimizer: Self.optimizers[index], data: data, validating: data,
                    usesPlan: usesPlan)
                return try session.run(plan)
            }
            #expect(runs[0].losses == runs[1].losses)
            #expect(runs[0].validationLosses == runs[1].validationLosses)
            #expect(runs[0].network.flatParameters == runs[1].network.flatParameters)
            #expect(runs[0].losses != [Double](repeating: runs[0].losses[0], count: 7))
        }
    }
}
