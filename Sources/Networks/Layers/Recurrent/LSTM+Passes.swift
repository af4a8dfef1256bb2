extension LSTM {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((7 * steps + 2) * units) { scratch in
            let states = walk(input, steps, in: scratch).states
            return output(states, steps)
        }
    }

    var stateLetters: [String] { ["h", "c"] }

    func lastState(of input: [Double]) -> RecurrentState {
        let (steps, units) = (stack.steps(in: input), units)
        guard steps > 0 else { return RecurrentState(hidden: first.hidden ?? [], cells: first.cells ?? []) }
        return withScratch((7 * steps + 2) * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            func numbers(_ start: UnsafeMutablePointer<Double>) -> [Double] {
                Array(UnsafeBufferPointer(start: start + (steps - 1) * units, count: units))
            }
            return RecurrentState(hidden: numbers(walked.states), cells: numbers(walked.cells))
        }
    }

    func wayBack(_ input: [Double], _ gradient: [Double], cells: [Double]) -> RecurrentWayBack {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((11 * steps + 4) * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            let slopes = scratch + (7 * steps + 2) * units
            // What comes back from the step after into h and into c.
            let arriving = slopes + 4 * steps * units
            let arrivingCell = arriving + units
            start(arrivingCell, from: cells)
            for t in (0..<steps).reversed() {
                add(gradient, at: t, of: steps, to: arriving)
                let gates = walked.gates + 4 * t * units
                let delta = slopes + 4 * t * units
                for j in 0..<units {
                    let (i, f, g, o) = (gates[j], gates[units + j], gates[2 * units + j], gates[3 * units + j])
                    let curved = walked.curved[t * units + j]
                    let before = walked.cells[(t - 1) * units + j]
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
            let found = stack.gradients(input, steps, slopes: slopes, before: walked.states, isStarted: first.isGiven)
            return (found.input, found.parameters, states(arriving, arrivingCell))
        }
    }

    /// Where the numbers of every step stand: the gates i, f, g, o, the cell c, tanh(c) and the state h.
    typealias Walked = (
        gates: UnsafeMutablePointer<Double>, cells: UnsafeMutablePointer<Double>, curved: UnsafeMutablePointer<Double>,
        states: UnsafeMutablePointer<Double>
    )

    /// Every step's numbers, in (7 · steps + 2) · units numbers of scratch: before the first cell and the first state stands what
    /// they start from.
    func walk(_ input: [Double], _ steps: Int, in scratch: UnsafeMutablePointer<Double>) -> Walked {
        let units = units
        let cells = scratch + (4 * steps + 1) * units
        let curved = cells + steps * units
        let states = curved + (steps + 1) * units
        stack.project(input, steps, into: scratch)
        start(cells - units, from: first.cells)
        start(states - units, from: first.hidden)
        withScratch(4 * units * units) { transposed in
            Loops.transpose(stack.recurrent, into: transposed, 4 * units, units)
            for t in 0..<steps {
                let gates = scratch + 4 * t * units
                if t > 0 || first.isGiven { Loops.addProduct(gates, states + (t - 1) * units, transposed, 1, units, 4 * units) }
                Loops.sigmoid(gates, 2 * units)
                Loops.tanh(gates + 2 * units, units)
                Loops.sigmoid(gates + 3 * units, units)
                for j in 0..<units {
                    let place = t * units + j
                    cells[place] = fused(gates[units + j], cells[place - units], gates[j] * gates[2 * units + j])
                    curved[place] = cells[place]
                }
                Loops.tanh(curved + t * units, units)
                for j in 0..<units { states[t * units + j] = gates[3 * units + j] * curved[t * units + j] }
            }
        }
        return (scratch, cells, curved, states)
    }
}
