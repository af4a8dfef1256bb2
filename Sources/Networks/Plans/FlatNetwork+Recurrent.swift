import CArithmetic

/// Recurrent layers: one step of all samples after the other, the products that don't wait for each other all at once.
extension FlatNetwork {
    func walk(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        guard let recurrence = stage.recurrence?.pointee, let work = stage.work else { return }
        let (steps, units, sums) = (recurrence.steps, recurrence.units, recurrence.sums)
        let here = recurrence.buffers(work, rows: rows)
        let bias = stage.bias.map { UnsafePointer(parameters + $0) }
        for sample in 0..<count {
            kernels.multiply(
                steps, recurrence.features, sums, x + sample * stage.inputs, recurrence.features, 1,
                parameters + stage.weights, bias, here.gates + sample * recurrence.sumPitch,
                bias == nil ? arithmetic_store : arithmetic_from_each, 1, 0)
        }
        for t in 0..<steps { step(recurrence, here, t, count) }
        let (first, shown) = recurrence.returnsSequences ? (0, steps * units) : ((steps - 1) * units, units)
        for sample in 0..<count {
            (y + sample * shown).update(from: here.states + sample * recurrence.statePitch + first, count: shown)
        }
    }

    /// Step `t` of all samples, whose sums hold W x + b.
    private func step(_ recurrence: Recurrence, _ here: Recurrence.Buffers, _ t: Int, _ count: Int) {
        let (units, sums) = (recurrence.units, recurrence.sums)
        let u = parameters + recurrence.recurrent
        var at = recurrence.moment(count)
        let (gates, states) = (here.gates + t * sums, here.states + t * units)
        let before = t > 0 ? UnsafePointer(states - units) : nil
        /// `target` grows by `left` times some columns of U.
        func add(
            _ left: UnsafePointer<Double>, _ column: Int, _ columns: Int, _ target: UnsafeMutablePointer<Double>, _ pitch: Int
        ) {
            kernels.multiply_within(
                count, units, columns, left, recurrence.statePitch, 1, u + column, sums, target, pitch, arithmetic_continue)
        }
        switch recurrence.kind {
        case .simple:
            if let before { add(before, 0, sums, gates, recurrence.sumPitch) }
            kernels.simple_step(&at, recurrence.activation, gates, states)
        case .longShort:
            if let before { add(before, 0, sums, gates, recurrence.sumPitch) }
            let (cells, curved) = (here.cells + t * units, here.curved + t * units)
            kernels.long_short_step(&at, gates, t > 0 ? UnsafePointer(cells - units) : nil, cells, curved, states)
        case .gated:
            let aside = here.aside + t * units
            let after: Int32 = recurrence.resetsAfter ? 1 : 0
            if let before { add(before, 0, 2 * units, gates, recurrence.sumPitch) }
            kernels.gated_open(&at, after, gates, before, aside)
            if recurrence.resetsAfter {
                for sample in 0..<count {
                    let target = aside + sample * recurrence.statePitch
                    if let bias = recurrence.recurrentBias {
                        target.update(from: parameters + bias, count: units)
                    } else {
                        target.update(repeating: 0, count: units)
                    }
                }
                if let before { add(before, 2 * units, units, aside, recurrence.statePitch) }
            } else if t > 0 {
                add(aside, 2 * units, units, gates + 2 * units, recurrence.sumPitch)
            }
            kernels.gated_step(&at, after, gates, before, aside, states)
        }
    }

    /// dx, where it is asked for, and the gradients of W, U and biases.
    func backThroughTime(
        _ stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>?,
        _ count: Int, _ use: Use
    ) {
        guard let recurrence = stage.recurrence?.pointee, let work = stage.work else { return }
        let (steps, units, sums, features) = (recurrence.steps, recurrence.units, recurrence.sums, recurrence.features)
        let here = recurrence.buffers(work, rows: rows)
        let u = turned(parameters + recurrence.recurrent, units, sums)
        here.arriving.update(repeating: 0, count: count * units)
        here.arrivingCells.update(repeating: 0, count: count * units)
        for t in (0..<steps).reversed() {
            // Slopes of the output reach every step, or the last.
            let (given, gap) =
                recurrence.returnsSequences
                ? (dy + t * units, steps * units) : (t == steps - 1 ? dy : nil, units)
            reverse(recurrence, here, t, given, gap, u, count)
        }
        if let dx {
            // Before the weights move.
            let w = turned(parameters + stage.weights, features, sums)
            for sample in 0..<count {
                kernels.multiply(
                    steps, sums, features, here.slopes + sample * recurrence.sumPitch, sums, 1, w, nil,
                    dx + sample * stage.inputs, arithmetic_store, 1, 0)
            }
        }
        for sample in 0..<count {
            let end = end(ofSample: sample, use)
            let slopes = here.slopes + sample * recurrence.sumPitch
            kernels.multiply_within(
                features, steps, sums, x + sample * stage.inputs, 1, features, slopes, sums, gradients + stage.weights, sums,
                end)
            recurrentGradients(recurrence, here, sample, end)
            if let bias = stage.bias { kernels.sum_rows(steps, sums, slopes, gradients + bias, end, 1, 0) }
        }
        finish(stage, use)
        finish(recurrence.recurrent, units * sums, .weight, use)
        if let bias = recurrence.recurrentBias { finish(bias, units, .bias, use) }
    }

