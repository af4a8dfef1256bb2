/// Numbers brought to mean 0 and variance 1, then scaled and shifted: x̂ = (x − μ)/√(σ² + ε), y = γ x̂ + β, with the biased
/// variance σ² = Σ(x − μ)²/n.
///
/// `suffix` tells several groups apart: μ_1, v_1 (the variance), and x̂, y with the number's place after it.
public func normalized(
    _ inputs: [Scalar], scale: [Scalar], shift: [Scalar], epsilon: Double = 1e-5, suffix: Int = 1
) -> [Scalar] {
    let mu = mean(inputs).named("mu", suffix)
    let variance = mean(inputs.map { pow($0 - mu, 2) }).named("v", suffix)
    let deviation = sqrt(variance + epsilon).named("s", suffix)
    return inputs.enumerated().map { index, input in
        let hat = Scalar((input - mu) / deviation, as: hatted("x", suffix, index + 1))
        return (scale[index] * hat + shift[index]).named("y", suffix, index + 1)
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
            batch.map { $0[feature] }, scale: batch.map { _ in scale[feature] }, shift: batch.map { _ in shift[feature] },
            epsilon: epsilon, suffix: feature + 1)
    }
    return batch.indices.map { sample in columns.map { $0[sample] } }
}

private func hatted(_ letter: String, _ group: Int, _ place: Int) -> Symbol {
    let (key, tex) = ("\(letter)_hat_\(group)_\(place)", "\\hat{\(letter)}_{\(group),\(place)}")
    return Symbol(key, tex, indexed: key, tex)
}
