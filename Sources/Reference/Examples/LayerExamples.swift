extension Examples {
    /// Layers, what they are built from, and what recurrent ones and attention remember.
    static let layers = #"""
        // Layer
        let net = Network(inputs: 2) { Dense(1, weights: [[0.5, -0.3]], bias: 0.2) }
        let layer = net.layers[0]
        var generator = SplitMix64(seed: 1)

        layer.forward([1, 2]) // [0.1]
        layer.backward(input: [1, 2], output: [0], gradient: [1]).parameters // [[1, 2], [1]]
        (layer.name, layer.outputShape(for: [2]), layer.parameterCount(for: [2])) // ("Dense", 1, 3)
        layer.parameters.map(\.values) // [[0.5, -0.3], [0.2]]
        try layer.connected(to: [2], drawingFrom: &generator).parameters.count // 2

        // BatchLayer, LayerPass
        let layer: any BatchLayer = BatchNorm()
        var generator = SplitMix64(seed: 1)
        let ready = try layer.connected(to: [1], drawingFrom: &generator)

        let pass = ready.trainingPass(over: [[1], [3]], drawingFrom: &generator)
        pass.outputs // [[-0.9995], [0.9995]]
        (pass.layer.name, pass.backward([[1], [0]]).inputs) // ("BatchNorm", [[0.000499251], [-0.000499251]])
        LayerPass(outputs: [[1]], layer: ready) { gradients in (inputs: gradients, parameters: []) }.outputs // [[1]]

        // StorableLayer, LayerDescription, LayerDescription.Option, StorableTypes
        let layer: any StorableLayer = Conv2D(2, kernel: [3, 3], stride: 2)
        let description = try layer.stored()
        let own = LayerDescription(
            type: "Own", options: ["rate": .number(0.1), "hidden": .list([2, 3]), "name": .text("a"), "on": .flag(true)],
            layers: [])

        (description.type, description.options.count, description.layers.count, layer.state.count) // ("Conv2D", 6, 0, 0)
        (try description.integer("filters"), try description.shape("kernel")) // (2, 3×3)
        (try own.number("rate"), try own.shape("hidden"), try own.text("name"), try own.flag("on")) // (0.1, 2×3, "a", true)
        LayerDescription(type: "Dense", options: ["units": .integer(3)]).options.count // 1
        try StorableTypes().layer(description).name // "Conv2D"
        try Conv2D(stored: description, knowing: StorableTypes()).filters // 2
        let rebuilt: any StorableLayer = try type(of: layer).init(stored: description, knowing: StorableTypes([Dense.self]))
        rebuilt.name // "Conv2D"

        // CompositeLayer, Sequential, Residual
        let block = Residual { Dense(2); Tanh() }
        let projected = Residual({ Dense(3) }, shortcut: { Dense(3, usesBias: false) })
        let composite: any CompositeLayer & StorableLayer = block

        (block.layers.count, projected.shortcut.count, block.blocks.count) // (2, 1, 2)
        (composite.blocks[0].layers.count, composite.state.count, block.state.count) // (2, 0, 0)
        Sequential { Dense(2); Residual { Dense(2) } }.all.count // 3

        // Dense, FullyConnected, Dense.Bias
        let given = Dense(2, weights: [[1, 2], [3, 4]], biases: [0.5, -0.5])
        let shared = Dense(1, weights: [[1, 2]], bias: 0.5)
        let drawn = Dense(3, usesBias: false, initializer: .heNormal)
        let general = Dense(1, weights: [[1, 2]], bias: .perUnit([0.5]))

        given.forward([1, 1]) // [3.5, 6.5]
        (given.weights, given.units) // ([[1, 2], [3, 4]], 2)
        (given.bias == .perUnit([0.5, -0.5]), shared.bias == .shared(0.5), drawn.bias == Dense.Bias.none) // (true, true, true)
        (general.bias, drawn.initializer) // (perUnit([0.5]), heNormal)
        let layer: any FullyConnected = given
        (layer.weights, layer.bias) // ([[1, 2], [3, 4]], perUnit([0.5, -0.5]))

        // Conv1D, Conv2D, Padding
        let line = Conv1D(1, kernel: 2, stride: 1, padding: .same, dilation: 1, weights: [[1, -1]], biases: [0.5])
        let drawnLine = Conv1D(2, kernel: 3, usesBias: false)
        let image = Conv2D(1, kernel: [2, 2], stride: 2, padding: .zeros(1), dilation: 1, weights: [[1, 0, 0, -1]])
        let drawnImage = Conv2D(4, kernel: [3, 3], padding: .valid, initializer: .heUniform)

        (line.filters, line.kernel, line.stride, line.padding, line.dilation) // (1, 2, 1, same, 1)
        (line.weights, line.biases) // ([[1, -1]], [0.5])
        (image.filters, image.kernel, image.stride, image.padding, image.dilation) // (1, 2×2, 2, 1 zeros on every side, 1)
        (image.weights, image.biases) // ([[1, 0, 0, -1]], [])
        Network(inputs: [6, 6, 1]) { drawnImage }.outputShape // 4×4×4
        Network(inputs: [6, 1]) { drawnLine }.parameterCount // 6
        (Padding.zeros(before: 2, after: 0), Padding.zeros(top: 1, bottom: 0, left: 1, right: 0)) // (2 zeros before and 0 after, 1 zeros above, 0 below, 1 on the left and 0 on the right)
        Network(inputs: [6, 1]) { Conv1D(1, kernel: 3, padding: .zeros(before: 2, after: 0)) }.outputShape // 6×1
        Padding.uneven(before: [2], after: [0]) == .zeros(before: 2, after: 0) // true

        // ConvTranspose1D, ConvTranspose2D
        let line = ConvTranspose1D(1, kernel: 2, stride: 2, padding: 0, outputPadding: 1, weights: [[1, -1]], biases: [0])
        let drawnLine = ConvTranspose1D(2, kernel: 3)
        let image = ConvTranspose2D(1, kernel: [2, 2], stride: 2, weights: [[1, 0, 0, -1]], biases: [0])
        let drawnImage = ConvTranspose2D(2, kernel: [3, 3], stride: 2)

        (line.filters, line.kernel, line.stride, line.padding, line.outputPadding, line.dilation) // (1, 2, 2, 0, 1, 1)
        (line.weights, line.biases) // ([[1, -1]], [0])
        (image.filters, image.kernel, image.stride, image.padding, image.outputPadding, image.dilation) // (1, 2×2, 2, 0, 0, 1)
        (image.weights, image.biases) // ([[1, 0, 0, -1]], [0])
        Network(inputs: [3, 3, 1]) { drawnImage }.outputShape // 7×7×2
        Network(inputs: [3, 1]) { drawnLine }.outputShape // 5×2

        // MaxPool1D, MaxPool2D
        let line = MaxPool1D(2, stride: 1, padding: .same, dilation: 2)
        let image = MaxPool2D([2, 2])

        (line.size, line.stride, line.padding, line.dilation) // (2, 1, same, 2)
        (image.size, image.stride, image.padding, image.dilation) // (2×2, 2×2, valid, 1)

        // AveragePool1D, AveragePool2D, GlobalAveragePool
        let (line, image) = (AveragePool1D(2), AveragePool2D(2, stride: 1))
        let net = Network(inputs: [4, 4, 3]) { GlobalAveragePool() }

        (line.size, line.stride, line.padding, line.dilation) // (2, 2, valid, 1)
        (image.size, image.stride, image.padding, image.dilation) // (2, 1, valid, 1)
        (net.outputShape, net.layer(GlobalAveragePool.self).channels) // (3, 3)

        // BatchNorm
        let batch = BatchNorm(momentum: 0.9, epsilon: 1e-5, scale: [2], shift: [1])
        let trained = Network(inputs: 1) { BatchNorm(momentum: 0.5) }
            .trained(on: [[1]: [1], [3]: [1]], minimizing: .halfSquaredError, by: .gradientDescent(rate: 0), epochs: 1)
            .network.layer(BatchNorm.self)

        (batch.momentum, batch.epsilon, batch.scale, batch.shift) // (0.9, 1e-05, [2], [1])
        (trained.runningMean, trained.runningVariance) // ([1], [1])

        // LayerNorm, GroupNorm, InstanceNorm
        let layer = LayerNorm(epsilon: 1e-5, scale: [1, 2], shift: [0, 0])
        let group = GroupNorm(2, epsilon: 1e-5, scale: [1, 1, 2, 2], shift: [0, 0, 0, 0])
        let instance = InstanceNorm(epsilon: 1e-5, scale: [1], shift: [0])

        (layer.epsilon, layer.scale, layer.shift) // (1e-05, [1, 2], [0, 0])
        (group.groups, group.epsilon, group.scale, group.shift) // (2, 1e-05, [1, 1, 2, 2], [0, 0, 0, 0])
        (instance.epsilon, instance.scale, instance.shift) // (1e-05, [1], [0])

        // Dropout, Dropout.Scaling
        let given = Dropout(0.5, scaling: .classic, masks: [[1, 0]])

        (given.scaling == .classic, Dropout(0.5).scaling == .inverted, Dropout.Scaling.allCases.count) // (true, true, 2)
        given.masks // [[1, 0]]
        given.forward([1, 2]) // [0.5, 1]

        // Dropout, Reshape, Flatten, Embedding, PositionalEncoding
        var generator = SplitMix64(seed: 1)
        let dropout = Dropout(0.5)
        let given = Embedding(weights: [[0.1, 0.2], [0.3, 0.4]])
        let drawn = Embedding(vocabulary: 5, dimensions: 3)
        let encoding = Network(inputs: [2, 4]) { PositionalEncoding(base: 10_000) }.layer(PositionalEncoding.self)

        (dropout.rate, dropout.masks(for: [[1, 1, 1, 1]], drawingFrom: &generator)) // (0.5, [[2, 2, 2, 0]])
        (Reshape([2, 3]).shape, Flatten().outputShape(for: [2, 3])) // (2×3, 6)
        (given.forward([1]), given.weights, drawn.vocabulary, drawn.dimensions, drawn.initializer) // ([0.3, 0.4], [[0.1, 0.2], [0.3, 0.4]], 5, 3, uniform(limit: 0.05))
        (encoding.base, encoding.features, encoding.pattern.count) // (10000, 4, 8)
        PositionalEncoding.pattern(steps: 2, features: 4)[1] // [0.841471, 0.540302, 0.00999983, 0.99995]

        // GLU, SwiGLU, Softmax, LogSoftmax
        let net = Network(inputs: 4) { GLU(); SwiGLU() }
        let (soft, logSoft) = (Network(inputs: 2) { Softmax() }, Network(inputs: 2) { LogSoftmax() })

        (net.layer(GLU.self).width, net.layer(SwiGLU.self).width, net.outputs) // (4, 2, 1)
        (soft.layer(Softmax.self).width, soft([0, 0])) // (2, [0.5, 0.5])
        (logSoft.layer(LogSoftmax.self).width, logSoft([0, 0])) // (2, [-0.693147, -0.693147])

        // SimpleRNN
        let drawn = SimpleRNN(2, activation: ReLU(), returnsSequences: true, truncation: 3)
        let given = SimpleRNN(1, weights: [[0.5]], recurrent: [[0.8]], biases: [0.1])
        let started = given.starting(hidden: [0.3], trained: true)

        (drawn.units, drawn.activation, drawn.returnsSequences, drawn.truncation) // (2, ReLU(), true, 3)
        (given.weights, given.recurrentWeights, given.biases) // ([[0.5]], [[0.8]], [0.1])
        given.states(for: [1, 2]) // [[0.53705], [0.910363]]
        started.states(for: [1, 2]) // [[0.685809], [0.928672]]

        // LSTM, LSTM.State, Gate
        let gate = Gate(weights: [[0.5]], recurrent: [[0.1]], biases: [0])
        let gates = LSTM(1, input: gate, forget: gate, candidate: gate, output: gate)
        let drawn = LSTM(2, returnsSequences: true, forgetBias: 1, truncation: 5)
        let given = LSTM(1, weights: [[1], [1], [1], [1]], recurrent: [[0], [0], [0], [0]], biases: [0, 0, 0, 0])
        let state = gates.starting(hidden: [0.1], cells: [0.2]).states(for: [1])[0]

        (drawn.units, drawn.returnsSequences, drawn.truncation) // (2, true, 5)
        (given.weights, given.recurrentWeights, given.biases) // ([[1], [1], [1], [1]], [[0], [0], [0], [0]], [0, 0, 0, 0])
        (state.input, state.forget, state.candidate, state.output) // ([0.624806], [0.624806], [0.469945], [0.624806])
        (state.cell, state.hidden) // ([0.418586], [0.24726])
        (gate.weights, gate.recurrent, gate.biases) // ([[0.5]], [[0.1]], [0])
        gates.states(for: [1, 2]).count // 2

        // GRU, GRU.State, GRU.UpdateGate
        let gate = Gate(weights: [[0.5]], recurrent: [[0.1]], biases: [0])
        let gates = GRU(1, reset: gate, update: gate, candidate: gate, resetsAfter: false, updateGate: .chung)
        let drawn = GRU(2, returnsSequences: true, truncation: 5)
        let given = GRU(1, weights: [[1], [1], [1]], recurrent: [[0], [0], [0]], biases: [0, 0, 0], recurrentBiases: [0, 0, 0])
        let state = gates.starting(hidden: [0.1]).states(for: [1])[0]

        (drawn.units, drawn.returnsSequences, drawn.truncation) // (2, true, 5)
        (drawn.resetsAfter, drawn.updateGate == .cho, gates.updateGate == .chung) // (true, true, true)
        (given.weights, given.recurrentWeights, given.biases, given.recurrentBiases) // ([[1], [1], [1]], [[0], [0], [0]], [0, 0, 0], [0, 0, 0])
        (state.reset, state.update, state.candidate, state.hidden) // ([0.624806], [0.624806], [0.467017], [0.329314])
        gates.states(for: [1, 2]).count // 2

        // Bidirectional, Bidirectional.Merge
        let layer = GRU(2, returnsSequences: true)
        let both = Bidirectional(layer)
        let given = SimpleRNN(1, weights: [[0.5]], recurrent: [[0.8]], biases: [0.1])
        let added = Bidirectional(forward: given, backward: given, merging: .sum)

        (both.merging, added.merging == .sum, Bidirectional(layer).merging == .concatenated) // (concatenated, true, true)
        Network(inputs: [3, 1]) { both }.outputShape // 3×4
        Network(inputs: [3, 1]) { Bidirectional(SimpleRNN(2)) }.parameterCount // 16
        Network(inputs: [3, 1]) { Bidirectional(LSTM(2), merging: .sum) }.outputShape // 2
        Network(inputs: [3, 1]) { Bidirectional(forward: LSTM(2), backward: LSTM(2)) }.outputShape // 4
        Network(inputs: [3, 1]) { Bidirectional(forward: GRU(2), backward: GRU(2)) }.outputShape // 4
        Network(inputs: [2, 1]) { added }([1, 2]) // [1.75593]

        // RecurrentCell, RecurrentState
        let cell = RecurrentCell(SimpleRNN(1, weights: [[0.5]], recurrent: [[0.8]], biases: [0.1]))
        let (long, gated) = (RecurrentCell(LSTM(2)), RecurrentCell(GRU(2)))
        let state = cell.step([1], from: RecurrentState(hidden: [0.3]))
        let net = Network(inputs: 2) { cell }
        let pass = net.backpropagate([1, 0.3], toward: [1], minimizing: .halfSquaredError)

        (cell.units, long.units, gated.units) // (1, 2, 2)
        state.hidden // [0.685809]
        cell.forward([1, 0.3]) // [0.685809]
        cell.parts(of: pass.inputGradient).input // [-0.0832081]
        cell.parts(of: pass.inputGradient).state.hidden // [-0.133133]

        // SelfAttention, SelfAttention.Head, AttentionBiases
        let one = [[1.0, 0], [0, 1]]
        let biases = AttentionBiases(queries: [0, 0], keys: [0, 0], values: [0, 0], output: [0, 0])
        let given = SelfAttention(queries: one, keys: one, values: one, output: one, biases: biases, isCausal: true)
        let drawn = Network(inputs: [2, 4]) { SelfAttention(heads: 2, keySize: 2, mask: [[true, false], [true, true]]) }
            .layer(SelfAttention.self)
        let head = given.attention(for: [1, 0, 0, 1])[0]

        (drawn.heads, drawn.keySize, drawn.valueSize, drawn.isCausal, drawn.isScaled) // (2, 2, 2, false, true)
        (drawn.projectsOutput, drawn.usesBias, drawn.mask) // (true, false, [[true, false], [true, true]])
        (head.queries, head.keys, head.values) // ([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]])
        (head.unscaledScores, head.scores) // ([[1, 0], [0, 1]], [[0.707107, -inf], [0, 0.707107]])
        (head.weights, head.outputs) // ([[1, 0], [0.330238, 0.669762]], [[1, 0], [0.330238, 0.669762]])
        (biases.queries, biases.keys, biases.values, biases.output) // ([0, 0], [0, 0], [0, 0], [0, 0])

        // CrossAttention
        let one = [[1.0, 0], [0, 1]]
        let given = CrossAttention(asking: 1, queries: one, keys: one, values: one)
        let drawn = CrossAttention(asking: 2, valuesApart: true, heads: 2)

        (drawn.asking, drawn.heads, drawn.valuesApart) // (2, 2, true)
        given.attention(for: [1, 0, 0, 1, 1, 0])[0].weights // [[0.330238, 0.669762]]

        // TransformerEncoder, TransformerEncoder.Normalization
        let block = TransformerEncoder(features: 4, heads: 2, hidden: 8, normalizes: .before)
        let after = TransformerEncoder(features: 4, hidden: 8, normalizes: .after)

        (block.layers.layers.count, after.layers.layers.count) // (2, 4)
        Network(inputs: [3, 4]) { block }.parameterCount // 156
        """#
}
