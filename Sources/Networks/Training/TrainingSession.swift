/// One training as it goes on.
struct TrainingSession {
    private let trainer: any Trainer
    private let count: Int
    private let validates: Bool
    private var losses: [Double] = []
    private var validationLosses: [Double] = []
    private var checkpoints: [TrainingRun.Checkpoint] = []

    init(network: Network, loss: Loss, optimizer: Optimizer, data: Dataset, validating: Dataset?, usesPlan: Bool = true) {
        let other = validating ?? Dataset([])
        let planned = usesPlan ? PlannedTrainer(network, loss, optimizer, data: data, validating: other) : nil
        trainer = planned ?? GeneralTrainer(network, loss, optimizer, data: data, validating: other)
        count = data.count
        validates = validating != nil
    }

    mutating func run(_ plan: TrainingPlan) throws -> TrainingRun {
        var best: (loss: Double, epoch: Int, network: Network)?
        var stopped: Int?
        let batch = max(1, plan.batchSize ?? count)
        var order = Array(0..<count)
        var generator = plan.shuffleSeed.map(SplitMix64.init)
        losses.reserveCapacity(max(0, plan.epochs) + 1)
        for epoch in 0...max(0, plan.epochs) {
            if let every = plan.checkpointEvery, every > 0, epoch % every == 0 || epoch == plan.epochs {
                checkpoints.append(.init(epoch: epoch, network: trainer.network))
            }
            // With all samples in one batch the step's own pass gives the loss; otherwise it takes a pass of its own.
            losses.append(batch >= count ? trainer.gradients(over: order[...]) : trainer.trainingLoss())
            try checkFinite(epoch)
            if validates {
                let value = trainer.validationLoss()
                validationLosses.append(value)
                if value < best?.loss ?? .infinity { best = (value, epoch, trainer.network) }
                if let patience = plan.patience, let best, epoch - best.epoch >= patience {
                    stopped = epoch
                    break
                }
            }
            guard epoch < plan.epochs else { break }
            if batch >= count {
                trainer.step()
                continue
            }
            if generator != nil { Self.shuffle(&order, &generator) }
            for start in stride(from: 0, to: order.count, by: batch) {
                _ = trainer.gradients(over: order[start..<min(start + batch, order.count)])
                trainer.step()
            }
        }
        let network = stopped == nil ? trainer.network : best?.network ?? trainer.network
        return TrainingRun(
            network: network, losses: losses, validationLosses: validationLosses, checkpoints: checkpoints,
            stoppedEarly: stopped)
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
