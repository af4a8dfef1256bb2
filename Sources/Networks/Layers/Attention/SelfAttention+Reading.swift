extension SelfAttention {
    /// What one head did with a sequence: rows are positions.
    public struct Head: Hashable, Sendable {
        /// Q, K and V of this head.
        public var queries: [[Double]]
        /// K, one row for each place of the sequence.
        public var keys: [[Double]]
        /// V, one row for each place of the sequence.
        public var values: [[Double]]
        /// Q Kᵀ, before it is divided by √d_k; what a mask hides stands here too.
        public var unscaledScores: [[Double]]
        /// S, before the softmax; −∞ where the mask hides a position.
        public var scores: [[Double]]
        /// A: row i says how much position i takes from each position; its numbers add up to 1.
        public var weights: [[Double]]
        /// A V.
        public var outputs: [[Double]]
    }

    /// Queries, keys, scores, weights and outputs of every head for one sequence.
    public func attention(
        for input: [Double], file: StaticString = #filePath, line: UInt = #line, column: UInt = #column
    ) -> [Head] {
        stopping(file: file, line: line, column: column) {
            guard let features = matrices.first?.rows, features > 0 else {
                throw ShapeError("\(name) isn't connected yet, so it has no weights; ask the layer of a network")
            }
            guard !input.isEmpty, input.count.isMultiple(of: features) else {
                throw ShapeError(
                    "\(name) takes \(features) features at each position, but the sequence has \(input.count) numbers")
            }
            try check(steps: input.count / features)
        }
        let walked = walk(input)
        func columns(_ numbers: [Double], _ size: Int, _ head: Int) -> [[Double]] {
            numbers.rows(of: heads * size).map { Array($0[head * size..<(head + 1) * size]) }
        }
        let (d, dv, steps) = (keySize ?? 1, valueSize ?? 1, walked.answering)
        return (0..<heads).map { head in
            let square = head * walked.asking * steps..<(head + 1) * walked.asking * steps
            return Head(
                queries: columns(walked.queries, d, head), keys: columns(walked.keys, d, head),
                values: columns(walked.values, dv, head),
                unscaledScores: Array(walked.products[square]).rows(of: steps),
                scores: Array(walked.scores[square]).rows(of: steps),
                weights: Array(walked.weights[square]).rows(of: steps), outputs: columns(walked.heads, dv, head))
        }
    }
}
