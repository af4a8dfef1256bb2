import Foundation
import Testing

@testable import Networks

/// What losses are where their formula would be 0/0, 0 · ∞ or ln 0; `Tests/References/corners.py` made the numbers.
struct LossCornerTests {
    struct Case: Decodable {
        var name: String
        var output: [String]
        var target: [Double]
        var value: Double
        var slope: [Double?]
        /// Whether the numbers are those of a place next to the corner.
        var limit: Bool

        var loss: Loss {
            switch name {
            case "cosineDistance": .cosineDistance
            case "dice": .dice()
            case "dice smoothed": .dice(smoothing: 1)
            case "binaryCrossEntropy": .binaryCrossEntropy
            case "poisson": .poisson(epsilon: 1e-8)
            case "gaussianLikelihood": .gaussianLikelihood()
            case "negativeLogLikelihood": .negativeLogLikelihood
            case "categoricalCrossEntropyFromLogits": .categoricalCrossEntropyFromLogits
            default: .binaryFocal(gamma: name.split(separator: " ").last.flatMap { Double($0) } ?? .nan)
            }
        }
    }

    static let cases: [Case] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../References/corners.json")
        return (try? JSONDecoder().decode([Case].self, from: Data(contentsOf: path))) ?? []
    }()

    @Test func `there are reference values for corners`() { #expect(Self.cases.count >= 15) }

    @Test(arguments: cases.indices)
    func `values and slopes at corners are PyTorch's, or what its formula comes to`(index: Int) {
        let given = Self.cases[index]
        let output = given.output.map { Double($0) ?? .nan }
        let value = given.loss.value(output, given.target)
        let unit = given.limit ? 1e-7 : 1e-14
        #expect(abs(value - given.value) <= unit * max(1, abs(given.value)), "\(given.name)")
        for (ours, theirs) in zip(given.loss.gradient(output, given.target), given.slope) {
            guard let theirs else { continue }
            #expect(abs(ours - theirs) <= unit * max(1, abs(theirs)), "\(given.name)")
        }
    }

    /// −ln(1 − o) has the slope 1 at 0, and −ln o the slope −1 at 1.
    @Test func `binary cross-entropy has the slope of the one logarithm that is left`() {
        for (o, t) in [(0.0, 0.0), (1.0, 1.0)] {
            let loss = Loss.binaryCrossEntropy
            // On the side where there is a loss for the other answer, too, and on the other, where only this one is.
            for step in [1e-6, -1e-6] {
                let slope = (loss.value([o + step], [t]) - loss.value([o], [t])) / step
                #expect(abs(slope - loss.gradient([o], [t])[0]) < 1e-5)
            }
            #expect(loss.gradient([o, 0.5], [t, 0.5])[0] == loss.gradient([o], [t])[0] / 2)
        }
    }

    /// Descent goes through loops of its own, for several widths and for many samples.
    @Test(arguments: [1, 2, 3, 5, 9])
    func `one step of training at such a corner is the step along that slope`(width: Int) throws {
        let start = (0..<width).map { row in (0..<width).map { $0 == row ? 1.0 : 0 } }
        let network = try Network(inputs: Shape(width), layers: [Dense(width, weights: start, bias: .none)])
        // The first output is exactly right, at 0 or at 1; the others are on their way.
        for exact in [0.0, 1.0] {
            let input = [exact] + (1..<max(2, width)).prefix(width - 1).map { 1 / (Double($0) + 1) }
            let target = [exact] + Array(repeating: 0.25, count: width - 1)
            let slope = Loss.binaryCrossEntropy.gradient(input, target)
            for count in [1, 3] {
                let data = Dataset(Array(repeating: Dataset.Sample(input: input, target: target), count: count))
                let next = try network.training(
                    on: data, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.01),
                    plan: TrainingPlan(epochs: 1, batchSize: count)
                ).network
                for row in 0..<width {
                    for (column, x) in input.enumerated() {
                        let expected = start[row][column] - 0.01 * slope[row] * x
                        #expect(abs(next.layers[0].parameters[0].values[row * width + column] - expected) < 1e-14)
                    }
                }
            }
        }
    }

    @Test func `an answer that can't be costs nothing where it isn't the target, and everything where it is`() {
        #expect(Loss.kullbackLeiblerDivergence.value([0, 1], [0, 1]) == 0)
        #expect(Loss.kullbackLeiblerDivergence.gradient([0, 1], [0, 1]) == [0, -1])
        #expect(Loss.kullbackLeiblerDivergence.value([0, 1], [1, 0]) == .infinity)
        #expect(Loss.categoricalCrossEntropy.value([0, 1], [0, 1]) == 0)
        #expect(Loss.categoricalCrossEntropy.value([0, 1], [1, 0]) == .infinity)
        #expect(Loss.poisson().value([0], [0]) == 0 && Loss.poisson().gradient([0], [0]) == [1])
        #expect(Loss.poisson().value([0], [1]) == .infinity)
        #expect(Loss.negativeLogLikelihood.value([-.infinity, 0], [1, 0]) == .infinity)
        #expect(Loss.meanAbsolutePercentageError().value([0, 1], [0, 1]) == 0)
        #expect(Loss.meanSquaredLogarithmicError.value([0], [0]) == 0)
    }

    @Test func `a loss has no value for an answer outside its formula, and says which answers it takes`() throws {
        let losses: [(Loss, Double, String)] = [
            (.poisson(), -0.25, "of 0 or more"), (.meanSquaredLogarithmicError, -2, "above −1"),
            (.binaryCrossEntropy, 1.5, "between 0 and 1"), (.binaryFocal(gamma: 0.5), -0.5, "Sigmoid()"),
            (.binaryCrossEntropy(epsilon: 1e-7), -0.5, "Sigmoid()"), (.kullbackLeiblerDivergence, -1, "Softmax()"),
            (.categoricalCrossEntropy, -1, "Softmax()"), (.binaryCrossEntropy.labelsSmoothed(by: 0.1), 2, "between 0 and 1"),
        ]
        for (loss, answer, words) in losses {
            let network = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
            let data = Dataset([.init(input: [0.5], target: [0.5]), .init(input: [answer], target: [0.5])])
            let ways: [() throws -> Void] = [
                { _ = try network.backpropagation(of: [answer], toward: [0.5], minimizing: loss) },
                { _ = try network.backpropagation(of: data, minimizing: loss) }, { _ = try network.meanLoss(on: data, loss) },
                {
                    _ = try network.training(
                        on: data, minimizing: loss, by: .gradientDescent(rate: 0.1), plan: TrainingPlan(epochs: 2))
                },
            ]
            for (number, way) in ways.enumerated() {
                let error = #expect(throws: ArgumentError.self, "\(loss.name), \(number)") { try way() }
                #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
            }
        }
    }

    /// Numbers too large for the machine are no fault of the loss, and a loss of one's own may be what it likes.
    @Test func `nothing is said of answers that the loss has a value for`() throws {
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        #expect(try network.backpropagation(of: [-0.5], toward: [0.5], minimizing: .meanSquaredLogarithmicError).loss.isFinite)
        #expect(try network.backpropagation(of: [0], toward: [1], minimizing: .binaryCrossEntropy).loss == .infinity)
        let own = Loss(name: "own") { _, _ in
            .nan
        } gradient: { output, _ in
            output
        }
        #expect(try network.backpropagation(of: [2], toward: [1], minimizing: own).loss.isNaN)
    }

    @Test func `a metric without a meaning ends with what is missing`() throws {
        let network = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: 0), Sigmoid()])
        let ones = Dataset([.init(input: [1], target: [1]), .init(input: [2], target: [1])])
        for metric in [Metric.auc, .r2, .explainedVariance] {
            #expect(throws: DataError.self) { try metric.measured(network, ones) }
        }
        let constant = try Network(inputs: 1, layers: [Dense(1, weights: [[0]], bias: 0.5)])
        let both = Dataset([.init(input: [1], target: [1]), .init(input: [2], target: [0])])
        #expect(try Metric.auc.measured(constant, both) == 0.5)
        #expect(try Metric.explainedVariance.measured(constant, both) == 0)
        #expect(try Metric.precision(of: 1).measured(constant, both) == 0)
    }
}
