import Networks
import Testing

@testable import Derivations

/// Convolution, pooling, normalisation, dropout, embedding and residual blocks drawn by seed: the scalar graph, the engine and
/// central differences must agree.
struct RandomLayerTests {
    static let kinds = [
        "conv2d", "conv1d", "maxpool2d", "maxpool1d", "averagepool2d", "averagepool1d", "globalaveragepool", "embedding",
        "layernorm", "groupnorm", "instancenorm", "batchnorm", "dropout", "residual", "residual-shortcut", "flatten",
        "convtranspose2d", "convtranspose1d",
    ]

    static func number(_ random: inout SplitMix64, _ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.count))
    }

    /// A small network around the layer: every kind of padding, stride and dilation that fits.
    static func network(_ kind: String, seed: UInt64, _ random: inout SplitMix64) throws -> Network {
        func pick(_ range: ClosedRange<Int>) -> Int { number(&random, range) }
        let paddings: [Padding] = [.valid, .same, .zeros(1), .zeros(before: 0, after: 1)]
        let (stride, dilation, channels, units) = (pick(1...3), pick(1...2), pick(1...2), pick(1...2))
        let (height, width, kernel) = (pick(1...4), pick(1...5), Shape([pick(1...3), pick(1...3)]))
        let padding = paddings[pick(0...3)]
        let usesBias = pick(0...2) > 0
        func layers(_ padding: Padding) -> (inputs: Shape, layers: [any Layer]) {
            let picture: Shape = [height, width, channels]
            let sequence: Shape = [width, channels]
            switch kind {
            case "conv2d":
                let first = Conv2D(
                    units, kernel: kernel, stride: Shape(stride), padding: padding, dilation: Shape(dilation),
                    usesBias: usesBias)
                return (picture, [first, Tanh()] + (stride == 1 ? [Conv2D(1, kernel: 2, padding: .same), ReLU()] : []))
            case "conv1d":
                let first = Conv1D(
                    units, kernel: kernel.dimensions[0], stride: stride, padding: padding, dilation: dilation,
                    usesBias: usesBias)
                return (sequence, [first, Sigmoid()])
            case "convtranspose2d":
                // Nothing is cut off that a single number would need.
                let cut = kernel.dimensions.map { min($0 - 1, 2) / 2 * dilation }
                let first = ConvTranspose2D(
                    units, kernel: kernel, stride: [stride, 1], padding: Shape(cut), outputPadding: [stride - 1, 0],
                    dilation: Shape(dilation), usesBias: usesBias)
                return (picture, [first, Tanh()])
            case "convtranspose1d":
                let first = ConvTranspose1D(
                    units, kernel: kernel.dimensions[0], stride: stride, outputPadding: stride - 1, dilation: dilation,
                    usesBias: usesBias)
                return (sequence, [first, Sigmoid()])
            case "maxpool2d", "averagepool2d":
                let size = Shape(kernel.dimensions.map { max(2, $0) })
                let isMax = kind == "maxpool2d"
                let pool: any Layer =
                    isMax
                    ? MaxPool2D(size, stride: Shape(stride), padding: padding)
                    : AveragePool2D(size, stride: Shape(stride), padding: padding)
                return (picture, [Conv2D(units, kernel: 2, padding: .same), Tanh(), pool])
            case "maxpool1d", "averagepool1d":
                let pool: any Layer =
                    kind == "maxpool1d"
                    ? MaxPool1D(2, stride: stride, padding: padding) : AveragePool1D(2, stride: stride, padding: padding)
                return (sequence, [Conv1D(units, kernel: 1), pool, SiLU()])
            case "globalaveragepool": return (picture, [Conv2D(units, kernel: 1), GlobalAveragePool(), Tanh()])
            case "embedding": return (Shape(width), [Embedding(vocabulary: 4, dimensions: units), Flatten()])
            case "layernorm":
                // Two numbers alone become ±1 whatever they are: three at least.
                return ([height, 3], [Dense(channels + 2), LayerNorm(epsilon: 0.05), Tanh(), LayerNorm(epsilon: 0.05)])
            case "groupnorm":
                return (picture, [Conv2D(4, kernel: 1), GroupNorm(units, epsilon: 0.05), Tanh(), GroupNorm(2, epsilon: 0.1)])
            case "instancenorm": return (picture, [Conv2D(units, kernel: 1), InstanceNorm(epsilon: 0.05), ReLU()])
            case "batchnorm":
                return (
                    picture, [Conv2D(units, kernel: 1), BatchNorm(epsilon: 0.05), ReLU(), Flatten(), Dense(2), BatchNorm()]
                )
            case "dropout": return (Shape(width), [Dense(4), Tanh(), Dropout(0.4), Dense(3), Dropout(0.2)])
            case "residual":
                return (
                    Shape(width),
                    [
                        Dense(3), Residual { [Dense(3), Tanh(), Residual { [Dense(3), Sigmoid()] }] }, Tanh(),
                        Residual { [LayerNorm(epsilon: 0.1), Dense(3)] }, Tanh(),
                    ]
                )
            case "residual-shortcut":
                let block = Residual {
                    [Conv2D(units, kernel: 2, padding: .same), BatchNorm(epsilon: 0.05), Tanh(), Dropout(0.2)]
                } shortcut: {
                    Conv2D(units, kernel: 1)
                }
                return (picture, [block, Sigmoid()])
            default:
                return (
                    [height, 2], [Dense(2), Tanh(), Flatten(), Dense(4), Reshape([2, -1, 1]), Conv2D(1, kernel: 2), Tanh()]
                )
            }
        }
        let last: [any Layer] = [Flatten(), Dense(units)]
        let given = layers(padding)
        if let network = try? Network(inputs: given.inputs, seed: seed, layers: given.layers + last) { return network }
        let other = layers(.same)
        return try Network(inputs: other.inputs, seed: seed, layers: other.layers + last)
    }

    /// Parameters, and running averages, away from where they start, so that a slip in them shows.
    static func moved(_ network: Network, _ random: inout SplitMix64) -> Network {
        network.replacing(
            parameters: network.layers.map { $0.parameters.map { $0.values.map { $0 + 0.6 * random.uniform() - 0.2 } } })
    }

    static func data(_ network: Network, _ kind: String, _ count: Int, _ random: inout SplitMix64) -> Dataset {
        Dataset(
            (0..<count).map { _ in
                let input = (0..<network.inputs).map { _ in
                    kind == "embedding" ? Double(number(&random, 0...3)) : 2 * random.uniform() - 1
                }
                return Dataset.Sample(input: input, target: (0..<network.outputs).map { _ in random.uniform() })
            })
    }

    @Test(arguments: kinds)
    func `the scalar graph of one sample agrees with the engine and with central differences`(kind: String) throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            var network = Self.moved(try Self.network(kind, seed: seed, &random), &random)
            if kind.hasPrefix("batchnorm") || kind.hasPrefix("residual") {
                let batch = Self.data(network, kind, 4, &random)
                for _ in 0..<9 { network = network.backpropagate(batch, minimizing: .halfSquaredError).networkAfterwards }
            }
            let sample = Self.data(network, kind, 1, &random).samples[0]
            let loss: Loss = seed.isMultiple(of: 2) ? .halfSquaredError : .meanSquaredError
            try Agreement.check(
                try network.backpropagation(of: sample.input, toward: sample.target, minimizing: loss), "\(kind), seed \(seed)")
        }
    }

    @Test(arguments: kinds)
    func `the scalar graph of a batch in training agrees with the engine and with central differences`(kind: String) throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            let network = Self.moved(try Self.network(kind, seed: seed, &random), &random)
            let data = Self.data(network, kind, Self.number(&random, 2...3), &random)
            try Agreement.check(
                try network.backpropagation(of: data, minimizing: .halfSquaredError, dropoutSeed: seed), dropoutSeed: seed,
                "\(kind), seed \(seed)")
        }
    }

    @Test func `every name means one number, in both notations`() throws {
        for kind in Self.kinds {
            for seed in 1...20 as ClosedRange<UInt64> {
                var random = SplitMix64(seed: seed)
                let network = try Self.network(kind, seed: seed, &random)
                let data = Self.data(network, kind, 2, &random)
                let graphs = [
                    network.backpropagate(data.samples[0].input, toward: data.samples[0].target, minimizing: .halfSquaredError)
                        .graph,
                    network.graph(on: data, minimizing: .halfSquaredError),
                ]
                for graph in graphs {
                    let symbols = graph.blocks.flatMap { block in
                        block.nodes.indices.map { block.symbol($0 - block.nodes.lowerBound) }
                    }
                    for spelled in [symbols.map(\.key), symbols.map(\.indexedKey)] {
                        let repeated = Dictionary(grouping: spelled) { $0 }.filter { $1.count > 1 }.keys.sorted()
                        #expect(repeated.isEmpty, "\(kind), seed \(seed)")
                    }
                }
            }
        }
    }
}

