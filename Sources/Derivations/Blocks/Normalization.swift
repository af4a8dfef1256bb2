/// Numbers brought to mean 0 and variance 1, then scaled and shifted: x̂ = (x − μ)/√(σ² + ε), y = γ x̂ + β, with the biased
/// variance σ² = Σ(x − μ)²/n.
///
/// `suffix` tells several groups apart: mu_1, v_1 (the variance), s_1 (its root), and xhat_1_2, y_1_2 with the number's place
/// after it.
public func normalized(
    _ inputs: [Scalar], scale: [Scalar], shift: [Scalar], epsilon: Double = 1e-5, suffix: Int = 1
) -> [Scalar] {
    var builder = Expressions()
    return builder.normalize(
        inputs, groups: [Array(inputs.indices)], epsilon: epsilon, scale: scale, shift: shift, place: { _ in [suffix] }
    ) { builder, numbers, letter, title in
        builder.nameQuantity(numbers, letter, title) { [suffix, $0 + 1] }
    }
}

/// Layer normalisation: the numbers of one sample together. J. Ba et al., *Layer Normalization*, 2016.
public func layerNorm(_ inputs: [Scalar], scale: [Scalar], shift: [Scalar], epsilon: Double = 1e-5) -> [Scalar] {
    normalized(inputs, scale: scale, shift: shift, epsilon: epsilon)
}

/// Batch normalisation in training: each feature over the samples, with one scale and one shift for each feature.
/// S. Ioffe and C. Szegedy, *Batch Normalization*, 2015.
///
/// - Parameter batch: One row for each sample. The result has the same shape.
public func batchNorm(_ batch: [[Scalar]], scale: [Scalar], shift: [Scalar], epsilon: Double = 1e-5) -> [[Scalar]] {
    guard let features = batch.first?.count else { return [] }
    let columns = (0..<features).map { feature in
        normalized(
            batch.map { $0[feature] }, scale: [scale[feature]], shift: [shift[feature]], epsilon: epsilon, suffix: feature + 1)
    }
    return batch.indices.map { sample in columns.map { $0[sample] } }
}
