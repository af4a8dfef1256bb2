import Networks

extension SelfAttention: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let letters = ["q", "k", "v", "o"]
        let words = ["queries", "keys", "values", "outputs"]
        let matrices = parameters.enumerated().map { index, matrix in
            let columns = max(1, matrix.columns)
            let rows = stride(from: 0, to: matrix.values.count, by: columns).map { Array(matrix.values[$0..<$0 + columns]) }
            return unrolling.addMatrix("w", rows, gates: [letters[index]], "weights of the \(words[index])", fromRows: true)
        }
        let features = max(1, matrices[0].count)
        let x = stride(from: 0, to: inputs.count, by: features).map { Array(inputs[$0..<$0 + features]) }
        let projected = (0..<3).map { unrolling.project(x, matrices[$0], letters[$0], words[$0]) }
        let (keys, size) = (keySize ?? 1, valueSize ?? 1)
        let weights = (0..<heads).map { head in
            let own = head * keys..<(head + 1) * keys
            return unrolling.attentionWeights(
                projected[0].map { Array($0[own]) }, projected[1].map { Array($0[own]) }, isScaled: isScaled,
                isCausal: isCausal, head: heads > 1 ? [head + 1] : [])
        }
        let outputs = unrolling.mixed(
            projected[2], heads * size, title: projectsOutput ? "outputs of the heads" : "outputs of attention"
        ) { weights[$1 / size][$0] }
        guard projectsOutput else { return outputs.flatMap { $0 } }
        return unrolling.project(outputs, matrices[3], "y", "outputs of attention").flatMap { $0 }
    }
}

extension ScalarBuilder {
    /// Rows times a matrix, one named result for each row and column.
    mutating func project(_ rows: [[Number]], _ matrix: [[Number]], _ letter: String, _ title: String) -> [[Number]] {
        let columns = max(1, matrix.first?.count ?? 0)
        let results = rows.flatMap { row in
            (matrix.first ?? []).indices.map { column in weightedSum(matrix.map { $0[column] }, row) }
        }
        return self.rows(nameQuantity(results, Letter(letter), title) { [$0 / columns + 1, $0 % columns + 1] }, of: columns)
    }

    /// s_ij = q_i·k_j/√d and softmax(s_i): a row for each position; a causal mask leaves out what comes later.
    mutating func attentionWeights(
        _ queries: [[Number]], _ keys: [[Number]], isScaled: Bool, isCausal: Bool, head: [Int] = []
    ) -> [[Number]] {
        let scale = isScaled ? constant(Double(keys.first?.count ?? 1).squareRoot()) : nil
        return queries.enumerated().map { i, query in
            var scores = keys.prefix(isCausal ? i + 1 : keys.count).map { weightedSum(query, $0) }
            if let scale { scores = scores.map { result(.quotient, [$0, scale]) } }
            let named = nameQuantity(scores, Letter("s"), "scores of position \(i + 1)") { head + [i + 1, $0 + 1] }
            return nameQuantity(softmax(named), Letter("a"), "weights of position \(i + 1)") { head + [i + 1, $0 + 1] }
        }
    }

    /// o_ik = Σ_j a_ij v_jk, with the weights of a position for a column.
    mutating func mixed(
        _ values: [[Number]], _ columns: Int, title: String, weights: (_ position: Int, _ column: Int) -> [Number]
    ) -> [[Number]] {
        let outputs = values.indices.flatMap { i in
            (0..<columns).map { column in
                let row = weights(i, column)
                return weightedSum(row, row.indices.map { values[$0][column] })
            }
        }
        let width = max(1, columns)
        return rows(nameQuantity(outputs, Letter("o"), title) { [$0 / width + 1, $0 % width + 1] }, of: width)
    }

    private func rows(_ numbers: [Number], of columns: Int) -> [[Number]] {
        stride(from: 0, to: numbers.count, by: columns).map { Array(numbers[$0..<$0 + columns]) }
    }
}

extension PositionalEncoding: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let shifts = pattern.map { unrolling.constant($0) }
        let results = unrolling.each(.sum, inputs, shifts)
        return unrolling.nameQuantity(results, Letter("e"), "inputs with their positions") { [features] in
            [$0 / features + 1, $0 % features + 1]
        }
    }
}
