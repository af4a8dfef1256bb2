/// One training as it goes on.
struct TrainingSession {
    private var network: Network
    private var state: OptimizerState
    private let loss: Loss
    private let data: Dataset
    private let validating: Dataset?
    private var losses: [Double] = []
    private var validationLosses: [Double] = []
    private var checkpoints: [TrainingRun.Checkpoint] = []

    init(network: Network, loss: Loss, optimizer: Optimizer, data: Dataset, validating: Dataset?) {
        self.network = network
        self.loss = loss
        self.data = data
        self.validating = validating
        state = OptimizerState(optimizer, for: network)
    }

    mutating func run(_ plan: TrainingPlan) throws -> TrainingRun {
        var best: (loss: Double, epoch: Int, network: Network)?
        var stopped: Int?
        let batch = max(1, plan.batchSize ?? data.count)
        var order = Array(data.samples.indices)
        var generator = plan.shuffleSeed.map(SplitMix64.init)
        for epoch in 0...max(0, plan.epochs) {
            if let every = plan.checkpointEvery, every > 0, epoch % every == 0 || epoch == plan.epochs {
                checkpoints.append(.init(epoch: epoch, network: network))
            }
            let isFull = batch >= data.count
            // With all samples in one batch the step's own pass gives the loss; otherwise it takes a pass of its own.
            let full = isFull ? gradients(order) : nil
            losses.append(full?.loss ?? network.loss(on: data, loss))
            try checkFinite(epoch)
            if let validating {
                let value = network.loss(on: validating, loss)
                validationLosses.append(value)
                if value < best?.loss ?? .infinity { best = (value, epoch, network) }
                if let patience = plan.patience, let best, epoch - best.epoch >= patience {
                    stopped = epoch
                    network = best.network
                    break
                }
            }
            guard epoch < plan.epochs else { break }
            if generator != nil { Self.shuffle(&order, &generator) }
            if let full {
                network = state.step(network, along: full.mean)
            } else {
                for start in stride(from: 0, to: order.count, by: batch) {
                    let rows = Array(order[start..<min(start + batch, order.count)])
                    network = state.step(network, along: gradients(rows).mean)
                }
            }
        }
        return TrainingRun(
            network: network, losses: losses, validationLosses: validationLosses, checkpoints: checkpoints,
            stoppedEarly: stopped)
    }

    /// Mean loss and mean gradients over the samples of one batch, summed in the order of the batch.
    private func gradients(_ rows: [Int]) -> (loss: Double, mean: [[[Double]]]) {
        var total = 0.0
        var sums = network.layers.map { $0.parameters.map { [Double](repeating: 0, count: $0.values.count) } }
        for row in rows {
            let pass = network.pass(data.samples[row].input, toward: data.samples[row].target, minimizing: loss)
            total += pass.loss
            for layer in sums.indices {
                for parameter in sums[layer].indices {
                    for k in sums[layer][parameter].indices { sums[layer][parameter][k] += pass.gradients[layer][parameter][k] }
                }
            }
        }
        let count = Double(rows.count)
        return (total / count, sums.map { $0.map { $0.map { $0 / count } } })
    }

    private func checkFinite(_ epoch: Int) throws {
        guard let last = losses.last, !last.isFinite else { return }
        // Numbers that are not finite count as the largest of all.
        func size(_ layer: any Layer) -> Double {
            layer.parameters.flatMap(\.values).reduce(0) { $1.isFinite ? max($0, abs($1)) : .infinity }
        }
        let largest = network.layers.enumerated().filter { !$1.parameters.isEmpty }.max { size($0.element) < size($1.element) }
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
