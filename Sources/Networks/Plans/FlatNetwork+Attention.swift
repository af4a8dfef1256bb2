import CArithmetic

/// Self-attention, sample by sample and head by head: see `SelfAttention` for the formulas.
extension FlatNetwork {
    func attend(_ stage: Stage, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        guard let plan = stage.attention?.pointee, let work = stage.work else { return }
        let (steps, features, w) = (plan.steps, plan.features, plan.matrices)
        for sample in 0..<count {
            let (x, y, pass) = (x + sample * stage.inputs, y + sample * stage.outputs, plan.pass(work, of: sample))
            project(x, steps, features, w.0, plan.width, pass.queries)
            project(x, steps, features, w.1, plan.width, pass.keys)
            project(x, steps, features, w.2, plan.valueWidth, pass.values)
            kernels.transpose(steps, plan.width, pass.keys, plan.crossed)
            let heads = plan.projects ? pass.heads : y
            for head in 0..<plan.heads { attend(plan, pass, head, heads) }
            if plan.projects { project(heads, steps, plan.valueWidth, w.3, plan.outputs, y) }
        }
    }

    private func project(
        _ x: UnsafePointer<Double>, _ rows: Int, _ width: Int, _ matrix: Int, _ columns: Int,
        _ y: UnsafeMutablePointer<Double>
    ) {
        kernels.multiply(rows, width, columns, x, width, 1, parameters + matrix, nil, y, arithmetic_store, 1, 0)
    }

    /// A = softmax(Q Kᵀ / √d_k) and A V of one head.
    private func attend(
        _ plan: AttentionPlan, _ pass: AttentionPlan.Pass, _ head: Int, _ outputs: UnsafeMutablePointer<Double>
    ) {
        let (steps, d, dv) = (plan.steps, plan.keySize, plan.valueSize)
        let weights = pass.weights + head * steps * steps
        kernels.multiply_within(
            steps, d, steps, pass.queries + head * d, plan.width, 1, plan.crossed + head * d * steps, steps, weights, steps,
            arithmetic_store)
        if plan.scale != 1 { kernels.divide(steps * steps, plan.scale, weights) }
        let (values, out) = (pass.values + head * dv, outputs + head * dv)
        guard plan.isCausal else {
            kernels.softmax(steps, steps, weights, weights)
            kernels.multiply_within(
                steps, steps, dv, weights, steps, 1, values, plan.valueWidth, out, plan.valueWidth, arithmetic_store)
            return
        }
        for step in 0..<steps {
            let (row, seen) = (weights + step * steps, plan.seen(from: step))
            kernels.softmax(1, seen, row, row)
            (row + seen).update(repeating: 0, count: steps - seen)
            kernels.multiply_within(
                1, seen, dv, row, steps, 1, values, plan.valueWidth, out + step * plan.valueWidth, plan.valueWidth,
                arithmetic_store)
        }
    }

    /// dx, where it is asked for, and the gradients of the matrices.
    func backThroughAttention(
        _ stage: Stage, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>?,
        _ count: Int, _ use: Use
    ) {
        guard let plan = stage.attention?.pointee, let work = stage.work else { return }
        let (steps, features, w) = (plan.steps, plan.features, plan.matrices)
        let projections = [
            (w.0, plan.width, plan.slopes.0), (w.1, plan.width, plan.slopes.1), (w.2, plan.valueWidth, plan.slopes.2),
        ]
        for (matrix, columns, _) in projections {
            kernels.transpose(features, columns, parameters + matrix, plan.turned + matrix - w.0)
        }
        if plan.projects { kernels.transpose(plan.valueWidth, plan.outputs, parameters + w.3, plan.turned + w.3 - w.0) }
        for sample in 0..<count {
            let (x, pass, end) = (x + sample * stage.inputs, plan.pass(work, of: sample), end(ofSample: sample, use))
            var arriving = dy + sample * stage.outputs
            if plan.projects {
                addProducts(pass.heads, plan.valueWidth, arriving, plan.outputs, steps, w.3, end)
                backThrough(plan.turned + w.3 - w.0, steps, plan.outputs, arriving, plan.valueWidth, plan.arriving)
                arriving = UnsafePointer(plan.arriving)
            }
            kernels.transpose(steps, plan.valueWidth, pass.values, plan.crossed)
            for head in 0..<plan.heads { backThroughHead(plan, pass, head, arriving) }
            var first = true
            for (matrix, columns, slopes) in projections {
                addProducts(x, features, slopes, columns, steps, matrix, end)
                guard let dx else { continue }
                let turned = plan.turned + matrix - w.0
                backThrough(turned, steps, columns, slopes, features, dx + sample * stage.inputs, continuing: !first)
                first = false
            }
        }
        finish(stage.weights, plan.parameterCount, .weight, use)
    }

