/// Σ wₖxₖ + b, in the order given: one neuron's weighted sum.
public func weightedSum(_ weights: [Scalar], _ inputs: [Scalar], bias: Scalar? = nil) -> Scalar {
    var builder = Expressions()
    return builder.weightedSum(weights, inputs, plus: bias.map { [$0] } ?? [])
}

/// Σ xₖ; 0 of nothing.
public func sum(_ terms: [Scalar]) -> Scalar {
    terms.isEmpty ? Scalar(constant: 0) : terms.count == 1 ? terms[0] : Scalar(.sum, terms)
}

/// Σ xₖ / n
public func mean(_ terms: [Scalar]) -> Scalar { sum(terms) / Double(terms.count) }

/// e^{zᵢ} / Σ e^{zⱼ}, each result under the letter and its number: p_1, p_2…
public func softmax(_ inputs: [Scalar], named letter: String = "p") -> [Scalar] {
    var builder = Expressions()
    return builder.nameQuantity(builder.softmax(inputs), Letter(letter), "") { [$0 + 1] }
}

/// ½(t − o)² summed over the outputs; each part is named E_1, E_2… when there are several.
public func halfSquaredError(_ outputs: [Scalar], toward targets: [Double]) -> Scalar {
    var builder = Expressions()
    let parts = zip(outputs, targets).enumerated().map { index, pair in
        let part = builder.halfSquare(of: pair.0, toward: Scalar("target_\(index + 1)", pair.1))
        return outputs.count > 1 ? part.named("E", index + 1) : part
    }
    return sum(parts).named("E")
}

/// −ln p of the right class.
public func crossEntropy(_ probabilities: [Scalar], rightClass: Int) -> Scalar {
    (-log(probabilities[rightClass])).named("E")
}
