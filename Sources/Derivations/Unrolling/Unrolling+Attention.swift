import Networks

extension SelfAttention: Unrollable {
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
        let projected = (0..<3).map { unrolling.project(x, matrices[$0], letters[$0], "the \(words[$0])") }
        let heads = (0..<heads).map { head in
            attend(projected, head: head, in: &unrolling)
        }
        let outputs = x.indices.map { i in heads.flatMap { $0[i] } }
        guard projectsOutput else { return unrolling.name(outputs, "o", "outputs of attention") }
        _ = unrolling.name(outputs, "o", "outputs of the heads")
        return unrolling.project(outputs, matrices[3], "y", "outputs of attention").flatMap { $0 }
    }

    /// One head's outputs, a row for each position.
    private func attend(_ projected: [[[Int]]], head: Int, in unrolling: inout Unrolling) -> [[Int]] {
        let (d, dv) = (keySize ?? 1, valueSize ?? 1)
        let (queries, keys) = (projected[0], projected[1])
        let scale = isScaled ? unrolling.graph.add(Double(d).squareRoot(), .constant) : nil
        let mark = heads > 1 ? [head + 1] : []
        return queries.indices.map { i in
            let seen = isCausal ? i + 1 : keys.count
            let query = queries[i][head * d..<(head + 1) * d]
            var scores = (0..<seen).map { j in unrolling.weightedSum(Array(query), keys[j][head * d..<(head + 1) * d]) }
            if let scale { scores = scores.map { unrolling.graph.add(.quotient, [$0, scale]) } }
            unrolling.nameEntries(scores, "s", "scores of position \(i + 1)") { mark + [i + 1, $0 + 1] }
            let first = unrolling.graph.nodes.count
            let weights = scores.indices.map { unrolling.graph.add(.softmax(index: $0, first: first), scores) }
            unrolling.nameEntries(weights, "a", "weights of position \(i + 1)") { mark + [i + 1, $0 + 1] }
            return (head * dv..<(head + 1) * dv).map { column in
                unrolling.weightedSum(weights, (0..<seen).map { projected[2][$0][column] })
            }
        }
    }
}

extension PositionalEncoding: Unrollable {
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

    /// Names rows of numbers that don't stand side by side; returns them one after the other.
    fileprivate mutating func name(_ rows: [[Int]], _ letter: String, _ title: String) -> [Int] {
        for (i, row) in rows.enumerated() {
            for (k, node) in row.enumerated() { nameEntries([node], letter, title) { _ in [i + 1, k + 1] } }
        }
        return rows.flatMap { $0 }
    }
}
