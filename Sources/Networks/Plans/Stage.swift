import CArithmetic

/// One layer of a `FlatNetwork`, with the activation behind it: sizes, and where its numbers stand.
struct Stage {
    enum Kind { case dense, activation, softmax, convolution, largest, mean, recurrent }

    var kind: Kind
    /// Numbers of one sample.
    var inputs: Int
    var outputs: Int
    /// Numbers that are multiplied by one column of weights, and columns: inputs and units of a dense layer, taps and filters of
    /// a convolution, features and sums of a recurrent layer. A sample may have several such rows.
    var width: Int
    var units: Int
    /// Places in the flat parameters: weights as one row for each input, so that a unit is a column.
    var weights = 0
    var bias: Int?
    var sharesBias = false
    /// What follows the layer, or the activation itself.
    var activation = arithmetic_linear
    var usesBLAS = false
    /// Tables of a convolution, of pooling and of a recurrent layer.
    var slide: UnsafePointer<Slide>?
    var pool: UnsafePointer<arithmetic_pool>?
    var recurrence: UnsafePointer<Recurrence>?
    /// Numbers that are kept for each sample from the way there to the way back, besides the outputs.
    var workspace = 0
    var work: UnsafeMutablePointer<Double>?

    init(_ kind: Kind, inputs: Int, outputs: Int, width: Int? = nil, units: Int? = nil) {
        self.kind = kind
        self.inputs = inputs
        self.outputs = outputs
        self.width = width ?? inputs
        self.units = units ?? outputs
    }

    /// Rows of one sample.
    var lines: Int { outputs / max(1, units) }

    var isTrained: Bool {
        switch kind {
        case .dense, .convolution, .recurrent: true
        case .activation, .softmax, .largest, .mean: false
        }
    }
}

extension Stage {
    private var takesActivation: Bool { kind == .dense || kind == .convolution }

    /// Nil when a layer isn't known. So many of the last layers are left to the loss.
    static func stages(of network: Network, _ memory: FlatMemory, without last: Int = 0) -> [Stage]? {
        var stages: [Stage] = []
        var offset = 0
        for (layer, shape) in zip(network.layers.dropLast(last), network.shapes) {
            let outputs = layer.outputShape(for: shape)
            if let dense = layer as? Dense {
                var stage = Stage(
                    .dense, inputs: shape.count, outputs: outputs.count, width: shape.features, units: dense.units)
                stage.place(at: &offset)
                switch dense.bias {
                case .none: break
                case .shared: stage.placeBias(of: 1, at: &offset)
                case .perUnit: stage.placeBias(of: dense.units, at: &offset)
                }
                if case .shared = dense.bias { stage.sharesBias = true }
                stage.usesBLAS = dense.units * stage.width > FlatNetwork.largestOwnProduct && blas_available()
                stages.append(stage)
            } else if let convolution = (layer as? Conv1D)?.convolution ?? (layer as? Conv2D)?.convolution {
                guard let windows = convolution.windows else { return nil }
                let filters = convolution.filters
                var stage = Stage(
                    .convolution, inputs: shape.count, outputs: outputs.count, width: convolution.taps, units: filters)
                stage.place(at: &offset)
                if convolution.usesBias { stage.placeBias(of: filters, at: &offset) }
                stage.slide = memory.value(Slide(windows, memory))
                stages.append(stage)
            } else if let (kind, windows) = pooling(layer) {
                guard let windows else { return nil }
                var stage = Stage(kind, inputs: shape.count, outputs: outputs.count)
                stage.pool = memory.value(arithmetic_pool(windows, memory))
                stages.append(stage)
            } else if layer is GlobalAveragePool {
                var stage = Stage(.mean, inputs: shape.count, outputs: outputs.count)
                stage.pool = memory.value(arithmetic_pool(wholeOf: shape, memory))
                stages.append(stage)
            } else if var recurrence = Recurrence(layer, over: shape) {
                var stage = Stage(
                    .recurrent, inputs: shape.count, outputs: outputs.count, width: shape.features, units: recurrence.sums)
                stage.place(at: &offset)
                recurrence.recurrent = offset
                offset += recurrence.units * recurrence.sums
                if recurrence.usesBias { stage.placeBias(of: recurrence.sums, at: &offset) }
                if recurrence.usesRecurrentBias {
                    recurrence.recurrentBias = offset
                    offset += recurrence.units
                }
                stage.workspace = recurrence.workspace
                stage.recurrence = memory.value(recurrence)
                stages.append(stage)
            } else if layer is Softmax {
                stages.append(Stage(.softmax, inputs: shape.count, outputs: shape.count, units: shape.features))
            } else if let kind = arithmetic_activation(of: layer) {
                if let last = stages.last, last.takesActivation, last.activation == arithmetic_linear {
                    stages[stages.count - 1].activation = kind
                } else {
                    var stage = Stage(.activation, inputs: shape.count, outputs: shape.count)
                    stage.activation = kind
                    stages.append(stage)
                }
            } else if !(layer is Flatten || layer is Reshape) {
                return nil
            }
        }
        return stages
    }

    private mutating func place(at offset: inout Int) {
        weights = offset
        offset += width * units
    }

    private mutating func placeBias(of count: Int, at offset: inout Int) {
        bias = offset
        offset += count
    }

    private static func pooling(_ layer: any Layer) -> (Kind, Windows?)? {
        switch layer {
        case let layer as MaxPool1D: (.largest, layer.pooling.windows)
        case let layer as MaxPool2D: (.largest, layer.pooling.windows)
        case let layer as AveragePool1D: (.mean, layer.pooling.windows)
        case let layer as AveragePool2D: (.mean, layer.pooling.windows)
        default: nil
        }
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
