import Networks
import Testing

@testable import Derivations

/// Recurrent networks and attention drawn by seed: the scalar graph, the engine and central differences must agree.
struct RandomSequenceTests {
    static let kinds = [
        "rnn", "lstm", "gru", "gru-before", "gru-chung", "rnn-started", "lstm-started", "gru-started", "attention", "encoding",
        "masked", "both-rnn", "both-lstm", "both-gru",
    ]

    static func layer(_ kind: String, steps: Int, _ random: inout SplitMix64, truncated: Bool = false) -> any Layer {
        let (units, full, plain) = (Int(random.next() % 3) + 1, random.next() % 2 == 0, random.next() % 3 == 0)
        let truncation = truncated ? Int(random.next() % 3) + 1 : nil
        switch kind {
        case "lstm":
            return LSTM(units, returnsSequences: full, usesBias: !plain, truncation: truncation)
        case "gru", "gru-before", "gru-chung":
            return GRU(
                units, resetsAfter: kind != "gru-before", updateGate: kind == "gru-chung" ? .chung : .cho,
                returnsSequences: full, usesBias: !plain, truncation: truncation)
        case "rnn-started":
            return SimpleRNN(units, returnsSequences: full, usesBias: !plain, truncation: truncation)
                .starting(hidden: (0..<units).map { _ in random.uniform() - 0.5 }, trained: plain)
        case "lstm-started":
            return LSTM(units, returnsSequences: full, usesBias: !plain, truncation: truncation)
                .starting(
                    hidden: (0..<units).map { _ in random.uniform() - 0.5 },
                    cells: (0..<units).map { _ in random.uniform() - 0.5 }, trained: plain)
        case "gru-started":
            return GRU(units, returnsSequences: full, usesBias: !plain, truncation: truncation)
                .starting(hidden: (0..<units).map { _ in random.uniform() - 0.5 }, trained: plain)
        case "both-rnn", "both-lstm", "both-gru":
            let merging: Bidirectional.Merge = plain ? .sum : .concatenated
            let start = (0..<units).map { _ in random.uniform() - 0.5 }
            if kind == "both-rnn" {
                let layer = SimpleRNN(units, returnsSequences: full, truncation: truncation)
                return Bidirectional(forward: layer, backward: layer.starting(hidden: start, trained: plain), merging: merging)
            }
            return kind == "both-gru"
                ? Bidirectional(GRU(units, returnsSequences: full, usesBias: !plain, truncation: truncation), merging: merging)
                : Bidirectional(
                    LSTM(units, returnsSequences: full, truncation: truncation).starting(hidden: start, cells: start),
                    merging: merging)
        case "attention":
            return SelfAttention(
                heads: units == 3 ? 2 : 1, keySize: Int(random.next() % 2) + 1, isCausal: full, isScaled: !plain,
                projectsOutput: random.next() % 2 == 0)
        case "masked":
            return SelfAttention(
                heads: units, keySize: 1, mask: (0..<steps).map { i in (0..<steps).map { $0 == i || random.next() % 2 == 0 } },
                isScaled: !plain, projectsOutput: full, usesBias: true)
        case "encoding": return PositionalEncoding()
        default:
            let own = random.next() % 3
            let activation: any Activation = own == 0 ? RandomNetworkTests.Cube() : own == 1 ? SiLU() as any Activation : Tanh()
            return SimpleRNN(
                units, activation: activation, returnsSequences: full, usesBias: !plain, truncation: truncation)
        }
    }

    static func pass(_ kind: String, seed: UInt64, truncated: Bool = false) throws -> BackpropagationPass {
        var random = SplitMix64(seed: seed)
        let (steps, features) = (Int(random.next() % 4) + 1, Int(random.next() % 2) + 1)
        var layers = [Self.layer(kind, steps: steps, &random, truncated: truncated)]
        if random.next() % 4 == 0, layers[0].outputShape(for: [steps, features]).rank == 2 {
            layers.append(Self.layer(kind, steps: steps, &random, truncated: truncated))
        }
        let loss: Loss
        switch random.next() % 4 {
        case 0:
            layers += [Dense(2), Softmax()]
            loss = .categoricalCrossEntropy
        case 1:
            layers += [Dense(1), Sigmoid()]
            loss = .binaryCrossEntropy
        case 2:
            layers += [Tanh()]
            loss = .meanSquaredError
        default: loss = .halfSquaredError
        }
        let network = try Network(inputs: [steps, features], seed: seed, layers: layers)
        // Biases away from their start at 0, where a slip in them might not show.
        let moved = network.replacing(
            parameters: network.layers.map { $0.parameters.map { $0.values.map { $0 + 0.2 * random.uniform() } } })
        let input = (0..<moved.inputs).map { _ in 2 * random.uniform() - 1 }
        let target = (0..<moved.outputs).map { _ in random.uniform() }
        return try moved.backpropagation(of: input, toward: target, minimizing: loss)
    }

    @Test(arguments: kinds)
    func `the scalar graph agrees with the engine and with central differences`(kind: String) throws {
        for seed in 1...80 as ClosedRange<UInt64> {
            try Agreement.check(try Self.pass(kind, seed: seed), "\(kind), seed \(seed)")
        }
    }

    @Test(arguments: [
        "rnn", "lstm", "gru", "gru-before", "gru-chung", "rnn-started", "lstm-started", "gru-started", "both-rnn", "both-gru",
    ])
    func `a truncated gradient is that of a graph whose states are given where it is cut`(kind: String) throws {
        var different = 0
        for seed in 1...80 as ClosedRange<UInt64> {
            let pass = try Self.pass(kind, seed: seed, truncated: true)
            let unrolling = pass.network.unrolled(pass.input, toward: pass.target, minimizing: pass.lossFunction)
            let walked = unrolling.graph.gradients()
            for (nodes, gradients) in zip(unrolling.parameters.joined().joined(), pass.gradients.joined().joined()) {
                #expect(Agreement.near(walked[nodes], gradients, 1e-10), "\(kind), seed \(seed)")
            }
            let numeric = pass.network.centralDifferences(
                of: pass.input, toward: pass.target, minimizing: pass.lossFunction)
            let pairs = zip(pass.gradients.joined().joined(), numeric.joined().joined())
            if pairs.contains(where: { !Agreement.near($0, $1, 1e-6) }) { different += 1 }
        }
        #expect(different > 20)
    }

    @Test(arguments: kinds)
    func `every parameter and state has a name of its own in both notations`(kind: String) throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let pass = try Self.pass(kind, seed: seed)
            let graph = pass.network.unrolled(
                [.init(input: pass.input, target: pass.target), .init(input: pass.input, target: pass.target)],
                minimizing: pass.lossFunction
            ).graph
            var (keys, indexed): (Set<String>, Set<String>) = ([], [])
            for block in graph.blocks {
                for node in block.nodes {
                    let symbol = block.symbol(node - block.nodes.lowerBound)
                    #expect(keys.insert(symbol.key).inserted, "\(kind), seed \(seed): \(symbol.key)")
                    #expect(indexed.insert(symbol.indexedKey).inserted, "\(kind), seed \(seed): \(symbol.indexedKey)")
                    #expect(graph.node(named: symbol.key) == node)
                    #expect(graph.node(named: symbol.indexedKey) == node)
                }
            }
            for layer in pass.network.unrolled(pass.input, toward: pass.target, minimizing: pass.lossFunction).parameters {
                for node in layer.joined() { #expect(graph.isNamed(node)) }
            }
        }
    }
}
