/// Scaled dot-product attention of one head: s_ij = q_i·k_j/√d, weights a_i = softmax(s_i), out_i = Σ_j a_ij v_j.
/// A. Vaswani et al., *Attention Is All You Need*, 2017.
///
/// Names: s_i_j, a_i_j, o_i_k. Rows are positions.
///
/// - Parameters:
///   - scaled: Whether scores are divided by √d; some texts leave it out.
///   - causal: Whether a position sees only itself and those before it.
///   - mask: Row i says which positions the i-th sees; all, when it is left out.
public func attention(
    queries: [[Scalar]], keys: [[Scalar]], values: [[Scalar]], scaled: Bool = true, causal: Bool = false,
    mask: [[Bool]]? = nil
) -> (weights: [[Scalar]], outputs: [[Scalar]]) {
    let places = queries.indices.map { row in
        keys.indices.filter { (!causal || $0 <= row) && (mask?[row][$0] ?? true) }
    }
    var builder = Expressions()
    let weights = builder.attentionWeights(queries, keys, isScaled: scaled, seeing: places)
    let outputs = builder.mixed(values, values.first?.count ?? 0, seeing: places, title: "") { position, _ in weights[position]
    }
    return (weights, outputs)
}

/// Rows times a matrix, x W: each result a weighted sum, named by the letter, its row and its column.
public func projected(_ rows: [[Scalar]], through matrix: [[Scalar]], named letter: String) -> [[Scalar]] {
    var builder = Expressions()
    return builder.project(rows, matrix, letter, "")
}

/// What goes around a block is added to what comes through: y = x + f(x), each result under the letter and its number.
public func residual(_ inputs: [Scalar], named letter: String = "y", _ block: ([Scalar]) -> [Scalar]) -> [Scalar] {
    zip(inputs, block(inputs)).enumerated().map { ($1.0 + $1.1).named(letter, $0 + 1) }
}
