import Exhibits
import Networks
import Testing

@testable import Derivations

/// Blocks with numbers drawn by seed: the walk back must agree with central differences for every given number.
struct BlockGradientTests {
    struct Draw {
        var random: SplitMix64
        mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in 2 * random.uniform() - 1 } }
        mutating func rows(_ rows: Int, _ columns: Int) -> [[Double]] { (0..<rows).map { _ in numbers(columns) } }
        mutating func weights(_ letter: String, _ inputs: Int, _ units: Int) -> RecurrentWeights {
            RecurrentWeights(letter, input: rows(units, inputs), recurrent: rows(units, units), biases: numbers(units))
        }
    }

    static let blocks = [
        "recurrent", "lstm", "gru", "gru-after", "convolution", "maximum", "mean", "layer-norm", "batch-norm", "attention",
        "causal", "residual",
    ]

    static func block(_ name: String, _ draw: inout Draw) -> [Scalar] {
        switch name {
        case "recurrent":
            let weights = draw.weights("r", 2, 2)
            let first = recurrentStep(
                variables("p", draw.numbers(2)), last: variables("h0", draw.numbers(2)), weights: weights, time: 1)
            return recurrentStep(variables("q", draw.numbers(2)), last: first, weights: weights, time: 2)
        case "lstm":
            let weights = LSTMWeights(
                candidate: draw.weights("g", 2, 2), input: draw.weights("i", 2, 2), forget: draw.weights("f", 2, 2),
                output: draw.weights("o", 2, 2))
            let start = LSTMState(hidden: variables("h0", draw.numbers(2)), cell: variables("c0", draw.numbers(2)))
            let first = lstmStep(variables("p", draw.numbers(2)), last: start, weights: weights, time: 1)
            return lstmStep(variables("q", draw.numbers(2)), last: first, weights: weights, time: 2).hidden
        case "gru", "gru-after":
            let after = name == "gru-after"
            let weights = GRUWeights(
                reset: draw.weights("r", 2, 2), update: draw.weights("z", 2, 2), candidate: draw.weights("n", 2, 2),
                resetsAfter: after, recurrentBiases: after ? draw.numbers(2) : [])
            let first = gruStep(
                variables("p", draw.numbers(2)), last: variables("h0", draw.numbers(2)), weights: weights, time: 1)
            return gruStep(variables("q", draw.numbers(2)), last: first, weights: weights, time: 2)
        case "convolution":
            let image = [variables("x", draw.rows(4, 4)), variables("y", draw.rows(4, 4))]
            let kernels = ["k", "l"].map { o in ["a", "b"].map { variables(o + $0, draw.rows(3, 3)) } }
            let biases = variables("b", draw.numbers(2))
            return convolution(image, kernels: kernels, biases: biases, stride: 2, padding: 1).joined().flatMap { $0 }
        case "maximum", "mean":
            let pooling: Pooling = name == "mean" ? .mean : .maximum
            return pooled([variables("x", draw.rows(4, 4))], pooling, size: 2).joined().flatMap { $0 }
        case "layer-norm":
            return layerNorm(
                variables("x", draw.numbers(4)), scale: variables("gamma", draw.numbers(4)),
                shift: variables("beta", draw.numbers(4)))
        case "batch-norm":
            return batchNorm(
                variables("x", draw.rows(4, 2)), scale: variables("gamma", draw.numbers(2)),
                shift: variables("beta", draw.numbers(2))
            ).flatMap { $0 }
        case "attention", "causal":
            let x = variables("x", draw.rows(3, 2))
            let (q, k, v) = ("q", "k", "v")
            let projections = [q, k, v].map { projected(x, through: variables("W_\($0)", draw.rows(2, 2)), named: $0) }
            return attention(
                queries: projections[0], keys: projections[1], values: projections[2], causal: name == "causal"
            ).outputs.flatMap { $0 }
        default:
            let weights = variables("w", draw.rows(2, 2))
            return residual(variables("x", draw.numbers(2))) { x in weights.map { tanh(weightedSum($0, x)) } }
        }
    }

    @Test(arguments: blocks)
    func `a block's gradients are the slopes of its result`(name: String) {
        for seed in 1...200 as ClosedRange<UInt64> {
            var draw = Draw(random: SplitMix64(seed: seed))
            let outputs = Self.block(name, &draw)
            let graph = sum(zip(outputs, draw.numbers(outputs.count)).map { $0 * $1 }).named("L").graph
            // Which numbers are nudged is drawn too: a few for each seed, all of them over the seeds.
            let given = graph.namedScalars.filter { $0.role == .parameter }
            for _ in 0..<4 {
                let scalar = given[Int(draw.random.next() % UInt64(given.count))]
                let step = 1e-5
                let up = graph.replacing([scalar.name: scalar.value + step]).value(of: "L") ?? .nan
                let down = graph.replacing([scalar.name: scalar.value - step]).value(of: "L") ?? .nan
                let slope = (up - down) / (2 * step)
                #expect(abs(slope - scalar.gradient) < 1e-6 * max(1, abs(slope)), "\(name), seed \(seed), \(scalar.name)")
            }
        }
    }

    @Test func `every path of a block is derived with the chain rule`() {
        var draw = Draw(random: SplitMix64(seed: 7))
        let outputs = Self.block("attention", &draw)
        let loss = sum(outputs).named("L")
        let graph = loss.graph
        let rule = ChainRule(graph)
        for node in graph.nodes.indices where graph.isNamed(node) && node != graph.root {
            let walked = rule.dependents(of: node).reduce(0.0) { $0 + rule.gradients[$1] * rule.link($1, node).value }
            #expect(abs(walked - rule.gradients[node]) < 1e-12, "\(graph.symbol(of: node)?.key ?? "")")
        }
        let working = graph.derivation(of: "W_q_1_1")?.working
        #expect((working?.steps.count ?? 0) > 2)
        #expect(graph.derivation(of: "nothing") == nil)
    }

    @Test(arguments: [false, true], [GRU.UpdateGate.cho, .chung])
    func `a GRU put together from blocks computes what the layer does`(resetsAfter: Bool, updateGate: GRU.UpdateGate) throws {
        let network = try Network(inputs: [3, 2], seed: 4, layers: [GRU(2, resetsAfter: resetsAfter, updateGate: updateGate)])
        let x = [0.3, -0.7, 1.1, 0.2, -0.4, 0.9]
        let layer = try #require(network.layers[0] as? GRU)
        func gate(_ index: Int) -> RecurrentWeights {
            let rows = index * 2..<index * 2 + 2
            return RecurrentWeights(
                "\(index)", input: Array(layer.weights[rows]), recurrent: Array(layer.recurrentWeights[rows]),
                biases: Array(layer.biases[rows]))
        }
        let weights = GRUWeights(
            reset: gate(0), update: gate(1), candidate: gate(2), resetsAfter: resetsAfter,
            updateGate: updateGate, recurrentBiases: layer.recurrentBiases)
        var state = variables("h0", [0.0, 0])
        for time in 1...3 {
            state = gruStep(variables("x\(time)", Array(x[2 * time - 2..<2 * time])), last: state, weights: weights, time: time)
        }
        #expect(zip(state.map(\.value), network.prediction(for: x)).allSatisfy { abs($0 - $1) < 1e-14 })
    }

    @Test func `a window that doesn't fit gives no numbers`() {
        let image = [variables("x", [[1, 2], [3, 4]])]
        #expect(pooled(image, .mean, size: 3, stride: 2).joined().isEmpty)
        #expect(convolution(image, kernels: [[variables("w", [[1, 1, 1]])]], stride: 4).joined().joined().isEmpty)
    }
}
