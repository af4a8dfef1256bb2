import CArithmetic

/// Convolutions, sample by sample: a window is a row, its numbers gathered from where they stand, and a filter is a column.
extension FlatNetwork {
    func convolve(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        guard let slide = stage.slide?.pointee else { return }
        let bias = stage.bias.map { UnsafePointer(parameters + $0) }
        for sample in 0..<count {
            kernels.multiply_gathered(
                slide.windows, stage.width, stage.units, slide.seen(x + sample * stage.inputs), slide.starts, slide.steps,
                parameters + stage.weights, bias, y + sample * stage.outputs,
                bias == nil ? arithmetic_store : arithmetic_from_each)
        }
    }

    /// dx, where it is asked for, and the gradients of kernels and biases.
    func backThroughWindows(
        _ stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>?,
        _ count: Int, _ use: Use
    ) {
        guard let slide = stage.slide?.pointee else { return }
        let (windows, taps, filters) = (slide.windows, stage.width, stage.units)
        if let dx {
            let w = turned(parameters + stage.weights, taps, filters)
            for sample in 0..<count {
                slide.slopes(dx + sample * stage.inputs) {
                    kernels.spread(
                        windows, taps, filters, slide.stretch, dy + sample * stage.outputs, w, slide.starts, slide.steps, $0)
                }
            }
        }
        for sample in 0..<count {
            let (dy, end) = (dy + sample * stage.outputs, end(ofSample: sample, use))
            kernels.multiply_gathered(
                taps, windows, filters, slide.seen(x + sample * stage.inputs), slide.steps, slide.starts, dy, nil,
                gradients + stage.weights, end)
            if let bias = stage.bias { kernels.sum_rows(windows, filters, dy, gradients + bias, end, 1, 0) }
        }
        finish(stage, use)
    }
}
