import CArithmetic

extension Loss {
    /// The losses a plan has loops for: the same formulas in the same order as the closures of `Loss`.
    typealias Kind = arithmetic_loss
}
