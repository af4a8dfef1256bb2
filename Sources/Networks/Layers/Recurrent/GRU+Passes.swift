extension GRU {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((5 * steps + 1) * units) { scratch in
            let states = walk(input, steps, in: scratch).states
            return output(states, steps)
        }
    }

    func wayBack(_ input: [Double], _ gradient: [Double], cells: [Double]) -> RecurrentWayBack {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((9 * steps + 3) * units + 3 * units * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            // ∂loss/∂sums of the gates, and ∂loss/∂(U_n …) beside it, which differs where the reset comes after.
            let slopes = scratch + (5 * steps + 1) * units
            let products = slopes + 3 * steps * units
            let arriving = products + steps * units
            let kept = arriving + units
            let recurrentGradient = kept + units
            for t in (0..<steps).reversed() {
                add(gradient, at: t, of: steps, to: arriving)
                let delta = slopes + 3 * t * units
                back(walked, t, arriving, delta, products + t * units, kept)
                if t > 0 || first.isGiven {
                    let before = walked.states + (t - 1) * units
                    Loops.addTransposedProduct(recurrentGradient, delta, before, 1, 2 * units, units)
                    let multiplied = resetsAfter ? before : walked.aside + t * units
                    Loops.addTransposedProduct(
                        recurrentGradient + 2 * units * units, products + t * units, multiplied, 1, units, units)
                }
                if carriesBack(from: t, of: steps) {
                    Loops.addProduct(kept, delta, stack.recurrent, 1, 2 * units, units)
                    arriving.update(from: kept, count: units)
                } else {
                    arriving.update(repeating: 0, count: units)
                }
            }
            let found = stack.inputGradients(input, steps, slopes: slopes)
            let recurrent = Array(UnsafeBufferPointer(start: recurrentGradient, count: 3 * units * units))
            let extra =
                recurrentBiases.isEmpty ? [] : [[Double].filled(units) { Loops.addRows($0, products, steps, units) }]
            return (found.input, [found.weights, recurrent] + found.biases + extra, states(arriving))
        }
    }

    /// One step back: the slopes of its sums, of the product U_n …, and what reaches the state before other than through
    /// U_r and U_z.
    private func back(
        _ walked: Walked, _ t: Int, _ arriving: UnsafePointer<Double>, _ delta: UnsafeMutablePointer<Double>,
        _ product: UnsafeMutablePointer<Double>, _ kept: UnsafeMutablePointer<Double>
    ) {
        let gates = walked.gates + 3 * t * units
        for j in 0..<units {
            let (z, n) = (gates[units + j], gates[2 * units + j])
            let before = walked.states[(t - 1) * units + j]
            let taken = shares(z).taken
            let direction = updateGate == .cho ? before - n : n - before
            delta[units + j] = arriving[j] * direction * z * (1 - z)
            delta[2 * units + j] = arriving[j] * taken * fused(-n, n, 1)
        }
        let candidate = delta + 2 * units
        kept.update(repeating: 0, count: units)
        for j in 0..<units { product[j] = resetsAfter ? candidate[j] * gates[j] : candidate[j] }
        stack.recurrent.withUnsafeBufferPointer { recurrent in
            guard let base = recurrent.baseAddress else { return }
            Loops.addProduct(kept, product, base + 2 * units * units, 1, units, units)
        }
        for j in 0..<units {
            let (r, share) = (gates[j], shares(gates[units + j]).kept)
            let before = walked.states[(t - 1) * units + j]
            let reset = resetsAfter ? candidate[j] * walked.aside[t * units + j] : kept[j] * before
            delta[j] = reset * r * (1 - r)
            kept[j] = fused(arriving[j], share, resetsAfter ? kept[j] : kept[j] * r)
        }
    }

    /// How much of the old state is kept and how much of the candidate is taken.
    private func shares(_ z: Double) -> (kept: Double, taken: Double) {
        updateGate == .cho ? (z, 1 - z) : (1 - z, z)
    }

    /// Where the numbers of every step stand: the gates r, z, n; aside, U_n h + c where the reset comes after the product and
    /// r ⊙ h where it comes before; and the state h.
    typealias Walked = (
        gates: UnsafeMutablePointer<Double>, aside: UnsafeMutablePointer<Double>, states: UnsafeMutablePointer<Double>
    )

    /// Every step's numbers, in (5 · steps + 1) · units numbers of scratch: before the states stands what the first step starts from.
    func walk(_ input: [Double], _ steps: Int, in scratch: UnsafeMutablePointer<Double>) -> Walked {
        let units = units
        let aside = scratch + 3 * steps * units
        let states = aside + (steps + 1) * units
        stack.project(input, steps, into: scratch)
        start(states - units, from: first.hidden)
        withScratch(3 * units * units) { gating in
            // Two transposed matrices: 2·units columns for r and z, then units columns for n.
            let proposing = gating + 2 * units * units
            stack.recurrent.withUnsafeBufferPointer { recurrent in
                guard let base = recurrent.baseAddress else { return }
                Loops.transpose(base, into: gating, 2 * units, units)
                Loops.transpose(base + 2 * units * units, into: proposing, units, units)
            }
            for t in 0..<steps {
                let gates = scratch + 3 * t * units
                let candidate = gates + 2 * units
                let side = aside + t * units
                let before = t > 0 || first.isGiven ? states + (t - 1) * units : nil
                if let before { Loops.addProduct(gates, before, gating, 1, units, 2 * units) }
                Loops.sigmoid(gates, 2 * units)
                if resetsAfter {
                    if !recurrentBiases.isEmpty { for j in 0..<units { side[j] = recurrentBiases[j] } }
                    if let before { Loops.addProduct(side, before, proposing, 1, units, units) }
                    for j in 0..<units { candidate[j] = fused(gates[j], side[j], candidate[j]) }
                } else if let before {
                    for j in 0..<units { side[j] = gates[j] * before[j] }
                    Loops.addProduct(candidate, side, proposing, 1, units, units)
                }
                Loops.tanh(candidate, units)
                for j in 0..<units {
                    let (kept, taken) = shares(gates[units + j])
                    states[t * units + j] = fused(kept, before?[j] ?? 0, taken * candidate[j])
                }
            }
        }
        return (scratch, aside, states)
    }
}
