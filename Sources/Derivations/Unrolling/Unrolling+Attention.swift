import Networks

extension SelfAttention: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let letters = ["q", "k", "v", "o"]
        let words = ["queries", "keys", "values", "outputs"]
        let matrices = parameters.enumerated().map { index, matrix in
            let rows = stride(from: 0, to: matrix.values.count, by: max(1, matrix.columns)).map {
                Array(matrix.values[$0..<$0 + max(1, matrix.columns)])
            }
            return unrolling.addMatrix("w", rows, gates: [letters[index]], "weights of the \(words[index])", fromRows: true)
        }
        let features = max(1, matrices[0].count)
        let x = stride(from: 0, to: inputs.count, by: features).map { Array(inputs[$0..<$0 + features]) }
        let projected = (0..<3).map { unrolling.project(x, matrices[$0], letters[$0], words[$0]) }
        let weights = (0..<heads).map { attend(projected, head: $0, in: &unrolling) }
        let size = valueSize ?? 1
        let outputs = x.indices.map { i in
            (0..<heads * size).map { column in
                let row = weights[column / size][i]
                return unrolling.weightedSum(row, row.indices.map { projected[2][$0][column] })
            }
        }
        let width = heads * size
        unrolling.nameEntries(
            outputs.flatMap { $0 }, "o", projectsOutput ? "outputs of the heads" : "outputs of attention"
        ) { [$0 / width + 1, $0 % width + 1] }
        guard projectsOutput else { return outputs.flatMap { $0 } }
        return unrolling.project(outputs, matrices[3], "y", "outputs of attention").flatMap { $0 }
    }

    /// One head's weights, a row for each position; a causal mask leaves out what comes later.
    private func attend(_ projected: [[[Int]]], head: Int, in unrolling: inout Unrolling) -> [[Int]] {
        let size = keySize ?? 1
        let own = head * size..<(head + 1) * size
        let scale = isScaled ? unrolling.graph.add(Double(size).squareRoot(), .constant) : nil
        let mark = heads > 1 ? [head + 1] : []
        return projected[0].enumerated().map { i, query in
            var scores = projected[1].prefix(isCausal ? i + 1 : projected[1].count).map { key in
                unrolling.weightedSum(Array(query[own]), key[own])
            }
            if let scale { scores = scores.map { unrolling.graph.add(.quotient, [$0, scale]) } }
            unrolling.nameEntries(scores, "s", "scores of position \(i + 1)") { mark + [i + 1, $0 + 1] }
            let first = unrolling.graph.nodes.count
            let weights = scores.indices.map { unrolling.graph.add(.softmax(index: $0, first: first), scores) }
            unrolling.nameEntries(weights, "a", "weights of position \(i + 1)") { mark + [i + 1, $0 + 1] }
            return weights
        }
    }
}

extension PositionalEncoding: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let shifts = pattern.map { unrolling.graph.add($0, .constant) }
        let results = zip(inputs, shifts).map { unrolling.graph.add(.sum, [$0, $1]) }
        let features = features
        unrolling.nameEntries(results, "e", "inputs with their positions") { [$0 / features + 1, $0 % features + 1] }
        return results
    }
}

extension Unrolling {
    /// Rows times a matrix, one named result for each row and column.
    fileprivate mutating func project(_ rows: [[Int]], _ matrix: [[Int]], _ letter: String, _ title: String) -> [[Int]] {
        let columns = matrix.first?.count ?? 0
        let results = rows.map { row in
            (0..<columns).map { column in weightedSum(matrix.map { $0[column] }, row) }
        }
        nameEntries(results.flatMap { $0 }, letter, title) { [$0 / columns + 1, $0 % columns + 1] }
        return results
    }
}
