/// −[α t (1 − o)^γ ln o + (1 − α) (1 − t) o^γ ln(1 − o)]
package struct BinaryFocalLoss: OutputwiseLoss {
    package let gamma: Double
    /// Nil weighs both classes with 1.
    package let alpha: Double?
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "binaryFocal, γ \(gamma)" + (alpha.map { ", α \($0)" } ?? "") }
    package var answers: AnswerRange? { .chance }

    /// What stands before the two logarithms.
    package func weights(_ t: Double) -> (yes: Double, no: Double) { ((alpha ?? 1) * t, (1 - (alpha ?? 0)) * (1 - t)) }

    package func part(_ o: Double, _ t: Double) -> Double {
        let (yes, no) = weights(t)
        return (yes == 0 ? 0 : -yes * pow(1 - o, gamma) * log(o)) - (no == 0 ? 0 : no * pow(o, gamma) * log(1 - o))
    }

    package func slope(_ o: Double, _ t: Double) -> Double {
        let (yes, no) = weights(t)
        let up = yes == 0 ? 0 : yes * (pow(1 - o, gamma) / o - Self.bend(1 - o, gamma, log(o)))
        let down = no == 0 ? 0 : no * (pow(o, gamma) / (1 - o) - Self.bend(o, gamma, log(1 - o)))
        return down - up
    }

    /// γ x^(γ − 1) ln(1 − x), which is 0 at x = 0, as it comes to from above.
    fileprivate static func bend(_ x: Double, _ gamma: Double, _ logarithm: Double) -> Double {
        gamma == 0 || x == 0 ? 0 : gamma * pow(x, gamma - 1) * logarithm
    }
}

/// −α t (1 − o)^γ ln o, a sum over the classes
package struct CategoricalFocalLoss: OutputwiseLoss {
    package let gamma: Double
    package let alpha: Double
    package var reduction = Loss.Form.Reduction.sum
    package static var usualReduction: Loss.Form.Reduction { .sum }
    package var ownName: String { "categoricalFocal, γ \(gamma)" + (alpha == 1 ? "" : ", α \(alpha)") }
    package var answers: AnswerRange? { AnswerRange(numbers: 0...1, words: "between 0 and 1", layer: "Softmax()") }

    package func part(_ o: Double, _ t: Double) -> Double { t == 0 ? 0 : -alpha * t * pow(1 - o, gamma) * log(o) }

    package func slope(_ o: Double, _ t: Double) -> Double {
        t == 0 ? 0 : alpha * t * (BinaryFocalLoss.bend(1 - o, gamma, log(o)) - pow(1 - o, gamma) / o)
    }
}

/// −[t ln(o + ε) + (1 − t) ln(1 − o + ε)]
package struct BinaryCrossEntropyWithEpsilon: OutputwiseLoss {
    package let epsilon: Double
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "binaryCrossEntropy, ε \(epsilon)" }
    package var answers: AnswerRange? { .chance }

    package func part(_ o: Double, _ t: Double) -> Double {
        (t == 0 ? 0 : -t * log(o + epsilon)) - (t == 1 ? 0 : (1 - t) * log(1 - o + epsilon))
    }

    package func slope(_ o: Double, _ t: Double) -> Double {
        (t == 1 ? 0 : (1 - t) / (1 - o + epsilon)) - (t == 0 ? 0 : t / (o + epsilon))
    }
}

/// −t ln(o + ε), a sum over the classes
package struct CategoricalCrossEntropyWithEpsilon: OutputwiseLoss {
    package let epsilon: Double
    package var reduction = Loss.Form.Reduction.sum
    package static var usualReduction: Loss.Form.Reduction { .sum }
    package var ownName: String { "categoricalCrossEntropy, ε \(epsilon)" }
    package var answers: AnswerRange? { .share }

    package func part(_ o: Double, _ t: Double) -> Double { t == 0 ? 0 : -t * log(o + epsilon) }
    package func slope(_ o: Double, _ t: Double) -> Double { t == 0 ? 0 : -t / (o + epsilon) }
}

/// −t o of outputs that are logarithms of probabilities, a sum over the classes
package struct NegativeLogLikelihoodLoss: OutputwiseLoss {
    package var reduction = Loss.Form.Reduction.sum
    package static var usualReduction: Loss.Form.Reduction { .sum }
    package var ownName: String { "negativeLogLikelihood" }

    // A class that can't be has the logarithm −∞, and counts where it is the target alone.
    package func part(_ o: Double, _ t: Double) -> Double { t == 0 ? 0 : -t * o }
    package func slope(_ o: Double, _ t: Double) -> Double { -t }
}

/// ½ (s + (t − μ)² e⁻ˢ), a mean over the n targets; the outputs are n means μ and then n logarithms s of variances
package struct GaussianLikelihoodLoss: LossFormula {
    package let full: Bool
    package var name: String { full ? "gaussianLikelihood, with ½ ln 2π" : "gaussianLikelihood" }
    package func targets(for outputs: Int) -> Int { outputs.isMultiple(of: 2) ? outputs / 2 : -1 }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        let sum = target.enumerated().reduce(0.0) { sum, item in
            let (s, distance) = (output[target.count + item.offset], item.element - output[item.offset])
            return sum + 0.5 * (s + Self.spread(distance * distance, s)) + (full ? 0.5 * log(2 * Double.pi) : 0)
        }
        return sum / Double(target.count)
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let count = Double(target.count)
        let means = target.indices.map { Self.spread(output[$0] - target[$0], output[target.count + $0]) / count }
        let spreads = target.indices.map { index -> Double in
            let distance = target[index] - output[index]
            return 0.5 * (1 - Self.spread(distance * distance, output[target.count + index])) / count
        }
        return means + spreads
    }

    /// d e⁻ˢ, which is 0 for d = 0 however small the variance.
    private static func spread(_ distance: Double, _ s: Double) -> Double { distance == 0 ? 0 : distance * exp(-s) }
}

