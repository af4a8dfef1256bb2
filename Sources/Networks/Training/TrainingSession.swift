/// One training as it goes on.
struct TrainingSession {
    private let trainer: any Trainer
    private let count: Int
    private let validates: Bool
    private let loss: Loss
    private var losses: [Double] = []
    private var validationLosses: [Double] = []
    private var gradientNorms: [Double] = []
    private var checkpoints: [TrainingRun.Checkpoint] = []
    private var histories: MetricHistories
    private var stopwatch: Stopwatch?
    private var pace: Pace?

    init(
        network: Network, loss: Loss, optimizer: Optimizer, data: Dataset, validating: Dataset?, batch: Int? = nil,
        tracking metrics: [Metric] = [], usesPlan: Bool = true, level: Int32? = nil
    ) {
        let other = validating ?? Dataset([])
        let planned =
            usesPlan
            ? PlannedTrainer(
                network, loss, optimizer, data: data, validating: other, batch: min(max(1, batch ?? data.count), data.count),
                level: level) : nil
        trainer = planned ?? GeneralTrainer(network, loss, optimizer, data: data, validating: other)
        count = data.count
        self.loss = loss
        validates = validating != nil
        histories = MetricHistories(of: metrics, on: data, validating: validating)
    }

    /// Runs the plan, from a checkpoint on when one is given: the losses then begin with that epoch's.
    mutating func run(_ plan: TrainingPlan, from checkpoint: TrainingRun.Checkpoint? = nil) throws -> TrainingRun {
        var best: (loss: Double, epoch: Int, network: Network)?
        var stopped: Int?
        let batch = max(1, plan.batchSize ?? count)
        let last = max(0, plan.epochs)
        var order = Array(0..<count)
        var generator = plan.shuffleSeed.map(SplitMix64.init)
        losses.reserveCapacity(last + 1)
        var epoch = 0
        if let checkpoint {
            epoch = min(checkpoint.epoch, last)
            trainer.memory = checkpoint.memory
            if checkpoint.order.count == count { order = checkpoint.order }
            if generator != nil { generator = checkpoint.generator ?? generator }
        }
        let monitor = TrainingMonitor.current
        pace = monitor.map(Pace.init)
        stopwatch = plan.recordsSeconds ? monitor.map { Stopwatch($0.clock) } : nil
        while true {
            if plan.keepsCheckpoint(at: epoch) {
                checkpoints.append(
                    .init(
                        epoch: epoch, network: trainer.network, memory: trainer.memory, order: order, generator: generator))
            }
            if batch >= count, !validates, !plan.recordsGradientNorms, histories.isEmpty, epoch < last {
                // Nothing happens between these steps but the next one, and now and then a look at the clock.
                let most = stopwatch == nil ? pace?.stepsLeft ?? last : 1
                let before = losses.count
                trainer.updates(min(plan.nextCheckpoint(after: epoch) - epoch, most), over: order[...], losses: &losses)
                let taken = losses.count - before
                epoch += taken
                try checkFinite(epoch - 1)
                stopwatch?.lap()
                report(epoch, of: last, after: taken)
                continue
            }
            // With all samples in one batch the step's own pass gives the loss; otherwise it takes a pass of its own.
            if batch >= count {
                losses.append(trainer.gradients(over: order[...]))
            } else if plan.measure == .afterEpochs {
                losses.append(trainer.trainingLoss())
            }
            try checkFinite(epoch)
            if !histories.isEmpty { try histories.measure(trainer.network) }
            if validates {
                let value = trainer.validationLoss()
                validationLosses.append(value)
                if value < best?.loss ?? .infinity { best = (value, epoch, trainer.network) }
                if let patience = plan.patience, let best, epoch - best.epoch >= patience {
                    stopped = epoch
                    break
                }
            }
            guard epoch < last else { break }
            if batch >= count {
                if plan.recordsGradientNorms { gradientNorms.append(trainer.gradientNorm) }
                trainer.step()
                report(epoch + 1, of: last, after: 1)
            } else {
                if generator != nil { Self.shuffle(&order, &generator) }
                try runEpoch(plan, order, batch, epoch)
            }
            epoch += 1
            stopwatch?.lap()
        }
        if pace?.hasReported == true { report(epoch, of: epoch) }
        let network = stopped == nil ? trainer.network : best?.network ?? trainer.network
        return TrainingRun(
            network: network, losses: losses, validationLosses: validationLosses, gradientNorms: gradientNorms,
            seconds: stopwatch?.laps ?? [], metrics: histories, checkpoints: checkpoints, stoppedEarly: stopped, epochs: epoch)
    }

    /// Counts steps, and tells the monitor when it is time.
    private mutating func report(_ epoch: Int, of last: Int, part: Double = 0, after steps: Int) {
        if pace?.isDue(after: steps) == true { report(epoch, of: last, part: part) }
    }

    private func report(_ epoch: Int, of last: Int, part: Double = 0) {
        let done = (Double(epoch) + part) / Double(max(1, last))
        pace?.monitor.report(.init(epoch: epoch, epochs: last, fraction: min(1, done), loss: losses.last))
    }

    private mutating func runEpoch(_ plan: TrainingPlan, _ order: [Int], _ batch: Int, _ epoch: Int) throws {
        var total = 0.0
        for start in stride(from: 0, to: order.count, by: batch) {
            let rows = order[start..<min(start + batch, order.count)]
            if plan.recordsGradientNorms {
                total += trainer.gradients(over: rows) * loss.divisor(rows.count)
                if rows.endIndex == order.count { gradientNorms.append(trainer.gradientNorm) }
                trainer.step()
            } else {
                total += trainer.update(over: rows) * loss.divisor(rows.count)
            }
            if pace != nil {
                report(epoch, of: plan.epochs, part: Double(rows.endIndex) / Double(order.count), after: 1)
            }
        }
        guard plan.measure == .duringEpochs else { return }
        losses.append(total / loss.divisor(count))
        try checkFinite(epoch)
    }

    private func checkFinite(_ epoch: Int) throws {
        guard let last = losses.last, !last.isFinite else { return }
        // Numbers that are not finite count as the largest of all.
        func size(_ layer: any Layer) -> Double {
            layer.parameters.flatMap(\.values).reduce(0) { $1.isFinite ? max($0, abs($1)) : .infinity }
        }
        let layers = trainer.network.layers.enumerated().filter { !$1.parameters.isEmpty }
        let largest = layers.max { size($0.element) < size($1.element) }
        throw DivergenceError(epoch: epoch, parameter: largest.map { "layer \($0.offset + 1), \($0.element.name)" })
    }

    /// Fisher and Yates: every order is as likely as any other.
    private static func shuffle(_ order: inout [Int], _ generator: inout SplitMix64?) {
        guard generator != nil else { return }
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            let other = Int((generator?.uniform() ?? 0) * Double(last + 1))
            order.swapAt(last, min(other, last))
        }
    }
}

extension TrainingPlan {
    func keepsCheckpoint(at epoch: Int) -> Bool {
        guard let every = checkpointEvery, every > 0 else { return false }
        return epoch % every == 0 || epoch == epochs
    }

    /// The next epoch at which a checkpoint is kept or the run ends.
    func nextCheckpoint(after epoch: Int) -> Int {
        guard let every = checkpointEvery, every > 0 else { return epochs }
        return min(epochs, (epoch / every + 1) * every)
    }
}
