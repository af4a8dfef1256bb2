import Foundation
import Networks
import Testing

/// Further activations and losses against PyTorch; `Tests/References/vocabulary.py` made the numbers.
struct VocabularyReferenceTests {
    static let cases: [ActivationReferenceTests.Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../References/vocabulary.json")
        guard let data = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode([ActivationReferenceTests.Case].self, from: data)) ?? []
    }()

    static let activations: [String: any Layer] = [
        "HardSigmoid": HardSigmoid(), "HardSigmoid keras2": HardSigmoid(.keras2), "HardTanh": HardTanh(),
        "HardTanh 0 6": HardTanh(0, 6), "HardSwish": HardSwish(), "SELU": SELU(), "CELU": CELU(alpha: 0.7), "Mish": Mish(),
        "Softsign": Softsign(), "LogSigmoid": LogSigmoid(), "Squareplus": Squareplus(), "Tanhshrink": Tanhshrink(),
        "Softshrink": Softshrink(lambda: 0.3), "Heaviside straight through": Heaviside(pretending: .straightThrough),
        "Heaviside window": Heaviside(pretending: .window(limit: 1.2)),
        "Heaviside sigmoid": Heaviside(pretending: .sigmoid(steepness: 2)), "LogSoftmax": LogSoftmax(), "GLU": GLU(),
        "SwiGLU": SwiGLU(),
    ]

    static let losses: [String: Loss] = [
        "poisson": .poisson(), "poisson epsilon": .poisson(epsilon: 1e-7), "poissonFromLogarithm": .poissonFromLogarithm,
        "meanSquaredLogarithmicError": .meanSquaredLogarithmicError,
        "meanAbsolutePercentageError": .meanAbsolutePercentageError(), "logCosh": .logCosh, "squaredHinge": .squaredHinge,
        "categoricalHinge": .categoricalHinge, "multiClassHinge": .multiClassHinge(),
        "sparseMultiClassHinge": .sparseMultiClassHinge(margin: 0.7, reduction: .mean),
        "contrastive": .contrastive(margin: 1.5), "cosineDistance": .cosineDistance, "dice": .dice(),
        "dice smoothed": .dice(smoothing: 1), "binaryFocal": .binaryFocal(gamma: 2, alpha: 0.25),
        "categoricalFocal": .categoricalFocal(gamma: 2, alpha: 0.25),
        "binaryCrossEntropy epsilon": .binaryCrossEntropy(epsilon: 1e-3),
        "categoricalCrossEntropy epsilon": .categoricalCrossEntropy(epsilon: 1e-3),
        "negativeLogLikelihood": .negativeLogLikelihood, "sparseNegativeLogLikelihood": .sparseNegativeLogLikelihood,
        "gaussianLikelihood": .gaussianLikelihood(), "gaussianLikelihood full": .gaussianLikelihood(full: true),
        "meanSquaredError summed": .meanSquaredError.summedOverOutputs(),
        "categoricalCrossEntropy averaged": .categoricalCrossEntropy.averagedOverOutputs(),
        "binaryCrossEntropy summed": .binaryCrossEntropy.summedOverOutputs(),
    ]

    @Test(arguments: losses.keys.sorted())
    func `a loss and its gradient are PyTorch's`(name: String) throws {
        let loss = try #require(Self.losses[name])
        let cases = Self.cases.filter { $0.kind == "loss" && $0.name == name }
        #expect(cases.count == 3)
        for given in cases {
            let target = try #require(given.target)
            let (value, gradient) = (loss.value(given.input, target), loss.gradient(given.input, target))
            #expect(ActivationReferenceTests.difference([value], given.output) < 1e-13, "\(value) \(given.output)")
            #expect(ActivationReferenceTests.difference(gradient, given.gradient) < 1e-13, "\(gradient) \(given.gradient)")
        }
    }

    @Test(arguments: activations.keys.sorted())
    func `an activation and its gradient are PyTorch's`(name: String) throws {
        let layer = try #require(Self.activations[name])
        let cases = Self.cases.filter { $0.kind == "activation" && $0.name == name }
        #expect(cases.count == 3)
        for given in cases {
            let output = layer.forward(given.input)
            #expect(ActivationReferenceTests.difference(output, given.output) < 1e-15)
            let weights = output.indices.map { Double($0 + 1) }
            let gradient = layer.backward(input: given.input, output: output, gradient: weights).input
            #expect(ActivationReferenceTests.difference(gradient, given.gradient) < 1e-14, "\(gradient) \(given.gradient)")
        }
    }

    @Test func `kinks have the slope that PyTorch gives them`() {
        let kinks: [(any Activation, Double, Double)] = [
            (HardSigmoid(), -3, 0), (HardSigmoid(), 3, 0), (HardTanh(), -1, 0), (HardTanh(), 1, 0), (HardSwish(), -3, 0),
            (HardSwish(), 3, 1), (SELU(), 0, SELU.scale * SELU.alpha), (Softshrink(), 0.5, 0), (Softshrink(), -0.5, 0),
            (CELU(alpha: 2), 0, 1), (Heaviside(pretending: .zero), 0, 0), (Heaviside(pretending: .straightThrough), 0, 1),
        ]
        for (activation, z, slope) in kinks {
            #expect(activation.slope(at: z, output: activation.value(at: z)) == slope, "\(activation.name) at \(z)")
        }
        #expect(Heaviside(pretending: .zero).value(at: 0) == 1 && Heaviside(pretending: .zero).value(at: -1e-300) == 0)
    }

    @Test func `tanhshrink and squareplus keep their digits where terms cancel`() {
        // z³/3 − 2z⁵/15 + … and b/4 · 1/|z| by exact arithmetic.
        #expect(abs(Tanhshrink().value(at: 1e-6) / 3.33333333333200e-19 - 1) < 1e-12)
        #expect(abs(Squareplus().value(at: -1e8) / 1e-8 - 1) < 1e-12)
        let (below, above) = (Tanhshrink().value(at: 0.02.nextDown), Tanhshrink().value(at: 0.02))
        #expect(abs(below - above) < 1e-17)
    }

    @Test func `gates take halves along the last dimension and refuse an odd one`() throws {
        let network = try Network(inputs: [2, 4], layers: [GLU()])
        #expect(network.outputShape == [2, 2])
        #expect(network.prediction(for: [1, 2, 0, 0, 3, 4, 0, 0]) == [0.5, 1, 1.5, 2])
        let error = #expect(throws: ShapeError.self) { try Network(inputs: 3, layers: [SwiGLU()]) }
        #expect(
            error?.description
                == "layer 1: SwiGLU takes two halves along the last dimension, but 3 is odd; give an even number")
    }
}
