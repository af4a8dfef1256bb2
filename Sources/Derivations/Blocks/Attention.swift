/// Scaled dot-product attention of one head: s_ij = q_i·k_j/√d, weights a_i = softmax(s_i), out_i = Σ_j a_ij v_j.
/// A. Vaswani et al., *Attention Is All You Need*, 2017.
///
/// Names: s_i_j, a_i_j, o_i_k. Rows are positions.
///
/// - Parameters:
///   - scaled: Whether scores are divided by √d; some texts leave it out.
///   - causal: Whether a position sees only itself and those before it.
public func attention(
    queries: [[Scalar]], keys: [[Scalar]], values: [[Scalar]], scaled: Bool = true, causal: Bool = false
) -> (weights: [[Scalar]], outputs: [[Scalar]]) {
    let scale = Double(keys.first?.count ?? 1).squareRoot()
    let weights = queries.enumerated().map { i, query -> [Scalar] in
        let seen = causal ? keys.prefix(i + 1) : keys[...]
        let scores = seen.enumerated().map { j, key -> Scalar in
            let product = weightedSum(query, key)
            return (scaled ? product / scale : product).named("s", i + 1, j + 1)
        }
        return scores.indices.map { Scalar(.softmax(index: $0, first: -1), scores).named("a", i + 1, $0 + 1) }
    }
    let outputs = weights.enumerated().map { i, row in
        (values.first ?? []).indices.map { k in
            weightedSum(row, values.prefix(row.count).map { $0[k] }).named("o", i + 1, k + 1)
        }
    }
    return (weights, outputs)
}

/// Rows times a matrix, x W: each result a weighted sum, named by the letter, its row and its column.
public func projected(_ rows: [[Scalar]], through matrix: [[Scalar]], named letter: String) -> [[Scalar]] {
    rows.enumerated().map { i, row in
        (matrix.first ?? []).indices.map { k in
            weightedSum(row, matrix.map { $0[k] }).named(letter, i + 1, k + 1)
        }
    }
}

/// What goes around a block is added to what comes through: y = x + f(x), each result under the letter and its number.
public func residual(_ inputs: [Scalar], named letter: String = "y", _ block: ([Scalar]) -> [Scalar]) -> [Scalar] {
    zip(inputs, block(inputs)).enumerated().map { ($1.0 + $1.1).named(letter, $0 + 1) }
}
