import CArithmetic

/// Products with weights: every row of a sample by itself.
extension FlatNetwork {
    /// y = x W + b
    func multiply(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        let w = parameters + stage.weights
        let bias = stage.bias.map { UnsafePointer(parameters + $0) }
        let (rows, width, units) = (count * stage.lines, stage.width, stage.units)
        if stage.usesBLAS {
            if let bias { kernels.begin(rows, units, y, bias, stage.sharesBias ? 1 : 0) }
            multiplyLarge(false, false, rows, units, width, x, w, bias == nil ? 0 : 1, y)
        } else {
            let end = bias == nil ? arithmetic_store : stage.sharesBias ? arithmetic_from_shared : arithmetic_from_each
            kernels.multiply(rows, width, units, x, width, 1, w, bias, y, end, 1, 0)
        }
    }

    /// dx = dy Wᵀ
    func backThroughWeights(
        _ stage: Stage, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        let w = parameters + stage.weights
        let (rows, width, units) = (count * stage.lines, stage.width, stage.units)
        if stage.usesBLAS { return multiplyLarge(false, true, rows, width, units, dy, w, 0, dx) }
        kernels.multiply(rows, units, width, dy, units, 1, turned(w, width, units), nil, dx, arithmetic_store, 1, 0)
    }

    /// Weights with one row for each unit.
    func turned(_ w: UnsafePointer<Double>, _ width: Int, _ units: Int) -> UnsafePointer<Double> {
        guard width > 1, units > 1 else { return w }
        kernels.transpose(width, units, w, scratch)
        return UnsafePointer(scratch)
    }

    /// dW = xᵀ dy and the sums of dy.
    func gradients(
        of stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafeMutablePointer<Double>, _ count: Int, _ use: Use
    ) {
        guard stage.lines == 1 || stage.usesBLAS else { return gradientsOfEach(stage, x, dy, count, use) }
        let (rows, width, units) = (count * stage.lines, stage.width, stage.units)
        let (end, factor, rate, movesBiases, out): (arithmetic_end, Double, Double, Bool, UnsafeMutablePointer<Double>) =
            switch use {
            case .keep(let factor, let continuing):
                (continuing ? arithmetic_continue : arithmetic_scale, factor, 0, true, gradients)
            case .descend(let rate, let factor, let biases): (arithmetic_descend, factor, rate, biases, parameters)
            }
        let w = out + stage.weights
        if stage.usesBLAS {
            largeGradients(of: stage, x, dy, rows, use)
        } else if units == 1 {
            kernels.multiply(1, rows, width, dy, 1, 1, x, nil, w, end, factor, rate)
        } else {
            kernels.multiply(width, rows, units, x, 1, width, dy, nil, w, end, factor, rate)
        }
        guard let bias = stage.bias, movesBiases else { return }
        if stage.sharesBias {
            // A shared bias takes the sum over the units of each sample first.
            for row in 0..<rows {
                var sum = 0.0
                for unit in 0..<units { sum += dy[row * units + unit] }
                dy[row] = sum
            }
            kernels.sum_rows(rows, 1, dy, out + bias, end, factor, rate)
        } else {
            kernels.sum_rows(rows, units, dy, out + bias, end, factor, rate)
        }
    }

    /// The same where a sample has several rows: its own sums come first.
    private func gradientsOfEach(
        _ stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ count: Int, _ use: Use
    ) {
        let (lines, width, units) = (stage.lines, stage.width, stage.units)
        for sample in 0..<count {
            let (x, dy, end) = (x + sample * stage.inputs, dy + sample * stage.outputs, end(ofSample: sample, use))
            kernels.multiply(width, lines, units, x, 1, width, dy, nil, gradients + stage.weights, end, 1, 0)
            guard let bias = stage.bias else { continue }
            if stage.sharesBias {
                kernels.sum_rows(lines, units, dy, scratch, arithmetic_store, 1, 0)
                kernels.sum_rows(units, 1, scratch, gradients + bias, end, 1, 0)
            } else {
                kernels.sum_rows(lines, units, dy, gradients + bias, end, 1, 0)
            }
        }
        finish(stage, use)
    }

    /// What becomes of all gradients of a layer that were added up sample by sample.
    func finish(_ stage: Stage, _ use: Use) {
        finish(stage.weights, stage.width * stage.units, .weight, use)
        if let bias = stage.bias { finish(bias, stage.sharesBias ? 1 : stage.units, .bias, use) }
    }

    private func largeGradients(
        of stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ rows: Int, _ use: Use
    ) {
        switch use {
        case .keep(let factor, let continuing):
            let w = gradients + stage.weights
            multiplyLarge(true, false, stage.width, stage.units, rows, x, dy, continuing ? 1 : 0, w, factor)
        case .descend(let rate, let factor, _):
            multiplyLarge(
                true, false, stage.width, stage.units, rows, x, dy, 1, parameters + stage.weights, -rate * factor)
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
