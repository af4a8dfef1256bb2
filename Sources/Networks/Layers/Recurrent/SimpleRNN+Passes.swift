extension SimpleRNN {
    /// What comes out when `input`, one sample, goes in.
    public func forward(_ input: [Double]) -> [Double] {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((2 * steps + 1) * units) { scratch in
            let states = scratch + (steps + 1) * units
            walk(input, steps, sums: scratch, states: states)
            return output(states, steps)
        }
    }

    func wayBack(_ input: [Double], _ gradient: [Double], cells: [Double]) -> RecurrentWayBack {
        let (steps, units) = (stack.steps(in: input), units)
        return withScratch((3 * steps + 2) * units) { sums in
            let states = sums + (steps + 1) * units
            let slopes = states + steps * units
            let arriving = slopes + steps * units
            walk(input, steps, sums: sums, states: states)
            for t in (0..<steps).reversed() {
                add(gradient, at: t, of: steps, to: arriving)
                let (z, h, delta) = (sums + t * units, states + t * units, slopes + t * units)
                slope(activation, z, h, arriving, delta)
                arriving.update(repeating: 0, count: units)
                guard carriesBack(from: t, of: steps) else { continue }
                Loops.addProduct(arriving, delta, stack.recurrent, 1, units, units)
            }
            let found = stack.gradients(input, steps, slopes: slopes, before: states, isStarted: first.isGiven)
            return (found.input, found.parameters, self.states(arriving))
        }
    }

    /// The state after each step: h_1, h_2, …, one number for each unit.
    public func states(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [[Double]] {
        stopping(file: file, line: line, column: column) { try stack.check(input, layer: title) }
        let steps = stack.steps(in: input)
        return withScratch((2 * steps + 1) * units) { scratch in
            let states = scratch + (steps + 1) * units
            walk(input, steps, sums: scratch, states: states)
            return Array(UnsafeBufferPointer(start: states, count: steps * units)).rows(of: units)
        }
    }

    /// Every step's weighted sums and states; before the states stands what the first step starts from.
    private func walk(
        _ input: [Double], _ steps: Int, sums: UnsafeMutablePointer<Double>, states: UnsafeMutablePointer<Double>
    ) {
        stack.project(input, steps, into: sums)
        start(states - units, from: first.hidden)
        withScratch(units * units) { transposed in
            Loops.transpose(stack.recurrent, into: transposed, units, units)
            for t in 0..<steps {
                let z = sums + t * units
                if t > 0 || first.isGiven { Loops.addProduct(z, states + (t - 1) * units, transposed, 1, units, units) }
                value(activation, z, states + t * units)
            }
        }
    }

    // Generic, so that the activation is opened once for all units of a step.
    private func value(
        _ activation: some Activation, _ z: UnsafePointer<Double>, _ h: UnsafeMutablePointer<Double>
    ) {
        for j in 0..<units { h[j] = activation.value(at: z[j]) }
    }

    private func slope(
        _ activation: some Activation, _ z: UnsafePointer<Double>, _ h: UnsafePointer<Double>,
        _ arriving: UnsafePointer<Double>, _ delta: UnsafeMutablePointer<Double>
    ) {
        for j in 0..<units { delta[j] = arriving[j] * activation.slope(at: z[j], output: h[j]) }
    }
}
