/// What a training session does with one batch after the other, however the network is laid out.
protocol Trainer: AnyObject {
    /// The network as it is now.
    var network: Network { get }
    /// Computes the mean gradients over these samples of the training data; returns their mean loss.
    func gradients(over rows: ArraySlice<Int>) -> Double
    /// One step of the optimiser along the gradients last computed.
    func step()
    /// The mean loss over all training data.
    func trainingLoss() -> Double
    /// The mean loss over the validation data.
    func validationLoss() -> Double
}

/// Any network: sample by sample through its layers.
final class GeneralTrainer: Trainer {
    private(set) var network: Network
    private var state: OptimizerState
    private let loss: Loss
    private let data: Dataset
    private let validating: Dataset
    private var found: [Double]

    init(_ network: Network, _ loss: Loss, _ optimizer: Optimizer, data: Dataset, validating: Dataset) {
        self.network = network
        self.loss = loss
        self.data = data
        self.validating = validating
        let layout = ParameterLayout(network)
        state = OptimizerState(optimizer, for: layout)
        found = Array(repeating: 0, count: layout.count)
    }

    func gradients(over rows: ArraySlice<Int>) -> Double {
        var total = 0.0
        for k in found.indices { found[k] = 0 }
        for row in rows {
            let pass = network.pass(data.samples[row].input, toward: data.samples[row].target, minimizing: loss)
            total += pass.loss
            for (k, value) in pass.gradients.joined().joined().enumerated() { found[k] += value }
        }
        for k in found.indices { found[k] /= Double(rows.count) }
        return total / Double(rows.count)
    }

    func step() {
        var parameters = network.flatParameters
        parameters.withUnsafeMutableBufferPointer { w in
            found.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        network = network.replacing(flat: parameters)
    }

    func trainingLoss() -> Double { network.loss(on: data, loss) }

    func validationLoss() -> Double { network.loss(on: validating, loss) }
}
