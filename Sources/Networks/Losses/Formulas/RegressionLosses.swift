/// o − t ln(o + ε), the negative log-likelihood of a Poisson distribution with mean o but for ln t!.
package struct PoissonLoss: OutputwiseLoss {
    package let epsilon: Double
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { epsilon == 0 ? "poisson" : "poisson, ε \(epsilon)" }
    package var answers: AnswerRange? { .count }

    package func part(_ o: Double, _ t: Double) -> Double { t == 0 ? o : o - t * log(o + epsilon) }
    package func slope(_ o: Double, _ t: Double) -> Double { t == 0 ? 1 : 1 - t / (o + epsilon) }
}

/// e^o − t o: the same from the logarithm of the mean.
package struct PoissonFromLogarithmLoss: OutputwiseLoss {
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "poissonFromLogarithm" }

    package func part(_ o: Double, _ t: Double) -> Double { exp(o) - t * o }
    package func slope(_ o: Double, _ t: Double) -> Double { exp(o) - t }
}

/// (ln(1 + t) − ln(1 + o))²
package struct SquaredLogarithmicLoss: OutputwiseLoss {
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "meanSquaredLogarithmicError" }
    package var answers: AnswerRange? { .growth }

    package func part(_ o: Double, _ t: Double) -> Double {
        let distance = log1p(t) - log1p(o)
        return distance * distance
    }

    package func slope(_ o: Double, _ t: Double) -> Double { -2 * (log1p(t) - log1p(o)) / (1 + o) }
}

/// 100 |t − o| / max(|t|, ε)
package struct PercentageLoss: OutputwiseLoss {
    package let epsilon: Double
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "meanAbsolutePercentageError" }

    package func part(_ o: Double, _ t: Double) -> Double { 100 * abs(t - o) / max(abs(t), epsilon) }

    package func slope(_ o: Double, _ t: Double) -> Double { (o > t ? 100 : o < t ? -100 : 0) / max(abs(t), epsilon) }
}

/// ln cosh(o − t)
package struct LogCoshLoss: OutputwiseLoss {
    package var reduction = Loss.Form.Reduction.mean
    package var ownName: String { "logCosh" }

    package func part(_ o: Double, _ t: Double) -> Double {
        let distance = abs(o - t)
        guard distance < 1 else { return distance + log1p(exp(-2 * distance)) - log(2) }
        // ½ ln(1 + sinh²), where nothing cancels.
        let sine = 0.5 * (expm1(distance) - expm1(-distance))
        return 0.5 * log1p(sine * sine)
    }

    package func slope(_ o: Double, _ t: Double) -> Double { tanh(o - t) }
}

extension Loss {
    /// (1/n) Σ_j (o_j − t_j ln(o_j + ε)): a mean over the n outputs, for counts t with means o > 0; the negative log-likelihood of
    /// Poisson distributions but for ln t!.
    ///
    /// Keras' `Poisson` has ε = 1e-7, PyTorch's `nn.PoissonNLLLoss(log_input=False)` 1e-8; here it is 0 unless given.
    ///
    /// - Example: `Loss.poisson()`
    /// - SeeAlso: Keras `losses.Poisson`, PyTorch `nn.PoissonNLLLoss`
    public static func poisson(epsilon: Double = 0) -> Loss { Loss(PoissonLoss(epsilon: epsilon)) }

    /// (1/n) Σ_j (e^{o_j} − t_j o_j): the same from outputs that are logarithms of the means. PyTorch's `nn.PoissonNLLLoss`;
    /// Keras has none.
    ///
    /// - SeeAlso: PyTorch `nn.PoissonNLLLoss`
    /// - Example: `Loss.poissonFromLogarithm`
    public static let poissonFromLogarithm = Loss(PoissonFromLogarithmLoss())

    /// (1/n) Σ_j (ln(1 + t_j) − ln(1 + o_j))²: a mean over the n outputs, all above −1. Keras' `MeanSquaredLogarithmicError`;
    /// PyTorch has none.
    ///
    /// - Example: `Loss.meanSquaredLogarithmicError`
    /// - SeeAlso: Keras `losses.MeanSquaredLogarithmicError`, `msle`, scikit-learn `mean_squared_log_error`
    public static let meanSquaredLogarithmicError = Loss(SquaredLogarithmicLoss())

    /// (100/n) Σ_j |t_j − o_j| / max(|t_j|, ε): a mean over the n outputs, in percent; the derivative at t is taken as 0.
    /// Keras' `MeanAbsolutePercentageError`, with its ε. PyTorch has none.
    ///
    /// - Example: `let (output, target) = ([0.8, 0.3], [1.0, 0.5])` `Loss.meanAbsolutePercentageError()`
    /// - SeeAlso: Keras `losses.MeanAbsolutePercentageError`, `mape`
    public static func meanAbsolutePercentageError(epsilon: Double = 1e-7) -> Loss { Loss(PercentageLoss(epsilon: epsilon)) }

    /// (1/n) Σ_j ln cosh(o_j − t_j): a mean over the n outputs, nearly ½ d² for small d and |d| − ln 2 for large.
    /// Keras' `LogCosh`; PyTorch has none.
    ///
    /// - Example: `Loss.logCosh`
    /// - SeeAlso: Keras `losses.LogCosh`
    public static let logCosh = Loss(LogCoshLoss())
}
