import Networks
import Testing

/// A loss with the last layer it is made for and the targets that suit it.
struct LossCase: Sendable, CustomTestStringConvertible {
    enum Target: Sendable { case oneHot, plusAndMinus, soft, classNumber }

    let loss: Loss
    let output: any Layer
    let target: Target

    init(_ loss: Loss, after output: any Layer = Sigmoid(), toward target: Target = .oneHot) {
        self.loss = loss
        self.output = output
        self.target = target
    }

    var testDescription: String { loss.name }

    /// A target for so many outputs.
    func target(_ count: Int) -> [Double] {
        switch target {
        case .oneHot: (0..<count).map { Double(($0 + 1) % 2) }
        case .plusAndMinus: (0..<count).map { $0 % 2 == 0 ? 1 : -1 }
        case .soft: (0..<count).map { Double($0 + 1) / Double(count * (count + 1) / 2) }
        case .classNumber: [Double(count - 1)]
        }
    }

    /// All losses there are, smoothed ones among them.
    static let all: [LossCase] = [
        .init(.halfSquaredError), .init(.meanSquaredError), .init(.meanAbsoluteError), .init(.huber(delta: 0.3)),
        .init(.binaryCrossEntropy), .init(.categoricalCrossEntropy, after: Softmax()),
        .init(.sparseCategoricalCrossEntropy, after: Softmax(), toward: .classNumber),
        .init(.kullbackLeiblerDivergence, after: Softmax(), toward: .soft),
        .init(.hinge, after: Linear(), toward: .plusAndMinus),
        .init(.binaryCrossEntropyFromLogits, after: Linear()), .init(.categoricalCrossEntropyFromLogits, after: Linear()),
        .init(.sparseCategoricalCrossEntropyFromLogits, after: Linear(), toward: .classNumber),
        .init(.binaryCrossEntropy.labelsSmoothed(by: 0.1)),
        .init(.categoricalCrossEntropy.labelsSmoothed(by: 0.1), after: Softmax()),
        .init(.sparseCategoricalCrossEntropyFromLogits.labelsSmoothed(by: 0.2), after: Linear(), toward: .classNumber),
    ]

    /// Too far apart to be rounding of the differences, which is about 10⁻¹⁰.
    static func differ(_ computed: Double, _ numeric: Double) -> Bool {
        !(abs(computed - numeric) <= 1e-7 * max(1e-2, abs(computed)))
    }
}
