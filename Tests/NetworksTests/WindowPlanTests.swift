import Testing

@testable import Networks

/// Convolution and pooling in a plan, beside the general way, to the last bit.
struct WindowPlanTests {
    static let chains: [(Shape, [any Layer])] = [
        // What the digits are trained with.
        ([8, 8, 1], [Conv2D(8, kernel: 3), ReLU(), MaxPool2D(), Flatten(), Dense(3)]),
        // Windows that overlap, stand apart, reach over the edge and have gaps.
        (
            [7, 6, 2],
            [Conv2D(3, kernel: [2, 3], stride: [1, 2], padding: .same), Tanh(), MaxPool2D(2, stride: 1), Flatten(), Dense(3)]
        ),
        (
            [9, 7, 1],
            [Conv2D(5, kernel: 2, stride: 3), Sigmoid(), Conv2D(2, kernel: 2, padding: .zeros(1)), Flatten(), Dense(3)]
        ),
        (
            [8, 9, 2],
            [
                Conv2D(11, kernel: 3, padding: .same, dilation: 2), ReLU(), AveragePool2D(3, stride: 2, padding: .same),
                Conv2D(4, kernel: [1, 2], dilation: [1, 2], usesBias: false), GlobalAveragePool(), Dense(3),
            ]
        ),
        ([1, 1, 1], [Conv2D(1, kernel: 1), Conv2D(1, kernel: 3, padding: .same), Flatten(), Dense(3)]),
        // Sequences.
        (
            [11, 3],
            [Conv1D(9, kernel: 3, padding: .same), ReLU(), MaxPool1D(3, stride: 2, padding: .same), Flatten(), Dense(3)]
        ),
        ([10, 2], [MaxPool1D(2), Conv1D(4, kernel: 2, stride: 3), Identity(), Conv1D(2, kernel: 2), Flatten(), Dense(3)]),
        ([5, 1], [AveragePool1D(2, stride: 3), Conv1D(2, kernel: 1, dilation: 4), GlobalAveragePool(), Sigmoid(), Dense(3)]),
        // One dense layer for every row of a sample.
        ([4, 3], [Dense(5), Tanh(), Dense(2, bias: 0.3), ReLU(), Flatten(), Dense(3)]),
        ([3, 2], [Dense(1, bias: .none), Reshape([3]), Softmax()]),
    ]

    @Test(arguments: chains.indices)
    func `windows in a plan give the numbers of the general way to the last bit`(index: Int) throws {
        let (shape, layers) = Self.chains[index]
        let network = try Network(inputs: shape, seed: 7, layers: layers)
        let data = Dataset(
            (0..<11).map { n in
                .init(
                    input: (0..<shape.count).map { Double((n * 37 + $0 * $0 * 11) % 23) / 11 - 1 },
                    target: Dataset.oneHot(n % 3, of: 3))
            })
        try PlanTests.expectSameBits(of: network, on: data, rate: 0.2)
    }

    @Test func `samples of many numbers go through in turns that go on with the same sums`() throws {
        let network = try Network(
            inputs: [48, 48, 1], seed: 3, layers: [Conv2D(9, kernel: 3, padding: .same), ReLU(), GlobalAveragePool(), Dense(2)])
        let data = Dataset(
            (0..<110).map { n in
                .init(
                    input: (0..<48 * 48).map { Double((n * 37 + $0 * 11) % 23) / 11 - 1 }, target: Dataset.oneHot(n % 2, of: 2))
            })
        let plan = FlatNetwork(network, loss: .meanSquaredError, batch: 110)
        #expect(plan.map { $0.rows < 110 } == true)
        let runs = try [nil, 0].map {
            try PlanTests.run(
                network, data, .meanSquaredError, .gradientDescent(rate: 0.1), TrainingPlan(epochs: 1), way: $0,
                validating: false)
        }
        #expect(runs[0].network.flatParameters == runs[1].network.flatParameters)
    }
}
