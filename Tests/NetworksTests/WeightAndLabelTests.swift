import Testing

@testable import Networks

/// Weighed samples, softened labels and classes given by their number.
struct WeightAndLabelTests {
    let network = try? Network(inputs: 2, seed: 3, layers: [Dense(4), Tanh(), Dense(3)])

    @Test func `a weight multiplies the loss and the gradients of its sample`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        let data = Dataset([.init(input: [1], target: [0], weight: 3), .init(input: [2], target: [0])])
        let run = try net.training(
            on: data, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.1), plan: TrainingPlan(epochs: 1))
        // Mean of 3 · 1 and 4; its derivative is (3 · 2 + 8) / 2.
        #expect(run.losses[0] == 3.5)
        let moved = run.network.flatParameters[0]
        #expect(abs(moved - 0.3) < 1e-15)
    }

    @Test func `every way of training gives the same losses and weights for weighed samples, to the last bit`() throws {
        let network = try #require(network)
        var data = PlanTests.moons(23, targets: 3)
        for index in data.samples.indices { data.samples[index].weight = Double(index % 4) / 3 + 0.1 }
        for (optimizer, batch) in [(Optimizer.gradientDescent(rate: 0.3), 5), (.adam(rate: 0.05), 23), (.adam(rate: 0.05), 1)] {
            let runs = try PlanTests.ways.map {
                try PlanTests.run(
                    network, data, .categoricalCrossEntropyFromLogits, optimizer, TrainingPlan(epochs: 4, batchSize: batch),
                    way: $0)
            }
            for run in runs.dropFirst() {
                #expect(runs[0].losses == run.losses && runs[0].validationLosses == run.validationLosses)
                #expect(runs[0].network.flatParameters == run.network.flatParameters)
            }
        }
        #expect(PlannedTrainer(network, .meanSquaredError, .adam(), data: data, validating: data, batch: 5) != nil)
        let one = Dataset(Array(data.samples[..<1]))
        let single = try PlanTests.ways.map {
            try PlanTests.run(
                network, one, .meanSquaredError, .gradientDescent(rate: 0.3), TrainingPlan(epochs: 9), way: $0,
                validating: false)
        }
        for run in single.dropFirst() { #expect(single[0].losses == run.losses) }
    }

    @Test func `balanced weights are those of scikit-learn`() {
        let data: Dataset = [[0]: [0], [1]: [1], [2]: [1], [3]: [1]]
        let third: Double = 2.0 / 3
        let weights: [Double] = [2, third, third, third]
        #expect(data.balanced.samples.map(\.weight) == weights)
        let oneHot = Dataset(data.samples.map { .init(input: $0.input, target: $0.target == [0] ? [1, 0] : [0, 1]) })
        #expect(oneHot.balanced.samples.map(\.weight) == weights)
        let chosen: [Double] = [5, 7, 7, 7]
        #expect(oneHot.weighted(byClass: [5, 7]).samples.map(\.weight) == chosen)
    }

    @Test func `a class by its number trains as one among zeros does`() throws {
        let network = try #require(network)
        var (oneHot, numbers): (Dataset, Dataset) = ([:], [:])
        for n in 0..<30 {
            let input: [Double] = [Double(n % 7), Double(n % 4)]
            oneHot.samples.append(.init(input: input, target: Dataset.oneHot(n % 3, of: 3)))
            numbers.samples.append(.init(input: input, target: [Double(n % 3)]))
        }
        let plan = TrainingPlan(epochs: 5, batchSize: 7, shuffleSeed: 1)
        let expected = try network.training(
            on: oneHot, minimizing: .categoricalCrossEntropyFromLogits, by: .adam(rate: 0.05), plan: plan)
        for way in PlanTests.ways {
            let run = try PlanTests.run(
                network, numbers, .sparseCategoricalCrossEntropyFromLogits, .adam(rate: 0.05), plan, way: way)
            #expect(run.losses == expected.losses)
        }
        let softmax = try Network(inputs: 2, seed: 3, layers: [Dense(3), Softmax()])
        let pass = try softmax.backpropagation(of: [1, 2], toward: [2], minimizing: .sparseCategoricalCrossEntropy)
        let other = try softmax.backpropagation(of: [1, 2], toward: [0, 0, 1], minimizing: .categoricalCrossEntropy)
        #expect(pass.loss == other.loss && pass.gradients == other.gradients)
    }

    @Test(arguments: [[3], [-1], [0.5], [0, 1]] as [[Double]])
    func `a class that isn't there is an error`(target: [Double]) throws {
        let network = try #require(network)
        #expect(throws: ShapeError.self) {
            try network.backpropagation(of: [0, 0], toward: target, minimizing: .sparseCategoricalCrossEntropyFromLogits)
        }
    }

    @Test func `smoothed labels share the amount among all classes`() {
        let share: Double = 0.3 * (1.0 / 3)
        let softened: [Double] = [0.7 + share, share, share]
        let output: [Double] = [0.5, 0.3, 0.2]
        let value = Loss.categoricalCrossEntropy.labelsSmoothed(by: 0.3).value(output, [1, 0, 0])
        #expect(value == Loss.categoricalCrossEntropy.value(output, softened))
        let slope = Loss.binaryCrossEntropy.labelsSmoothed(by: 0.2).gradient([0.4], [1])[0]
        let expected: Double = -0.5 / 0.24
        #expect(abs(slope - expected) < 1e-14)
        let sparse = Loss.sparseCategoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.3)
        let logits = Loss.categoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.3)
        let (one, other) = (sparse.gradient([1, 2, 3], [1]), logits.gradient([1, 2, 3], [0, 1, 0]))
        #expect(one == other)
    }

    @Test func `a Huber loss knows its delta`() {
        #expect(Loss.huber(delta: 0.3).delta == 0.3)
        #expect(Loss.hinge.delta == nil)
    }
}
