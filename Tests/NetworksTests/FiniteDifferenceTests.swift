import NetworkCases
import Networks
import Testing

/// Every activation with every loss, against central differences.
struct FiniteDifferenceTests {
    static let activations: [any Layer] = [
        Sigmoid(), Tanh(), ReLU(), Identity(), Softmax(), LeakyReLU(), ELU(alpha: 0.7), SiLU(), Softplus(), GELU(), GELU(.tanh),
    ]

    @Test(arguments: LossCase.all)
    func `backpropagation agrees with central differences`(given: LossCase) throws {
        for hidden in Self.activations {
            for width in [1, 3] {
                // A single output is no choice between classes.
                // A mean and a variance are two outputs.
                for outputs in [1, 2] where outputs > 1 || !(given.output is Softmax || given.target == .half) {
                    let net = try Network(
                        inputs: 2, seed: 7,
                        layers: [Dense(width), hidden, Dense(2, bias: 0.1), Tanh(), Dense(outputs), given.output])
                    let target = given.target(outputs)
                    let pass = try net.backpropagation(of: [0.3, -0.8], toward: target, minimizing: given.loss)
                    let numeric = net.centralDifferences(of: [0.3, -0.8], toward: target, minimizing: given.loss)
                    for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                        #expect(!LossCase.differ(a, n), "\(hidden.name), width \(width), \(outputs) outputs: \(a), \(n)")
                    }
                }
            }
        }
    }

    /// Kinks and corners of the losses themselves, on either side of them.
    @Test func `losses with kinks have the right slope on both sides`() {
        for (loss, outputs, targets) in [
            (Loss.hinge, [0.4, 1.7, -0.2, -3], [1.0, 1, -1, -1]), (.huber(delta: 0.5), [0.2, 0.9, -2], [0.0, 0, 1]),
            (.meanAbsoluteError, [0.2, -0.9], [0.0, 0]),
        ] {
            let gradient = loss.gradient(outputs, targets)
            for k in outputs.indices {
                var (up, down) = (outputs, outputs)
                up[k] += 1e-6
                down[k] -= 1e-6
                let numeric = (loss.value(up, targets) - loss.value(down, targets)) / (up[k] - down[k])
                #expect(abs(gradient[k] - numeric) < 1e-9, "\(loss.name), output \(k)")
            }
        }
    }
}
