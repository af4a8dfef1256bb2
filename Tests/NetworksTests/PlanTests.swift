import CArithmetic
import Testing

@testable import Networks

/// A plan is only a faster way to compute the same numbers, whatever the processor.
struct PlanTests {
    static let optimizers: [Optimizer] = [
        .gradientDescent(rate: 0.1, updating: .weights), .gradientDescent(rate: 0.1), .momentum(rate: 0.05),
        .momentum(rate: 0.05, nesterov: true), .adaGrad(rate: 0.05), .rmsProp(rate: 0.01), .adam(rate: 0.02),
        .adamW(rate: 0.02).clipped(toNorm: 0.3),
    ]
    static let losses: [(Loss, any Layer, Int)] = [
        (.halfSquaredError, Tanh(), 2), (.meanSquaredError, Identity(), 1), (.binaryCrossEntropy, Sigmoid(), 1),
        (.categoricalCrossEntropy, Softmax(), 3), (.binaryCrossEntropyFromLogits, Identity(), 2),
        (.categoricalCrossEntropyFromLogits, Identity(), 3),
    ]
    /// The kernels this processor runs; nil is the general way.
    static let ways: [Int32?] = [nil] + (0...2).filter { arithmetic_kernels_at($0) != nil }

    static func run(
        _ network: Network, _ data: Dataset, _ loss: Loss, _ optimizer: Optimizer, _ plan: TrainingPlan, way: Int32?,
        validating: Bool = true
    ) throws -> TrainingRun {
        var session = TrainingSession(
            network: network, loss: loss, optimizer: optimizer, data: data, validating: validating ? data : nil,
            batch: plan.batchSize, usesPlan: way != nil, level: way)
        return try session.run(plan)
    }

    /// A plan takes the network, and trains it as the general way does, to the last bit: losses, norms of gradients, parameters.
    static func expectSameBits(of network: Network, on data: Dataset, rate: Double) throws {
        #expect(PlannedTrainer(network, .meanSquaredError, .adam(), data: data, validating: data, batch: 4) != nil)
        for (optimizer, batch) in [
            (Optimizer.gradientDescent(rate: rate), 4), (.gradientDescent(rate: rate, updating: .weights), 1),
            (.adam(rate: 0.05).constrained(toNorm: 0.8), 11), (.momentum(rate: 0.1).clipped(toNorm: 0.1), 300),
        ] {
            var plan = TrainingPlan(epochs: 4, batchSize: batch, shuffleSeed: 2)
            plan.recordsGradientNorms = batch != 4
            let runs = try ways.map { try Self.run(network, data, .meanSquaredError, optimizer, plan, way: $0) }
            for run in runs.dropFirst() {
                #expect(runs[0].losses == run.losses)
                #expect(runs[0].gradientNorms == run.gradientNorms)
                #expect(runs[0].network.flatParameters == run.network.flatParameters)
            }
            #expect(runs[0].losses[0] != runs[0].losses[4])
        }
    }

    static func moons(_ count: Int, targets width: Int) -> Dataset {
        Dataset(
            Dataset.moons(count, seed: 5).samples.enumerated().map {
                .init(input: $1.input, target: width == 1 ? $1.target : Dataset.oneHot($0 % width, of: width))
            })
    }

    @Test(arguments: optimizers.indices)
    func `every way of training gives the same losses and weights to the last bit`(index: Int) throws {
        for (loss, output, width) in Self.losses {
            let network = try Network(
                inputs: 2, seed: 4,
                layers: [Dense(11, bias: 0.1), ReLU(), Dense(4, bias: .none), Sigmoid(), Tanh(), Dense(width), output])
            var plan = TrainingPlan(epochs: 6, batchSize: 5, shuffleSeed: 2)
            plan.recordsGradientNorms = index % 2 == 0
            let runs = try Self.ways.map {
                try Self.run(network, Self.moons(23, targets: width), loss, Self.optimizers[index], plan, way: $0)
            }
            for run in runs.dropFirst() {
                #expect(runs[0].losses == run.losses)
                #expect(runs[0].validationLosses == run.validationLosses)
                #expect(runs[0].gradientNorms == run.gradientNorms)
                #expect(runs[0].network.flatParameters == run.network.flatParameters)
            }
            #expect(runs[0].losses != [Double](repeating: runs[0].losses[0], count: 7))
            #expect(runs[0].gradientNorms.count == (index % 2 == 0 ? 6 : 0))
        }
    }