    /// The gradient of a matrix: xᵀ dy of one sample.
    private func addProducts(
        _ x: UnsafePointer<Double>, _ width: Int, _ dy: UnsafePointer<Double>, _ columns: Int, _ rows: Int, _ matrix: Int,
        _ end: arithmetic_end
    ) {
        kernels.multiply(width, rows, columns, x, 1, width, dy, nil, gradients + matrix, end, 1, 0)
    }

    /// dx = dy Wᵀ, or added to it.
    private func backThrough(
        _ turned: UnsafePointer<Double>, _ rows: Int, _ columns: Int, _ dy: UnsafePointer<Double>, _ width: Int,
        _ dx: UnsafeMutablePointer<Double>, continuing: Bool = false
    ) {
        let end = continuing ? arithmetic_accumulate : arithmetic_store
        kernels.multiply(rows, columns, width, dy, columns, 1, turned, nil, dx, end, 1, 0)
    }

    /// The slopes of Q, K and V of one head.
    private func backThroughHead(
        _ plan: AttentionPlan, _ pass: AttentionPlan.Pass, _ head: Int, _ arriving: UnsafePointer<Double>
    ) {
        let (steps, d, dv, width, valueWidth) = (plan.steps, plan.keySize, plan.valueSize, plan.width, plan.valueWidth)
        let (weights, slopes) = (pass.weights + head * steps * steps, plan.ofWeights)
        let given = arriving + head * dv
        kernels.multiply_within(
            steps, dv, steps, given, valueWidth, 1, plan.crossed + head * dv * steps, steps, slopes, steps, arithmetic_store)
        let (queries, keys) = (pass.queries + head * d, pass.keys + head * d)
        let (dQ, dK, dV) = (plan.slopes.0 + head * d, plan.slopes.1 + head * d, plan.slopes.2 + head * dv)
        guard plan.isCausal else {
            kernels.reverse_softmax(steps, steps, weights, slopes, slopes)
            if plan.scale != 1 { kernels.divide(steps * steps, plan.scale, slopes) }
            kernels.multiply_within(steps, steps, dv, weights, 1, steps, given, valueWidth, dV, valueWidth, arithmetic_store)
            kernels.multiply_within(steps, steps, d, slopes, steps, 1, keys, width, dQ, width, arithmetic_store)
            kernels.multiply_within(steps, steps, d, slopes, 1, steps, queries, width, dK, width, arithmetic_store)
            return
        }
        for step in 0..<steps {
            let (place, seen) = (step * steps, plan.seen(from: step))
            kernels.reverse_softmax(1, seen, weights + place, slopes + place, slopes + place)
            if plan.scale != 1 { kernels.divide(seen, plan.scale, slopes + place) }
        }
        for step in 0..<steps {
            // A position takes slopes from itself and those after it, and reaches itself and those before.
            let (place, seen, rest) = (step * steps, plan.seen(from: step), steps - step)
            let (from, to) = (step * width, step * valueWidth)
            kernels.multiply_within(
                1, rest, dv, weights + place + step, 1, steps, given + to, valueWidth, dV + to, valueWidth, arithmetic_store)
            kernels.multiply_within(1, seen, d, slopes + place, steps, 1, keys, width, dQ + from, width, arithmetic_store)
            kernels.multiply_within(
                1, rest, d, slopes + place + step, 1, steps, queries + from, width, dK + from, width, arithmetic_store)
        }
    }
}
