import CArithmetic

extension DensePlan {
    /// What becomes of the gradients of a batch.
    enum Use {
        /// They are kept in `gradients`, times this factor; `continuing` those of the samples before.
        case keep(factor: Double, continuing: Bool)
        /// Parameters move by −rate · factor · sum at once.
        case descend(rate: Double, factor: Double, biases: Bool)
    }

    /// Some samples through the network.
    func forward(_ input: UnsafePointer<Double>, _ count: Int) {
        var x = input
        for (stage, y) in zip(stages, values) {
            switch stage.kind {
            case .dense:
                let w = parameters + stage.weights
                let bias = stage.bias.map { UnsafePointer(parameters + $0) }
                if stage.usesBLAS {
                    multiplyLarge(false, false, count, stage.outputs, stage.inputs, x, w, 0, y)
                    if let bias { kernels.add_bias(count, stage.outputs, y, bias, stage.sharesBias ? 1 : 0) }
                } else {
                    let end =
                        bias == nil ? arithmetic_store : stage.sharesBias ? arithmetic_add_shared : arithmetic_add_each
                    kernels.multiply(count, stage.inputs, stage.outputs, x, stage.inputs, 1, w, bias, y, end, 1, 0)
                }
                if stage.activation != arithmetic_linear { kernels.activate(stage.activation, y, y, count * stage.outputs) }
            case .activation: kernels.activate(stage.activation, x, y, count * stage.outputs)
            case .softmax: kernels.softmax(count, stage.outputs, x, y)
            }
            x = UnsafePointer(y)
        }
    }

    /// `total` plus the losses of the samples that `forward` has just seen.
    func addingLosses(to total: Double, _ input: UnsafePointer<Double>, _ target: UnsafePointer<Double>, _ count: Int) -> Double
    {
        kernels.loss(loss, count, outputs, values.last.map { UnsafePointer($0) } ?? input, target, scratch, total)
    }

    /// The gradients of the samples that `forward` has just seen.
    func backward(_ input: UnsafePointer<Double>, _ target: UnsafePointer<Double>, _ count: Int, _ use: Use) {
        var (dy, dx) = slopes
        kernels.loss_slope(loss, count, outputs, values.last.map { UnsafePointer($0) } ?? input, target, dy)
        var index = stages.count - 1
        while index >= 0 {
            let stage = stages[index]
            let x = index == 0 ? input : UnsafePointer(values[index - 1])
            let y = values[index]
            switch stage.kind {
            case .dense:
                if stage.activation != arithmetic_linear {
                    kernels.reverse(stage.activation, y, dy, dy, count * stage.outputs)
                }
                if index > 0 { backThroughWeights(stage, dy, dx, count) }
                gradients(of: stage, x, dy, count, use)
            case .activation: if index > 0 { kernels.reverse(stage.activation, y, dy, dx, count * stage.outputs) }
            case .softmax: kernels.reverse_softmax(count, stage.outputs, y, dy, dx)
            }
            (dy, dx) = (dx, dy)
            index -= 1
        }
    }

    /// dx = dy Wᵀ
    private func backThroughWeights(
        _ stage: Stage, _ dy: UnsafeMutablePointer<Double>, _ dx: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        let w = parameters + stage.weights
        if stage.usesBLAS { return multiplyLarge(false, true, count, stage.inputs, stage.outputs, dy, w, 0, dx) }
        var columns = UnsafePointer(w)
        if stage.inputs > 1, stage.outputs > 1 {
            kernels.transpose(stage.inputs, stage.outputs, w, scratch)
            columns = UnsafePointer(scratch)
        }
        kernels.multiply(count, stage.outputs, stage.inputs, dy, stage.outputs, 1, columns, nil, dx, arithmetic_store, 1, 0)
    }

    /// dW = xᵀ dy and the sums of dy.
    private func gradients(
        of stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafeMutablePointer<Double>, _ count: Int, _ use: Use
    ) {
        let (end, factor, rate, movesBiases, out): (arithmetic_end, Double, Double, Bool, UnsafeMutablePointer<Double>) =
            switch use {
            case .keep(let factor, let continuing):
                (continuing ? arithmetic_continue : arithmetic_scale, factor, 0, true, gradients)
            case .descend(let rate, let factor, let biases): (arithmetic_descend, factor, rate, biases, parameters)
            }
        let w = out + stage.weights
        if stage.usesBLAS {
            largeGradients(of: stage, x, dy, count, use)
        } else if stage.outputs == 1 {
            kernels.multiply(1, count, stage.inputs, dy, 1, 1, x, nil, w, end, factor, rate)
        } else {
            kernels.multiply(stage.inputs, count, stage.outputs, x, 1, stage.inputs, dy, nil, w, end, factor, rate)
        }
        guard let bias = stage.bias, movesBiases else { return }
        if stage.sharesBias {
            // A shared bias takes the sum over the units of each sample first.
            for row in 0..<count {
                var sum = 0.0
                for unit in 0..<stage.outputs { sum += dy[row * stage.outputs + unit] }
                dy[row] = sum
            }
            kernels.sum_rows(count, 1, dy, out + bias, end, factor, rate)
        } else {
            kernels.sum_rows(count, stage.outputs, dy, out + bias, end, factor, rate)
        }
    }

    private func largeGradients(
        of stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafeMutablePointer<Double>, _ count: Int, _ use: Use
    ) {
        switch use {
        case .keep(let factor, let continuing):
            let w = gradients + stage.weights
            multiplyLarge(true, false, stage.inputs, stage.outputs, count, x, dy, continuing ? 1 : 0, w, factor)
        case .descend(let rate, let factor, _):
            multiplyLarge(
                true, false, stage.inputs, stage.outputs, count, x, dy, 1, parameters + stage.weights, -rate * factor)
        }
    }

    /// C = factor · op(A) op(B) + beta · C by OpenBLAS, with op(A) m×k and op(B) k×n.
    private func multiplyLarge(
        _ transposesA: Bool, _ transposesB: Bool, _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Double>,
        _ b: UnsafePointer<Double>, _ beta: Double, _ c: UnsafeMutablePointer<Double>, _ factor: Double = 1
    ) {
        blas_multiply(
            transposesA, transposesB, Int32(m), Int32(n), Int32(k), factor, a, Int32(transposesA ? m : k), b,
            Int32(transposesB ? k : n), beta, c, Int32(n))
    }
}
