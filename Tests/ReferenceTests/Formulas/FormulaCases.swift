import Networks

/// What the formulas of the reference are evaluated for, with the letters that they mention.
enum FormulaCases {
    static let activations: [(title: String, activation: any Activation, numbers: [String: Double])] = [
        ("Sigmoid", Sigmoid(), [:]), ("Tanh", Tanh(), [:]), ("ReLU", ReLU(), [:]), ("Identity", Identity(), [:]),
        ("LeakyReLU", LeakyReLU(slope: 0.2), ["slope": 0.2]), ("ELU", ELU(alpha: 0.7), ["alpha": 0.7]), ("SiLU", SiLU(), [:]),
        ("Softplus", Softplus(), [:]), ("GELU", GELU(), [:]),
        ("SELU", SELU(), ["λ": 1.0507009873554805, "α": 1.6732632423543772]),
        ("CELU", CELU(alpha: 0.7), ["α": 0.7]), ("HardSigmoid", HardSigmoid(), ["s": 1.0 / 6]),
        ("HardTanh", HardTanh(-0.5, 2), ["a": -0.5, "b": 2]), ("HardSwish", HardSwish(), [:]),
        ("Heaviside", Heaviside(pretending: .zero), [:]), ("Mish", Mish(), [:]), ("Softsign", Softsign(), [:]),
        ("LogSigmoid", LogSigmoid(), [:]), ("Squareplus", Squareplus(), ["b": Squareplus().b]),
        ("Tanhshrink", Tanhshrink(), [:]), ("Softshrink", Softshrink(lambda: 0.6), ["λ": 0.6]),
    ]

    static let vectors: [(title: String, layer: any Layer, marker: String, isGate: Bool)] = [
        ("Softmax", Softmax(), "f(z)_i = ", false), ("LogSoftmax", LogSoftmax(), "softmax(z)_i = ", false),
        ("GLU", GLU(), "f_i = ", true), ("SwiGLU", SwiGLU(), "f_i = ", true),
    ]

    struct LossCase {
        var title: String
        var loss: Loss
        /// What stands before the formula in its comment.
        var marker = ""
        /// What the words before the formula say in signs.
        var before = ""
        var numbers: [String: Double] = [:]
        var points: [(output: [Double], target: [Double])] = [([0.8, 0.3, 0.6], [1, 0, 1]), ([0.2, 0.9], [0.5, 0.25])]
        var letters: (output: String, target: String) = ("o", "t")

        func lists(_ output: [Double], _ target: [Double]) -> [String: [Double]] {
            guard letters.output != "μs" else {
                let half = output.count / 2
                return ["μ": Array(output[..<half]), "s": Array(output[half...]), "t": target]
            }
            return loss.takesClass ? [letters.output: output] : [letters.output: output, letters.target: target]
        }
    }

    private static let shares: [(output: [Double], target: [Double])] = [
        ([0.7, 0.2, 0.1], [1, 0, 0]), ([0.3, 0.7], [0.4, 0.6]),
    ]
    private static let ones: [(output: [Double], target: [Double])] = [([0.7, -0.2, 0.5], [0, 1, 0]), ([1.5, 0.2], [1, 0])]
    private static let classes: [(output: [Double], target: [Double])] = [([0.7, 0.2, 0.1], [0]), ([0.3, 0.7], [1])]
    private static let signs: [(output: [Double], target: [Double])] = [
        ([0.7, -0.2, 1.5], [1, 1, -1]), ([-2, 0.2], [-1, 1]),
    ]