extension Loss {
    /// −(1/n) Σ_j [α t_j (1 − o_j)^γ ln o_j + (1 − α) (1 − t_j) o_j^γ ln(1 − o_j)]: a mean over the n outputs, in which answers that
    /// are nearly right count for little. Without α both classes have the weight 1; with γ = 0 it is binary cross-entropy.
    ///
    /// T.-Y. Lin et al., *Focal Loss for Dense Object Detection*, 2017 (γ = 2, α = 0.25); Keras' `BinaryFocalCrossentropy`.
    /// PyTorch has none; torchvision's is `sigmoid_focal_loss`.
    ///
    /// - Example: `Loss.binaryFocal(gamma: 2)`
    /// - SeeAlso: Keras `losses.BinaryFocalCrossentropy`
    public static func binaryFocal(gamma: Double = 2, alpha: Double? = nil) -> Loss {
        Loss(BinaryFocalLoss(gamma: gamma, alpha: alpha))
    }

    /// −α Σ_j t_j (1 − o_j)^γ ln o_j: a sum over the classes. Keras' `CategoricalFocalCrossentropy`, whose α is 0.25;
    /// PyTorch has none.
    ///
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.categoricalFocal()`
    /// - SeeAlso: Keras `losses.CategoricalFocalCrossentropy`
    public static func categoricalFocal(gamma: Double = 2, alpha: Double = 1) -> Loss {
        Loss(CategoricalFocalLoss(gamma: gamma, alpha: alpha))
    }

    /// −(1/n) Σ_j [t_j ln(o_j + ε) + (1 − t_j) ln(1 − o_j + ε)]: binary cross-entropy as many programs write it, so that no
    /// logarithm of 0 is taken. Without ε, `binaryCrossEntropy` needs none after `Sigmoid`. Keras' `BinaryCrossentropy` clips the
    /// answers to 10⁻⁷ … 1 − 10⁻⁷ instead, PyTorch's `nn.BCELoss` the logarithms at −100.
    ///
    /// - Example: `Loss.binaryCrossEntropy(epsilon: 1e-7)`
    public static func binaryCrossEntropy(epsilon: Double) -> Loss { Loss(BinaryCrossEntropyWithEpsilon(epsilon: epsilon)) }

    /// −Σ_j t_j ln(o_j + ε): a sum over the classes, with the same. Keras' `CategoricalCrossentropy` clips the answers instead;
    /// PyTorch's `nn.CrossEntropyLoss` takes logits and needs no ε.
    ///
    /// - Example: `let (output, target) = ([0.7, 0.2, 0.1], [1.0, 0.0, 0.0])` `Loss.categoricalCrossEntropy(epsilon: 1e-7)`
    public static func categoricalCrossEntropy(epsilon: Double) -> Loss {
        Loss(CategoricalCrossEntropyWithEpsilon(epsilon: epsilon))
    }

    /// −Σ_j t_j o_j of outputs that are logarithms of probabilities, such as those of `LogSoftmax`: a sum over the classes.
    /// PyTorch's `nn.NLLLoss`, which takes the class itself: `sparseNegativeLogLikelihood`. Keras has none.
    ///
    /// - Example: `let (output, target) = ([-0.4, -1.6, -2.3], [1.0, 0.0, 0.0])` `Loss.negativeLogLikelihood`
    /// - SeeAlso: PyTorch `nn.NLLLoss`
    public static let negativeLogLikelihood = Loss(NegativeLogLikelihoodLoss())

    /// −o_c, the same towards the class c itself, counted from 0: PyTorch's `nn.NLLLoss`. Keras has none.
    ///
    /// - Example: `let (output, target) = ([-0.4, -1.6, -2.3], [0.0])` `Loss.sparseNegativeLogLikelihood`
    /// - SeeAlso: PyTorch `nn.NLLLoss`
    public static let sparseNegativeLogLikelihood = Loss(ClassLoss(base: NegativeLogLikelihoodLoss()))

    /// (1/n) Σ_j ½ (s_j + (t_j − μ_j)² e^{−s_j}): the negative log-likelihood of n normal distributions whose means μ and
    /// logarithms of variances s = ln σ² a network with 2n outputs gives, the means first; `full` adds ½ ln 2π.
    ///
    /// A. Kendall and Y. Gal, 2017; PyTorch's `nn.GaussianNLLLoss`, which takes σ² itself. Keras has none.
    ///
    /// - Example: `let (output, target) = ([0.8, -0.5], [1.0])` `Loss.gaussianLikelihood()`
    /// - SeeAlso: PyTorch `nn.GaussianNLLLoss`
    public static func gaussianLikelihood(full: Bool = false) -> Loss { Loss(GaussianLikelihoodLoss(full: full)) }
}
