import Networks

/// A loss with the last layer it is made for and the targets that suit it.
package struct LossCase: Sendable, CustomStringConvertible {
    package enum Target: Sendable { case oneHot, plusAndMinus, soft, classNumber }

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
        }
    }

    /// All losses there are, with classes given by their number and with smoothed labels among them.
    package static let all: [LossCase] = Loss.Form.Kind.allCases.flatMap(cases)

    private static func cases(of kind: Loss.Form.Kind) -> [LossCase] {
        switch kind {
        case .halfSquaredError: [.init(.halfSquaredError)]
        case .meanSquaredError: [.init(.meanSquaredError), .init(.meanSquaredError.labelsSmoothed(by: 0.3), after: Tanh())]
        case .meanAbsoluteError: [.init(.meanAbsoluteError)]
        case .huber: [.init(.huber(delta: 0.3)), .init(.huber(), after: Linear(), toward: .soft)]
        case .hinge: [.init(.hinge, after: Linear(), toward: .plusAndMinus)]
        case .binaryCrossEntropy:
            [.init(.binaryCrossEntropy), .init(.binaryCrossEntropy, toward: .soft)]
                + [.init(.binaryCrossEntropy.labelsSmoothed(by: 0.1))]
        case .binaryCrossEntropyFromLogits: [.init(.binaryCrossEntropyFromLogits, after: Linear())]
        case .categoricalCrossEntropy:
            [
                .init(.categoricalCrossEntropy, after: Softmax()), .init(.categoricalCrossEntropy, after: Sigmoid()),
                .init(.sparseCategoricalCrossEntropy, after: Softmax(), toward: .classNumber),
                .init(.categoricalCrossEntropy.labelsSmoothed(by: 0.1), after: Softmax()),
            ]
        case .categoricalCrossEntropyFromLogits:
            [
                .init(.categoricalCrossEntropyFromLogits, after: Linear()),
                .init(.sparseCategoricalCrossEntropyFromLogits, after: Linear(), toward: .classNumber),
                .init(
                    .sparseCategoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.2), after: Linear(), toward: .classNumber),
            ]
        case .kullbackLeiblerDivergence: [.init(.kullbackLeiblerDivergence, after: Softmax(), toward: .soft)]
        }
    }

    /// Too far apart to be rounding of the differences, which is about 10⁻¹⁰.
    package static func differ(_ computed: Double, _ numeric: Double) -> Bool {
        !(abs(computed - numeric) <= 1e-7 * max(1e-2, abs(computed)))
    }
}
