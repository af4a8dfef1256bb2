import CArithmetic

/// A network of dense layers and known activations laid out for training: all numbers in flat buffers made once, whole batches
/// as row-major matrices, so that a step allocates nothing, counts no references and calls through no existential.
///
/// Every sum runs over its index from 0 upwards (inputs, units, samples), as in `Layer.forward` and `Layer.backward`, so the
/// numbers are theirs to the last bit, whatever the processor; a test holds the plan to that. The exception are layers of more
/// than `largestOwnProduct` weights, whose products go to OpenBLAS: it adds in an order of its own, which depends on the
/// processor and the number of threads. Networks with other layers, or losses of a lesson's own, train the general way.
final class DensePlan {
    /// The most weights of a layer whose products are computed here.
    static let largestOwnProduct = 16_384
    /// Samples that go through the network at once; larger batches take several turns and go on with the same sums.
    static let mostRows = 256

    struct Stage {
        enum Kind { case dense, activation, softmax }

        var kind: Kind
        var inputs: Int
        var outputs: Int
        /// Places in the flat parameters: weights as one row for each input, so that a unit is a column.
        var weights = 0
        var bias: Int?
        var sharesBias = false
        /// What follows a dense layer, or the activation itself.
        var activation = arithmetic_linear
        var usesBLAS = false
    }

    let stages: [Stage]
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

    /// Nil when a layer or the loss isn't among those it knows.
    init?(_ network: Network, loss: Loss, batch: Int, level: Int32? = nil) {
        guard let kind = loss.kind, let stages = Self.stages(of: network) else { return nil }
        let best = arithmetic_best_kernels()
        kernels = (level.map { arithmetic_kernels_at($0) ?? best } ?? best).pointee
        self.stages = stages
        self.loss = kind
        inputs = network.inputs
        outputs = stages.last?.outputs ?? network.inputs
        rows = max(1, min(batch, Self.mostRows))
        parameterCount = network.parameterCount
        let widest = stages.reduce(inputs) { max($0, $1.outputs) }
        let largest = stages.reduce(widest * rows) { max($0, $1.kind == .dense ? $1.inputs * $1.outputs : 0) }
        parameters = .allocate(capacity: max(1, parameterCount))
        gradients = .allocate(capacity: max(1, parameterCount))
        gradients.initialize(repeating: 0, count: max(1, parameterCount))
        let rows = rows
        values = stages.map { .allocate(capacity: rows * $0.outputs) }
        slopes = (.allocate(capacity: rows * widest), .allocate(capacity: rows * widest))
        scratch = .allocate(capacity: largest)
        load(network)
    }

    deinit {
        parameters.deallocate()
        gradients.deallocate()
        for buffer in values { buffer.deallocate() }
        slopes.0.deallocate()
        slopes.1.deallocate()
        scratch.deallocate()
    }

    private static func stages(of network: Network) -> [Stage]? {
        var stages: [Stage] = []
        var width = network.inputs
        var offset = 0
        for layer in network.layers {
            if let dense = layer as? Dense {
                var stage = Stage(kind: .dense, inputs: width, outputs: dense.units, weights: offset)
                offset += dense.units * width
                switch dense.bias {
                case .none: break
                case .shared:
                    (stage.bias, stage.sharesBias) = (offset, true)
                    offset += 1
                case .perUnit:
                    stage.bias = offset
                    offset += dense.units
                }
                stage.usesBLAS = dense.units * width > largestOwnProduct && blas_available()
                width = dense.units
                stages.append(stage)
            } else if layer is Softmax {
                stages.append(Stage(kind: .softmax, inputs: width, outputs: width))
            } else if let kind = arithmetic_activation(of: layer) {
                if let last = stages.last, last.kind == .dense, last.activation == arithmetic_linear {
                    stages[stages.count - 1].activation = kind
                } else {
                    stages.append(Stage(kind: .activation, inputs: width, outputs: width, activation: kind))
                }
            } else {
                return nil
            }
        }
        return stages
    }
}

extension arithmetic_activation {
    /// The activations the loops know.
    init?(of layer: any Layer) {
        switch layer {
        case is Sigmoid: self = arithmetic_logistic
        case is Tanh: self = arithmetic_tangent
        case is ReLU: self = arithmetic_rectifier
        case is Linear: self = arithmetic_linear
        default: return nil
        }
    }
}
