/// 1 − Σ t o / (‖t‖ ‖o‖), with norms of ε at least
package struct CosineLoss: LossFormula {
    /// What a norm counts as at least: PyTorch's.
    package static let epsilon = 1e-8
    package var name: String { "cosineDistance" }
    package var takesOutputsTogether: Bool { true }

    private func parts(_ output: [Double], _ target: [Double]) -> (cosine: Double, output: Double, target: Double) {
        func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        func norm(_ a: [Double]) -> Double { max(product(a, a).squareRoot(), Self.epsilon) }
        let (o, t) = (norm(output), norm(target))
        return (product(output, target) / (o * t), o, t)
    }

    package func value(_ output: [Double], _ target: [Double]) -> Double { 1 - parts(output, target).cosine }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let parts = parts(output, target)
        // A norm that counts as ε doesn't change with the output.
        let turning = parts.output > Self.epsilon ? parts.cosine : 0
        return zip(output, target).map {
            turning * $0 / (parts.output * parts.output) - $1 / (parts.output * parts.target)
        }
    }
}

/// 1 − (2 Σ t o + s) / (Σ t + Σ o + s)
package struct DiceLoss: LossFormula {
    package let smoothing: Double
    package var name: String { smoothing == 0 ? "dice" : "dice, smoothed by \(smoothing)" }

    private func parts(_ output: [Double], _ target: [Double]) -> (above: Double, below: Double) {
        let both = zip(output, target).reduce(0) { $0 + $1.0 * $1.1 }
        return (2 * both + smoothing, target.reduce(0, +) + output.reduce(0, +) + smoothing)
    }

    package func value(_ output: [Double], _ target: [Double]) -> Double {
        let parts = parts(output, target)
        return parts.above == 0 && parts.below == 0 ? 1 : 1 - parts.above / parts.below
    }

    package func gradient(_ output: [Double], _ target: [Double]) -> [Double] {
        let parts = parts(output, target)
        guard parts.above != 0 || parts.below != 0 else { return target.map { _ in 0 } }
        return target.map { parts.above / (parts.below * parts.below) - 2 * $0 / parts.below }
    }
}

extension Loss {
    /// 1 − Σ t_j o_j / (‖t‖ ‖o‖): one less the cosine of the angle between answer and target. PyTorch's `nn.CosineEmbeddingLoss`
    /// towards 1; Keras' `CosineSimilarity` is this less 1.
    ///
    /// A vector of zeros has no direction. Its norm counts as ε = 1e-8, as in PyTorch's `nn.CosineSimilarity`: the loss is 1, as in
    /// Keras, and the slope by an answer of zeros is −t / (‖t‖ ε), very long; by an answer toward a target of zeros it is 0.
    ///
    /// - Example: `Loss.cosineDistance`
    /// - SeeAlso: Keras `losses.CosineSimilarity`, PyTorch `nn.CosineEmbeddingLoss`
    public static let cosineDistance = Loss(CosineLoss())

    /// 1 − (2 Σ t_j o_j + s) / (Σ t_j + Σ o_j + s), for answers and targets between 0 and 1 such as the pixels of a mask.
    ///
    /// F. Milletari, N. Navab and S.-A. Ahmadi, *V-Net*, 2016, who square the terms of the denominator; Keras' `Dice`, which has
    /// none and adds 1e-7 below. PyTorch has none.
    ///
    /// Toward an empty mask the loss without s is 1 for whatever answer, so it is 1 with slopes of 0 for an empty answer, too, as in
    /// Keras. With s > 0 two empty masks are alike: the loss is 0.
    ///
    /// - Example: `Loss.dice()`
    /// - SeeAlso: Keras `losses.Dice`
    public static func dice(smoothing: Double = 0) -> Loss { Loss(DiceLoss(smoothing: smoothing)) }
}
