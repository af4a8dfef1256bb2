/// max(0, 1 − t o)²
package struct SquaredHingeLoss: OutputwiseLoss {
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "squaredHinge" }

    package func part(_ o: Double, _ t: Double) -> Double {
        let margin = max(0, 1 - t * o)
        return margin * margin
    }

    package func slope(_ o: Double, _ t: Double) -> Double { -2 * t * max(0, 1 - t * o) }
}

/// max(0, 1 + max_j (1 − t_j) o_j − Σ_j t_j o_j)
package struct CategoricalHingeLoss: LossFormula {
    package var name: String { "categoricalHinge" }
    package var takesOutputsTogether: Bool { true }

    private func rival(_ output: [Double], _ target: [Double]) -> (place: Int, value: Double, own: Double) {
        let rivals = zip(output, target).map { (1 - $1) * $0 }
        let largest = rivals.max() ?? 0
        return (rivals.firstIndex(of: largest) ?? 0, largest, zip(output, target).reduce(0) { $0 + $1.0 * $1.1 })
    }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        let rival = rival(output, target)
        return max(0, 1 + rival.value - rival.own)
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let rival = rival(output, target)
        guard 1 + rival.value - rival.own > 0 else { return output.map { _ in 0 } }
        return target.enumerated().map { ($0 == rival.place ? 1 - $1 : 0) - $1 }
    }
}

/// Σ_j (1 − t_j) max(0, m + o_j − Σ_k t_k o_k)
package struct MultiClassHingeLoss: LossFormula {
    package let margin: Double
    package let reduction: Loss.Form.Reduction
    package var name: String { reduction == .sum ? "multiClassHinge" : "multiClassHinge, \(reduction.words)" }
    package var takesOutputsTogether: Bool { true }

    private func distances(_ output: [Double], _ target: [Double]) -> [Double] {
        let own = zip(output, target).reduce(0) { $0 + $1.0 * $1.1 }
        return output.map { margin + $0 - own }
    }

    private func count(_ output: [Double]) -> Double { reduction == .mean ? Double(output.count) : 1 }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        zip(distances(output, target), target).reduce(0) { $0 + (1 - $1.1) * max(0, $1.0) } / count(output)
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let pulls = zip(distances(output, target), target).map { $0 > 0 ? 1 - $1 : 0 }
        let sum = pulls.reduce(0, +)
        return zip(pulls, target).map { ($0 - $1 * sum) / count(output) }
    }
}

/// t d² + (1 − t) max(0, m − d)² of distances d
package struct ContrastiveLoss: OutputwiseLoss {
    package let margin: Double
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "contrastive" }

    package func part(_ o: Double, _ t: Double) -> Double {
        let missing = max(0, margin - o)
        return t * o * o + (1 - t) * missing * missing
    }

    package func slope(_ o: Double, _ t: Double) -> Double { 2 * t * o - 2 * (1 - t) * max(0, margin - o) }
}

extension Loss {
    /// (1/n) Σ_j max(0, 1 − t_j o_j)² with targets −1 and 1: a mean over the n outputs. Keras' `SquaredHinge`;
    /// PyTorch has none.
    ///
    /// - Example: `let (output, target) = ([0.8, -0.3], [1.0, -1.0])` `Loss.squaredHinge`
    /// - SeeAlso: Keras `losses.SquaredHinge`
    public static let squaredHinge = Loss(SquaredHingeLoss())

    /// max(0, 1 + max_j (1 − t_j) o_j − Σ_j t_j o_j) with one class among zeros as target. Keras' `CategoricalHinge`;
    /// PyTorch has none.
    ///
    /// As in Keras the right class takes part in the maximum with 0.
    ///
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.categoricalHinge`
    /// - SeeAlso: Keras `losses.CategoricalHinge`
    public static let categoricalHinge = Loss(CategoricalHingeLoss())

    /// Σ_{j≠c} max(0, m + o_j − o_c) with one class c among zeros as target: the multi-class support vector machine of J. Weston and
    /// C. Watkins, 1999, as CS231n has it. PyTorch's `nn.MultiMarginLoss` divides by the number of classes: `reduction: .mean`.
    /// Keras has none; its `CategoricalHinge` is `categoricalHinge`.
    ///
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.multiClassHinge()`
    /// - SeeAlso: PyTorch `nn.MultiMarginLoss`
    public static func multiClassHinge(margin: Double = 1, reduction: Form.Reduction = .sum) -> Loss {
        Loss(MultiClassHingeLoss(margin: margin, reduction: reduction))
    }

    /// Σ_{j≠c} max(0, m + o_j − o_c) towards the class c itself, counted from 0, as PyTorch's `nn.MultiMarginLoss` takes it; Keras
    /// has none.
    ///
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [0.0])` `Loss.sparseMultiClassHinge()`
    /// - SeeAlso: PyTorch `nn.MultiMarginLoss`
    public static func sparseMultiClassHinge(margin: Double = 1, reduction: Form.Reduction = .sum) -> Loss {
        Loss(ClassLoss(base: MultiClassHingeLoss(margin: margin, reduction: reduction)))
    }

    /// (1/n) Σ_j (t_j d_j² + (1 − t_j) max(0, m − d_j)²) of outputs d that are distances; the target is 1 for a pair that belongs
    /// together and 0 for one that doesn't.
    ///
    /// R. Hadsell, S. Chopra and Y. LeCun, 2006, who have ½ before it and the targets the other way round; `ContrastiveLoss` in
    /// TensorFlow Addons. Neither Keras nor PyTorch has it.
    ///
    /// - Example: `Loss.contrastive(margin: 1)`
    public static func contrastive(margin: Double = 1) -> Loss { Loss(ContrastiveLoss(margin: margin)) }
}
