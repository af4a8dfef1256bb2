import CArithmetic

extension FlatNetwork {
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
            case .dense: multiply(stage, x, y, count)
            case .activation: kernels.activate(stage.activation, x, y, count * stage.outputs)
            case .softmax: kernels.softmax(count * stage.lines, stage.units, x, y)
            case .convolution: convolve(stage, x, y, count)
            case .recurrent: walk(stage, x, y, count)
            case .largest: if let pool = stage.pool { kernels.pool_largest(pool, count, x, y) }
            case .mean: if let pool = stage.pool { kernels.pool_mean(pool, count, x, y) }
            }
            if stage.isTrained, stage.activation != arithmetic_linear {
                kernels.activate(stage.activation, y, y, count * stage.outputs)
            }
            x = UnsafePointer(y)
        }
    }

    /// `total` plus the losses of the samples that `forward` has just seen, each times its weight.
    func addingLosses(
        to total: Double, _ input: UnsafePointer<Double>, _ target: UnsafePointer<Double>, _ count: Int,
        _ weights: UnsafePointer<Double>?
    ) -> Double {
        let answers = values.last.map { UnsafePointer($0) } ?? input
        guard let weights else { return kernels.loss(loss, count, outputs, answers, target, scratch, total) }
        var total = total
        for sample in 0..<count {
            let place = sample * outputs
            total += weights[sample] * kernels.loss(loss, 1, outputs, answers + place, target + place, scratch, 0)
        }
        return total
    }

    /// The gradients of the samples that `forward` has just seen.
    func backward(
        _ input: UnsafePointer<Double>, _ target: UnsafePointer<Double>, _ count: Int, _ weights: UnsafePointer<Double>?,
        _ use: Use
    ) {
        var (dy, dx) = slopes
        kernels.loss_slope(loss, count, outputs, values.last.map { UnsafePointer($0) } ?? input, target, dy)
        if let weights {
            for place in 0..<count * outputs { dy[place] *= weights[place / outputs] }
        }
        var index = stages.count - 1
        while index >= first {
            let stage = stages[index]
            let x = index == 0 ? input : UnsafePointer(values[index - 1])
            let y = values[index]
            let below = index > first ? dx : nil
            if stage.isTrained, stage.activation != arithmetic_linear {
                kernels.reverse(stage.activation, y, dy, dy, count * stage.outputs)
            }
            switch stage.kind {
            case .dense:
                if let below { backThroughWeights(stage, dy, below, count) }
                gradients(of: stage, x, dy, count, use)
            case .activation: kernels.reverse(stage.activation, y, dy, dx, count * stage.outputs)
            case .softmax: kernels.reverse_softmax(count * stage.lines, stage.units, y, dy, dx)
            case .convolution: backThroughWindows(stage, x, dy, below, count, use)
            case .recurrent: backThroughTime(stage, x, dy, below, count, use)
            case .largest: if let pool = stage.pool { kernels.reverse_largest(pool, count, x, y, dy, dx) }
            case .mean: if let pool = stage.pool { kernels.reverse_mean(pool, count, dy, dx) }
            }
            (dy, dx) = (dx, dy)
            index -= 1
        }
    }

    /// How the sums of one sample join those of the samples before, which stand in `gradients`.
    func end(ofSample sample: Int, _ use: Use) -> arithmetic_end {
        if case .keep(_, continuing: true) = use { return arithmetic_accumulate }
        return sample == 0 ? arithmetic_store : arithmetic_accumulate
    }

    /// What becomes of gradients that were added up sample by sample in `gradients`.
    func finish(_ start: Int, _ count: Int, _ kind: Parameter.Kind, _ use: Use) {
        switch use {
        case .keep(let factor, _):
            if factor != 1 { for k in start..<start + count { gradients[k] *= factor } }
        case .descend(let rate, let factor, let biases):
            guard biases || kind == .weight else { return }
            var step = arithmetic_step()
            (step.method, step.rate, step.scale, step.limit) = (arithmetic_gradient_descent, rate, factor, .infinity)
            kernels.step(&step, count, parameters + start, gradients + start, nil, nil)
        }
    }
}