    @Test func `batches larger than a plan's turn go on with the same sums`() throws {
        let network = try Network(inputs: 2, seed: 3, layers: [Dense(5), Tanh(), Dense(1, bias: 0.2), Sigmoid()])
        for batch in [nil, 300] {
            let runs = try Self.ways.map {
                try Self.run(
                    network, Self.moons(700, targets: 1), .binaryCrossEntropy, .adam(rate: 0.1),
                    TrainingPlan(epochs: 3, batchSize: batch), way: $0)
            }
            for run in runs.dropFirst() { #expect(runs[0].network.flatParameters == run.network.flatParameters) }
        }
    }

    @Test(arguments: [1, 2, 3, 7])
    func `one sample over and over takes the same steps as any batch`(width: Int) throws {
        for (loss, activation, bias) in [
            (Loss.halfSquaredError, Sigmoid() as any Layer, Dense.Bias.shared(0.3)), (.meanSquaredError, Tanh(), .none),
            (.binaryCrossEntropy, Sigmoid(), .perUnit(Array(repeating: 0.1, count: width))),
            (.binaryCrossEntropyFromLogits, ReLU(), .shared(-0.2)),
        ] {
            let network = try Network(
                inputs: width, seed: 9,
                layers: [
                    Dense(width, bias: bias), activation, Dense(width, bias: bias), Sigmoid(), Dense(width, bias: bias),
                    activation,
                ])
            let data = Dataset([
                .init(input: (0..<width).map { Double($0) - 1.5 }, target: (0..<width).map { Double($0 % 2) })
            ])
            let runs = try Self.ways.map {
                try Self.run(
                    network, data, loss, .gradientDescent(rate: 0.5), TrainingPlan(epochs: 40, checkpointEvery: 7), way: $0,
                    validating: false)
            }
            for run in runs.dropFirst() {
                #expect(runs[0].losses == run.losses)
                #expect(runs[0].checkpoints.map(\.network.flatParameters) == run.checkpoints.map(\.network.flatParameters))
            }
            #expect(runs[0].losses.count == 41)
        }
    }

    @Test(arguments: losses.indices)
    func `all samples over and over take the same steps as any batch`(index: Int) throws {
        let (loss, output, width) = Self.losses[index]
        for (hidden, scope, bias) in [
            (4, Optimizer.Scope.all, Dense.Bias.none), (17, .weights, .perUnit(Array(repeating: 0.1, count: 17))),
            (1, .all, .none), (33, .all, .shared(0.2)),
        ] {
            let network = try Network(
                inputs: 2, seed: 9, layers: [Dense(hidden, bias: bias), Tanh(), Dense(5), ReLU(), Dense(width), output])
            for count in [1, 2, 4, 23, 300] {
                let runs = try Self.ways.map {
                    try Self.run(
                        network, Self.moons(count, targets: width), loss, .gradientDescent(rate: 0.3, updating: scope),
                        TrainingPlan(epochs: 9, checkpointEvery: 4), way: $0, validating: false)
                }
                for run in runs.dropFirst() {
                    #expect(runs[0].losses == run.losses)
                    #expect(runs[0].checkpoints.map(\.network.flatParameters) == run.checkpoints.map(\.network.flatParameters))
                }
                #expect(runs[0].losses.count == 10)
            }
        }
    }

    @Test func `losses measured during an epoch are the means of its batches`() throws {
        let network = try Network(inputs: 2, seed: 3, layers: [Dense(3), Tanh(), Dense(1), Sigmoid()])
        let data = Self.moons(12, targets: 1)
        var plan = TrainingPlan(epochs: 1, batchSize: 8)
        plan.measure = .duringEpochs
        let run = try network.training(on: data, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.3), plan: plan)
        let first = Dataset(Array(data.samples[..<8]))
        let second = Dataset(Array(data.samples[8...]))
        let next = try network.training(
            on: first, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.3), plan: TrainingPlan(epochs: 1))
        let mean = (8 * next.losses[0] + 4 * next.network.loss(on: second, minimizing: .binaryCrossEntropy)) / 12
        #expect(run.losses.count == 1)
        #expect(abs(run.losses[0] - mean) < 1e-15)
    }

    @Test func `layers of many weights agree with the general way in all but the last digits`() throws {
        let network = try Network(inputs: 130, seed: 2, layers: [Dense(140), ReLU(), Dense(3)])
        let data = Dataset(
            (0..<40).map { n in
                .init(input: (0..<130).map { Double((n * 131 + $0 * 7) % 29) / 29 }, target: Dataset.oneHot(n % 3, of: 3))
            })
        for optimizer in [Optimizer.gradientDescent(rate: 0.05), .adam(rate: 0.01)] {
            let runs = try [nil, 0].map {
                try Self.run(
                    network, data, .categoricalCrossEntropyFromLogits, optimizer, TrainingPlan(epochs: 3, batchSize: 16),
                    way: $0)
            }
            for (a, b) in zip(runs[0].losses, runs[1].losses) { #expect(abs(a - b) < 1e-12 * abs(a)) }
        }
    }
}
