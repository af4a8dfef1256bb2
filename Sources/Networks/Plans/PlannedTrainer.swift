/// A network that a plan knows: all data and parameters in flat buffers, nothing allocated from step to step.
final class PlannedTrainer: Trainer {
    private let template: Network
    private let plan: DensePlan
    private var state: OptimizerState
    private let data: FlatDataset
    private let validating: FlatDataset

    /// Nil when the network or the loss has parts that no plan knows.
    init?(_ network: Network, _ loss: Loss, _ optimizer: Optimizer, data: Dataset, validating: Dataset) {
        guard let plan = DensePlan(network, loss: loss) else { return nil }
        template = network
        self.plan = plan
        state = OptimizerState(optimizer, for: ParameterLayout(network))
        self.data = FlatDataset(data)
        self.validating = FlatDataset(validating)
    }

    var network: Network { plan.network(like: template) }

    func gradients(over rows: ArraySlice<Int>) -> Double {
        plan.gradients.update(repeating: 0, count: plan.parameterCount)
        var total = 0.0
        for row in rows {
            let target = data.target(row)
            total += plan.forward(data.input(row), target)
            plan.backward(target)
        }
        let count = Double(rows.count)
        for k in 0..<plan.parameterCount { plan.gradients[k] /= count }
        return total / count
    }

    func step() { state.step(plan.parameters, along: plan.gradients) }

    func trainingLoss() -> Double { meanLoss(data) }

    func validationLoss() -> Double { meanLoss(validating) }

    private func meanLoss(_ data: FlatDataset) -> Double {
        var total = 0.0
        for row in 0..<data.count { total += plan.forward(data.input(row), data.target(row)) }
        return total / Double(max(1, data.count))
    }
}

/// Samples end to end in memory that doesn't move.
final class FlatDataset {
    let count: Int
    private let inputs: Int
    private let targets: Int
    private let storage: UnsafeMutablePointer<Double>

    init(_ data: Dataset) {
        count = data.count
        inputs = data.samples.first?.input.count ?? 0
        targets = data.samples.first?.target.count ?? 0
        storage = .allocate(capacity: max(1, count * (inputs + targets)))
        var index = 0
        for sample in data.samples {
            for value in sample.input + sample.target {
                storage[index] = value
                index += 1
            }
        }
    }

    deinit { storage.deallocate() }

    func input(_ row: Int) -> UnsafePointer<Double> { UnsafePointer(storage + row * (inputs + targets)) }

    func target(_ row: Int) -> UnsafePointer<Double> { UnsafePointer(storage + row * (inputs + targets) + inputs) }
}
