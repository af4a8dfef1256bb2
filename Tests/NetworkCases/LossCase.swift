import Networks

/// A loss with the last layer it is made for and the targets that suit it.
package struct LossCase: Sendable, CustomStringConvertible {
    package enum Target: Sendable { case oneHot, plusAndMinus, soft, classNumber, half }

    package let loss: Loss
    package let output: any Layer
    package let target: Target

    package init(_ loss: Loss, after output: any Layer = Sigmoid(), toward target: Target = .oneHot) {
        self.loss = loss
        self.output = output
        self.target = target
    }

    package var description: String { loss.name }

    /// A target for so many outputs.
    package func target(_ count: Int) -> [Double] {
        switch target {
        case .oneHot: (0..<count).map { Double(($0 + 1) % 2) }
        case .plusAndMinus: (0..<count).map { $0 % 2 == 0 ? 1 : -1 }
        case .soft: (0..<count).map { Double($0 + 1) / Double(count * (count + 1) / 2) }
        case .classNumber: [Double(count - 1)]
        case .half: (0..<count / 2).map { 0.3 + Double($0) }
        }
    }

    /// All losses there are, with classes given by their number and with smoothed labels among them.
    package static let all: [LossCase] = formed + further

    /// The losses that have a form, each smooth enough for differences behind any layer.
    package static let formed: [LossCase] = Loss.Form.Kind.allCases.flatMap(cases)

    /// The losses that are types of their own, and other reductions.
    package static let further: [LossCase] = [
        .init(.poisson(), after: Softplus()), .init(.poisson(epsilon: 0.1), after: Softplus(), toward: .soft),
        .init(.poissonFromLogarithm, after: Identity(), toward: .soft), .init(.meanSquaredLogarithmicError),
        .init(.logCosh, after: Identity()),
        .init(.squaredHinge, after: Identity(), toward: .plusAndMinus), .init(.categoricalHinge, after: Identity()),
        .init(.multiClassHinge(), after: Identity()),
        .init(.sparseMultiClassHinge(margin: 0.7, reduction: .mean), after: Identity(), toward: .classNumber),
        .init(.contrastive(margin: 2), after: Softplus()), .init(.cosineDistance, after: Tanh(), toward: .soft),
        .init(.dice()), .init(.dice(smoothing: 1), toward: .soft), .init(.binaryFocal(gamma: 2, alpha: 0.25)),
        .init(.binaryFocal(gamma: 1.5), toward: .soft), .init(.categoricalFocal(), after: Softmax()),
        .init(.binaryCrossEntropy(epsilon: 1e-7)), .init(.categoricalCrossEntropy(epsilon: 0.01), after: Softmax()),
        .init(.negativeLogLikelihood, after: LogSoftmax()),
        .init(.sparseNegativeLogLikelihood, after: LogSoftmax(), toward: .classNumber),
        .init(.gaussianLikelihood(full: true), after: Identity(), toward: .half),
        .init(.logCosh.labelsSmoothed(by: 0.2)), .init(.binaryCrossEntropy.summedOverOutputs()),
        .init(.categoricalCrossEntropy.averagedOverOutputs(), after: Softmax()),
        .init(.meanSquaredError.summedOverSamples()), .init(.binaryCrossEntropy.summedOverSamples()),
        .init(.categoricalCrossEntropy.summedOverSamples(), after: Softmax()),
        .init(.kullbackLeiblerDivergence.summedOverSamples(), after: Softmax(), toward: .soft),
        .init(.squaredHinge.summedOverOutputs().summedOverSamples(), after: Identity(), toward: .plusAndMinus),
    ]

    private static func cases(of kind: Loss.Form.Kind) -> [LossCase] {
        switch kind {
        case .halfSquaredError: [.init(.halfSquaredError)]
        case .meanSquaredError: [.init(.meanSquaredError), .init(.meanSquaredError.labelsSmoothed(by: 0.3), after: Tanh())]
        case .meanAbsoluteError: [.init(.meanAbsoluteError)]
        case .huber: [.init(.huber(delta: 0.3)), .init(.huber(), after: Identity(), toward: .soft)]
        case .hinge: [.init(.hinge, after: Identity(), toward: .plusAndMinus)]
        case .binaryCrossEntropy:
            [.init(.binaryCrossEntropy), .init(.binaryCrossEntropy, toward: .soft)]
                + [.init(.binaryCrossEntropy.labelsSmoothed(by: 0.1))]
        case .binaryCrossEntropyFromLogits: [.init(.binaryCrossEntropyFromLogits, after: Identity())]
        case .categoricalCrossEntropy:
            [
                .init(.categoricalCrossEntropy, after: Softmax()), .init(.categoricalCrossEntropy, after: Sigmoid()),
                .init(.sparseCategoricalCrossEntropy, after: Softmax(), toward: .classNumber),
                .init(.categoricalCrossEntropy.labelsSmoothed(by: 0.1), after: Softmax()),
            ]
        case .categoricalCrossEntropyFromLogits:
            [
                .init(.categoricalCrossEntropyFromLogits, after: Identity()),
                .init(.sparseCategoricalCrossEntropyFromLogits, after: Identity(), toward: .classNumber),
                .init(
                    .sparseCategoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.2), after: Identity(), toward: .classNumber),
            ]
        case .kullbackLeiblerDivergence: [.init(.kullbackLeiblerDivergence, after: Softmax(), toward: .soft)]
        }
    }

    /// A loss in percent, too large for the absolute tolerance of differences.
    package static let large: [LossCase] = [.init(.meanAbsolutePercentageError(), toward: .soft)]

    /// Too far apart to be rounding of the differences, which is about 10⁻¹⁰.
    package static func differ(_ computed: Double, _ numeric: Double) -> Bool {
        !(abs(computed - numeric) <= 1e-7 * max(1e-2, abs(computed)))
    }
}
