import Foundation
import NetworkCases
import Testing

@testable import Networks

/// Group and instance normalisation against NumPy's numbers (`Tests/References/normalization.py`), differences and each other.
struct GroupNormTests {
    struct Case: Decodable {
        var shape: [Int]
        var groups: Int
        var epsilon: Double
        var input: [Double]
        var target: [Double]
        var scale: [Double]
        var shift: [Double]
        var output: [Double]
        var loss: Double
        var inputGradient: [Double]
        var scaleGradient: [Double]
        var shiftGradient: [Double]
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/normalization.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test func `there are reference values`() { #expect(Self.cases.count == 7) }

    @Test(arguments: cases.indices)
    func `outputs and all gradients are those of the reference, and an instance is a group of one channel`(index: Int) throws {
        let given = Self.cases[index]
        var layers: [any Layer] = [
            GroupNorm(given.groups, epsilon: given.epsilon, scale: given.scale, shift: given.shift)
        ]
        if given.groups == given.scale.count {
            layers.append(InstanceNorm(epsilon: given.epsilon, scale: given.scale, shift: given.shift))
        }
        func near(_ ours: [Double], _ theirs: [Double], _ what: String) {
            #expect(ours.count == theirs.count)
            for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), "\(index): \(what)") }
        }
        for layer in layers {
            let network = try Network(inputs: Shape(given.shape), layers: [layer])
            let pass = try network.backpropagation(of: given.input, toward: given.target, minimizing: .halfSquaredError)
            near(pass.output, given.output, "output")
            near([pass.loss], [given.loss], "loss")
            near(pass.inputGradient, given.inputGradient, "gradient of the input")
            near(pass.gradients[0][0], given.scaleGradient, "gradient of the scale")
            near(pass.gradients[0][1], given.shiftGradient, "gradient of the shift")
        }
    }

    static let differences: [(inputs: Shape, layer: any Layer)] = [
        ([3, 4], GroupNorm(2)), ([2, 3, 3], GroupNorm(3)), ([2, 2, 4], GroupNorm(1, epsilon: 1e-5)), (4, GroupNorm(2)),
        ([5, 1], GroupNorm(1)), ([1, 2], GroupNorm(1)), ([4, 3], InstanceNorm()), ([2, 3, 2], InstanceNorm(epsilon: 0.1)),
        ([1, 1, 1], InstanceNorm()),
        (
            [4, 2],
            Residual { [Conv1D(2, kernel: 3, padding: .same), GroupNorm(2, epsilon: 0.1), InstanceNorm(epsilon: 0.1)] }
        ),
    ]

    @Test(arguments: differences.indices)
    func `backpropagation agrees with central differences, with every loss, one sample or several`(row: Int) throws {
        let (inputs, layer) = Self.differences[row]
        var random = SplitMix64(seed: 3)
        for loss in LossCase.formed {
            let net = try Network(
                inputs: inputs, seed: 5,
                layers: [Dense(inputs.features), Tanh(), layer, Flatten(), Dense(2), loss.output])
            let data = Dataset(
                (0..<2).map { _ in
                    .init(input: (0..<net.inputs).map { _ in 4 * random.uniform() - 2 }, target: loss.target(2))
                })
            let batch = net.gradientCheck(on: data, minimizing: loss.loss, step: 3e-6)
            let single = net.gradientCheck(
                of: data.samples[0].input, toward: loss.target(2), minimizing: loss.loss, step: 3e-6)
            for entry in batch.entries + single.entries {
                #expect(!LossCase.differ(entry.computed, entry.numeric), "\(inputs), \(loss.loss.name)")
            }
        }
    }

    @Test func `one group over one place is layer normalisation, to the last bit`() throws {
        let layers: [any Layer] = [GroupNorm(1), LayerNorm()]
        let passes = try layers.map {
            try Network(inputs: 5, layers: [$0])
                .backpropagation(of: [1, -2, 0.3, 4, 0.7], toward: [1, 0, 0, 0, 2], minimizing: .halfSquaredError)
        }
        #expect(passes[0].activations == passes[1].activations && passes[0].gradients == passes[1].gradients)
        #expect(passes[0].inputGradient == passes[1].inputGradient)
    }

    @Test func `every group has mean 0 and variance 1, whatever came in`() throws {
        let network = try Network(inputs: [3, 4], layers: [GroupNorm(2, epsilon: 0)])
        let output = network.prediction(for: (0..<12).map { Double($0 * $0) - 30 })
        for group in 0..<2 {
            let numbers = output.indices.filter { $0 % 4 / 2 == group }.map { output[$0] }
            #expect(abs(numbers.reduce(0, +)) < 1e-12 && abs(numbers.reduce(0) { $0 + $1 * $1 } - 6) < 1e-12)
        }
    }

    static let mistakes: [(inputs: Shape, layer: any Layer, message: String)] = [
        (
            [3, 4], GroupNorm(3),
            "layer 1: GroupNorm(3) can't share 4 features among 3 groups; give a number that divides 4"
        ),
        (
            [3, 4], GroupNorm(0),
            "layer 1: GroupNorm(0) can't share 4 features among 0 groups; give a number that divides 4"
        ),
        (
            [3, 4], GroupNorm(2, scale: [1, 2]),
            "layer 1: GroupNorm is given samples of shape 3×4, which have 4 features, but got 2 scales; give one for each feature"
        ),
        (
            [3, 4], InstanceNorm(epsilon: -1),
            "layer 1: InstanceNorm has an epsilon of -1.0; give a small number from 0 up, such as 1e-5"
        ),
        (
            [3, 4], LayerNorm(epsilon: .nan),
            "layer 1: LayerNorm has an epsilon of nan; give a small number from 0 up, such as 1e-5"
        ),
        (
            [3, 4], BatchNorm(momentum: 2),
            "layer 1: BatchNorm has a momentum of 2.0; give a share of the old averages from 0 to 1"
        ),
    ]

    @Test(arguments: mistakes.indices)
    func `what can't be normalised is said`(row: Int) {
        let (inputs, layer, message) = Self.mistakes[row]
        let error = #expect(throws: ShapeError.self) { try Network(inputs: inputs, layers: [layer]) }
        #expect(error?.description == message)
    }
}
