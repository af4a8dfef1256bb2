import NetworkCases
@testable import Networks
import Testing

/// Recurrent layers and attention with every loss that applies, on odd shapes, against central differences.
struct SequenceDifferenceTests {
    static let layers: [String] = [
        "rnn", "rnn-silu", "rnn-plain", "lstm", "lstm-plain", "gru", "gru-before", "gru-chung", "gru-plain", "rnn-started",
        "lstm-started", "gru-started", "both-rnn", "both-lstm", "both-gru", "attention", "attention-causal", "attention-heads",
        "attention-unscaled", "encoding",
    ]

    static func first(_ width: Int) -> [Double] { (1...width).map { 0.4 * Double($0) - 0.9 } }

    static func layer(_ name: String, _ width: Int, full: Bool) -> any Layer {
        switch name {
        case "rnn-silu": SimpleRNN(width, activation: SiLU(), returnsSequences: full)
        case "rnn-plain": SimpleRNN(width, returnsSequences: full, usesBias: false)
        case "lstm": LSTM(width, returnsSequences: full)
        case "lstm-plain": LSTM(width, returnsSequences: full, usesBias: false, forgetBias: 0)
        case "gru": GRU(width, returnsSequences: full)
        case "gru-before": GRU(width, resetsAfter: false, returnsSequences: full)
        case "gru-chung": GRU(width, updateGate: .chung, returnsSequences: full)
        case "rnn-started": SimpleRNN(width, returnsSequences: full).starting(hidden: first(width), trained: true)
        case "lstm-started":
            LSTM(width, returnsSequences: full).starting(hidden: first(width), cells: first(width).map { -$0 }, trained: true)
        case "gru-started":
            GRU(width, resetsAfter: false, returnsSequences: full).starting(hidden: first(width), trained: true)
        case "both-rnn":
            Bidirectional(
                forward: SimpleRNN(width, returnsSequences: full),
                backward: SimpleRNN(width + 1, returnsSequences: full, usesBias: false))
        case "both-lstm":
            Bidirectional(
                LSTM(width, returnsSequences: full).starting(hidden: first(width), cells: first(width), trained: true))
        case "both-gru": Bidirectional(GRU(width, returnsSequences: full), merging: .sum)
        case "gru-plain": GRU(width, returnsSequences: full, usesBias: false)
        case "attention": SelfAttention(keySize: width, projectsOutput: full)
        case "attention-causal": SelfAttention(keySize: width, isCausal: true, projectsOutput: full)
        case "attention-heads": SelfAttention(heads: 2, keySize: width, isCausal: full)
        case "attention-unscaled": SelfAttention(keySize: width, isScaled: false, projectsOutput: full)
        case "encoding": PositionalEncoding()
        default: SimpleRNN(width, returnsSequences: full)
        }
    }

    @Test(arguments: layers)
    func `backpropagation through time agrees with central differences`(name: String) throws {
        var random = SplitMix64(seed: 11)
        for given in LossCase.all {
            let loss = given.loss
            for (steps, features, width, full) in [
                (1, 1, 1, false), (1, 3, 2, true), (4, 1, 1, true), (3, 2, 3, false), (5, 2, 2, true),
            ] {
                let layers: [any Layer] = [Self.layer(name, width, full: full), Dense(2)]
                let shape = try Network(inputs: [steps, features], layers: layers).outputShape
                // A loss over one set of classes takes the numbers of all steps for it only where they are one row.
                let rows: [any Layer] = (try? loss.check(outputs: shape)) == nil ? [Flatten()] : []
                let net = try Network(inputs: [steps, features], seed: 5, layers: layers + rows + [given.output])
                let input = (0..<steps * features).map { _ in 2 * random.uniform() - 1 }
                let target = given.target(net.outputs)
                let pass = try net.backpropagation(of: input, toward: target, minimizing: loss)
                let numeric = net.centralDifferences(of: input, toward: target, minimizing: loss, step: 1e-5)
                let what = "\(name), \(steps)×\(features), width \(width), \(loss.name)"
                for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                    #expect(abs(a - n) <= 1e-7 * max(1e-2, abs(a)), "\(what)")
                }
                for k in input.indices {
                    let nudge = 1e-5
                    var (up, down) = (input, input)
                    up[k] += nudge
                    down[k] -= nudge
                    let n =
                        (loss.value(net.prediction(for: up), target) - loss.value(net.prediction(for: down), target))
                        / (up[k] - down[k])
                    #expect(abs(pass.inputGradient[k] - n) <= 1e-7 * max(1e-2, abs(n)), "\(what), input")
                }
            }
        }
    }

    @Test func `a stack of recurrent layers and attention agrees too`() throws {
        let net = try Network(
            inputs: [4, 2], seed: 3,
            layers: [
                PositionalEncoding(), SelfAttention(heads: 2, isCausal: true), GRU(3, returnsSequences: true),
                LSTM(2, returnsSequences: true), SimpleRNN(2), Dense(1),
            ])
        let pass = try net.backpropagation(
            of: [0.1, -0.4, 0.8, 0.2, -0.5, 0.9, 0.3, -0.7], toward: [0.5], minimizing: .halfSquaredError)
        let numeric = net.centralDifferences(of: pass.input, toward: [0.5], minimizing: .halfSquaredError, step: 1e-5)
        for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
            #expect(abs(a - n) <= 1e-7 * max(1e-2, abs(a)))
        }
    }
}
