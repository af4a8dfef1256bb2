import Testing

@testable import Networks

/// Outputs at several positions, [time, classes], are as many answers, never one set of classes.
struct PositionTests {
    /// Two positions of three logits, handed through.
    let logits = Network(inputs: [2, 3]) { Identity() }
    let input = [1.0, 0, 0, 0, 1, 0]
    let oneHot = [1.0, 0, 0, 1, 0, 0]

    @Test(arguments: [
        Loss.categoricalCrossEntropyFromLogits, .sparseCategoricalCrossEntropyFromLogits, .sparseCategoricalCrossEntropy,
        .categoricalHinge, .multiClassHinge(), .cosineDistance, .categoricalCrossEntropy.labelsSmoothed(by: 0.1),
        .categoricalFocal().labelsSmoothed(by: 0.1),
    ])
    func `a loss over one set of classes refuses several positions`(_ loss: Loss) throws {
        let target = loss.takesClass ? [0] : oneHot
        let data = Dataset([Dataset.Sample(input: input, target: target)])
        let uses: [() throws -> Void] = [
            { _ = try logits.backpropagation(of: input, toward: target, minimizing: loss) },
            { _ = try logits.meanLoss(on: data, loss) },
            { try logits.check(data, for: loss) },
        ]
        for use in uses {
            let error = try #require(throws: ShapeError.self) { try use() }
            #expect("\(error)".contains("outputs are 2×3, 2 positions of 3; "), "\(error)")
        }
    }

    @Test func `what the refusal advises is the sum over positions`() throws {
        let network = Network(inputs: [2, 3]) { Softmax() }
        let pass = try network.backpropagation(of: input, toward: oneHot, minimizing: .categoricalCrossEntropy)
        // ln(e + 2) − 1 + ln(e + 2): PyTorch's cross_entropy(…, reduction="sum") over the two positions.
        #expect(abs(pass.loss - 2.1028894278641017) < 1e-15)
    }

    @Test func `flattened outputs are one set of classes`() throws {
        let network = Network(inputs: [2, 3]) { Flatten() }
        let pass = try network.backpropagation(
            of: input, toward: [1, 0, 0, 0, 0, 0], minimizing: .categoricalCrossEntropyFromLogits)
        // ln(2e + 4) − 1
        #expect(abs(pass.loss - 1.2445918944919963) < 1e-15)
    }

    @Test(arguments: [[1.0, 0, 0, 1, 0, 0], [0, 0]])
    func `metrics count each position`(target: [Double]) {
        let data = Dataset([Dataset.Sample(input: input, target: target)])
        #expect(logits.confusion(on: data).counts == [[1, 1, 0], [0, 0, 0], [0, 0, 0]])
        #expect(logits.accuracy(on: data) == 0.5)
        #expect(logits.topAccuracy(1, on: data) == 0.5 && logits.topAccuracy(2, on: data) == 1)
    }

    @Test func `one number at each position is the probability of class 1`() {
        let network = Network(inputs: [3, 1]) { Identity() }
        let data = Dataset([Dataset.Sample(input: [0.9, 0.2, 0.7], target: [1, 1, 0])])
        #expect(network.confusion(on: data).counts == [[0, 1], [1, 1]])
    }

    @Test(arguments: [[1.0], [0, 3], [1, 0, 0]])
    func `a target that is neither one-hot nor a class for each position is refused`(target: [Double]) {
        let data = Dataset([Dataset.Sample(input: input, target: target)])
        #expect(throws: DataError.self) { try logits.confusionMatrix(on: data) }
    }
}
