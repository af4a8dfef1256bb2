import Networks
import Testing

@testable import Derivations

/// Losses at places where their usual formula would divide by 0: the graph says what the engine says.
struct LossCornerAgreementTests {
    static let corners: [(loss: Loss, output: [Double], target: [Double])] = [
        (.cosineDistance, [0, 0], [3, 4]), (.cosineDistance, [1, -2], [0, 0]), (.cosineDistance, [0, 0], [0, 0]),
        (.dice(), [0, 0], [0, 0]), (.dice(), [0.25, 0.5], [0, 0]), (.dice(smoothing: 1), [0, 0], [0, 0]),
        (.binaryCrossEntropy, [0, 1, 0.5], [0, 1, 0.5]), (.binaryCrossEntropy, [0], [0]), (.binaryCrossEntropy, [1], [1]),
        (.poisson(), [0, 2], [0, 1]), (.kullbackLeiblerDivergence, [0, 1], [0, 1]),
        (.categoricalCrossEntropy, [0, 1], [0, 1]),
        (.logCosh, [800, -900], [0, 0]), (.logCosh, [0.5], [0.5]), (.meanAbsoluteError, [1, 2], [1, 2]),
        (.huber(), [1], [1]), (.meanAbsolutePercentageError(), [0.5], [0]), (.binaryFocal(gamma: 2), [1, 0], [1, 0]),
        (.binaryFocal(gamma: 1), [1, 0], [1, 0]), (.categoricalFocal(), [0, 1], [0, 1]),
        (.meanSquaredLogarithmicError, [0, 0], [0, 1]), (.gaussianLikelihood(), [1, -300], [1]),
        (.contrastive(), [1, 0], [0, 1]), (.squaredHinge, [1, -1], [1, -1]), (.hinge, [1, -1], [1, -1]),
    ]

    @Test(arguments: corners.indices)
    func `the derivation of a loss at a corner agrees with the engine`(index: Int) throws {
        let (loss, output, target) = Self.corners[index]
        let network = try Network(inputs: Shape(output.count), layers: [Identity()])
        let pass = try network.backpropagation(of: output, toward: target, minimizing: loss)
        #expect(pass.loss.isFinite && pass.inputGradient.allSatisfy(\.isFinite), "\(loss.name)")
        let graph = try pass.agreed().graph
        #expect(Agreement.near(graph.values[graph.root], pass.loss, 1e-12), "\(loss.name)")
    }
}
