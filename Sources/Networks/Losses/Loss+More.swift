extension Loss {
    /// (1/n) Σ_j |t_j − o_j|: a mean over the n outputs; the derivative at 0 is taken as 0.
    ///
    /// - SeeAlso: Keras `losses.MeanAbsoluteError`, `mae`, PyTorch `nn.L1Loss`
    /// - Example: `Loss.meanAbsoluteError`
    public static let meanAbsoluteError = Loss(Form(.meanAbsoluteError)) { output, target in
        zip(output, target).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { ($0 > $1 ? 1 : $0 < $1 ? -1 : 0) / Double(output.count) }
    }

    /// (1/n) Σ_j h(t_j − o_j) with h(d) = ½ d² for |d| ≤ δ, else δ (|d| − ½ δ). P. Huber, 1964.
    ///
    /// PyTorch's smooth L1 loss is this one divided by δ, which it calls β: the same for 1, as it is if nothing is said.
    ///
    /// - SeeAlso: Keras `losses.Huber`, PyTorch `nn.HuberLoss`, `nn.SmoothL1Loss`
    /// - Example: `Loss.huber(delta: 0.25)`
    public static func huber(delta: Double = 1) -> Loss {
        Loss(Form(.huber, delta: delta)) { output, target in
            let sum = zip(output, target).reduce(0.0) { sum, pair in
                let distance = abs(pair.1 - pair.0)
                return sum + (distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta))
            }
            return sum / Double(output.count)
        } gradient: { output, target in
            zip(output, target).map { min(max($0 - $1, -delta), delta) / Double(output.count) }
        }
    }

    /// (1/n) Σ_j max(0, 1 − t_j o_j) with targets −1 and 1: a mean over the n outputs.
    ///
    /// - SeeAlso: Keras `losses.Hinge`
    /// - Example: `let (output, target) = ([0.8, -0.3], [1.0, -1.0])` `Loss.hinge`
    public static let hinge = Loss(Form(.hinge)) { output, target in
        zip(output, target).reduce(0) { $0 + max(0, 1 - $1.1 * $1.0) } / Double(output.count)
    } gradient: { output, target in
        zip(output, target).map { 1 - $1 * $0 > 0 ? -$1 / Double(output.count) : 0 }
    }

    /// Σ_j t_j ln(t_j / o_j): a sum over the classes, both sides probabilities; 0 · ln 0 counts as 0.
    ///
    /// - SeeAlso: Keras `losses.KLDivergence`, `kl_divergence`, PyTorch `nn.KLDivLoss`
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [0.5, 0.3, 0.2])` `Loss.kullbackLeiblerDivergence`
    public static let kullbackLeiblerDivergence = Loss(Form(.kullbackLeiblerDivergence)) { output, target in
        zip(output, target).reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.1 * log($1.1 / $1.0)) }
    } gradient: { output, target in
        zip(output, target).map { $1 == 0 ? 0 : -$1 / $0 }
    }
}
