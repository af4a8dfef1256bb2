import Networks

extension SelfAttention: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.rows(inputs, of: max(1, parameters[0].rows))
        return unrolling.attention(self, queries: rows, keys: rows, values: rows)
    }
}

extension CrossAttention: GraphLayer {
    func unroll(_ inputs: [Int], into unrolling: inout Unrolling) -> [Int] {
        let rows = unrolling.rows(inputs, of: max(1, parameters[0].rows))
        let (questions, others) = (Array(rows.prefix(asking)), Array(rows.dropFirst(asking)))
        let half = valuesApart ? others.count / 2 : 0
        return unrolling.attention(
            core, queries: questions, keys: Array(others.dropLast(half)), values: Array(others.dropFirst(half)))
    }
}

extension Unrolling {
    /// Attention with the matrices and biases of a layer, between rows of numbers.
    fileprivate mutating func attention(
        _ layer: SelfAttention, queries: [[Int]], keys: [[Int]], values: [[Int]]
    ) -> [Int] {
        let letters = ["q", "k", "v", "o"]
        let words = ["queries", "keys", "values", "outputs"]
        let parameters = layer.parameters
        let matrices = parameters.filter { $0.kind == .weight }.enumerated().map { index, matrix in
            addMatrix(
                "w", rows(matrix.values, of: max(1, matrix.columns)), gates: [letters[index]],
                "weights of the \(words[index])", fromRows: true)
        }
        let biases = parameters.filter { $0.kind == .bias }.enumerated().map { index, bias in
            addGateBiases("b", bias.values, gates: [letters[index]], "biases of the \(words[index])")
        }
        func bias(_ index: Int) -> [Int] { index < biases.count ? biases[index] : [] }
        let projected = [queries, keys, values].enumerated().map { index, rows in
            project(rows, matrices[index], plus: bias(index), letters[index], words[index])
        }
        let (keySize, size) = (layer.keySize ?? 1, layer.valueSize ?? 1)
        let places = queries.indices.map { row in
            keys.indices.filter { (!layer.isCausal || $0 <= row) && (layer.mask?[row][$0] ?? true) }
        }
        let weights = (0..<layer.heads).map { head in
            let own = head * keySize..<(head + 1) * keySize
            return attentionWeights(
                projected[0].map { Array($0[own]) }, projected[1].map { Array($0[own]) }, isScaled: layer.isScaled,
                seeing: places, head: layer.heads > 1 ? [head + 1] : [])
        }
        let outputs = mixed(
            projected[2], layer.heads * size, seeing: places,
            title: layer.projectsOutput ? "outputs of the heads" : "outputs of attention"
        ) { weights[$1 / size][$0] }
        guard layer.projectsOutput else { return outputs.flatMap { $0 } }
        return project(outputs, matrices[3], plus: bias(3), "y", "outputs of attention").flatMap { $0 }
    }
}

extension ScalarBuilder {
    /// Rows times a matrix, one named result for each row and column.
    mutating func project(
        _ rows: [[Number]], _ matrix: [[Number]], plus biases: [Number] = [], _ letter: String, _ title: String
    ) -> [[Number]] {
        let columns = max(1, matrix.first?.count ?? 0)
        let results = rows.flatMap { row in
            (matrix.first ?? []).indices.map { column in
                weightedSum(matrix.map { $0[column] }, row, plus: biases.isEmpty ? [] : [biases[column]])
            }
        }
        return self.rows(nameQuantity(results, Letter(letter), title) { [$0 / columns + 1, $0 % columns + 1] }, of: columns)
    }

    /// s_ij = q_i·k_j/√d and softmax(s_i): a row for each position, over the places it sees.
    mutating func attentionWeights(
        _ queries: [[Number]], _ keys: [[Number]], isScaled: Bool, seeing places: [[Int]], head: [Int] = []
    ) -> [[Number]] {
        let scale = isScaled ? constant(Double(keys.first?.count ?? 1).squareRoot()) : nil
        return queries.enumerated().map { i, query in
            let seen = places[i]
            var scores = seen.map { weightedSum(query, keys[$0]) }
            if let scale { scores = scores.map { result(.quotient, [$0, scale]) } }
            let named = nameQuantity(scores, Letter("s"), "scores of position \(i + 1)") { head + [i + 1, seen[$0] + 1] }
            return nameQuantity(softmax(named), Letter("a"), "weights of position \(i + 1)") {
                head + [i + 1, seen[$0] + 1]
            }
        }
    }

    /// o_ik = Σ_j a_ij v_jk over the places seen, with the weights of a position for a column.
    mutating func mixed(
        _ values: [[Number]], _ columns: Int, seeing places: [[Int]], title: String,
        weights: (_ position: Int, _ column: Int) -> [Number]
    ) -> [[Number]] {
        let outputs = places.indices.flatMap { i in
            (0..<columns).map { column in weightedSum(weights(i, column), places[i].map { values[$0][column] }) }
        }
        let width = max(1, columns)
        return rows(nameQuantity(outputs, Letter("o"), title) { [$0 / width + 1, $0 % width + 1] }, of: width)
    }

    fileprivate func rows<Value>(_ numbers: [Value], of columns: Int) -> [[Value]] {
        stride(from: 0, to: numbers.count, by: columns).map { Array(numbers[$0..<min(numbers.count, $0 + columns)]) }
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
