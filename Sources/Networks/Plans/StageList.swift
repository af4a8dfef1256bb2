import CArithmetic

/// The stages of a network in the order in which numbers meet them: a residual block is taken apart into its branch, the inner
/// layers, the shortcut and the sum.
struct StageList {
    private(set) var stages: [Stage] = []
    /// Those that `Stage.Kind.written` asks.
    private(set) var layers: [any Layer] = []
    private var offset = 0
    private let memory: FlatMemory

    /// Nil when a layer isn't known. So many of the last layers are left to the loss.
    init?(_ network: Network, _ memory: FlatMemory, without last: Int = 0) {
        self.memory = memory
        guard append(network.layers.dropLast(last), from: network.inputShape) else { return nil }
    }

    private mutating func append(_ layers: some Sequence<any Layer>, from inputs: Shape) -> Bool {
        var shape = inputs
        for layer in layers {
            let outputs = layer.outputShape(for: shape)
            guard append(layer, shape, outputs) else { return false }
            shape = outputs
        }
        return true
    }

    /// False when the layer isn't known.
    private mutating func append(_ layer: any Layer, _ shape: Shape, _ outputs: Shape) -> Bool {
        if let residual = layer as? Residual { return append(residual, shape, outputs) }
        if layer is Flatten || layer is Reshape { return true }
        if let kind = arithmetic_activation(of: layer) {
            append(kind, shape)
            return true
        }
        guard var stage = weighted(layer, shape, outputs) ?? plain(layer, shape, outputs) ?? written(layer, shape, outputs)
        else { return false }
        if stage.kind == .written {
            stage.layer = self.layers.count
            self.layers.append(layer)
        }
        stages.append(stage)
        return true
    }

    /// An activation goes with the layer before it where that takes one.
    private mutating func append(_ kind: arithmetic_activation, _ shape: Shape) {
        if let last = stages.last, last.kind == .dense || last.kind == .convolution, last.activation == arithmetic_linear {
            stages[stages.count - 1].activation = kind
        } else {
            var stage = Stage(.activation, inputs: shape.count, outputs: shape.count)
            stage.activation = kind
            stages.append(stage)
        }
    }

    private mutating func append(_ block: Residual, _ shape: Shape, _ outputs: Shape) -> Bool {
        let branch = stages.count
        stages.append(Stage(.branch, inputs: shape.count, outputs: shape.count))
        guard append(block.layers, from: shape) else { return false }
        var sum = Stage(.sum, inputs: outputs.count, outputs: outputs.count)
        sum.partner = stages.count - 1
        sum.branch = branch
        sum.workspace = outputs.count
        if !block.shortcut.isEmpty {
            var shortcut = Stage(.shortcut, inputs: shape.count, outputs: shape.count)
            shortcut.partner = branch
            shortcut.workspace = shape.count
            sum.turn = stages.count
            stages.append(shortcut)
            guard append(block.shortcut, from: shape) else { return false }
        }
        stages[branch].partner = stages.count
        stages[branch].turn = sum.turn
        stages.append(sum)
        return true
    }

    /// Layers with parameters.
    private mutating func weighted(_ layer: any Layer, _ shape: Shape, _ outputs: Shape) -> Stage? {
        if let dense = layer as? Dense {
            var stage = Stage(.dense, inputs: shape.count, outputs: outputs.count, width: shape.features, units: dense.units)
            stage.place(at: &offset)
            switch dense.bias {
            case .none: break
            case .shared: stage.placeBias(of: 1, at: &offset)
            case .perUnit: stage.placeBias(of: dense.units, at: &offset)
            }
            if case .shared = dense.bias { stage.sharesBias = true }
            stage.usesBLAS = dense.units * stage.width > FlatNetwork.largestOwnProduct && blas_available()
            return stage
        }
        if let convolution = (layer as? Conv1D)?.convolution ?? (layer as? Conv2D)?.convolution {
            guard let windows = convolution.windows else { return nil }
            let filters = convolution.filters
            var stage = Stage(
                .convolution, inputs: shape.count, outputs: outputs.count, width: convolution.taps, units: filters)
            stage.place(at: &offset)
            if convolution.usesBias { stage.placeBias(of: filters, at: &offset) }
            stage.slide = memory.value(Slide(windows, memory))
            return stage
        }
        if let normalizing = layer as? any SampleNormalizing {
            let groups = normalizing.normalization.groups(over: shape, memory)
            var stage = Stage(.normalization, inputs: shape.count, outputs: shape.count, width: 1, units: shape.features)
            stage.place(at: &offset)
            stage.placeBias(of: shape.features, at: &offset)
            stage.workspace = shape.count + groups.groups
            stage.groups = memory.value(groups)
            return stage
        }
        if let attention = AttentionPlan(layer, over: shape, at: offset, memory) {
            var stage = Stage(.attention, inputs: shape.count, outputs: outputs.count, units: outputs.features)
            stage.weights = offset
            offset += attention.parameterCount
            stage.workspace = attention.workspace
            stage.attention = memory.value(attention)
            return stage
        }
        guard var recurrence = Recurrence(layer, over: shape) else { return nil }
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
        return stage
    }

    /// Layers without.
    private func plain(_ layer: any Layer, _ shape: Shape, _ outputs: Shape) -> Stage? {
        if layer is Softmax { return Stage(.softmax, inputs: shape.count, outputs: shape.count, units: shape.features) }
        if layer is GlobalAveragePool {
            var stage = Stage(.mean, inputs: shape.count, outputs: outputs.count)
            stage.pool = memory.value(arithmetic_pool(wholeOf: shape, memory))
            return stage
        }
        let (kind, windows): (Stage.Kind, Windows?)
        switch layer {
        case let layer as MaxPool1D: (kind, windows) = (.largest, layer.pooling.windows)
        case let layer as MaxPool2D: (kind, windows) = (.largest, layer.pooling.windows)
        case let layer as AveragePool1D: (kind, windows) = (.mean, layer.pooling.windows)
        case let layer as AveragePool2D: (kind, windows) = (.mean, layer.pooling.windows)
        default: return nil
        }
        guard let windows else { return nil }
        var stage = Stage(kind, inputs: shape.count, outputs: outputs.count)
        stage.pool = memory.value(arithmetic_pool(windows, memory))
        return stage
    }

    /// Layers of this module without parameters, and a lesson's own activations.
    private func written(_ layer: any Layer, _ shape: Shape, _ outputs: Shape) -> Stage? {
        let isKnown = layer is any Activation || layer is any GatedUnit || layer is LogSoftmax || layer is PositionalEncoding
        return isKnown && !(layer is any BatchLayer) && layer.parameters.isEmpty
            ? Stage(.written, inputs: shape.count, outputs: outputs.count) : nil
    }
}

extension Stage {
    fileprivate mutating func place(at offset: inout Int) {
        weights = offset
        offset += width * units
    }

    fileprivate mutating func placeBias(of count: Int, at offset: inout Int) {
        bias = offset
        offset += count
    }
}
