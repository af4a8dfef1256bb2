import Testing

@testable import Networks

/// Recurrent layers in a plan, beside the general way, to the last bit.
struct RecurrentPlanTests {
    static let chains: [(Shape, [any Layer])] = [
        ([6, 2], [LSTM(16), Dense(2)]),
        ([5, 3], [LSTM(5, returnsSequences: true, truncation: 2), LSTM(3, usesBias: false, truncation: 3), Dense(2)]),
        ([1, 1], [LSTM(1), Dense(2)]),
        ([7, 2], [GRU(9), Dense(2)]),
        (
            [6, 1],
            [GRU(3, resetsAfter: false, returnsSequences: true), ReLU(), GRU(4, resetsAfter: true, truncation: 4), Dense(2)]
        ),
        ([5, 2], [GRU(2, usesBias: false, truncation: 1), Dense(2)]),
        ([1, 3], [GRU(11, resetsAfter: false, returnsSequences: true), Dense(2), Flatten()]),
        // A bias beside U_n alone.
        (
            [3, 1],
            [
                GRU(
                    1, reset: Gate(weights: [[0.3]], recurrent: [[0.2]]), update: Gate(weights: [[0.5]], recurrent: [[-0.4]]),
                    candidate: Gate(weights: [[0.7]], recurrent: [[0.6]]), recurrentBiases: [0.1]),
                Dense(2),
            ]
        ),
        ([8, 2], [SimpleRNN(7), Dense(2)]),
        (
            [4, 3],
            [
                SimpleRNN(8, activation: ReLU(), returnsSequences: true, truncation: 3), Tanh(),
                SimpleRNN(3, activation: Sigmoid(), usesBias: false), Dense(2),
            ]
        ),
        (
            [9, 2],
            [
                Conv1D(3, kernel: 2, stride: 2), ReLU(), LSTM(4, returnsSequences: true),
                SimpleRNN(2, activation: Identity(), returnsSequences: true), GlobalAveragePool(),
            ]
        ),
    ]

    static func samples(_ count: Int, of length: Int, targets: Int) -> Dataset {
        var samples: [Dataset.Sample] = []
        for n in 0..<count {
            let input: [Double] = (0..<length).map { place in
                let step: Int = (n * 37 + place * place * 11) % 23
                return Double(step) / 11 - 1
            }
            let target = [Double(n % 3), Double(n % 5) / 4]
            samples.append(.init(input: input, target: Array(target.prefix(targets))))
        }
        return Dataset(samples)
    }

    @Test(arguments: chains.indices)
    func `sequences in a plan give the numbers of the general way to the last bit`(index: Int) throws {
        let (shape, layers) = Self.chains[index]
        let network = try Network(inputs: shape, seed: 11, layers: layers)
        let data = Self.samples(11, of: shape.count, targets: 2)
        try PlanTests.expectSameBits(of: network, on: data, rate: 0.1)
    }

    @Test func `a recurrent layer with an activation of a lesson's own trains the general way`() throws {
        let network = try Network(inputs: [3, 1], seed: 1, layers: [SimpleRNN(2, activation: Softplus()), Dense(1)])
        let data = Dataset([.init(input: [1, 2, 3], target: [1])])
        #expect(PlannedTrainer(network, .meanSquaredError, .adam(), data: data, validating: data, batch: 1) == nil)
    }

    @Test func `long sequences in large batches go through in turns that go on with the same sums`() throws {
        let network = try Network(inputs: [400, 1], seed: 3, layers: [LSTM(9), Dense(1)])
        let data = Self.samples(61, of: 400, targets: 1)
        #expect(FlatNetwork(network, loss: .meanSquaredError, batch: 61).map { $0.rows < 61 } == true)
        let runs = try [nil, 0].map {
            try PlanTests.run(
                network, data, .meanSquaredError, .gradientDescent(rate: 0.1), TrainingPlan(epochs: 1), way: $0,
                validating: false)
        }
        #expect(runs[0].network.flatParameters == runs[1].network.flatParameters)
    }
}
