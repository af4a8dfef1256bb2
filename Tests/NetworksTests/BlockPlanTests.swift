import Testing

@testable import Networks

/// Residual blocks, normalisation within a sample and attention in a plan, beside the general way, to the last bit.
struct BlockPlanTests {
    static let chains: [(Shape, [any Layer])] = [
        // A Transformer block.
        (
            [9, 12],
            [
                PositionalEncoding(),
                Residual {
                    LayerNorm()
                    SelfAttention(heads: 3)
                },
                Residual {
                    LayerNorm()
                    Dense(20)
                    GELU()
                    Dense(12)
                },
                LayerNorm(), GlobalAveragePool(), Dense(3),
            ]
        ),
        // Heads of odd sizes, masks, no scale, no projection.
        ([7, 5], [SelfAttention(heads: 2, keySize: 3, isCausal: true, isScaled: false), Flatten(), Dense(3)]),
        (
            [11, 4],
            [SelfAttention(heads: 1, projectsOutput: false), SelfAttention(heads: 4, isCausal: true), Flatten(), Dense(3)]
        ),
        ([1, 3], [SelfAttention(heads: 3), LayerNorm(), Flatten(), Dense(3)]),
        (
            [6, 2],
            [
                Dense(4),
                SelfAttention(
                    heads: 2, queries: rows(4, 4), keys: rows(4, 4), values: rows(4, 6), output: rows(6, 5)),
                Tanh(), Flatten(), Dense(3),
            ]
        ),
        // Norms of every span, with nothing trained below and something.
        ([13], [LayerNorm(), Dense(9), LayerNorm(epsilon: 0.1), Tanh(), Dense(3)]),
        (
            [5, 4, 6],
            [
                GroupNorm(3), Conv2D(8, kernel: 2), InstanceNorm(), ReLU(), GroupNorm(1), Residual { Sigmoid() }, Flatten(),
                Dense(3),
            ]
        ),
        // Blocks within blocks, with shortcuts, of one row and of several.
        (
            [6],
            [
                Residual {
                    Dense(6)
                    Tanh()
                    Residual {
                        Dense(4)
                        ReLU()
                    } shortcut: {
                        Dense(4, bias: .none)
                    }
                    Dense(5)
                } shortcut: {
                    Sigmoid()
                    Dense(5, bias: 0.2)
                    LayerNorm()
                },
                ReLU(), Dense(3),
            ]
        ),
        (
            [6, 6, 2],
            [
                Residual {
                    Conv2D(4, kernel: 3, padding: .same)
                    ReLU()
                    Conv2D(4, kernel: 3, stride: 2, padding: .same)
                } shortcut: {
                    Conv2D(4, kernel: 1, stride: 2)
                },
                Residual { Conv2D(4, kernel: 3, padding: .same) }, GlobalAveragePool(), Dense(3),
            ]
        ),
        // Only the shortcut is trained; nothing in a block is.
        (
            [4],
            [
                Residual {
                    Tanh()
                } shortcut: {
                    Dense(4)
                }, Residual { Softmax() }, Dense(3),
            ]
        ),
        (
            [3, 4],
            [
                Residual { LSTM(4, returnsSequences: true) },
                Residual {
                    Flatten()
                } shortcut: {
                    Reshape([12])
                }, Dense(3),
            ]
        ),
    ]

    /// What has no loop of its own is asked through its own functions.
    static let activations: [any Layer] = [
        LeakyReLU(), ELU(), SiLU(), Softplus(), GELU(), Tanhshrink(), Softshrink(), HardSigmoid(), HardTanh(), HardSwish(),
        SELU(),
        CELU(), Mish(), Softsign(), LogSigmoid(), Squareplus(), Heaviside(pretending: .sigmoid(steepness: 2)), GLU(), SwiGLU(),
        LogSoftmax(), OwnActivation(),
    ]

    struct OwnActivation: Activation {
        func value(at z: Double) -> Double { z * z * 0.25 }
        func slope(at z: Double, output: Double) -> Double { z * 0.5 }
    }

    static func rows(_ count: Int, _ width: Int) -> [[Double]] {
        (0..<count).map { (i: Int) -> [Double] in
            (0..<width).map { (j: Int) -> Double in Double((i * 7 + j * 5) % 9) / 5 - 0.8 }
        }
    }

    static func data(_ shape: Shape, _ count: Int) -> Dataset {
        Dataset(
            (0..<count).map { n in
                .init(
                    input: (0..<shape.count).map { Double((n * 37 + $0 * $0 * 11 + $0 * 3) % 23) / 11 - 1 },
                    target: Dataset.oneHot(n % 3, of: 3))
            })
    }

    @Test(arguments: chains.indices)
    func `blocks, norms and attention in a plan give the numbers of the general way to the last bit`(index: Int) throws {
        let (shape, layers) = Self.chains[index]
        let network = try Network(inputs: shape, seed: 7, layers: layers)
        try PlanTests.expectSameBits(of: network, on: Self.data(shape, 11), rate: 0.05)
    }

    @Test(arguments: activations.indices)
    func `an activation without a loop gives a plan the numbers of the general way`(index: Int) throws {
        let network = try Network(
            inputs: [3, 2], seed: 5,
            layers: [Dense(4), Self.activations[index], Flatten(), Dense(6), Self.activations[index], Dense(3)])
        try PlanTests.expectSameBits(of: network, on: Self.data([3, 2], 11), rate: 0.02)
    }

    @Test func `a causal mask hides what comes later even where it is no number`() throws {
        let network = try Network(inputs: [5, 2], seed: 3, layers: [SelfAttention(heads: 2, isCausal: true)])
        let input = (0..<10).map { Double($0 * 7 % 5) - 2 }
        let spoilt: [Double] = Array(input[..<6]) + [Double.nan, .infinity, .nan, 1]
        let (a, b) = (network(input), network(spoilt))
        #expect(a[..<6] == b[..<6])
        #expect(b[6].isNaN)
    }

    @Test func `blocks of many numbers go through in turns that go on with the same sums`() throws {
        let network = try Network(
            inputs: [4, 6], seed: 3,
            layers: [
                Residual {
                    LayerNorm()
                    SelfAttention(heads: 2)
                }, Flatten(), Dense(3),
            ])
        let runs = try PlanTests.ways.map {
            try PlanTests.run(
                network, Self.data([4, 6], 300), .meanSquaredError, .adam(rate: 0.01), TrainingPlan(epochs: 2), way: $0)
        }
        for run in runs.dropFirst() { #expect(runs[0].network.flatParameters == run.network.flatParameters) }
    }
}
