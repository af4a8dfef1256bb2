/// What a training session does with one batch after the other, however the network is laid out.
protocol Trainer: AnyObject {
    /// The network as it is now.
    var network: Network { get }
    /// Computes the mean gradients over these samples of the training data; returns their mean loss: of a batch as training sees
    /// it, of all samples at once as `trainingLoss` does.
    func gradients(over rows: ArraySlice<Int>) -> Double
    /// One step of the optimiser along the gradients last computed.
    func step()
    /// Both, returning the loss before the step. When that is not finite the step may be left out.
    func update(over rows: ArraySlice<Int>) -> Double
    /// The same `times` times in a row, putting each loss at the end of `losses`; ends early where one is not finite.
    func updates(_ times: Int, over rows: ArraySlice<Int>, losses: inout [Double])
    /// The Euclidean norm of the gradients last computed.
    var gradientNorm: Double { get }
    /// What the optimiser remembers.
    var memory: OptimizerState.Memory { get set }
    /// The mean loss over all training data.
    func trainingLoss() -> Double
    /// The mean loss over the validation data.
    func validationLoss() -> Double
}

extension Trainer {
    func update(over rows: ArraySlice<Int>) -> Double {
        let loss = gradients(over: rows)
        step()
        return loss
    }

    func updates(_ times: Int, over rows: ArraySlice<Int>, losses: inout [Double]) {
        for _ in 0..<times {
            let loss = gradients(over: rows)
            losses.append(loss)
            guard loss.isFinite else { return }
            step()
        }
    }
}

/// Any network: sample by sample through its layers, or batch by batch where one of them asks for that.
final class GeneralTrainer: Trainer {
    private(set) var network: Network
    private var state: OptimizerState
    private let loss: Loss
    private let data: Dataset
    private let validating: Dataset
    private var found: [Double]
    /// What dropout draws from.
    private var generator: SplitMix64
    /// The network with the running averages that the next step takes over.
    private var afterwards: Network?

    init(_ network: Network, _ loss: Loss, _ optimizer: Optimizer, data: Dataset, validating: Dataset) {
        self.network = network
        self.loss = loss
        self.data = data
        self.validating = validating
        let layout = ParameterLayout(network)
        state = OptimizerState(optimizer, for: layout)
        found = Array(repeating: 0, count: layout.count)
        // Other numbers than those the weights were drawn from.
        generator = SplitMix64(seed: ~network.seed)
    }

    func gradients(over rows: ArraySlice<Int>) -> Double {
        network.hasBatchLayers ? gradients(ofBatch: rows) : gradients(ofEach: rows)
    }

    private func gradients(ofBatch rows: ArraySlice<Int>) -> Double {
        let pass = network.summedPass(over: rows.map { data.samples[$0] }, minimizing: loss, drawingFrom: &generator)
        found = pass.gradients.flatMap { $0.flatMap { $0 } }
        let factor = 1 / loss.divisor(rows.count)
        for k in found.indices { found[k] *= factor }
        afterwards = pass.network
        return rows.count == data.count ? trainingLoss() : pass.loss / loss.divisor(rows.count)
    }

    private func gradients(ofEach rows: ArraySlice<Int>) -> Double {
        var total = 0.0
        var sums = [[[Double]]](repeating: [], count: network.layers.count)
        let objective = network.objective(loss)
        for row in rows {
            let sample = data.samples[row]
            total += sample.weight * network.addGradients(of: sample, minimizing: objective, to: &sums)
        }
        found = sums.flatMap { $0.flatMap { $0 } }
        let factor = 1 / loss.divisor(rows.count)
        for k in found.indices { found[k] *= factor }
        return total / loss.divisor(rows.count)
    }

    func step() {
        var parameters = network.flatParameters
        parameters.withUnsafeMutableBufferPointer { w in
            found.withUnsafeBufferPointer { g in
                guard let w = w.baseAddress, let g = g.baseAddress else { return }
                state.step(w, along: g)
            }
        }
        network = (afterwards ?? network).replacing(flat: parameters)
        afterwards = nil
    }

    var gradientNorm: Double {
        var sum = 0.0
        for value in found { sum = fused(value, value, sum) }
        return sum.squareRoot()
    }

    var memory: OptimizerState.Memory {
        get {
            var memory = state.memory
            memory.generator = generator
            return memory
        }
        set {
            state.memory = newValue
            generator = newValue.generator ?? generator
        }
    }

    func trainingLoss() -> Double { network.meanLoss(onFitting: data, loss) }

    func validationLoss() -> Double { network.meanLoss(onFitting: validating, loss) }
}
