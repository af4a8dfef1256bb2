import Networks
import Testing

/// Worked examples that other authors printed, to the last digit they give; their slips are left out.
struct PublishedSequenceTests {
    /// A. Gomez, *Backpropogating an LSTM: a numerical example*, 2016: one cell, two inputs, two steps.
    let lstm = Network(inputs: [2, 2]) {
        LSTM(
            1, input: Gate(weights: [[0.95, 0.8]], recurrent: [[0.8]], biases: [0.65]),
            forget: Gate(weights: [[0.7, 0.45]], recurrent: [[0.1]], biases: [0.15]),
            candidate: Gate(weights: [[0.45, 0.25]], recurrent: [[0.15]], biases: [0.2]),
            output: Gate(weights: [[0.6, 0.4]], recurrent: [[0.25]], biases: [0.1]), returnsSequences: true)
    }

    @Test func `the states of Gomez' cell are the printed ones`() {
        let states = lstm.layer(LSTM.self).states(for: [1, 2, 0.5, 3])
        let printed = [[0.96083, 0.85195, 0.81775, 0.81757, 0.78572, 0.53631], [0.98118, 0.87030, 0.84980, 0.84993, 1.5176]]
        for (state, numbers) in zip(states, printed) {
            let computed = [state.input, state.forget, state.candidate, state.output, state.cell, state.hidden].map { $0[0] }
            for (a, b) in zip(computed, numbers) { #expect(abs(a - b) < (b > 1 ? 1e-4 : 1e-5)) }
        }
    }

    @Test func `the gradients of Gomez' cell are the printed ones`() {
        let pass = lstm.backpropagate([1, 2, 0.5, 3], toward: [0.5, 1.25], minimizing: .halfSquaredError)
        let (w, u, b) = (pass.gradients[0][0], pass.gradients[0][1], pass.gradients[0][2])
        // Our order is i, f, g, o.
        for (a, printed) in zip([w[4], w[5], u[0], u[1], u[3]], [-0.02672, -0.0922, -0.00060, -0.00338, -0.02970]) {
            #expect(abs(a - printed) < 5.1e-6)
        }
        for (a, printed) in zip([b[1], b[2]], [-0.00631, -0.03641]) { #expect(abs(a - printed) < 5.1e-6) }
        for (a, printed) in zip(pass.inputGradient, [-0.00817, -0.00487, -0.04742, -0.03073]) {
            #expect(abs(a - printed) < 5.1e-6)
        }
        let next = lstm.updated(along: pass, by: .gradientDescent(rate: 0.1)).layer(LSTM.self)
        #expect(abs(next.weights[2][0] - 0.45267) < 5e-6 && abs(next.weights[2][1] - 0.25922) < 5e-6)
        #expect(abs(next.recurrentWeights[3][0] - 0.25297) < 5e-6 && abs(next.biases[3] - 0.10536) < 5e-6)
    }

    /// h_t = tanh(0.5 x_t + 0.1 h_{t−1}), y_t = h_t, from a public lecture note.
    @Test func `a scalar recurrence has the printed states and gradients`() {
        let net = Network(inputs: [3, 1]) {
            SimpleRNN(1, weights: [[0.5]], recurrent: [[0.1]], returnsSequences: true)
            Dense(1, weights: [[1]], bias: .none)
        }
        let pass = net.backpropagate([1, 2, 3], toward: [0.5, 1, 1.5], minimizing: .halfSquaredError)
        for (a, b) in zip(net.layer(SimpleRNN.self).states(for: [1, 2, 3]).joined(), [0.4621, 0.7803, 0.9183]) {
            #expect(abs(a - b) < 5e-5)
        }
        #expect(abs(pass.loss - 0.1940) < 5e-5)
        let found = [pass.gradients[0][0][0], pass.gradients[0][1][0], pass.gradients[1][0][0]]
        for (a, b) in zip(found, [-0.48930, -0.11249, -0.72310]) { #expect(abs(a - b) < 5.1e-6) }
    }

    /// Deep-ML, question 53, in its first form: X = [[1, 0], [0, 1]], Wq = Wk = I, Wv = [[1, 2], [3, 4]].
    @Test func `attention has the printed outputs`() {
        let attention = SelfAttention(queries: [[1, 0], [0, 1]], keys: [[1, 0], [0, 1]], values: [[1, 2], [3, 4]])
        for (a, b) in zip(attention.forward([1, 0, 0, 1]), [1.660477, 2.660477, 2.339523, 3.339523]) {
            #expect(abs(a - b) < 5e-7)
        }
    }

    /// A notebook on building a language model: unscaled products of three inputs with themselves; the third one asks.
    @Test func `unscaled attention has the printed weights`() {
        let identity: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        let attention = SelfAttention(queries: identity, keys: identity, values: identity, isScaled: false)
        let head = attention.attention(for: [0.2, 0.1, 0.5, 0.9, 0.1, 0.3, 0.4, 0.8, 0.2])[0]
        for (a, b) in zip(head.scores[2] + head.weights[2], [0.26, 0.5, 0.84, 0.2465, 0.3133, 0.4402]) {
            #expect(abs(a - b) < 5.1e-5)
        }
        for (a, b) in zip(head.outputs[2], [0.5074, 0.4081, 0.3053]) { #expect(abs(a - b) < 5.1e-5) }
    }
}
