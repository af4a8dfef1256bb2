import Exhibits
import Networks
import Testing

@testable import Lectern

/// What would break: an unrolled drawing whose states stand at the wrong times.
struct UnrolledFigureTests {
    static func drawn(_ figure: Figure) throws -> UnrolledNetwork {
        guard case .unrolled(let network) = figure.drawing else { throw CancellationError() }
        return network
    }

    static func agree(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    /// The three steps of the lesson on recurrent networks, by hand: tanh(0.5 x + 0.1 h).
    @Test func `each step has its input, its state and the state's gradient`() throws {
        let net = Network(inputs: [3, 1]) {
            SimpleRNN(1, weights: [[0.5]], recurrent: [[0.1]], returnsSequences: true)
        }
        let pass = net.backpropagate([1, 2, 3], toward: [0.5, 1, 1.5], minimizing: .halfSquaredError)
        let network = try Self.drawn(pass.unrolled())
        #expect(network.steps.map(\.input) == [[1], [2], [3]])
        let states = network.steps.flatMap(\.state)
        #expect(zip(states, [0.4621, 0.7803, 0.9183]).allSatisfy { abs($0 - $1) < 5e-5 })
        // The last state counts for its own error alone: h_3 − 1.5.
        #expect(abs(network.steps[2].gradient[0] - (states[2] - 1.5)) < 1e-12)
        // The second also for what comes after it: (h_2 − 1) + 0.1 · ∂E/∂net_3.
        #expect(abs(network.steps[1].gradient[0] + 0.2288) < 1e-4)
        #expect(network.steps.flatMap(\.output) == [])
        #expect((network.inputWeights, network.stateWeights) == ("w_1", "u_1"))
    }

    @Test func `one answer for the whole sequence stands at the last step`() throws {
        let net = Network(inputs: [3, 2], seed: 1) {
            LSTM(2)
            Dense(1)
            Sigmoid()
        }
        let pass = net.backpropagate([1, 2, 3, 4, 5, 6], toward: [1], minimizing: .halfSquaredError)
        let network = try Self.drawn(pass.unrolled())
        #expect(network.steps.map(\.input) == [[1, 2], [3, 4], [5, 6]])
        #expect(network.steps.map(\.output) == [[], [], pass.output])
        #expect(Self.agree(network.steps[2].state, pass.activations[1]))
        #expect(network.inputWeights == "W")
    }

    @Test func `an answer at every step stands at its step`() throws {
        let net = Network(inputs: [2, 1], seed: 1) {
            SimpleRNN(2, returnsSequences: true)
            SimpleRNN(1, returnsSequences: true)
        }
        let pass = net.backpropagate([1, 2], toward: [0, 1], minimizing: .halfSquaredError)
        let network = try Self.drawn(pass.unrolled())
        #expect(network.steps.map(\.output) == pass.output.map { [$0] })
        #expect(Self.agree(network.steps.flatMap(\.state), pass.activations[1]))
    }
}
