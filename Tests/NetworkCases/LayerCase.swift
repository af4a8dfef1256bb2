import Networks

/// Layers of each type, in a place where they can work. A test fails while a type is missing.
package struct LayerCase: Sendable, CustomStringConvertible {
    package let name: String
    package let inputs: Shape
    package let layers: [any Layer]
    /// Inputs are numbers of words, from 0 to 3.
    package let takesWords: Bool

    init(_ name: String, _ inputs: Shape, _ layers: [any Layer], takesWords: Bool = false) {
        self.name = name
        self.inputs = inputs
        self.layers = layers
        self.takesWords = takesWords
    }

    package var description: String { name }

    /// The names of the types that the layers have, those within blocks included.
    package var types: Set<String> { Set(layers.flatMap(Self.types)) }

    private static func types(of layer: any Layer) -> Set<String> {
        let own: Set = ["\(type(of: layer))"]
        guard let block = layer as? Residual else { return own }
        return own.union((block.layers + block.shortcut).flatMap(types))
    }

    package static let all: [LayerCase] = [
        .init("dense", [3], [Dense(2), Dense(2, bias: .shared(0.2)), Dense(2, bias: .none)]),
        .init("sigmoid", [2], [Sigmoid()]), .init("tanh", [2], [Tanh()]), .init("relu", [2], [ReLU()]),
        .init("linear", [2], [Identity()]), .init("leaky relu", [2], [LeakyReLU(slope: 0.1)]),
        .init("elu", [2], [ELU(alpha: 1.3)]),
        .init("gelu", [2], [GELU(), GELU(.tanh)]), .init("silu", [2], [SiLU()]), .init("softplus", [2], [Softplus()]),
        .init("softmax", [2, 2], [Softmax()]), .init("dropout", [4], [Dropout(0.4)]),
        .init("dropout with given masks", [3], [Dropout(0.5, masks: [[1, 0, 1]]), Dropout(0.2, scaling: .classic)]),
        .init(
            "dropout with a mask for each sample", [2], [Dropout(0.25, scaling: .classic, masks: [[1, 1], [0, 1], [1, 0]])]),
        .init("batchnorm", [3], [BatchNorm(epsilon: 0.05)]), .init("layernorm", [2, 3], [LayerNorm(epsilon: 0.05)]),
        .init("groupnorm", [2, 4], [GroupNorm(2, epsilon: 0.05)]),
        .init("instancenorm", [4, 2], [InstanceNorm(epsilon: 0.05)]),
        .init("conv1d", [4, 2], [Conv1D(2, kernel: 3)]),
        .init("conv2d", [3, 3, 1], [Conv2D(2, kernel: 2), Conv2D(1, kernel: 2, padding: .same, usesBias: false)]),
        .init(
            "transposed conv1d", [2, 2],
            [
                ConvTranspose1D(2, kernel: 2, stride: 3, padding: 1, outputPadding: 1),
                ConvTranspose1D(1, kernel: 2, dilation: 2),
            ]),
        .init(
            "transposed conv2d", [2, 1, 2],
            [
                ConvTranspose2D(1, kernel: [2, 3], stride: [2, 1], padding: [0, 1]),
                ConvTranspose2D(2, kernel: 2, usesBias: false),
            ]),
        .init(
            "conv with uneven padding", [2, 3, 1],
            [
                Conv2D(1, kernel: 2, padding: .zeros(top: 1, bottom: 0, left: 0, right: 2)), Reshape([2, 4]),
                Conv1D(1, kernel: 3, padding: .zeros(before: 2, after: 0)),
            ]),
        .init(
            "dilated pools", [4, 4, 1],
            [
                MaxPool2D(2, stride: 1, dilation: [1, 2]), AveragePool2D(2, stride: 1, padding: .zeros(before: 0, after: 1)),
                Reshape([3, 2]), MaxPool1D(2, stride: 1, dilation: 2), AveragePool1D(1, dilation: 3),
            ]),
        .init("maxpool1d", [5, 1], [MaxPool1D(2)]), .init("maxpool2d", [4, 3, 1], [MaxPool2D(2, stride: 1)]),
        .init("averagepool1d", [5, 1], [AveragePool1D(2)]), .init("averagepool2d", [3, 3, 1], [AveragePool2D(2, stride: 1)]),
        .init("globalaveragepool", [2, 2, 2], [GlobalAveragePool()]),
        .init("flatten", [2, 3], [Reshape([3, -1, 1]), Conv2D(1, kernel: 2), Flatten()]),
        .init("embedding", [3], [Embedding(vocabulary: 4, dimensions: 2)], takesWords: true),
        .init(
            "residual", [3],
            [
                Residual { [Dense(3), LayerNorm(epsilon: 0.1)] },
                Residual {
                    [Dense(2), Tanh()]
                } shortcut: {
                    Dense(2)
                },
            ]),
        .init("simple rnn", [3, 2], [SimpleRNN(2, returnsSequences: true), SimpleRNN(1, usesBias: false)]),
        .init("lstm", [3, 1], [LSTM(2)]), .init("gru", [3, 1], [GRU(2)]),
        .init("gru, reset before", [2, 1], [GRU(1, resetsAfter: false)]),
        .init("simple rnn from a first state", [2, 1], [SimpleRNN(2).starting(hidden: [0.3, -0.6])]),
        .init("lstm from trained first states", [2, 1], [LSTM(1).starting(hidden: [0.4], cells: [-0.7], trained: true)]),
        .init("gru from a trained first state", [2, 1], [GRU(2).starting(hidden: [0.5, -0.2], trained: true)]),
        .init(
            "bidirectional", [3, 2],
            [Bidirectional(SimpleRNN(1, returnsSequences: true)), Bidirectional(GRU(1), merging: .sum)]),
        .init(
            "bidirectional lstm from first states", [2, 1],
            [
                Bidirectional(
                    forward: LSTM(1, usesBias: false).starting(hidden: [0.4], cells: [-0.7], trained: true),
                    backward: LSTM(2).starting(hidden: [0.2, 0.1], cells: [0.3, -0.5]))
            ]),
        .init("one step of a simple rnn", [3], [RecurrentCell(SimpleRNN(2))]),
        .init("one step of an lstm", [4], [RecurrentCell(LSTM(1))]), .init("one step of a gru", [2], [RecurrentCell(GRU(1))]),
        .init(
            "first states in a residual block", [2, 2],
            [
                Residual {
                    GRU(2, returnsSequences: true).starting(hidden: [0.5, -0.2], trained: true)
                    Bidirectional(
                        forward: SimpleRNN(1, returnsSequences: true),
                        backward: SimpleRNN(1, returnsSequences: true).starting(hidden: [0.7]))
                }
            ]),
        .init("gru of chung", [3, 1], [GRU(2, updateGate: .chung)]),
        .init("hard sigmoid", [2], [HardSigmoid(), HardSigmoid(.keras2)]),
        .init("hard tanh", [3], [HardTanh(-0.8, 0.9), HardSwish()]), .init("selu", [2], [SELU()]),
        .init("celu", [2], [CELU(alpha: 0.6)]), .init("mish", [2], [Mish()]), .init("softsign", [2], [Softsign()]),
        .init("log-sigmoid", [2], [LogSigmoid()]), .init("squareplus", [2], [Squareplus(b: 1.5)]),
        .init("shrinkage", [3], [Tanhshrink(), Softshrink(lambda: 0.01)]), .init("log-softmax", [2, 2], [LogSoftmax()]),
        .init("heaviside", [3], [Heaviside(pretending: .sigmoid(steepness: 2))]),
        .init("heaviside, straight", [3], [Heaviside(pretending: .straightThrough)]), .init("glu", [2, 4], [GLU()]),
        .init("swiglu", [4], [SwiGLU()]),
        .init("attention", [3, 2], [PositionalEncoding(), SelfAttention(heads: 2, isCausal: true)]),
        .init(
            "attention, masked with biases", [3, 2],
            [SelfAttention(mask: [[true, false, true], [false, true, true], [true, true, true]], usesBias: true)]),
        .init(
            "cross attention", [5, 2],
            [
                CrossAttention(asking: 3, mask: [[true, true], [false, true], [true, false]], usesBias: true),
                CrossAttention(asking: 1, valuesApart: true, projectsOutput: false),
            ]),
        .init(
            "transformer encoder", [2, 2],
            TransformerEncoder(features: 2, hidden: 2, activation: Softplus(), usesBias: true, epsilon: 0.1).layers.layers),
        .init(
            "transformer encoder, normalised before", [2, 2],
            TransformerEncoder(
                features: 2, heads: 2, hidden: 1, normalizes: .before, activation: GELU(), isCausal: true, epsilon: 0.1
            ).layers.layers),
    ]

    /// The layers between two dense ones, so that gradients arrive and must go on, and the output layer of a loss, with parameters
    /// away from where they start.
    package func network(endingWith output: any Layer, outputs: Int, seed: UInt64) throws -> Network {
        let front: [any Layer] = takesWords ? [] : [Dense(inputs.features)]
        let network = try Network(
            inputs: inputs, seed: seed, layers: front + layers + [Flatten(), Dense(outputs), output])
        var random = SplitMix64(seed: seed)
        return network.replacing(
            parameters: network.layers.map { $0.parameters.map { $0.values.map { $0 + 0.4 * random.uniform() - 0.1 } } })
    }

    package func input(_ random: inout SplitMix64) -> [Double] {
        (0..<inputs.count).map { _ in takesWords ? Double(random.next() % 4) : 2 * random.uniform() - 1 }
    }
}
