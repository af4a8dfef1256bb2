import Networks
import Synchronization
import Testing

/// What a training tells of itself while it runs, and what it keeps besides losses.
struct TrainingMonitorTests {
    /// A clock that goes on by a second with every look, and what was reported.
    final class Watch: Sendable {
        private let state = Mutex((time: 0.0, heard: [TrainingMonitor.Progress]()))
        let step: Double

        init(step: Double = 1) { self.step = step }

        var heard: [TrainingMonitor.Progress] { state.withLock { $0.heard } }

        var monitor: TrainingMonitor {
            TrainingMonitor(every: 2.5) {
                self.state.withLock {
                    $0.time += self.step
                    return $0.time
                }
            } report: { progress in
                self.state.withLock { $0.heard.append(progress) }
            }
        }
    }

    /// Plans that go through the loops of a session in every way.
    static let plans: [TrainingPlan] = [
        TrainingPlan(epochs: 30), TrainingPlan(epochs: 30, checkpointEvery: 7),
        TrainingPlan(epochs: 30, batchSize: 4, shuffleSeed: 2),
    ]

    static func run(_ plan: TrainingPlan, _ layers: [any Layer], validating: Bool = false) throws -> TrainingRun {
        let data = Dataset.moons(12, seed: 5)
        return try Network(inputs: 2, seed: 3, layers: layers + [Dense(1), Sigmoid()]).training(
            on: data, minimizing: .binaryCrossEntropy, by: .gradientDescent(rate: 0.3), plan: plan,
            validating: validating ? data : nil)
    }

    @Test(arguments: plans, [true, false])
    func `being watched changes no number`(plan: TrainingPlan, validating: Bool) throws {
        for layers: [any Layer] in [[Dense(3), Tanh()], [Dense(3), BatchNorm(), Dropout(0.2)]] {
            let alone = try Self.run(plan, layers, validating: validating)
            for step in [0, 1, 0.001] {
                let watch = Watch(step: step)
                var plan = plan
                plan.recordsSeconds = step == 1
                let watched = try TrainingMonitor.$current.withValue(watch.monitor) {
                    try Self.run(plan, layers, validating: validating)
                }
                #expect(watched.losses == alone.losses && watched.validationLosses == alone.validationLosses)
                #expect(watched.checkpoints.map(\.epoch) == alone.checkpoints.map(\.epoch))
                #expect(watched.network.prediction(for: [0.3, 0.4]) == alone.network.prediction(for: [0.3, 0.4]))
                #expect(watched.seconds.count == (step == 1 ? 30 : 0))
                #expect(watch.heard.isEmpty == (step != 1))
                let fractions = watch.heard.map(\.fraction)
                #expect(fractions == fractions.sorted() && (fractions.last ?? 1) == 1)
                #expect(watch.heard.allSatisfy { $0.epochs == 30 && $0.epoch <= 30 })
                for progress in watch.heard.dropLast() where plan.batchSize == nil {
                    #expect(abs(progress.fraction - Double(progress.epoch) / 30) < 1e-15)
                    #expect(progress.loss == alone.losses[progress.epoch - (validating ? 1 : 0)] || !validating)
                }
            }
            #expect(alone.seconds.isEmpty)
        }
    }

    @Test func `seconds are those of the clock, epoch by epoch`() throws {
        // One look at the beginning by each of the two who look, then two with every epoch.
        let watch = Watch(step: 0.25)
        var plan = TrainingPlan(epochs: 4)
        plan.recordsSeconds = true
        let run = try TrainingMonitor.$current.withValue(watch.monitor) { try Self.run(plan, [Dense(2)]) }
        #expect(run.seconds.count == 4 && run.seconds.allSatisfy { $0 == 0.25 || $0 == 0.5 })
    }

    @Test func `metrics are measured after every epoch, on both sets of data`() throws {
        let (data, other) = (Dataset.moons(20, seed: 5), Dataset.moons(9, seed: 6))
        let network = try Network(inputs: 2, seed: 3, layers: [Dense(4), Tanh(), Dense(1), Sigmoid()])
        let largest = Metric(name: "largest") { network, data in
            data.samples.map { network.prediction(for: $0.input)[0] }.max() ?? 0
        }
        for batch in [nil, 6] {
            let plan = TrainingPlan(epochs: 5, batchSize: batch, checkpointEvery: 1)
            let run = try network.training(
                on: data, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.05), plan: plan, validating: other,
                tracking: [.accuracy, largest])
            let networks = run.checkpoints.map(\.network)
            #expect(networks.count == 6)
            #expect(run.history(of: .accuracy) == networks.map { $0.accuracy(on: data) })
            #expect(run.validationHistory(of: .accuracy) == networks.map { $0.accuracy(on: other) })
            #expect(run.history(of: largest) == networks.map { largest.value($0, data) })
            #expect(run.trackedMetrics.map(\.name) == ["accuracy", "largest"] && run.history(of: .r2).isEmpty)
            let alone = try network.training(
                on: data, minimizing: .binaryCrossEntropy, by: .adam(rate: 0.05), plan: plan)
            #expect(alone.losses == run.losses)
        }
    }
}
