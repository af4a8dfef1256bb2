import NetworkCases
import Testing

@testable import Networks

/// Layers within layers are looked for, named and walked as those of a network are.
struct SequentialTests {
    static let network = Network(inputs: [3, 2], seed: 4) {
        Residual {
            SelfAttention(heads: 2)
            Residual {
                Dense(2)
                LayerNorm()
            } shortcut: {
                Dense(2, bias: .none)
            }
        }
        Flatten()
        Dense(1)
    }

    @Test func `layers inside others are found, in the order in which numbers meet them`() {
        #expect(Self.network.layer(SelfAttention.self).heads == 2)
        #expect(Self.network.layer(LayerNorm.self).scale == [1, 1])
        #expect((1...3).map { Self.network.layer(Dense.self, number: $0).units } == [2, 2, 1])
        #expect(Self.network.layer(Dense.self, number: 2).bias == .none)
        #expect(Self.network.layer(Residual.self, number: 2).layers.count == 2)
    }

    @Test func `a block written among layers stands for its layers`() throws {
        let block = Sequential {
            Dense(2)
            Tanh()
        }
        let net = Network(inputs: 2, seed: 3) {
            block
            block
            Dense(1)
        }
        let plain = try Network(inputs: 2, seed: 3, layers: [Dense(2), Tanh(), Dense(2), Tanh(), Dense(1)])
        #expect(net.layers.map(\.name) == plain.layers.map(\.name))
        #expect(net.prediction(for: [1, 2]) == plain.prediction(for: [1, 2]))
    }

    /// y = x + f(x), with f a network of its own.
    @Test func `a residual block answers and passes slopes as its layers in a network do`() throws {
        let inner: [any Layer] = [Dense(3), Tanh(), LayerNorm(), Dense(3)]
        let block = try Network(inputs: 3, seed: 7, layers: [Residual { inner }])
        let alone = try Network(inputs: 3, seed: 7, layers: inner)
        let (x, t) = ([0.3, -1, 2], [1.0, 0, -1])
        #expect(block.prediction(for: x) == zip(x, alone.prediction(for: x)).map { $0 + $1 })
        let pass = try block.backpropagation(of: x, toward: t, minimizing: .halfSquaredError)
        let slope = zip(pass.output, t).map { $0 - $1 }
        let found = alone.walkBack(alone.passed(x), slope)
        #expect(pass.gradients[0] == found.gradients.flatMap { $0 })
        #expect(pass.inputGradient == zip(found.slopes[0], slope).map { $0 + $1 })
    }

    @Test func `a word without a row is found inside a block, too`() throws {
        let net = try Network(inputs: 2, layers: [Residual { [Embedding(vocabulary: 3, dimensions: 1), Flatten()] }])
        #expect(throws: ShapeError.self) {
            try net.backpropagation(of: [1, 5], toward: [0, 0], minimizing: .meanSquaredError)
        }
    }

    /// What a network may grow by is known before it is connected.
    @Test func `shapes and numbers of parameters are known before anything is drawn`() throws {
        let cases: [(inputs: Shape, layers: [any Layer])] = [
            (
                [9, 9, 2],
                [
                    Conv2D(3, kernel: 2, usesBias: false), MaxPool2D(2), AveragePool2D([1, 2], stride: 1), Flatten(),
                    Dense(4, bias: .none),
                ]
            ),
            ([9, 2], [Conv1D(3, kernel: 2, usesBias: false), MaxPool1D(2), LSTM(2, returnsSequences: true, usesBias: false)]),
            (
                [4, 6],
                [
                    SelfAttention(heads: 2), SelfAttention(heads: 3, keySize: 5, projectsOutput: false), LayerNorm(),
                    GRU(2, usesBias: false),
                ]
            ),
            ([4, 6], [Residual { [Dense(6, bias: .none), BatchNorm()] }, SimpleRNN(3, usesBias: false)]),
            (3, [Embedding(vocabulary: 4, dimensions: 2), GlobalAveragePool()]),
            ([4, 6], [SelfAttention(heads: 2, usesBias: true), GRU(2).starting(hidden: [0.1, 0.2], trained: true)]),
            ([4, 6], [GRU(2, resetsAfter: false)]),
            ([5, 4], [CrossAttention(asking: 2, usesBias: true), Bidirectional(LSTM(2))]),
        ]
        for (inputs, layers) in cases { try Self.checkSizes(of: layers, given: inputs) }
    }

    @Test(arguments: LayerCase.all)
    func `every layer knows what it will have before anything is drawn`(layer: LayerCase) throws {
        try Self.checkSizes(of: layer.layers, given: layer.inputs)
    }

    private static func checkSizes(of layers: [any Layer], given inputs: Shape) throws {
        let network = try Network(inputs: inputs, layers: layers)
        let unconnected = Sequential(layers)
        #expect(unconnected.shapes(from: inputs) == network.shapes)
        #expect(unconnected.parameterCount(for: inputs) == network.parameterCount)
    }
}
