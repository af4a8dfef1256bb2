import Networks
import Testing

/// Losses whose bits were recorded once. They must come out the same on every machine, for any number of threads: every sum is a
/// chain of fused steps, which have one right answer, and there is no libm and no sum split over lanes or threads on the way.
struct RecordedLossTests {
    static let rows: [(name: String, layers: @Sendable () -> [any Layer], loss: Loss, optimizer: Optimizer, bits: UInt64)] = [
        (
            "descent", { [Dense(8), Tanh(), Dense(1), Sigmoid()] }, .binaryCrossEntropy, .gradientDescent(rate: 0.5),
            0x3FD2_5061_9D46_7CEA
        ),
        ("momentum", { [Dense(8), Sigmoid(), Dense(1)] }, .meanSquaredError, .momentum(rate: 0.1), 0x3FB7_A0D0_2FB3_B828),
        (
            "adam", { [Dense(16), ReLU(), Dense(16), Tanh(), Dense(1)] }, .binaryCrossEntropyFromLogits, .adam(rate: 0.01),
            0x3FB8_22A4_7D1C_89EE
        ),
        ("rmsprop", { [Dense(9), GELU(), Dense(1)] }, .halfSquaredError, .rmsProp(rate: 0.01), 0x3FA7_42D6_F21E_4E53),
        (
            "adagrad", { [Dense(5), SiLU(), Dense(4), Softplus(), Dense(1)] }, .huber(), .adaGrad(rate: 0.05),
            0x3FA8_C7B5_CD59_2D57
        ),
    ]

    @Test(arguments: rows.indices)
    func `the final loss has the recorded bits`(index: Int) throws {
        let row = Self.rows[index]
        let network = try Network(inputs: 2, seed: 7, layers: row.layers())
        let run = try network.training(
            on: .moons(100, seed: 3), minimizing: row.loss, by: row.optimizer,
            plan: TrainingPlan(epochs: 20, batchSize: 16, shuffleSeed: 5))
        let last = try #require(run.losses.last)
        #expect(last < run.losses[0])
        #expect(String(last.bitPattern, radix: 16) == String(row.bits, radix: 16), "\(row.name): \(last)")
    }
}
