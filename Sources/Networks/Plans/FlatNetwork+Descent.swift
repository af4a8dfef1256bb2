import CArithmetic

/// Many steps of plain gradient descent along the same samples, in one loop.
extension FlatNetwork {
    /// The layers as these loops take them; nil when one isn't among those they know.
    ///
    /// One sample goes through narrow layers in a loop whose numbers stay in registers; all else goes through one for dense layers
    /// of any size.
    func layersInLoops(of samples: Int) -> [arithmetic_layer]? {
        guard !stages.isEmpty, stages.allSatisfy({ $0.kind == .dense && $0.lines == 1 && !$0.usesBLAS }) else { return nil }
        guard samples == 1 && isNarrow || !stages.contains(where: \.sharesBias) else { return nil }
        return stages.map { stage in
            arithmetic_layer(
                inputs: stage.inputs, units: stage.outputs, weights: parameters + stage.weights,
                bias: stage.bias.map { parameters + $0 }, shared: stage.sharesBias ? 1 : 0, activation: stage.activation)
        }
    }

    /// At most 8 layers, and 8 wide.
    private var isNarrow: Bool {
        stages.count <= 8 && loss != arithmetic_categorical_logits && stages.allSatisfy { max($0.inputs, $0.outputs) <= 8 }
    }

    /// So many steps, each of whose losses is put into `losses`; ends before a step whose loss is not finite.
    /// - Returns: how many losses were put.
    func descend(
        _ layers: [arithmetic_layer], _ samples: Int, _ x: UnsafePointer<Double>, _ t: UnsafePointer<Double>, rate: Double,
        biases: Bool, _ times: Int, _ losses: UnsafeMutablePointer<Double>
    ) -> Int {
        let (count, movesBiases) = (Int32(layers.count), Int32(biases ? 1 : 0))
        if samples == 1, isNarrow { return kernels.descend_single(layers, count, loss, x, t, rate, movesBiases, times, losses) }
        return values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress else { return 0 }
            var room = arithmetic_room(values: start, slopes: slopes, scratch: scratch)
            return kernels.descend_batch(
                layers, count, loss, samples, x, t, rate, movesBiases, times, &room, losses)
        }
    }
}
