extension GRU {
    /// Every number of one step, each with one entry for each unit.
    public struct State: Hashable, Sendable {
        /// r_t, how much of the old state the candidate sees.
        public var reset: [Double]
        /// z_t, how much of the old state is kept, or replaced where `updateGate` is `.chung`.
        public var update: [Double]
        /// n_t, what might replace it.
        public var candidate: [Double]
        /// h_t, what the layer gives out.
        public var hidden: [Double]
    }

    /// The gates and the state of each step.
    public func states(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [State] {
        stopping(file: file, line: line, column: column) { try stack.check(input, layer: title) }
        let steps = stack.steps(in: input)
        return withScratch((5 * steps + 1) * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            func numbers(_ start: UnsafeMutablePointer<Double>, _ place: Int) -> [Double] {
                Array(UnsafeBufferPointer(start: start + place * units, count: units))
            }
            return (0..<steps).map { t in
                State(
                    reset: numbers(walked.gates, 3 * t), update: numbers(walked.gates, 3 * t + 1),
                    candidate: numbers(walked.gates, 3 * t + 2), hidden: numbers(walked.states, t))
            }
        }
    }
}
