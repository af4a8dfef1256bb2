import CArithmetic

extension Loss {
    /// The losses a plan has loops for: the same formulas in the same order as the closures of `Loss`.
    typealias Kind = arithmetic_loss

    /// Nil where a plan has no loop. A class as target is made one among zeros beforehand.
    var kind: Kind? {
        guard let form, form.smoothing == 0, form.reduction == form.usualReduction, overSamples == .mean else { return nil }
        return switch form.kind {
        case .halfSquaredError: arithmetic_half_squared
        case .meanSquaredError: arithmetic_mean_squared
        case .binaryCrossEntropy: arithmetic_binary
        case .binaryCrossEntropyFromLogits: arithmetic_binary_logits
        case .categoricalCrossEntropy: arithmetic_categorical
        case .categoricalCrossEntropyFromLogits: arithmetic_categorical_logits
        default: nil
        }
    }
}
