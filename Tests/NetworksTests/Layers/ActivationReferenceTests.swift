import Foundation
import Networks
import Testing

/// Activations and losses against PyTorch; `Tests/References/activations.py` made the numbers.
struct ActivationReferenceTests {
    struct Case: Decodable {
        var name: String
        var kind: String
        var input: [Double]
        var target: [Double]?
        /// Of a loss its one value.
        var output: [Double]
        var gradient: [Double]
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/activations.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    static let activations: [String: any Layer] = [
        "Sigmoid": Sigmoid(), "Tanh": Tanh(), "ReLU": ReLU(), "Linear": Identity(), "LeakyReLU": LeakyReLU(slope: 0.2),
        "ELU": ELU(alpha: 0.7), "SiLU": SiLU(), "Softplus": Softplus(), "GELU": GELU(), "GELU tanh": GELU(.tanh),
        "Softmax": Softmax(),
    ]

    static let losses: [String: Loss] = [
        "halfSquaredError": .halfSquaredError, "meanSquaredError": .meanSquaredError, "meanAbsoluteError": .meanAbsoluteError,
        "huber": .huber(delta: 0.7), "hinge": .hinge, "binaryCrossEntropy": .binaryCrossEntropy,
        "binaryCrossEntropyFromLogits": .binaryCrossEntropyFromLogits, "kullbackLeiblerDivergence": .kullbackLeiblerDivergence,
        "categoricalCrossEntropy": .categoricalCrossEntropy, "sparseCategoricalCrossEntropy": .sparseCategoricalCrossEntropy,
        "categoricalCrossEntropyFromLogits": .categoricalCrossEntropyFromLogits,
        "sparseCategoricalCrossEntropyFromLogits": .sparseCategoricalCrossEntropyFromLogits,
        "categoricalCrossEntropyFromLogits smoothed": .categoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.1),
        "sparseCategoricalCrossEntropyFromLogits smoothed": .sparseCategoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.1),
    ]

    /// The largest difference, as a share of the number where that is larger than 1.
    static func difference(_ a: [Double], _ b: [Double]) -> Double {
        a.count == b.count ? zip(a, b).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0 : .infinity
    }

    @Test(arguments: activations.keys.sorted())
    func `an activation and its gradient are PyTorch's`(name: String) throws {
        let layer = try #require(Self.activations[name])
        let cases = Self.cases.filter { $0.kind == "activation" && $0.name == name }
        #expect(cases.count == 3)
        for given in cases {
            let output = layer.forward(given.input)
            #expect(Self.difference(output, given.output) < 1e-15)
            let weights = given.input.indices.map { Double($0 + 1) }
            let gradient = layer.backward(input: given.input, output: output, gradient: weights).input
            #expect(Self.difference(gradient, given.gradient) < 1e-14, "\(gradient) \(given.gradient)")
        }
    }

    @Test(arguments: losses.keys.sorted())
    func `a loss and its gradient are PyTorch's`(name: String) throws {
        let loss = try #require(Self.losses[name])
        let cases = Self.cases.filter { $0.kind == "loss" && $0.name == name }
        #expect(cases.count >= 2)
        for given in cases {
            let target = try #require(given.target)
            #expect(Self.difference([loss.value(given.input, target)], given.output) < 1e-14, "\(given.output)")
            #expect(Self.difference(loss.gradient(given.input, target), given.gradient) < 1e-14, "\(given.gradient)")
        }
    }
}