extension Agreement {
    /// The same for a batch in training.
    static func check(_ pass: BatchBackpropagationPass, dropoutSeed: UInt64, _ label: String) throws {
        let unrolling = try pass.agreed().unrolling
        let walked = unrolling.graph.gradients()
        #expect(near(unrolling.graph.values[unrolling.graph.root], pass.loss, 1e-12), "\(label): loss")
        let nudged = pass.network.centralDifferences(
            on: pass.data, minimizing: pass.lossFunction, dropoutSeed: dropoutSeed)
        let smooth = isSmooth(unrolling.graph)
        for (layer, parameters) in unrolling.parameters.enumerated() {
            try #require(parameters.count == pass.gradients[layer].count, "\(label): parameters of layer \(layer + 1)")
            for (index, nodes) in parameters.enumerated() {
                try #require(nodes.count == pass.gradients[layer][index].count)
                for (place, node) in nodes.enumerated() {
                    let name = "\(label): layer \(layer + 1), parameter \(index), \(place)"
                    #expect(near(walked[node], pass.gradients[layer][index][place], 1e-10), "\(name)")
                    if smooth { #expect(near(walked[node], nudged[layer][index][place], 1e-6), "\(name), differences") }
                }
            }
        }
        for (nodes, gradients) in zip(unrolling.activationsBySample, pass.inputGradients) {
            for (node, gradient) in zip(nodes[0], gradients) { #expect(near(walked[node], gradient, 1e-10), "\(label): input") }
        }
    }

    /// Whether no number stands beside a kink, where differences honestly see half of either slope.
    static func isSmooth(_ graph: ScalarGraph) -> Bool {
        graph.nodes.allSatisfy { node in
            let values = node.operands.map { graph.values[$0] }
            switch node.operation {
            case .function(.relu): return abs(values[0]) > 1e-5
            case .maximum:
                let sorted = values.sorted(by: >)
                return sorted.count < 2 || sorted[0] - sorted[1] > 1e-5
            default: return true
            }
        }
    }
}
