import Testing

@testable import Networks

/// Arguments that make no sense: each ends in what was found and what to do, and never in a trap or a number.
///
/// Calls of lessons that don't throw end the process, so they run in one of their own.
struct ArgumentTests {
    /// What the process says to standard error, behind the place of the call.
    static func said(_ error: [UInt8]?) -> String {
        String(decoding: error ?? [], as: UTF8.self).split(separator: ": error: ").last.map(String.init) ?? ""
    }

    static let plans: [(change: @Sendable (inout TrainingPlan) -> Void, validates: Bool, message: String)] = [
        (
            { $0.patience = 3 }, false,
            "patience waits for the validation loss, and there is none; give samples to validate with: validating: …"
        ),
        ({ $0.patience = 0 }, true, "patience is 0; give a number from 1 up, or leave it out"),
        ({ $0.batchSize = 0 }, true, "batchSize is 0; give a number from 1 up, or leave it out"),
        ({ $0.checkpointEvery = -2 }, true, "checkpointEvery is -2; give a number from 1 up, or leave it out"),
        ({ $0.epochs = -1 }, true, "a training can't have -1 epochs; give a number from 0 up"),
    ]

    @Test(arguments: plans.indices)
    func `a plan that can't be followed is refused, not followed in part`(row: Int) throws {
        var plan = TrainingPlan(epochs: 2)
        Self.plans[row].change(&plan)
        let net = try Network(inputs: 2, layers: [Dense(1)])
        let error = #expect(throws: ArgumentError.self) {
            try net.training(
                on: .xor, minimizing: .meanSquaredError, by: .gradientDescent(rate: 0.1), plan: plan,
                validating: Self.plans[row].validates ? .xor : nil)
        }
        #expect(error?.description == Self.plans[row].message)
    }

    @Test func `parameters of another shape are refused`() throws {
        let net = try Network(inputs: 2, layers: [Dense(1), Sigmoid()])
        func message(_ parameters: [[[Double]]]) -> String? {
            MetricsTests.message { try net.check(shapes: parameters, of: "parameters") }
        }
        #expect(message([[[1, 2], [3]], []]) == nil)
        #expect(
            message([[[1, 2], [3]]])
                == "this network has 2 layers, but got parameters for 1; give [] where a layer has none")
        #expect(
            message([[[1, 2]], []]) == "layer 1, Dense, takes parameters of 2 and 1 numbers, but got 2 numbers")
        #expect(
            message([[[1, 2, 3], [3]], []]) == "layer 1, Dense, takes parameters of 2 and 1 numbers, but got 3 and 1 numbers")
        #expect(
            message([[[1, 2], [3]], [[1]]]) == "layer 2, Sigmoid, takes parameters of no numbers, but got 1 numbers")
    }

    @Test func `a share of samples is a number from 0 to 1`() async throws {
        #expect(Dataset.xor.split(0).training.count == 0 && Dataset.xor.split(1).validation.count == 0)
        let ends: [@Sendable () async throws -> ExitTest.Result?] = [
            {
                await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
                    _ = Dataset.xor.split(.nan)
                }
            },
            {
                await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
                    _ = Dataset.xor.split(1.5)
                }
            },
            {
                await #expect(processExitsWith: .exitCode(65), observing: [\.standardErrorContent]) {
                    _ = Dataset.xor.split(-1e300)
                }
            },
        ]
        for end in ends {
            #expect(
                Self.said(try await end()?.standardErrorContent).hasSuffix(
                    "is no share of the samples; give a number from 0 to 1, 0.8 for 80 %\n"))
        }
    }

    @Test func `generators and vectors refuse what they can't make`() async {
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.moons(-1) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.circles(.max) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.spirals(3, noise: .nan) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.blobs(3, centers: []) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.blobs(3, centers: [[1], [1, 2]]) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.linear(3, slope: .infinity, intercept: 0) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.sine(3, over: -.infinity...0) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.oneHot(3, of: 3) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.oneHot(0, of: -1) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.windows(of: [1, 2], length: 0) }
        await #expect(processExitsWith: .exitCode(65)) { _ = PositionalEncoding.pattern(steps: -1, features: 2) }
        await #expect(processExitsWith: .exitCode(65)) { _ = PositionalEncoding.pattern(steps: .max, features: 2) }
        await #expect(processExitsWith: .exitCode(65)) {
            var generator = SplitMix64(seed: 1)
            _ = Initializer.glorotUniform.drawn(rows: 2, columns: -3, from: &generator)
        }
        await #expect(processExitsWith: .exitCode(65)) {
            var generator = SplitMix64(seed: 1)
            _ = Initializer.orthogonal().drawn(rows: .max, columns: .max, from: &generator)
        }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.xor.weighted(byClass: [1]) }
        await #expect(processExitsWith: .exitCode(65)) {
            _ = Dataset([.init(input: [1], target: [0.5])]).weighted(byClass: [1, 2])
        }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.xor.standardized(like: [[1]: [1]]) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Dataset.xor.minMaxScaled(like: [:]) }
        await #expect(processExitsWith: .exitCode(65)) { _ = ([[1, 2]: [1], [1]: [1]] as Dataset).standardized() }
    }

    @Test func `a network refuses samples, parameters and gradients that don't fit`() async {
        await #expect(processExitsWith: .exitCode(65)) { _ = Network(inputs: 2) { Dense(1) }.activations(for: [1]) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Network(inputs: 2) { Dense(1) }.replacing(parameters: [[[1]]]) }
        await #expect(processExitsWith: .exitCode(65)) {
            _ = Network(inputs: 2) { Dense(1) }.updated(along: [[[1]]], by: .gradientDescent(rate: 1))
        }
        await #expect(processExitsWith: .exitCode(65)) {
            _ = Network(inputs: [2, 2, 1]) { Conv2D(1, kernel: 2) }.loss(on: [[1]: [1]], minimizing: .meanSquaredError)
        }
        await #expect(processExitsWith: .exitCode(65)) {
            _ = Network(inputs: 2) { Dense(1) }.trainingLoss(on: [:], minimizing: .meanSquaredError)
        }
        await #expect(processExitsWith: .exitCode(65)) {
            _ = Network(inputs: 2) { Dense(1) }
                .centralDifferences(of: [1, 2], toward: [1], minimizing: .meanSquaredError, step: 0)
        }
        await #expect(processExitsWith: .exitCode(65)) { _ = Network(inputs: 2) { Dense(1) }.layer(Dense.self, number: .min) }
        await #expect(processExitsWith: .exitCode(65)) { _ = Network(inputs: 2) { Dense(1_000_000_000_000) } }
    }

    @Test func `a gradient that is no number never agrees with anything`() {
        let check = GradientCheck(of: [[[.nan, 1]]], against: [[[1e-9, 1]]], step: 1e-6)
        #expect(check.worst() == .infinity)
        #expect(GradientCheck(of: [[[1, 0]]], against: [[[1, 0]]], step: 1e-6).worst() == 0)
    }

    @Test func `a large balanced target takes no memory of its own`() {
        #expect(([[0]: [0], [1]: [1e15]] as Dataset).balanced.samples.map(\.weight) == [1, 1])
    }

    static let absurd: [(inputs: Shape, layer: any Layer)] = [
        (2, Dense(1_000_000_000_000)), ([2, 2], LSTM(.max)), ([2, 2], GRU(1 << 40)), ([2, 2], SimpleRNN(1 << 40)),
        ([4, 1], Conv1D(.max, kernel: .max)), ([4, 4, 1], Conv2D(1, kernel: [.max, .max])),
        ([4, 4, 1], Conv2D(1, kernel: 1, dilation: [.max, 2])), ([4, 4, 1], MaxPool2D(2, padding: .zeros(.max))),
        (4, Reshape([.max, 2])), (2, Embedding(vocabulary: .max, dimensions: .max)),
        ([2, 2], SelfAttention(heads: .max, keySize: .max)), ([.max, .max], Sigmoid()),
        ([4, 4, 1], Residual { Dense(1 << 50) }), (3, Residual { Residual { Dense(1 << 50) } }),
        ([4, 1], Conv1D(1, kernel: 1, padding: .zeros(1 << 30))),
    ]

    @Test(arguments: absurd.indices)
    func `sizes that no memory holds are refused before it is asked for`(row: Int) {
        #expect(throws: ShapeError.self) { try Network(inputs: Self.absurd[row].inputs, layers: [Self.absurd[row].layer]) }
    }
}
