extension LSTM {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch(7 * steps * units) { scratch in
            let states = walk(input, steps, in: scratch).states
            return output(states, steps)
        }
    }

    public func backward(
        input: [Double], output: [Double], gradient: [Double]
    ) -> (input: [Double], parameters: [[Double]]) {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((11 * steps + 2) * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            let slopes = scratch + 7 * steps * units
            // What comes back from the step after into h and into c.
            let arriving = slopes + 4 * steps * units
            let arrivingCell = arriving + units
            for t in (0..<steps).reversed() {
                add(gradient, at: t, of: steps, to: arriving)
                let gates = walked.gates + 4 * t * units
                let delta = slopes + 4 * t * units
                for j in 0..<units {
                    let (i, f, g, o) = (gates[j], gates[units + j], gates[2 * units + j], gates[3 * units + j])
                    let curved = walked.curved[t * units + j]
                    let before = t > 0 ? walked.cells[(t - 1) * units + j] : 0
                    let cell = fused(arriving[j] * o, fused(-curved, curved, 1), arrivingCell[j])
                    delta[j] = cell * g * i * (1 - i)
                    delta[units + j] = cell * before * f * (1 - f)
                    delta[2 * units + j] = cell * i * fused(-g, g, 1)
                    delta[3 * units + j] = arriving[j] * curved * o * (1 - o)
                    arrivingCell[j] = cell * f
                    arriving[j] = 0
                }
                if carriesBack(from: t, of: steps) {
                    Loops.addProduct(arriving, delta, stack.recurrent, 1, 4 * units, units)
                } else {
                    arrivingCell.update(repeating: 0, count: units)
                }
            }
            return stack.gradients(input, steps, slopes: slopes, before: walked.states)
        }
    }

    /// Where the numbers of every step stand: the gates i, f, g, o, the cell c, tanh(c) and the state h.
    typealias Walked = (
        gates: UnsafeMutablePointer<Double>, cells: UnsafeMutablePointer<Double>, curved: UnsafeMutablePointer<Double>,
        states: UnsafeMutablePointer<Double>
    )

    /// Every step's numbers, in 7 · steps · units numbers of scratch.
    func walk(_ input: [Double], _ steps: Int, in scratch: UnsafeMutablePointer<Double>) -> Walked {
        let units = units
        let cells = scratch + 4 * steps * units
        let curved = cells + steps * units
        let states = curved + steps * units
        stack.project(input, steps, into: scratch)
        withScratch(4 * units * units) { transposed in
            Loops.transpose(stack.recurrent, into: transposed, 4 * units, units)
            for t in 0..<steps {
                let gates = scratch + 4 * t * units
                if t > 0 { Loops.addProduct(gates, states + (t - 1) * units, transposed, 1, units, 4 * units) }
                Loops.sigmoid(gates, 2 * units)
                Loops.tanh(gates + 2 * units, units)
                Loops.sigmoid(gates + 3 * units, units)
                for j in 0..<units {
                    let place = t * units + j
                    let before = t > 0 ? cells[place - units] : 0
                    cells[place] = fused(gates[units + j], before, gates[j] * gates[2 * units + j])
                    curved[place] = cells[place]
                }
                Loops.tanh(curved + t * units, units)
                for j in 0..<units { states[t * units + j] = gates[3 * units + j] * curved[t * units + j] }
            }
        }
        return (scratch, cells, curved, states)
    }
}
