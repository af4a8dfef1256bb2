extension Loss {
    /// Binary cross-entropy of σ(z) from the logits z, without overflow: a mean over the n outputs of
    /// max(z, 0) − z t + ln(1 + e^−|z|). Its gradient (σ(z) − t) / n is computed as ((1 − t) σ(z) − t σ(−z)) / n, which keeps
    /// its digits where the answer is nearly right.
    ///
    /// - SeeAlso: Keras `losses.BinaryCrossentropy(from_logits=True)`, PyTorch `nn.BCEWithLogitsLoss`
    /// - Example: `Loss.binaryCrossEntropyFromLogits`
    public static let binaryCrossEntropyFromLogits = Loss(Form(.binaryCrossEntropyFromLogits)) { output, target in
        let sum = zip(output, target).reduce(0.0) { $0 + (max($1.0, 0) - $1.0 * $1.1 + log1p(exp(-abs($1.0)))) }
        return sum / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { ((1 - $1) * sigmoid($0) - $1 * sigmoid(-$0)) / Double(output.count) }
    }

    /// Categorical cross-entropy of softmax(z) from the logits z, without overflow: Σ_j t_j (ln Σ_k e^z_k − z_j), a sum over
    /// the classes. Its gradient is softmax(z) Σ_j t_j − t; with one class c alone that is −t_c times the probabilities of all
    /// the others at c, which keeps its digits where the answer is nearly right.
    ///
    /// - SeeAlso: Keras `losses.CategoricalCrossentropy(from_logits=True)`, PyTorch `nn.CrossEntropyLoss`
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.categoricalCrossEntropyFromLogits`
    public static let categoricalCrossEntropyFromLogits = Loss(Form(.categoricalCrossEntropyFromLogits)) { output, target in
        let largest = output.max() ?? 0
        let first = output.firstIndex(of: largest)
        var rest = 0.0
        for (index, logit) in output.enumerated() where index != first { rest += exp(logit - largest) }
        let logSum = log1p(rest)
        // A class that can't be, of logit −∞, counts where it is the target alone.
        return zip(output, target).reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.1 * (logSum + (largest - $1.0))) }
    } gradient: { output, target in
        let weight = target.reduce(0, +)
        let probabilities = Softmax().forward(output)
        var slopes = zip(probabilities, target).map { $0 * weight - $1 }
        if target.count(where: { $0 != 0 }) == 1, let only = target.firstIndex(where: { $0 != 0 }), only < slopes.count {
            var others = 0.0
            for (index, probability) in probabilities.enumerated() where index != only { others += probability }
            slopes[only] = -target[only] * others
        }
        return slopes
    }
}