    static let losses: [LossCase] = [
        .init(title: "Loss.halfSquaredError", loss: .halfSquaredError, marker: "E = "),
        .init(title: "Loss.meanSquaredError", loss: .meanSquaredError),
        .init(title: "Loss.meanAbsoluteError", loss: .meanAbsoluteError),
        .init(title: "Loss.huber", loss: .huber(delta: 0.25), numbers: ["δ": 0.25]),
        .init(title: "Loss.hinge", loss: .hinge, points: signs),
        .init(title: "Loss.squaredHinge", loss: .squaredHinge, points: signs),
        .init(title: "Loss.kullbackLeiblerDivergence", loss: .kullbackLeiblerDivergence, points: [([0.3, 0.7], [0.4, 0.6])]),
        .init(
            title: "Loss.binaryCrossEntropy", loss: .binaryCrossEntropy, marker: "−(1/n) Σ_j [t_j ln o_j",
            before: "−(1/n) Σ_j [t_j ln o_j"),
        .init(
            title: "Loss.binaryCrossEntropy", loss: .binaryCrossEntropy(epsilon: 0.01), marker: "−(1/n) Σ_j [t_j ln(o_j + ε)",
            before: "−(1/n) Σ_j [t_j ln(o_j + ε)", numbers: ["ε": 0.01]),
        .init(
            title: "Loss.binaryCrossEntropyFromLogits", loss: .binaryCrossEntropyFromLogits, marker: "outputs of ",
            before: "(1/n) Σ_j (", letters: ("z", "t")),
        .init(
            title: "Loss.categoricalCrossEntropy", loss: .categoricalCrossEntropy, marker: "−Σ_j t_j ln o_j",
            before: "−Σ_j t_j ln o_j", points: shares),
        .init(
            title: "Loss.categoricalCrossEntropy", loss: .categoricalCrossEntropy(epsilon: 0.01), marker: "−Σ_j t_j ln(o_j",
            before: "−Σ_j t_j ln(o_j", numbers: ["ε": 0.01], points: shares),
        .init(
            title: "Loss.categoricalCrossEntropyFromLogits", loss: .categoricalCrossEntropyFromLogits, marker: "overflow: ",
            points: ones, letters: ("z", "t")),
        .init(title: "Loss.sparseCategoricalCrossEntropy", loss: .sparseCategoricalCrossEntropy, points: classes),
        .init(
            title: "Loss.sparseCategoricalCrossEntropyFromLogits", loss: .sparseCategoricalCrossEntropyFromLogits,
            points: classes,
            letters: ("z", "t")),
        .init(title: "Loss.binaryFocal", loss: .binaryFocal(gamma: 1.5, alpha: 0.3), numbers: ["γ": 1.5, "α": 0.3]),
        .init(
            title: "Loss.categoricalFocal", loss: .categoricalFocal(gamma: 1.5, alpha: 0.3), numbers: ["γ": 1.5, "α": 0.3],
            points: shares),
        .init(title: "Loss.negativeLogLikelihood", loss: .negativeLogLikelihood, points: [([-0.4, -1.6, -2.3], [1, 0, 0])]),
        .init(
            title: "Loss.sparseNegativeLogLikelihood", loss: .sparseNegativeLogLikelihood, points: [([-0.4, -1.6, -2.3], [1])]),
        .init(
            title: "Loss.gaussianLikelihood", loss: .gaussianLikelihood(),
            points: [([0.8, -0.5], [1]), ([0.1, 0.2, 0.7, -0.3], [1, 0])],
            letters: ("μs", "t")),
        .init(title: "Loss.categoricalHinge", loss: .categoricalHinge, points: ones),
        .init(title: "Loss.multiClassHinge", loss: .multiClassHinge(margin: 0.7), numbers: ["m": 0.7], points: ones),
        .init(
            title: "Loss.sparseMultiClassHinge", loss: .sparseMultiClassHinge(margin: 0.7), numbers: ["m": 0.7], points: classes
        ),
        .init(
            title: "Loss.contrastive", loss: .contrastive(margin: 0.9), numbers: ["m": 0.9],
            points: [([0.8, 0.3, 0.6], [1, 0, 0])],
            letters: ("d", "t")),
        .init(
            title: "Loss.cosineDistance", loss: .cosineDistance, marker: "1 − Σ", before: "1 − Σ",
            points: [([0.8, -0.3, 0.6], [1, 0.5, 0.2])]),
        .init(title: "Loss.dice", loss: .dice(smoothing: 0.1), numbers: ["s": 0.1]),
        .init(title: "Loss.poisson", loss: .poisson(epsilon: 0.01), numbers: ["ε": 0.01], points: [([0.8, 2.5], [1, 3])]),
        .init(title: "Loss.poissonFromLogarithm", loss: .poissonFromLogarithm, points: [([0.8, -0.5], [1, 3])]),
        .init(title: "Loss.meanSquaredLogarithmicError", loss: .meanSquaredLogarithmicError),
        .init(
            title: "Loss.meanAbsolutePercentageError", loss: .meanAbsolutePercentageError(), numbers: ["ε": 1e-7],
            points: [([0.8, 0.3], [1, 0.5])]),
        .init(title: "Loss.logCosh", loss: .logCosh),
    ]

    static let optimizers: [(title: String, optimizer: Optimizer, numbers: [String: Double])] = [
        ("Optimizer.gradientDescent", .gradientDescent(rate: 0.1), ["η": 0.1]),
        ("Optimizer.momentum", .momentum(rate: 0.1, beta: 0.8), ["η": 0.1, "β": 0.8]),
        ("Optimizer.averagedMomentum", .averagedMomentum(rate: 0.1, beta: 0.8), ["η": 0.1, "β": 0.8]),
        ("Optimizer.nesterov", .nesterov(rate: 0.1, beta: 0.8), ["η": 0.1, "β": 0.8]),
        ("Optimizer.adaGrad", .adaGrad(rate: 0.1, epsilon: 0.01), ["η": 0.1, "ε": 0.01]),
        ("Optimizer.rmsProp", .rmsProp(rate: 0.1, rho: 0.8, epsilon: 0.01), ["η": 0.1, "ρ": 0.8, "ε": 0.01]),
        (
            "Optimizer.adam", .adam(rate: 0.1, beta1: 0.8, beta2: 0.9, epsilon: 0.01),
            ["η": 0.1, "β₁": 0.8, "β₂": 0.9, "ε": 0.01]
        ),
        ("Optimizer.adaDelta", .adaDelta(rate: 0.7, rho: 0.8, epsilon: 0.01), ["η": 0.7, "ρ": 0.8, "ε": 0.01]),
        (
            "Optimizer.adaMax", .adaMax(rate: 0.1, beta1: 0.8, beta2: 0.9, epsilon: 0.01),
            ["η": 0.1, "β₁": 0.8, "β₂": 0.9, "ε": 0.01]
        ),
        ("Optimizer.signDescent", .signDescent(rate: 0.1), ["η": 0.1]),
        ("Optimizer.lion", .lion(rate: 0.1, beta1: 0.8, beta2: 0.9), ["η": 0.1, "β₁": 0.8, "β₂": 0.9]),
    ]

    /// Their comments say how they differ from another, whose formulas are tried; or hold products over all steps.
    static let inWords: Set = ["Optimizer.adamW", "Optimizer.amsGrad", "Optimizer.nadam", "Optimizer.own"]
}
