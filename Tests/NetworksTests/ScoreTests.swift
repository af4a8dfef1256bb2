import Testing

@testable import Networks

/// Scores and penalties; `Tests/References/metrics.py` computed the numbers.
struct ScoreTests {
    static let scores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.9, 0.2, 0.65]
    static let truths = [0.0, 0, 1, 1, 1, 1, 0, 0]
    let identity = Network(inputs: 1) { Dense(1, weights: [[1]], bias: .none) }

    static func data(_ targets: [Double], factor: Double = 1) -> Dataset {
        Dataset(zip(scores, targets).map { .init(input: [$0 * factor], target: [$1]) })
    }

    @Test func `scores are those of NumPy and SciPy`() {
        let classes = Self.data(Self.truths)
        let numbers = Self.data([3, -0.5, 2, 7, 1, 0, 2.5, 4], factor: 10)
        #expect(identity.auc(on: classes) == 0.78125)
        #expect(abs(identity.rootMeanSquaredError(on: numbers) - 3.9370039370059056) < 1e-14)
        #expect(abs(identity.explainedVariance(on: numbers) + 0.9535603715170278) < 1e-14)
        #expect(abs(identity.calibrationError(on: classes, bins: 5) - 0.1625) < 1e-14)
        #expect(abs(identity.calibrationError(on: classes) - 0.2625) < 1e-14)
        #expect(Metric.auc.value(identity, classes) == 0.78125)
    }

    @Test func `a network that always gives the same answer has half of the area`() {
        let constant = Network(inputs: 1) { Dense(1, weights: [[0]], bias: .shared(0.3)) }
        #expect(constant.auc(on: Self.data(Self.truths)) == 0.5)
    }

    @Test func `what makes no sense is said`() {
        let ones = Self.data(Self.scores.map { _ in 1 })
        #expect(throws: DataError.self) { try identity.areaUnderCurve(on: ones) }
        #expect(throws: DataError.self) {
            try identity.expectedCalibrationError(on: Self.data(Self.truths, factor: 9), bins: 15)
        }
        #expect(throws: ArgumentError.self) { try identity.expectedCalibrationError(on: ones, bins: 0) }
        #expect(throws: ArgumentError.self) { try Loss.cosineDistance.reduced(.sum) }
    }

    @Test func `the gradient of a penalised loss is its slope, and what an optimiser follows`() {
        let penalty = Penalty(l1: 0.02, l2: 0.3)
        let network = Network(inputs: 2, seed: 4) {
            Dense(3)
            Tanh()
            Dense(1)
        }
        let pass = network.backpropagate([0.3, -0.7], toward: [1], minimizing: .halfSquaredError)
        let gradients = pass.gradients(with: penalty)
        func loss(_ parameters: [[[Double]]]) -> Double {
            network.replacing(parameters: parameters)
                .backpropagate([0.3, -0.7], toward: [1], minimizing: .halfSquaredError).loss(with: penalty)
        }
        let start = network.layers.map { $0.parameters.map(\.values) }
        for (l, a, i) in [(0, 0, 0), (0, 0, 5), (0, 1, 2), (2, 0, 1), (2, 1, 0)] {
            var (up, down) = (start, start)
            up[l][a][i] += 1e-6
            down[l][a][i] -= 1e-6
            let numeric: Double = (loss(up) - loss(down)) / 2e-6
            #expect(abs(gradients[l][a][i] - numeric) < 1e-8)
        }
        let plain = network.updated(along: gradients, by: .gradientDescent(rate: 0.1))
        let penalized = network.updated(along: pass, by: .gradientDescent(rate: 0.1).penalized(by: penalty))
        for (a, b) in zip(plain.layers, penalized.layers) {
            for (a, b) in zip(a.parameters.flatMap(\.values), b.parameters.flatMap(\.values)) { #expect(abs(a - b) < 1e-15) }
        }
        #expect(penalty.value(of: identity) == 0.02 + 0.15)
    }

    @Test func `a sum over samples is the mean as many times as there are samples, in passes and in training`() {
        let data = Self.data(Self.truths)
        let (mean, sum) = (Loss.meanSquaredError, Loss.meanSquaredError.summedOverSamples())
        let (a, b) = (identity.backpropagate(data, minimizing: mean), identity.backpropagate(data, minimizing: sum))
        let (meanSlope, sumSlope): (Double, Double) = (a.gradients[0][0][0], b.gradients[0][0][0])
        #expect(abs(8 * a.loss - b.loss) < 1e-14)
        #expect(abs(8 * meanSlope - sumSlope) < 1e-14)
        #expect(abs(identity.loss(on: data, minimizing: sum) - b.loss) < 1e-14)
        let first = identity.trained(on: data, minimizing: mean, by: .gradientDescent(rate: 0.8), epochs: 3, batchSize: 4)
        let second = identity.trained(on: data, minimizing: sum, by: .gradientDescent(rate: 0.2), epochs: 3, batchSize: 4)
        let (w1, w2): (Double, Double) = (first.network.weights(of: 1)[0][0], second.network.weights(of: 1)[0][0])
        let (l1, l2): (Double, Double) = (first.losses[3], second.losses[3])
        #expect(abs(w1 - w2) < 1e-14)
        #expect(abs(8 * l1 - l2) < 1e-13)
    }

    @Test func `weights and gradients of a layer come as rows and columns`() {
        let network = Network(inputs: 2) {
            Dense(3, weights: [[1, 2], [3, 4], [5, 6]], biases: [7, 8, 9])
            ReLU()
            Dense(1, weights: [[1, 1, 1]], bias: .none)
        }
        #expect(network.weights(of: 1) == [[1, 2], [3, 4], [5, 6]] && network.biases(of: 1) == [7, 8, 9])
        #expect(network.matrices(of: 2) == [] && network.matrices(of: 3) == [[[1, 1, 1]]])
        let pass = network.backpropagate([1, -1], toward: [0], minimizing: .halfSquaredError)
        let slope = pass.output[0]
        #expect(pass.weightGradients(of: 1) == [[slope, -slope], [slope, -slope], [slope, -slope]])
        #expect(pass.biasGradients(of: 1) == [slope, slope, slope])
    }
}
