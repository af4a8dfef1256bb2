import CArithmetic

extension Loss {
    /// (1/n) Σ_j |t_j − o_j|: a mean over the n outputs; the derivative at 0 is taken as 0.
    public static let meanAbsoluteError = Loss(name: "meanAbsoluteError") { output, target in
        zip(output, target).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { ($0 > $1 ? 1 : $0 < $1 ? -1 : 0) / Double(output.count) }
    }

    /// (1/n) Σ_j h(t_j − o_j) with h(d) = ½ d² for |d| ≤ δ, else δ (|d| − ½ δ). P. Huber, 1964.
    public static func huber(delta: Double = 1) -> Loss {
        var loss = Loss(name: "huber") { output, target in
            let sum = zip(output, target).reduce(0.0) { sum, pair in
                let distance = abs(pair.1 - pair.0)
                return sum + (distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta))
            }
            return sum / Double(output.count)
        } gradient: { output, target in
            zip(output, target).map { min(max($0 - $1, -delta), delta) / Double(output.count) }
        }
        loss.delta = delta
        return loss
    }

    /// (1/n) Σ_j max(0, 1 − t_j o_j) with targets −1 and 1: a mean over the n outputs.
    public static let hinge = Loss(name: "hinge") { output, target in
        zip(output, target).reduce(0) { $0 + max(0, 1 - $1.1 * $1.0) } / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { 1 - $1 * $0 > 0 ? -$1 / Double(output.count) : 0 }
    }

    /// Σ_j t_j ln(t_j / o_j): a sum over the classes, both sides probabilities; 0 · ln 0 counts as 0.
    public static let kullbackLeiblerDivergence = Loss(name: "kullbackLeiblerDivergence") { output, target in
        zip(output, target).reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.1 * log($1.1 / $1.0)) }
    } gradient: { output, target in
        zip(output, target).map { $1 == 0 ? 0 : -$1 / $0 }
    }

    /// Binary cross-entropy of σ(z) from the logits z, without overflow: a mean over the n outputs of
    /// max(z, 0) − z t + ln(1 + e^−|z|). Its gradient is (σ(z) − t) / n.
    public static let binaryCrossEntropyFromLogits = Loss("binaryCrossEntropyFromLogits", arithmetic_binary_logits) {
        output, target in
        let sum = zip(output, target).reduce(0.0) { $0 + (max($1.0, 0) - $1.0 * $1.1 + log1p(exp(-abs($1.0)))) }
        return sum / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { (sigmoid($0) - $1) / Double(output.count) }
    }

    /// Categorical cross-entropy of softmax(z) from the logits z, without overflow: Σ_j t_j (ln Σ_k e^z_k − z_j), a sum over
    /// the classes. Its gradient is softmax(z) Σ_j t_j − t.
    public static let categoricalCrossEntropyFromLogits = Loss(
        "categoricalCrossEntropyFromLogits", arithmetic_categorical_logits
    ) { output, target in
        let largest = output.max() ?? 0
        let total = largest + log(output.reduce(0) { $0 + exp($1 - largest) })
        return zip(output, target).reduce(0) { $0 + $1.1 * (total - $1.0) }
    } gradient: { output, target in
        let weight = target.reduce(0, +)
        return zip(Softmax().forward(output), target).map { $0 * weight - $1 }
    }
}
