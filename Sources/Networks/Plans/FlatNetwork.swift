import CArithmetic

/// A network laid out for training: all numbers in flat buffers made once, whole batches as row-major matrices, so that a step
/// allocates nothing, counts no references and calls through no existential.
///
/// It knows dense, convolutional, pooling, recurrent, attention and normalising layers, residual blocks of these and the common
/// activations, each as a `Stage`; other activations are asked through their own functions. Every sum begins with its bias and
/// runs over its index from 0 upwards (inputs, units, places, time steps, samples), a chain of fused steps, as in
/// `Layer.forward` and `Layer.backward`, and where a layer uses its weights several times for one sample, its gradients are
/// added up for each sample first; so the numbers are theirs to the last bit, whatever the processor; a test holds the plan to
/// that. The exception are dense layers of more than `largestOwnProduct` weights, whose products go to OpenBLAS: it adds in an
/// order of its own, which depends on the processor and the number of threads. Networks with other layers, or losses of a
/// lesson's own, train the general way.
final class FlatNetwork {
    /// The most weights of a dense layer whose products are computed here.
    static let largestOwnProduct = 16_384
    /// Samples that go through the network at once; larger batches take several turns and go on with the same sums.
    static let mostRows = 256
    /// Fewer go at once where each has so many numbers in all layers that these would be more: 16 MB.
    static let mostNumbers = 1 << 21

    let stages: [Stage]
    /// Those without a loop of their own.
    let layers: [any Layer]
    let loss: arithmetic_loss
    let kernels: arithmetic_kernels
    let inputs: Int
    let outputs: Int
    let rows: Int
    let parameterCount: Int
    let parameters: UnsafeMutablePointer<Double>
    let gradients: UnsafeMutablePointer<Double>
    /// The output of each stage for up to `rows` samples.
    let values: [UnsafeMutablePointer<Double>]
    /// Gradients with respect to a stage's output and input, taking turns; and weights of a layer, one row for each unit.
    let slopes: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
    let scratch: UnsafeMutablePointer<Double>
    /// The first stage that is trained: nothing is asked for its inputs.
    let first: Int
    private let memory: FlatMemory

    /// Nil when a layer or the loss isn't among those it knows.
    init?(_ network: Network, loss: Loss, batch: Int, level: Int32? = nil) {
        let memory = FlatMemory()
        let objective = network.objective(loss)
        let dropped = objective.fromLogits == nil ? 0 : 1
        guard let kind = (objective.fromLogits ?? loss).kind, let list = StageList(network, memory, without: dropped)
        else { return nil }
        var stages = list.stages
        layers = list.layers
        let best = arithmetic_best_kernels()
        kernels = (level.map { arithmetic_kernels_at($0) ?? best } ?? best).pointee
        self.loss = kind
        inputs = network.inputs
        outputs = stages.last?.outputs ?? network.inputs
        let numbers = stages.reduce(1) { $0 + $1.outputs + $1.workspace }
        let rows = max(1, min(batch, Self.mostRows, Self.mostNumbers / numbers))
        for index in stages.indices { stages[index].work = memory.zeros(rows * stages[index].workspace) }
        self.stages = stages
        self.rows = rows
        parameterCount = network.parameterCount
        first = stages.firstIndex { $0.isTrained } ?? stages.count
        let widest = stages.reduce(inputs) { max($0, $1.outputs) }
        parameters = memory.zeros(parameterCount)
        gradients = memory.zeros(parameterCount)
        values = stages.map { memory.zeros(rows * $0.outputs) }
        slopes = (memory.zeros(rows * widest), memory.zeros(rows * widest))
        scratch = memory.zeros(stages.reduce(widest * rows) { max($0, $1.matrices.map { $0.inputs * $0.units }.max() ?? 0) })
        self.memory = memory
        load(network)
    }
}
