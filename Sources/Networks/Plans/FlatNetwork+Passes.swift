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
            let numbers = count * stage.outputs
            switch stage.kind {
            case .dense: multiply(stage, x, y, count)
            case .activation: kernels.activate(stage.activation, x, y, numbers)
            case .softmax: kernels.softmax(count * stage.lines, stage.units, x, y)
            case .convolution: convolve(stage, x, y, count)
            case .recurrent: walk(stage, x, y, count)
            case .largest: if let pool = stage.pool { kernels.pool_largest(pool, count, x, y) }
            case .mean: if let pool = stage.pool { kernels.pool_mean(pool, count, x, y) }
            case .normalization: normalize(stage, x, y, count)
            case .attention: attend(stage, x, y, count)
            case .written: ask(stage, x, y, count)
            case .branch: y.update(from: x, count: numbers)
            case .shortcut: y.update(from: values[stage.partner], count: numbers)
            case .sum: kernels.add(numbers, values[stage.partner], around(stage, x), y)
            }
            if stage.isTrained, stage.activation != arithmetic_linear {
                kernels.activate(stage.activation, y, y, numbers)
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
            case .normalization: backThroughNormalization(stage, dy, below, count, use)
            case .attention: backThroughAttention(stage, x, dy, below, count, use)
            case .written: backThroughWritten(stage, x, y, dy, dx, count)
            case .branch, .shortcut, .sum: backThroughBlock(stage, dy, dx, count)
            }
            (dy, dx) = (dx, dy)
            index -= 1
        }
    }

    /// What is added to the inner layers' answer: the shortcut's, which stands before the sum, or what came in.
    private func around(_ sum: Stage, _ x: UnsafePointer<Double>) -> UnsafePointer<Double> {
        sum.turn == nil ? UnsafePointer(values[sum.branch]) : x
    }

    /// The slopes of the sum go both ways and are added where the ways part.
    private func backThroughBlock(
        _ stage: Stage, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        let numbers = count * stage.inputs
        switch stage.kind {
        case .sum:
            stage.work?.update(from: dy, count: numbers)
            dx.update(from: dy, count: numbers)
        case .shortcut:
            // What the shortcut hands back waits for the inner layers, whose slopes are those of the sum.
            stage.work?.update(from: dy, count: numbers)
            let sum = stages[stages[stage.partner].partner]
            if let slopes = sum.work { dx.update(from: slopes, count: count * sum.inputs) }
        case .branch:
            if let other = stages[stage.turn ?? stage.partner].work { kernels.add(numbers, dy, other, dx) }
        default: break
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
