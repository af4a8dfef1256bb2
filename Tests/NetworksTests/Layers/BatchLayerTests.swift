import Networks
import Testing

/// Layers that work on batches or draw at random: what they do in training and what afterwards.
struct BatchLayerTests {
    static let data: Dataset = [[1, 2]: [1], [3, -1]: [0], [0, 4]: [1], [-2, 1]: [0]]

    @Test func `dropout leaves means as they are, drops its share and does nothing in use`() throws {
        let net = try Network(inputs: 20_000, layers: [Dropout(0.3)])
        let ones = Array(repeating: 1.0, count: 20_000)
        let pass = try net.backpropagation(
            of: Dataset([.init(input: ones, target: ones)]), minimizing: .halfSquaredError, dropoutSeed: 4)
        let output = pass.outputs[0]
        #expect(Set(output) == [0, 1 / 0.7])
        let dropped = Double(output.count { $0 == 0 }) / 20_000
        #expect(abs(dropped - 0.3) < 0.01)
        #expect(net.prediction(for: ones) == ones)
        // What was dropped passes no gradient, and the rest passes 1 / (1 − rate) of it.
        #expect(pass.inputGradients[0] == output.map { $0 == 0 ? 0 : ($0 - 1) * (1 / 0.7) })
    }

    @Test func `masks come from their seed alone, and differ from sample to sample`() throws {
        let dropout = Dropout(0.5)
        func masks(_ seed: UInt64) -> [[Double]] {
            var generator = SplitMix64(seed: seed)
            return dropout.masks(
                for: [Array(repeating: 1, count: 32), Array(repeating: 1, count: 32)], drawingFrom: &generator)
        }
        #expect(masks(1) == masks(1))
        #expect(masks(1) != masks(2))
        #expect(masks(1)[0] != masks(1)[1])
    }

    @Test func `running averages move by 1 − momentum of the way with each step, and use goes by them`() throws {
        let net = try Network(inputs: 2, layers: [BatchNorm(momentum: 0.8, epsilon: 0.01), Dense(1)])
        let run = try net.training(
            on: Self.data, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0), plan: TrainingPlan(epochs: 3))
        let norm = try #require(run.network.layers[0] as? BatchNorm)
        // The batch's mean is (0.5, 1.5) and its variance (3.25, 3.25) in every one of the three steps.
        let gone = 1 - 0.8 * 0.8 * 0.8
        for (found, expected) in zip(norm.runningMean + norm.runningVariance, [0.5, 1.5, 3.25, 3.25]) {
            let start = expected == 3.25 ? 1.0 : 0
            #expect(abs(found - (start + gone * (expected - start))) < 1e-14)
        }
        let used = norm.forward([1, 2])
        #expect(abs(used[0] - (1 - norm.runningMean[0]) / (norm.runningVariance[0] + 0.01).squareRoot()) < 1e-15)
        #expect(run.losses[3] == run.network.loss(on: Self.data, minimizing: .meanSquaredError))
    }

    @Test(arguments: [nil, 1, 3] as [Int?])
    func `training with batch layers repeats bit for bit and lowers the loss`(batch: Int?) throws {
        let net = try Network(
            inputs: 2, seed: 3,
            layers: [
                Dense(6), BatchNorm(momentum: 0.5), Tanh(), Dropout(0.1),
                Residual { [Dense(6), BatchNorm(momentum: 0.5), ReLU()] },
                Dense(1), Sigmoid(),
            ])
        func run() throws -> TrainingRun {
            try net.training(
                on: Self.data, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.1),
                plan: TrainingPlan(epochs: 60, batchSize: batch, shuffleSeed: 5))
        }
        let (first, second) = (try run(), try run())
        #expect(first.losses == second.losses)
        // A batch of one has no variance: normalised away, it teaches the last layer's bias alone.
        if batch != 1 { #expect((first.losses.last ?? 1) < 0.5 * first.losses[0]) }
    }

    @Test func `one step along a batch is the step that training takes`() throws {
        let net = try Network(inputs: 2, seed: 2, layers: [Dense(3), BatchNorm(), Tanh(), Dense(1)])
        let pass = try net.backpropagation(of: Self.data, minimizing: .halfSquaredError)
        let next = net.updated(along: pass, by: .gradientDescent(rate: 0.1))
        let run = try net.training(
            on: Self.data, minimizing: .halfSquaredError, by: .gradientDescent(rate: 0.1), plan: TrainingPlan(epochs: 1))
        #expect(next.layers.flatMap { $0.parameters } == run.network.layers.flatMap { $0.parameters })
        #expect((next.layers[1] as? BatchNorm)?.runningMean == (run.network.layers[1] as? BatchNorm)?.runningMean)
    }

    @Test func `without batch layers a batch is the mean of its samples`() throws {
        let net = try Network(inputs: 2, seed: 8, layers: [Dense(3), Tanh(), Dense(1)])
        let batch = try net.backpropagation(of: Self.data, minimizing: .halfSquaredError)
        let each = try Self.data.samples.map {
            try net.backpropagation(of: $0.input, toward: $0.target, minimizing: .halfSquaredError)
        }
        #expect(batch.loss == each.map(\.loss).reduce(0, +) / 4)
        for layer in batch.gradients.indices {
            for (index, gradient) in batch.gradients[layer].enumerated() {
                for (place, value) in gradient.enumerated() {
                    // The samples' products are rounded, the steps of the batch's sum aren't.
                    let mean = each.map { $0.gradients[layer][index][place] }.reduce(0, +) / 4
                    #expect(abs(value - mean) <= 4 * mean.ulp)
                }
            }
        }
    }

    /// Eight by eight pictures with a bar that stands or lies.
    @Test func `a small convolutional network learns to tell bars apart`() throws {
        var generator = SplitMix64(seed: 6)
        let samples = (0..<60).map { index -> Dataset.Sample in
            let stands = index.isMultiple(of: 2)
            let place = Int(generator.next() % 8)
            let picture = (0..<64).map { k in
                0.3 * generator.uniform() + ((stands ? k % 8 : k / 8) == place ? 1 : 0)
            }
            return Dataset.Sample(input: picture, target: stands ? [1, 0] : [0, 1])
        }
        let net = try Network(
            inputs: [8, 8, 1], seed: 4,
            layers: [
                Conv2D(8, kernel: 3, initializer: .heNormal), ReLU(), MaxPool2D(), Conv2D(8, kernel: 3), ReLU(),
                GlobalAveragePool(), Dense(2), Softmax(),
            ])
        let run = try net.training(
            on: Dataset(samples), minimizing: .categoricalCrossEntropy, by: .adam(rate: 0.01),
            plan: TrainingPlan(epochs: 60, batchSize: 10, shuffleSeed: 1))
        let right = samples.count { sample in
            let answer = run.network.prediction(for: sample.input)
            return (answer[0] > answer[1]) == (sample.target[0] == 1)
        }
        #expect(right >= 54)
    }
}
