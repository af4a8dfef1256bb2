import Networks
import Testing

/// The 2-2-2 network of M. Mazur, "A Step by Step Backpropagation Example" (2015), to the last printed digit that is right;
/// values after many steps recomputed in double precision with NumPy.
struct SlidesExampleTests {
    let net = Network(inputs: 2) {
        Dense(2, weights: [[0.15, 0.20], [0.25, 0.30]], bias: 0.35)
        Sigmoid()
        Dense(2, weights: [[0.40, 0.45], [0.50, 0.55]], bias: 0.60)
        Sigmoid()
    }
    let descent = Optimizer.gradientDescent(rate: 0.5, updating: .weights)

    @Test func `the forward pass gives the published values`() {
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        #expect(abs(pass.activations[1][0] - 0.3775) < 1e-15)
        #expect(abs(pass.activations[2][0] - 0.593269992) < 5e-10)
        #expect(abs(pass.output[0] - 0.75136507) < 5e-9)
        #expect(abs(pass.output[1] - 0.772928465) < 5e-10)
        #expect(abs(pass.loss - 0.298371109) < 5e-10)
    }

    @Test func `the gradients and new weights are the published ones`() {
        let pass = net.backpropagate([0.05, 0.10], toward: [0.01, 0.99], minimizing: .halfSquaredError)
        #expect(abs(pass.gradients[2][0][0] - 0.082167041) < 5e-10)
        #expect(abs(pass.gradients[0][0][0] - 0.000438568) < 5e-10)
        let next = net.updated(along: pass, by: descent)
        let published = [0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.511301270, 0.561370121]
        let computed = next.layers[0].parameters[0].values + next.layers[2].parameters[0].values
        for (value, printed) in zip(computed, published) { #expect(abs(value - printed) < 6e-9) }
        #expect(next.layers[0].parameters[1].values == [0.35], "biases stay as they are")
    }

    @Test func `ten thousand updates end where double precision ends`() {
        let run = net.trained(
            on: [[0.05, 0.10]: [0.01, 0.99]], minimizing: .halfSquaredError, by: descent, epochs: 10_000)
        #expect(run.losses.count == 10_001)
        #expect(abs(run.losses[1] / 0.29102777369359933 - 1) < 1e-13)
        #expect(abs(run.losses[9_999] / 3.510854812e-05 - 1) < 1e-9)
        #expect(abs(run.losses[10_000] / 3.510187782978859e-05 - 1) < 1e-11)
    }
}
