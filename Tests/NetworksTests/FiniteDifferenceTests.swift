import Networks
import Testing

/// Every layer with every loss that applies, against central differences.
struct FiniteDifferenceTests {
    static let activations: [any Layer] = [
        Sigmoid(), Tanh(), ReLU(), Linear(), Softmax(), LeakyReLU(), ELU(alpha: 0.7), SiLU(), Softplus(), GELU(), GELU(.tanh),
    ]
    static let losses: [Loss] = [
        .halfSquaredError, .meanSquaredError, .meanAbsoluteError, .huber(delta: 0.3), .binaryCrossEntropy,
        .categoricalCrossEntropy, .kullbackLeiblerDivergence, .binaryCrossEntropyFromLogits,
        .categoricalCrossEntropyFromLogits, .hinge,
    ]

    @Test(arguments: losses.map(\.name))
    func `backpropagation agrees with central differences`(name: String) throws {
        let loss = try #require(Self.losses.first { $0.name == name })
        for hidden in Self.activations {
            for width in [1, 3] {
                let output: any Layer =
                    switch name {
                    case "categoricalCrossEntropy": Softmax()
                    case _ where name.hasSuffix("FromLogits"): Linear()
                    default: Sigmoid()
                    }
                let net = try Network(
                    inputs: 2, seed: 7, layers: [Dense(width), hidden, Dense(2, bias: 0.1), Tanh(), Dense(2), output])
                let pass = try net.backpropagation(of: [0.3, -0.8], toward: [1, 0], minimizing: loss)
                let numeric = net.centralDifferences(of: [0.3, -0.8], toward: [1, 0], minimizing: loss)
                for (a, n) in zip(pass.gradients.joined().joined(), numeric.joined().joined()) {
                    #expect(abs(a - n) <= 1e-7 * max(1e-2, abs(a)), "\(hidden.name), width \(width), \(name)")
                }
            }
        }
    }
}
