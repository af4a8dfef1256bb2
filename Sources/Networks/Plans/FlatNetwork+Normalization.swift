import CArithmetic

/// Layer, group and instance normalisation, and layers that no loop knows.
extension FlatNetwork {
    /// What comes before a scale and a shift, and below it the deviation of each group.
    private func kept(_ stage: Stage) -> (hats: UnsafeMutablePointer<Double>, deviations: UnsafeMutablePointer<Double>)? {
        stage.work.map { ($0, $0 + rows * stage.inputs) }
    }

    func normalize(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        guard let groups = stage.groups, let kept = kept(stage), let shift = stage.bias else { return }
        kernels.normalize(
            groups, count, x, parameters + stage.weights, parameters + shift, kept.hats, kept.deviations, y)
    }

    /// dx, where it is asked for, and the gradients of scales and shifts.
    func backThroughNormalization(
        _ stage: Stage, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>?, _ count: Int, _ use: Use
    ) {
        guard let groups = stage.groups, let kept = kept(stage), let shift = stage.bias else { return }
        if let dx {
            kernels.reverse_normalize(groups, count, kept.hats, kept.deviations, parameters + stage.weights, dy, dx)
        }
        for sample in 0..<count {
            let start = sample * stage.inputs
            kernels.scale_slopes(
                stage.lines, stage.units, kept.hats + start, dy + start, gradients + stage.weights, gradients + shift,
                end(ofSample: sample, use))
        }
        finish(stage.weights, stage.units, .scale, use)
        finish(shift, stage.units, .shift, use)
    }

    func ask(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        let layer = layers[stage.layer]
        for sample in 0..<count {
            let output = layer.forward(Self.numbers(x + sample * stage.inputs, stage.inputs))
            Self.put(output, y + sample * stage.outputs, stage.outputs)
        }
    }

    func backThroughWritten(
        _ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ dy: UnsafePointer<Double>,
        _ dx: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        let layer = layers[stage.layer]
        for sample in 0..<count {
            let back = layer.backward(
                input: Self.numbers(x + sample * stage.inputs, stage.inputs),
                output: Self.numbers(y + sample * stage.outputs, stage.outputs),
                gradient: Self.numbers(dy + sample * stage.outputs, stage.outputs))
            Self.put(back.input, dx + sample * stage.inputs, stage.inputs)
        }
    }

    private static func numbers(_ start: UnsafePointer<Double>, _ count: Int) -> [Double] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// A lesson's own layer may make more or fewer numbers than it says; then none of them count.
    private static func put(_ numbers: [Double], _ start: UnsafeMutablePointer<Double>, _ count: Int) {
        guard numbers.count == count else { return start.update(repeating: .nan, count: count) }
        numbers.withUnsafeBufferPointer { numbers in
            if let from = numbers.baseAddress { start.update(from: from, count: count) }
        }
    }
}

extension SampleNormalization {
    /// The same groups as loops take them.
    func groups(over shape: Shape, _ memory: FlatMemory) -> arithmetic_groups {
        arithmetic_groups(
            groups: layout.starts.count, places: layout.places, size: layout.size, width: layout.width, inputs: shape.count,
            epsilon: epsilon, starts: memory.table(layout.starts))
    }
}
