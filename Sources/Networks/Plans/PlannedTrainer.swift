import CArithmetic

/// A network that a plan knows, trained batch by batch in flat buffers.
final class PlannedTrainer: Trainer {
    private let template: Network
    private let plan: FlatNetwork
    private let optimizer: Optimizer
    private let layout: ParameterLayout
    private var state: OptimizerState
    private let data: FlatDataset
    private let validating: FlatDataset
    /// Parameters move while gradients are computed, with nothing kept in between.
    private let descends: Bool

    /// Nil when the network or the loss has parts that no plan knows. `level` chooses among the kernels, for tests.
    init?(
        _ network: Network, _ loss: Loss, _ optimizer: Optimizer, data: Dataset, validating: Dataset, batch: Int,
        level: Int32? = nil
    ) {
        guard let plan = FlatNetwork(network, loss: loss, batch: batch, level: level) else { return nil }
        template = network
        self.plan = plan
        self.optimizer = optimizer
        layout = ParameterLayout(network, places: plan.flatPlaces())
        state = OptimizerState(optimizer, for: layout, kernels: plan.kernels)
        self.data = FlatDataset(data, turn: plan.rows, classes: loss.takesClass ? plan.outputs : nil)
        self.validating = FlatDataset(validating, turn: plan.rows, classes: loss.takesClass ? plan.outputs : nil)
        descends = optimizer.isPlainDescent && batch <= plan.rows
        if plan.stages.contains(where: \.usesBLAS) { blas_set_threads(Self.threads(for: plan)) }
    }

    var network: Network { plan.network(like: template) }

    func gradients(over rows: ArraySlice<Int>) -> Double {
        let count = Double(rows.count)
        guard rows.count > plan.rows else { return pass(rows, .keep(factor: 1 / count, continuing: false), from: 0) / count }
        var total = 0.0
        for start in stride(from: rows.startIndex, to: rows.endIndex, by: plan.rows) {
            let turn = rows[start..<min(start + plan.rows, rows.endIndex)]
            total = pass(turn, .keep(factor: 1, continuing: start > rows.startIndex), from: total)
        }
        for k in 0..<plan.parameterCount { plan.gradients[k] *= 1 / count }
        return total / count
    }

    func step() { state.step(plan.parameters, along: plan.gradients) }

    func update(over rows: ArraySlice<Int>) -> Double {
        guard descends else {
            let loss = gradients(over: rows)
            step()
            return loss
        }
        let count = Double(rows.count)
        let use = FlatNetwork.Use.descend(
            rate: optimizer.rate * optimizer.schedule.factor(at: state.steps), factor: 1 / count,
            biases: optimizer.scope == .all)
        state.steps += 1
        return pass(rows, use, from: 0) / count
    }

    func updates(_ times: Int, over rows: ArraySlice<Int>, losses: inout [Double]) {
        if descends, !data.isWeighed, optimizer.schedule == .constant, let layers = plan.layersInLoops(of: rows.count) {
            let (x, t) = data.matrices(rows)
            let before = losses.count
            losses.append(contentsOf: repeatElement(0, count: times))
            let found = losses.withUnsafeMutableBufferPointer { losses in
                guard let start = losses.baseAddress else { return 0 }
                return plan.descend(
                    layers, rows.count, x, t, rate: optimizer.rate, biases: optimizer.scope == .all, times, start + before)
            }
            losses.removeLast(times - found)
            state.steps += times
            return
        }
        for _ in 0..<times {
            losses.append(update(over: rows))
            guard losses[losses.count - 1].isFinite else { return }
        }
    }

    var gradientNorm: Double { layout.norm(of: plan.gradients) }

    var memory: OptimizerState.Memory {
        get { state.memory }
        set { state.memory = newValue }
    }

    func trainingLoss() -> Double { meanLoss(data) }

    func validationLoss() -> Double { meanLoss(validating) }

    /// `total` plus the losses of at most `plan.rows` samples, whose gradients are used as said.
    private func pass(_ rows: ArraySlice<Int>, _ use: FlatNetwork.Use, from total: Double) -> Double {
        let (x, t) = data.matrices(rows)
        plan.forward(x, rows.count)
        let weights = data.weights(rows)
        let sum = plan.addingLosses(to: total, x, t, rows.count, weights)
        // A loss that is not finite ends the run, with the parameters that led to it.
        if sum.isFinite { plan.backward(x, t, rows.count, weights, use) }
        return sum
    }

    private func meanLoss(_ data: FlatDataset) -> Double {
        var total = 0.0
        for start in stride(from: 0, to: data.count, by: plan.rows) {
            let count = min(plan.rows, data.count - start)
            let (x, t) = data.matrices(start, count)
            plan.forward(x, count)
            total = plan.addingLosses(to: total, x, t, count, data.weights(start..<start + count))
        }
        return total / Double(max(1, data.count))
    }

    /// Two threads and more pay only for products of some size.
    private static func threads(for plan: FlatNetwork) -> Int32 {
        let largest = plan.stages.filter(\.usesBLAS).map { $0.width * $0.units * $0.lines * plan.rows }.max() ?? 0
        return largest >= 4_000_000 ? blas_processors() : 1
    }
}