    /// Step `t` of all samples backwards; `u` has one row for each sum.
    private func reverse(
        _ recurrence: Recurrence, _ here: Recurrence.Buffers, _ t: Int, _ given: UnsafePointer<Double>?, _ gap: Int,
        _ u: UnsafePointer<Double>, _ count: Int
    ) {
        let (units, sums, pitch) = (recurrence.units, recurrence.sums, recurrence.sumPitch)
        var at = recurrence.moment(count)
        let (gates, slopes, states) = (here.gates + t * sums, here.slopes + t * sums, here.states + t * units)
        let before = t > 0 ? UnsafePointer(states - units) : nil
        let goesOn = t > 0 && !recurrence.truncation.cuts(before: t, of: recurrence.steps)
        switch recurrence.kind {
        case .simple: kernels.reverse_simple_step(&at, recurrence.activation, states, given, gap, here.arriving, slopes)
        case .longShort:
            let cells = here.cells + t * units
            kernels.reverse_long_short_step(
                &at, gates, t > 0 ? UnsafePointer(cells - units) : nil, here.curved + t * units, given, gap, here.arriving,
                here.arrivingCells, slopes)
        case .gated:
            let products = here.products + t * units
            let after: Int32 = recurrence.resetsAfter ? 1 : 0
            kernels.reverse_gated_step(&at, after, gates, before, given, gap, here.arriving, slopes, products)
            kernels.multiply_within(
                count, units, units, products, recurrence.statePitch, 1, u + 2 * units * units, units, here.kept, units,
                arithmetic_store)
            kernels.reverse_gated_open(
                &at, after, gates, before, here.aside + t * units, here.arriving, here.kept, slopes)
            guard goesOn else { break }
            kernels.multiply_within(
                count, 2 * units, units, slopes, pitch, 1, u, units, here.kept, units, arithmetic_continue)
            here.arriving.update(from: here.kept, count: count * units)
            return
        }
        guard goesOn else {
            here.arriving.update(repeating: 0, count: count * units)
            here.arrivingCells.update(repeating: 0, count: count * units)
            return
        }
        kernels.multiply_within(count, sums, units, slopes, pitch, 1, u, units, here.arriving, units, arithmetic_store)
    }

    /// dU of one sample, its steps in the order in which the layers add them up, and the gradient of the bias beside U_n.
    private func recurrentGradients(
        _ recurrence: Recurrence, _ here: Recurrence.Buffers, _ sample: Int, _ end: arithmetic_end
    ) {
        let (steps, units, sums) = (recurrence.steps, recurrence.units, recurrence.sums)
        let target = gradients + recurrence.recurrent
        let slopes = here.slopes + sample * recurrence.sumPitch
        let states = here.states + sample * recurrence.statePitch
        guard recurrence.kind == .gated else {
            kernels.multiply_within(units, steps - 1, sums, states, 1, units, slopes + sums, sums, target, sums, end)
            return
        }
        // Backwards through time.
        let last = states + (steps - 2) * units
        let products = here.products + sample * recurrence.statePitch
        let aside = here.aside + sample * recurrence.statePitch
        kernels.multiply_within(
            units, steps - 1, 2 * units, last, 1, -units, slopes + (steps - 1) * sums, -sums, target, sums, end)
        kernels.multiply_within(
            units, steps - 1, units, recurrence.resetsAfter ? last : aside + (steps - 1) * units, 1, -units,
            products + (steps - 1) * units, -units, target + 2 * units, sums, end)
        if let bias = recurrence.recurrentBias { kernels.sum_rows(steps, units, products, gradients + bias, end, 1, 0) }
    }
}
