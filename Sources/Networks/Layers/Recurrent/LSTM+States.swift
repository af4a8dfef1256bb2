extension LSTM {
    /// Every number of one step, each with one entry for each unit.
    public struct State: Hashable, Sendable {
        /// i_t, how much of the candidate is written.
        public var input: [Double]
        /// f_t, how much of the old cell is kept.
        public var forget: [Double]
        /// g_t, what might be written.
        public var candidate: [Double]
        /// o_t, how much of the cell is shown.
        public var output: [Double]
        /// c_t, the memory.
        public var cell: [Double]
        /// h_t, what the layer gives out.
        public var hidden: [Double]
    }

    /// The gates and states of each step.
    public func states(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [State] {
        stopping(file: file, line: line, column: column) { try stack.check(input, layer: title) }
        let steps = stack.steps(in: input)
        return withScratch((7 * steps + 2) * units) { scratch in
            let walked = walk(input, steps, in: scratch)
            func numbers(_ start: UnsafeMutablePointer<Double>, _ place: Int) -> [Double] {
                Array(UnsafeBufferPointer(start: start + place * units, count: units))
            }
            return (0..<steps).map { t in
                State(
                    input: numbers(walked.gates, 4 * t), forget: numbers(walked.gates, 4 * t + 1),
                    candidate: numbers(walked.gates, 4 * t + 2), output: numbers(walked.gates, 4 * t + 3),
                    cell: numbers(walked.cells, t), hidden: numbers(walked.states, t))
            }
        }
    }
}
