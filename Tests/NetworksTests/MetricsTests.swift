import Testing

@testable import Networks

/// Counts by hand: 5 samples of class 1 of which 4 are found, 3 of class 0 of which 1 is taken for class 1.
struct MetricsTests {
    let matrix = ConfusionMatrix(truths: [1, 1, 1, 1, 1, 0, 0, 0], answers: [1, 1, 1, 1, 0, 1, 0, 0], classes: 2)

    @Test func `rows are truths and columns are answers`() {
        #expect(matrix.counts == [[2, 1], [1, 4]])
    }

    @Test func `accuracy, precision, recall and F1 follow from the counts`() {
        #expect(matrix.accuracy == 6.0 / 8)
        #expect(matrix.precision(of: 1) == 4.0 / 5)
        #expect(matrix.recall(of: 0) == 2.0 / 3)
        #expect(abs(matrix.f1(of: 1) - 0.8) < 1e-15)
    }

    @Test func `nothing predicted is precision 0, not a division by zero`() {
        let none = ConfusionMatrix(truths: [1, 1], answers: [0, 0], classes: 2)
        #expect(none.precision(of: 1) == 0 && none.f1(of: 1) == 0)
    }

    @Test func `the threshold decides what one output means`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        let data: Dataset = [[0.3]: [0], [0.6]: [0], [0.9]: [1]]
        #expect(net.accuracy(on: data) == 2.0 / 3)
        #expect(net.accuracy(on: data, threshold: 0.7) == 1)
    }

    @Test func `a class given by its number counts as one among zeros does`() throws {
        let net = try Network(inputs: 3, layers: [Identity()])
        let inputs: [[Double]] = [[1, 2, 3], [3, 1, 2], [2, 3, 1], [3, 2, 1]]
        let truths = [2, 0, 0, 1]
        let numbers = Dataset(zip(inputs, truths).map { .init(input: $0, target: [Double($1)]) })
        let oneHot = Dataset(zip(inputs, truths).map { .init(input: $0, target: Dataset.oneHot($1, of: 3)) })
        #expect(net.confusion(on: numbers) == net.confusion(on: oneHot))
        #expect(net.confusion(on: numbers).counts == [[1, 1, 0], [1, 0, 0], [0, 0, 1]])
        #expect(net.accuracy(on: numbers) == 0.5 && net.topAccuracy(2, on: numbers) == 1)
    }

    @Test func `R² is 1 for a perfect line and 0 for the mean`() throws {
        let data = Dataset.linear(20, slope: 2, intercept: 1)
        #expect(abs(try Network(inputs: 1, layers: [Dense(1, weights: [[2]], bias: 1)]).r2(on: data) - 1) < 1e-15)
        #expect(abs(try Network(inputs: 1, layers: [Dense(1, weights: [[0]], bias: 1)]).r2(on: data)) < 1e-12)
    }

    @Test func `of one output the top 1 are what accuracy counts, and the top 2 are all`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1, weights: [[1]], bias: .none)])
        let data: Dataset = [[0.3]: [0], [0.6]: [0], [0.9]: [1], [0.2]: [1], [0.5]: [1], [0.51]: [1]]
        #expect(net.topAccuracy(1, on: data) == net.accuracy(on: data))
        #expect(net.topAccuracy(1, on: data) == 0.5 && net.topAccuracy(2, on: data) == 1)
    }

    @Test func `of equal outputs the first counts, so an answer that says nothing isn't right for every class`() throws {
        let net = try Network(inputs: 3, layers: [Identity()])
        let data = Dataset((0..<3).map { .init(input: [1, 1, 1], target: [Double($0)]) })
        #expect((1...3).map { net.topAccuracy($0, on: data) } == [1.0 / 3, 2.0 / 3, 1])
        #expect(net.topAccuracy(1, on: data) == net.accuracy(on: data))
    }

    static let unmeasurable: [(data: Dataset, outputs: Int, message: String)] = [
        (Dataset([]), 1, "there is nothing to measure: the data set has no samples"),
        ([[.nan, 1]: [0, 1]], 2, "the answer to sample 1 is not a number, so it is neither right nor wrong"),
        (
            [[1, 2]: [0, 1], [2, 1]: [0, 0, 1]], 2,
            "the target of sample 2 is [0.0, 0.0, 1.0], but this network has 2 outputs; give one number for each, or the class's number"
        ),
        ([[1, 2]: [2]], 2, "the target of sample 1 is 2.0, which is none of the classes 0 to 1"),
        ([[1, 2]: [0.5]], 2, "the target of sample 1 is 0.5, which is none of the classes 0 to 1"),
        ([[1]: [1]], 1, "this network takes 2 inputs, but the sample has 1"),
    ]

    @Test(arguments: unmeasurable.indices)
    func `what can't be measured is said, by every metric of classes`(row: Int) throws {
        let (data, outputs, message) = Self.unmeasurable[row]
        let net = try Network(inputs: 2, layers: outputs == 2 ? [Identity()] : [Dense(1, weights: [[1, 1]], bias: .none)])
        for metric in [Metric.accuracy, .topAccuracy(1), .precision(of: 1), .recall(of: 0), .f1(of: 1)] {
            #expect(Self.message { try metric.measured(net, data) } == message, "\(metric.name)")
        }
    }

    @Test func `numbers of metrics that make no sense are refused`() throws {
        let net = try Network(inputs: 2, layers: [Identity()])
        let data: Dataset = [[1, 2]: [0, 1]]
        #expect(
            Self.message { try Metric.precision(of: 2).measured(net, data) } == "there is no class 2; the classes are 0 to 1")
        #expect(
            Self.message { try Metric.topAccuracy(0).measured(net, data) }
                == "the top 0 outputs are none; give a number from 1 up")
        #expect(
            Self.message { try net.confusionMatrix(on: data, threshold: .nan) }
                == "a threshold can't be nan; give a finite number")
        #expect(
            Self.message { try ConfusionMatrix(of: [0, 3], answeredWith: [0, 1], classes: 2) }
                == "truth 2 is 3, which is none of the classes 0 to 1")
        #expect(
            Self.message { try ConfusionMatrix(of: [0], answeredWith: [-1], classes: 2) }
                == "answer 1 is -1, which is none of the classes 0 to 1")
        #expect(
            Self.message { try ConfusionMatrix(of: [0], answeredWith: [], classes: 2) }
                == "there are 1 truths, but 0 answers")
    }

    @Test func `R² needs targets that differ and one output`() throws {
        let one = try Network(inputs: 1, layers: [Identity()])
        #expect(
            Self.message { try Metric.r2.measured(one, [[1]: [2], [3]: [2]]) }
                == "all 2 targets are 2.0, so there is no variance that R² could explain")
        #expect(Self.message { try Metric.r2.measured(one, [:]) } == "there is nothing to measure: the data set has no samples")
        #expect(
            Self.message { try Metric.r2.measured(try Network(inputs: 2, layers: [Identity()]), [[1, 2]: [2, 3]]) }
                == "R² is defined over one output, but this network has 2")
        #expect(Self.message { try Metric.r2.measured(one, [[1]: [], [2]: []]) } != nil)
    }

    @Test func `a loss over samples that don't fit, or over none, is no number`() throws {
        let net = try Network(inputs: [4, 4, 1], layers: [Conv2D(1, kernel: 2), Flatten(), Dense(1)])
        #expect(
            Self.message { try net.meanLoss(on: [[1, 2]: [1]], .meanSquaredError) }
                == "sample 1 has 2 inputs and 1 targets, but this network takes 16 and gives 1")
        #expect(
            Self.message { try net.meanLoss(on: [:], .meanSquaredError) }
                == "there is nothing to measure: the data set has no samples")
    }

    @Test func `metrics that can't be measured end a training with their reason`() throws {
        let net = try Network(inputs: 1, layers: [Dense(1)])
        let plan = TrainingPlan(epochs: 1)
        #expect(
            Self.message {
                try net.training(
                    on: [[1]: [2], [3]: [2]], minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.1), plan: plan,
                    tracking: [.r2])
            } == "all 2 targets are 2.0, so there is no variance that R² could explain")
    }

    static func message(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
